import RushesFixtures
import Testing

@testable import ClipMetadata

@Suite("What the structure of an MXF file says") struct MXFFileTests {
    private let clip = MXFBuilder()

    private func read(_ bytes: [UInt8]) throws -> MXFFile { try MXFFile(MemoryBytes(bytes), at: "A.mxf") }

    private func best(_ metadata: ClipMetadata) -> [String: String] {
        let pairs = MetadataField.all.compactMap { field in field.best(metadata, []).map { (field.name, $0.value) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test("what a clip says: its packages, its tracks, its descriptors")
    func plain() throws {
        let file = try read(clip.bytes)
        #expect(file.completeness == .complete)
        #expect(file.pattern == "OP1a")
        #expect(file.writer == MXFFile.Writer(company: "ARRI", product: "ALEXA 35", version: "1.3.1"))
        let umid = try #require(file.metadata.universalID.all.first?.value)
        #expect(umid.hasPrefix("060A2B340101010501010D0013000000") && umid.count == 64)
        var found = best(file.metadata)
        found["universal_id"] = nil
        #expect(
            found == [
                "clip_id": "A_0076C001_230511_184122_a1CTJ", "reel": "A_0076_1CTJ", "date": "2023-05-11",
                "start_tc": "10:00:00:00@24000/1001", "project_fps": "24000/1001", "frames": "1234",
                "codec": "Apple ProRes 422 HQ", "width": "4608", "height": "3168", "bit_depth": "10", "channels": "2",
                "sample_rate": "48000", "sample_bits": "24",
            ])
    }

    @Test("fields are described by half their height")
    func fields() throws {
        var clip = clip
        clip.layout = 1
        #expect(try best(read(clip.bytes).metadata)["height"] == "6336")
    }

    @Test("drop-frame, and rates at which every second frame is counted")
    func timecode() throws {
        var clip = clip
        (clip.rate, clip.timecode) = ((30000, 1001), (1800, 30, 1))
        #expect(try best(read(clip.bytes).metadata)["start_tc"] == "00:01:00;02@30000/1001")
        (clip.rate, clip.timecode) = ((60000, 1001), (1800, 30, 1))
        #expect(try best(read(clip.bytes).metadata)["start_tc"] == "00:01:00;02@30000/1001")
        (clip.rate, clip.timecode) = ((25, 1), (1800, 24, 0))
        #expect(try best(read(clip.bytes).metadata)["start_tc"] == nil)
        (clip.rate, clip.timecode) = ((-25, 1), (1800, 25, 0))
        #expect(try best(read(clip.bytes).metadata)["start_tc"] == nil)
    }

    @Test("a header that was never closed and no footer: the recording was never finished")
    func unclosed() throws {
        var clip = clip
        (clip.status, clip.knowsFooter, clip.hasFooter) = (1, false, false)
        #expect(
            try read(clip.bytes).completeness == .unclosed("its header was never closed, and it has no footer"))
        #expect(try best(read(clip.bytes).metadata)["frames"] == "1234")
    }

    @Test("an open header is whole where the list of partitions leads to a footer")
    func openHeader() throws {
        var clip = clip
        (clip.status, clip.knowsFooter) = (1, false)
        #expect(try read(clip.bytes).completeness == .complete)
    }

    @Test("without the list of partitions nobody knows whether the file goes on")
    func withoutList() throws {
        var clip = clip
        clip.hasList = false
        #expect(
            try read(clip.bytes).completeness
                == .unknown("the list of its partitions, which most end with, is missing"))
    }

    @Test("a file that ends before its footer is cut short, and the sentence says where it should be")
    func cutShort() throws {
        let whole = clip.bytes
        var footless = clip
        footless.hasFooter = false
        let footer = footless.bytes.count
        #expect(
            try read(Array(whole.prefix(4000))).completeness
                == .cutShort("its footer should begin at byte \(footer), and the file ends at 4000"))
        #expect(try read(whole.dropLast()).completeness == .cutShort("it ends inside its footer"))
        #expect(try read(Array(whole.prefix(40))).completeness == .cutShort("it ends inside its header"))
    }

    @Test("a footer that is not where the header promises it, and a wrong list, are damage")
    func damaged() throws {
        var footless = clip
        footless.hasFooter = false
        let footer = footless.bytes.count
        var wrong = clip.bytes
        wrong[footer] = 0
        #expect(
            try read(wrong).completeness
                == .damaged("its list of partitions names byte \(footer), where none begins"))
        var unlisted = clip
        unlisted.hasList = false
        var broken = unlisted.bytes
        broken[footer] = 0
        #expect(try read(broken).completeness == .damaged("at byte \(footer) its footer should begin, and does not"))
    }

    @Test("up to 64 KiB of something else may stand before the header", arguments: [1, 300, 65536])
    func runIn(_ count: Int) throws {
        var clip = clip
        clip.runIn = count
        #expect(try read(clip.bytes).completeness == .complete)
        #expect(try best(read(clip.bytes).metadata)["width"] == "4608")
        clip.runIn = 65537
        #expect(throws: MetadataError.self) { try read(clip.bytes) }
    }

    @Test("cut at any byte, it is never complete", arguments: [0, 7])
    func truncated(_ runIn: Int) throws {
        var clip = clip
        (clip.runIn, clip.picture) = (runIn, 300)
        let bytes = clip.bytes
        for count in 0..<bytes.count {
            let file = try? read(Array(bytes.prefix(count)))
            #expect(file?.completeness != .complete, "of \(bytes.count) bytes \(count)")
            #expect(count < runIn + 16 || file != nil)
        }
    }

    @Test("with any byte changed, it is read without harm")
    func changed() throws {
        var generator = SeededGenerator(seed: 5)
        var clip = clip
        clip.picture = 20
        let bytes = clip.bytes
        for place in bytes.indices {
            var changed = bytes
            changed[place] =
                [0, 1, 0x7F, 0x80, 0x87, 0xFF, UInt8.random(in: 0...255, using: &generator)]
                .randomElement(using: &generator) ?? 0
            let file = try? read(changed)
            if place >= 16 { #expect(file != nil) }
        }
    }

    @Test("a media file is known by how it begins, not by its name")
    func magic() throws {
        let mxf = try #require(try MediaFile(MemoryBytes(clip.bytes), at: "A.mov"))
        guard case .mxf = mxf.kind else { Issue.record("\(mxf.kind)"); return }
        let movie = try #require(try MediaFile(MemoryBytes(MovieBuilder().bytes), at: "A.mxf"))
        guard case .quickTime = movie.kind else { Issue.record("\(movie.kind)"); return }
        #expect(try MediaFile(MemoryBytes(Array("<?xml version=\"1.0\"?>".utf8)), at: "A.mov") == nil)
        #expect(try MediaFile(MemoryBytes([]), at: "A.mov") == nil)
    }
}
