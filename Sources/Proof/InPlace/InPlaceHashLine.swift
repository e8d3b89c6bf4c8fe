internal import Checksums
internal import FileTree

/// Takes some of the checksums of large files, in the order of the bytes; each of these is one thread.
struct InPlaceHashLine: Sendable {
    let monitor: Monitor<HashSchedule>
    let course: HashCourse
    let line: Int

    func run() {
        let algorithms = AlgorithmSet(course.lines[line])
        var hashes = FileHashes()
        while let work = monitor.next(as: .line(line), take: { $0.takeHash(line) }) {
            // A file that failed may have ended before its last piece: the next begins anew.
            if work.piece.isFirst { hashes.begin(work.wanted.intersection(algorithms)) }
            var checksums: [Checksum] = []
            if !work.wanted.isEmpty {
                hashes.update(UnsafeRawBufferPointer(work.buffer.part(at: 0, count: work.piece.length)))
                if work.piece.isLast { checksums = hashes.finish() }
            }
            monitor.withState { $0.hashed(work, checksums: checksums) }
        }
    }
}
