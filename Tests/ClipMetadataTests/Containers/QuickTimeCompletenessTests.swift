import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite("Whether a QuickTime file is all there") struct QuickTimeCompletenessTests {
    private let movie = MovieBuilder()

    private func completeness(_ bytes: [UInt8]) throws -> Completeness {
        try QuickTimeFile(MemoryBytes(bytes), at: "A.mov").completeness
    }

    /// The movie with another length in the head of an atom.
    private func movie(_ movie: MovieBuilder, length: UInt32, of kind: String) -> [UInt8] {
        var bytes = movie.bytes
        let place = bytes.firstRange(of: Array(kind.utf8))?.lowerBound ?? 4
        bytes.replaceSubrange((place - 4)..<place, with: bigEndian(length))
        return bytes
    }

    @Test("a recording whose end was never written is unclosed")
    func unclosed() throws {
        let head = Array(movie.bytes.prefix(20))
        let sentence = Completeness.unclosed("it has media and no index (moov)")
        #expect(try completeness(head + atom("mdat", seededBytes(5000, seed: 3))) == sentence)
        #expect(
            try completeness(head + bigEndian(UInt32(0)) + Array("mdat".utf8) + seededBytes(99, seed: 3)) == sentence)
        // The place for the length holds 8 and 16, as it was before the recording began.
        #expect(try completeness(head + atom("mdat") + [UInt8](repeating: 9, count: 500)) == sentence)
        #expect(try completeness(head + longAtom("mdat", []) + [UInt8](repeating: 0, count: 500)) == sentence)
        for length in [UInt64.max, 1 << 60] {
            let media = bigEndian(UInt32(1)) + Array("mdat".utf8) + bigEndian(length) + seededBytes(99, seed: 3)
            #expect(try completeness(head + media) == .unclosed("the length of its media was never written"))
        }
        var empty = movie
        (empty.frames, empty.timecode) = ([], nil)
        #expect(try completeness(empty.bytes) == .unclosed("its index lists no samples"))
    }

    @Test("a file that ends before its structure is cut short, and the sentence says where")
    func cutShort() throws {
        let bytes = movie.bytes
        #expect(
            try completeness(Array(bytes.prefix(8000)))
                == .cutShort("the atom mdat at byte 20 should end at byte 12044, and the file ends at 8000"))
        #expect(
            try completeness(bytes.dropLast())
                == .cutShort(
                    "the atom moov at byte 12044 should end at byte \(bytes.count), and the file ends at \(bytes.count - 1)"
                ))
        #expect(try completeness(Array(bytes.prefix(20))) == .cutShort("it ends before its media begins"))
    }

    @Test("sizes and counts that fill their 32 bits are media that is not there")
    func largestNumbers() throws {
        // Every sample as long as it can be, as many as can be, all of them in one piece.
        func filled(_ kind: String, from offset: Int, _ count: Int, in bytes: [UInt8]) throws -> [UInt8] {
            let place = try #require(bytes.firstRange(of: Array(kind.utf8))).upperBound + offset
            var bytes = bytes
            bytes.replaceSubrange(place..<place + count, with: [UInt8](repeating: 0xFF, count: count))
            return bytes
        }
        var movie = movie
        movie.timecode = nil
        let bytes = try filled("stsc", from: 12, 4, in: filled("stsz", from: 4, 8, in: movie.bytes))
        guard case .cutShort = try completeness(bytes) else {
            Issue.record("\(try completeness(bytes))")
            return
        }
    }

    @Test("what is broken in the middle, or follows the end, is damage")
    func damaged() throws {
        func isDamaged(_ bytes: [UInt8]) throws -> Bool {
            if case .damaged = try completeness(bytes) { return true }
            return false
        }
        #expect(try isDamaged(movie.bytes + [0, 0, 0, 0, 0, 0, 0, 0, 1]))
        #expect(try isDamaged(movie(movie, length: 1 << 20, of: "trak")))
        #expect(try isDamaged(movie(movie, length: 1 << 20, of: "stsz")))
        #expect(try isDamaged(movie(movie, length: 3, of: "mdia")))
        // An index of other media: it points behind its own.
        let foreign = movie.index(mediaAt: 5000)
        #expect(try isDamaged(Array(movie.bytes.prefix(12044)) + foreign + atom("free", seededBytes(9000, seed: 1))))
    }

    @Test("an index that lists more than the file holds makes it cut short")
    func beyond() throws {
        var whole = movie
        whole.isIndexFirst = true
        let index = whole.index(mediaAt: whole.index(mediaAt: 0).count + 28)
        let file = Array(whole.bytes.prefix(20)) + index + atom("mdat", seededBytes(6000, seed: 1))
        guard case .cutShort = try completeness(file) else {
            Issue.record("\(try completeness(file))")
            return
        }
    }

    @Test("known atoms behind the media are part of the file")
    func extras() throws {
        let extras = atom("free", [0, 0, 0]) + atom("uuid", seededBytes(40, seed: 1)) + atom("skip") + atom("wide")
        #expect(try completeness(movie.bytes + extras) == .complete)
    }

    @Test("of a file in fragments only what stands behind all of them tells that none is missing")
    func fragments() throws {
        let head = Array(movie.bytes.prefix(20))
        var empty = movie
        (empty.frames, empty.timecode, empty.indexExtras) = ([], nil, atom("mvex"))
        let begun = head + empty.index(mediaAt: 0)
        let fragment = atom("moof", atom("mfhd")) + atom("mdat", seededBytes(100, seed: 4))
        let unknown = Completeness.unknown("it is in fragments, and nothing says how many there should be")
        #expect(try completeness(begun) == .unclosed("its index lists no samples"))
        #expect(try completeness(begun + fragment + fragment) == unknown)
        #expect(try completeness(begun + fragment + fragment + atom("mfra")) == .complete)
        #expect(
            try completeness(begun + fragment + atom("moof")) == .cutShort("the media of its last fragment is missing"))
        #expect(try QuickTimeFile(MemoryBytes(begun + fragment), at: "A.mp4").isFragmented)
    }

    @Test("what is no QuickTime file is refused with a sentence")
    func wrongFormat() {
        for bytes in [
            [], [0], Array("RIFF....WAVE".utf8), seededBytes(4096, seed: 9), [UInt8](repeating: 0, count: 64),
        ] {
            #expect(throws: MetadataError.self) { try completeness(bytes) }
        }
    }

    @Test("cut at any byte, it is never complete", arguments: [false, true])
    func truncated(_ isIndexFirst: Bool) throws {
        var whole = movie
        whole.isIndexFirst = isIndexFirst
        whole.frames = [300, 500, 400]
        let bytes = whole.bytes
        #expect(try completeness(bytes) == .complete)
        for count in 8..<bytes.count {
            let found = try? completeness(Array(bytes.prefix(count)))
            #expect(found != nil && found != .complete, "of \(bytes.count) bytes \(count)")
        }
    }

    @Test("with any byte changed, it is read without harm")
    func changed() {
        var generator = SeededGenerator(seed: 4)
        var whole = movie
        whole.frames = [30, 50, 40]
        whole.userData = atom("GPMF", seededBytes(64, seed: 3)) + atom("©mak", [0, 4, 0, 0], Array("ARRI".utf8))
        let bytes = whole.bytes
        for place in 0..<bytes.count {
            var changed = bytes
            changed[place] =
                [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &generator)]
                .randomElement(using: &generator) ?? 0
            let file = try? QuickTimeFile(MemoryBytes(changed), at: "A.mov")
            if place >= 20 { #expect(file != nil) }
            _ = file?.metadata
        }
    }
}
