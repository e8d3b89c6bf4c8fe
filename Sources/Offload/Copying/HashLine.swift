internal import Checksums
internal import FileTree

/// Takes the checksums of what was read, in the order of the bytes.
struct HashLine: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse
    let line: Int

    func run() {
        let places = course.hashLines[line]
        let running = places.map { RunningChecksum(course.algorithms[$0]) }
        while let work = monitor.next(as: .hashLine(line), take: { $0.takeHash(line) }) {
            var finished: [Int: [Int: Checksum]] = [:]
            func finish(_ index: Int) {
                finished[index] = Dictionary(uniqueKeysWithValues: zip(places, running.map { $0.finish() }))
            }
            func update(_ bytes: UnsafeMutableRawBufferPointer) {
                for checksum in running { checksum.update(UnsafeRawBufferPointer(bytes)) }
            }
            switch work.chunk {
            case .piece(let index, _, let length, _, let isLast):
                update(work.buffer.part(at: 0, count: length))
                if isLast { finish(index) }
            case .batch(let first, let end):
                var place = 0
                for index in first..<end {
                    let size = course.tree.entries[work.files[index]].size
                    update(work.buffer.part(at: place, count: Int(size)))
                    finish(index)
                    place += DiskFile.padded(size)
                }
            }
            monitor.withState { $0.hashed(line, work.slot, finished: finished) }
        }
    }
}
