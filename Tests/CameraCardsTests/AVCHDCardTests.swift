import CameraCards
import FileTree
import RushesFixtures
import Testing

@Suite("AVCHD") struct AVCHDCardTests {
    /// Schema-built: a playlist of streams, each with how it follows the one before.
    private static func playlist(_ items: [(name: String, condition: UInt8)], count: UInt8? = nil) -> [UInt8] {
        var bytes = Array("MPLS0100".utf8) + [0, 0, 0, 58] + [UInt8](repeating: 0, count: 46)
        bytes += [0, 0, 0, 0, 0, 0, 0, count ?? UInt8(items.count), 0, 0]
        for item in items {
            bytes += [0, 80] + Array("\(item.name)M2TS".utf8) + [0, item.condition] + [UInt8](repeating: 0, count: 69)
        }
        return bytes
    }

    private static func card(_ playlist: [UInt8], streams: [String]) -> CardBuilder {
        var card: CardBuilder = [
            "PRIVATE/AVCHD/BDMV/INDEX.BDM": "i", "PRIVATE/AVCHD/BDMV/MOVIEOBJ.BDM": "m",
            "PRIVATE/AVCHD/BDMV/BACKUP/INDEX.BDM": "i", "PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL": .bytes(playlist),
        ]
        for stream in streams {
            for (path, size) in [("STREAM/\(stream).MTS", 100), ("CLIPINF/\(stream).CPI", 9)] {
                if let path = RelativePath("PRIVATE/AVCHD/BDMV/" + path) { card[path] = .random(size) }
            }
        }
        return card
    }

    private static let joined = playlist([("00000", 1), ("00001", 6), ("00002", 6), ("00003", 5)])

    @Test("the playlist says which streams are one recording") func joins() throws {
        let card = AVCHDCardTests.card(AVCHDCardTests.joined, streams: ["00000", "00001", "00002", "00003"])
        let story = try CardStory(card)
        #expect(
            story.clips == """
                00000 in PRIVATE/AVCHD/BDMV/STREAM
                  essence 1 PRIVATE/AVCHD/BDMV/STREAM/00000.MTS
                  essence 2 PRIVATE/AVCHD/BDMV/STREAM/00001.MTS
                  essence 3 PRIVATE/AVCHD/BDMV/STREAM/00002.MTS
                  sidecar 1 PRIVATE/AVCHD/BDMV/CLIPINF/00000.CPI
                  sidecar 2 PRIVATE/AVCHD/BDMV/CLIPINF/00001.CPI
                  sidecar 3 PRIVATE/AVCHD/BDMV/CLIPINF/00002.CPI
                00003 in PRIVATE/AVCHD/BDMV/STREAM
                  essence PRIVATE/AVCHD/BDMV/STREAM/00003.MTS
                  sidecar PRIVATE/AVCHD/BDMV/CLIPINF/00003.CPI
                shared
                  PRIVATE/AVCHD/BDMV/BACKUP/INDEX.BDM
                  PRIVATE/AVCHD/BDMV/INDEX.BDM
                  PRIVATE/AVCHD/BDMV/MOVIEOBJ.BDM
                  PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL
                """)
        #expect(story.findings == "")
        #expect(story.unlisted == [])
    }

    @Test("a stream that is gone is found once, wherever it stood", arguments: ["00000", "00001", "00002", "00003"])
    func missing(_ gone: String) throws {
        let all = ["00000", "00001", "00002", "00003"]
        var card = AVCHDCardTests.card(AVCHDCardTests.joined, streams: all.filter { $0 != gone })
        card["PRIVATE/AVCHD/BDMV/PLAYLIST/00001.MPL"] = .bytes(AVCHDCardTests.playlist([("00003", 1)]))
        let findings = try CardStory(card).findings
        #expect(findings.split(separator: "\n").count == 2)
        card[try #require(RelativePath("PRIVATE/AVCHD/BDMV/CLIPINF/\(gone).CPI"))] = "c"
        #expect(try CardStory(card).findings.split(separator: "\n").count { $0.contains(" error at ") } == 1)
        let sentence =
            switch gone {
            case "00000": "Part 1 of 00000 is missing"
            case "00001": "Part 2 of 00000 is missing"
            default: "PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL names stream \(gone), which is not there."
            }
        #expect(findings.contains(sentence))
        #expect(findings.split(separator: "\n").count == 2)
    }

    @Test("a playlist that is cut short, or lies about its length, joins nothing", arguments: 0..<40)
    func cut(_ step: Int) throws {
        let whole = AVCHDCardTests.joined
        let card = AVCHDCardTests.card(Array(whole.prefix(whole.count * step / 40)), streams: ["00000", "00001"])
        let story = try CardStory(card)
        #expect(story.findings.hasPrefix("index warning at PRIVATE/AVCHD/BDMV/PLAYLIST/00000.MPL"))
        #expect(story.clips.contains("00001 in PRIVATE/AVCHD/BDMV/STREAM"))
        let lying = AVCHDCardTests.card(AVCHDCardTests.playlist([("00000", 1)], count: 200), streams: ["00000"])
        #expect(try CardStory(lying).findings.contains("it is no whole playlist"))
    }
}
