internal import ClipMetadata
internal import RushesFixtures

/// Media files, whose structure must mean the same whether their kind is known or has to be found out.
enum FuzzedContainers {
    static func read(quickTime bytes: [UInt8]) {
        guard let file = try? QuickTimeFile(MemoryBytes(bytes), at: "A.mov") else { return }
        let again = try? MediaFile(MemoryBytes(bytes), at: "A.mov")
        precondition(again?.completeness == file.completeness && again?.metadata == file.metadata)
    }

    static func read(mxf bytes: [UInt8]) {
        guard let file = try? MXFFile(MemoryBytes(bytes), at: "A.mxf"), file.completeness == .complete else { return }
        // A byte that follows the end, or lacks, is never overlooked.
        for other in [bytes + [0], bytes.dropLast()] {
            let changed = try? MXFFile(MemoryBytes(other), at: "A.mxf")
            precondition(changed?.completeness != .complete)
        }
    }

    /// Movies with the index in front, behind, in 64 bits, and with every kind of key.
    static var movies: [[UInt8]] {
        var movie = MovieBuilder()
        movie.frames = [30, 50]
        movie.userData = atom("©mak", [0, 4, 0, 0], Array("ARRI".utf8)) + atom("FIRM", Array("HD9.01".utf8))
        var first = movie
        (first.isIndexFirst, first.isLong, first.reel) = (true, true, nil)
        first.userData = atom("GPMF", Array("DEVC\0\u{1}\0\u{10}MINFc\u{1}\0\u{5}HERO9\0\0\0".utf8))
        return [movie.bytes, first.bytes]
    }

    /// A closed file, and one that was never closed.
    static var clips: [[UInt8]] {
        var clip = MXFBuilder()
        clip.picture = 30
        var open = clip
        (open.status, open.knowsFooter, open.hasFooter, open.runIn) = (1, false, false, 3)
        return [clip.bytes, open.bytes]
    }
}
