import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Companions of files")
struct CompanionsRuleTests {
    private func findings(_ folder: CardBuilder, _ keys: String) throws -> [String] {
        try CheckStage(folder, "rules:\n  - {id: N11, type: companions, \(keys)}").report().findings.findings.map {
            "\($0.code.rawValue) \($0.severity.rawValue) \($0.path): \($0.sentence)"
        }
    }

    private func findings(names: [String], _ keys: String) throws -> [String] {
        try findings(
            CardBuilder(Dictionary(names.map { (RelativePath(stringLiteral: $0), .bytes([1])) }) { one, _ in one }),
            keys)
    }

    @Test("A companion is looked for in any case; a wanted one is worth knowing only")
    func need() throws {
        let names = ["A001.mov", "a001.MD5", "b.mov", "c.MOV", "c.md5", "d.wav", "b.mov.md5"]
        #expect(
            try findings(names: names, "when: '*.mov', need: ['{stem}.md5']") == [
                "missing-companion warn b.mov: There is no b.md5."
            ])
        #expect(
            try findings(names: names, "when: '*.mov', need: ['{stem}.md5?'], severity: error") == [
                "missing-companion info b.mov: There is no b.md5."
            ])
        #expect(
            try findings(names: names, "when: '*.mov', need: '{name}.md5'") == [
                "missing-companion warn A001.mov: There is no A001.mov.md5.",
                "missing-companion warn c.MOV: There is no c.MOV.md5.",
            ])
    }

    @Test("A companion may lie in another folder, be named by its folder or reel, or end with anything")
    func places() throws {
        let names = [
            "video/a.mov", "Audio/a.wav", "video/b.mov", "audio2/b.wav", "video/video.ale", "c.mov", "c_v2.txt",
        ]
        #expect(
            try findings(names: names, "when: 'video/*.mov', need: ['../audio/{stem}.wav', '{parent}.ale']") == [
                "missing-companion warn video/b.mov: There is no ../audio/b.wav."
            ])
        #expect(
            try findings(names: names, "when: '*.mov', need: '{stem}_*.txt'")
                == [
                    "missing-companion warn video/a.mov: There is no a_*.txt.",
                    "missing-companion warn video/b.mov: There is no b_*.txt.",
                ].sorted())
        let reels = [
            "A001C001_150827_R2GJ.mov", "A001R2GJ_AVID.ale", "B002C001_150827_R1AB.mov", "B002.ale",
            "C003C001_150827_R1AB.mov", "interview.mov",
        ]
        #expect(
            try findings(names: reels, "when: '*.mov', need: '{reel}*.ale'") == [
                "missing-companion warn C003C001_150827_R1AB.mov: There is no C003*.ale."
            ])
    }

    @Test("A sequence needs one companion, by its name before the number")
    func sequences() throws {
        let names = ["a_v001.1001.exr", "a_v001.1002.exr", "a_v001.nk", "b_v001.1001.exr", "b_v001.1002.exr"]
        #expect(
            try findings(names: names, "when: '*.exr', need: '{stem}.nk'") == [
                "missing-companion warn b_v001.1001.exr: There is no b_v001.nk."
            ])
    }

    @Test("Nothing above the folder is a companion, and a name with a star is no pattern")
    func limits() throws {
        #expect(
            try findings(names: ["a*.mov", "ab.txt"], "when: '*.mov', need: ['../{stem}.txt', '{stem}.txt']") == [
                "missing-companion warn a*.mov: ../a*.txt lies outside of the folder that is checked.",
                "missing-companion warn a*.mov: There is no a*.txt.",
            ])
    }

    @Test(
        "A way that goes into a folder and out again is refused",
        arguments: ["{stem}/../../etc/passwd", "a/../{stem}.md5", "../a/../{stem}.md5", "./{stem}.md5", "{stem}/./a"])
    func ways(pattern: String) {
        #expect(throws: RuleFileError.self) { try findings(names: [], "when: '*.mov', need: '\(pattern)'") }
        #expect(throws: RuleFileError.self) { try findings(names: [], "when: '*.mov', stale: {proxy: '\(pattern)'}") }
    }

    @Test("A sidecar without its recording is told, whatever it is called by")
    func orphans() throws {
        let names = [
            // Of a recording of the stem, in another folder of the roll, with a role, a word, a part, the whole name.
            "A/clip1.mov", "A/clip1.XML", "A/side/clip1.ale", "A/C0001.MP4", "A/C0001M01.XML", "A/clip1_AVID.xml",
            "A/clip3_001.mov", "A/clip3.xml", "A/notes.txt", "A/notes.txt.xml",
            // Of a reel, of a folder.
            "B/A001C001_180315_R0AB.mov", "B/A001_LOG.ale", "B/A001.ale", "B/B.xml", "B/side/B.ale",
            // Of nothing.
            "A/C0002M01.XML", "A/clip2.ale", "A/clip3_002.xml", "B/A001C002_180315_R0AB.xml", "B/A002.ale",
            "E/E.ale", "A/clip.xml",
        ]
        #expect(
            try findings(names: names, "orphan: ['*.ale', '*.xml']") == [
                "V13 warn A/C0002M01.XML: What it belongs to is not here.",
                "V13 warn A/clip.xml: What it belongs to is not here.",
                "V13 warn A/clip2.ale: What it belongs to is not here.",
                "V13 warn A/clip3_002.xml: What it belongs to is not here.",
                "V13 warn B/A001C002_180315_R0AB.xml: What it belongs to is not here.",
                "V13 warn B/A002.ale: What it belongs to is not here.",
                "V13 warn E/E.ale: What it belongs to is not here.",
            ])
    }

    @Test("An orphan proxy is one, and its neighbours are no recordings it could belong to")
    func orphanProxies() throws {
        let names = ["a.mov", "proxy/a.mp4", "proxy/a_proxy.mp4", "proxy/b.mp4", "proxy/b_proxy.mp4"]
        #expect(
            try findings(names: names, "orphan: 'proxy/*.mp4'") == [
                "V13 warn proxy/b.mp4: What it belongs to is not here.",
                "V13 warn proxy/b_proxy.mp4: What it belongs to is not here.",
            ])
    }

    @Test("On a card its maker's rules decide: indexes are no orphans, what accompanies a lost clip is")
    func cards() throws {
        let red = "OCN/R/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9"
        let names = [
            "OCN/A/PRIVATE/M4ROOT/MEDIAPRO.XML", "OCN/A/PRIVATE/M4ROOT/CLIP/C0001.MP4",
            "OCN/A/PRIVATE/M4ROOT/CLIP/C0001M01.XML", "OCN/A/PRIVATE/M4ROOT/CLIP/C0002M01.XML", "OCN/B/C0002.MP4",
            "\(red)_001.R3D", "\(red).xml", "OCN/R/A001_0527N0.RDM/A001_C002_0527Q9.xml", "OCN/R/notes.xml",
            "OCN/A001R2GJ/A001C001_150827_R2GJ.mov", "OCN/A001R2GJ/A001R2GJ_FCP.xml",
            "OCN/A001R2GJ/A001C002_150827_R2GJ.xml",
        ]
        let found = try findings(names: names, "orphan: '*.xml'")
        #expect(
            found == [
                "V13 warn OCN/A/PRIVATE/M4ROOT/CLIP/C0002M01.XML: What it belongs to is not here.",
                "V13 warn OCN/A001R2GJ/A001C002_150827_R2GJ.xml: What it belongs to is not here.",
                "V13 warn OCN/R/A001_0527N0.RDM/A001_C002_0527Q9.xml: What it belongs to is not here.",
                "V13 warn OCN/R/notes.xml: What it belongs to is not here.",
            ])
    }

    @Test("A proxy that is older than its source is told; two seconds are none, and a new one is good")
    func stale() throws {
        var folder: CardBuilder = [
            "a.mov": "a", "b.mov": "b", "c.mov": "c", "d.mov": "d", "proxy/a_LR.mp4": "p", "proxy/b.mp4": "p",
            "proxy/c.mp4": "p",
        ]
        let second: Int64 = 1_000_000_000
        let now = folder.modified.nanoseconds
        folder.times["proxy/a_LR.mp4"] = Instant(nanoseconds: now - 3 * 3600 * second)
        folder.times["proxy/b.mp4"] = Instant(nanoseconds: now - 2 * second)
        folder.times["proxy/c.mp4"] = Instant(nanoseconds: now + 100 * second)
        #expect(
            try findings(folder, "when: '*.mov', stale: {proxy: 'proxy/{stem}*.mp4'}") == [
                "V12 warn proxy/a_LR.mp4: It is older than a.mov, whose proxy it is, by 3 hours."
            ])
    }

    @Test("Names that are no text, and times of any age, are taken as they are")
    func hostile() throws {
        var folder: CardBuilder = [:]
        let name = try #require(RelativePath([0xFF, 0xFE, 0x2E, 0x6D, 0x6F, 0x76]))
        let proxy = try #require(RelativePath([0xFF, 0xFE, 0x2E, 0x6D, 0x70, 0x34]))
        folder[name] = "a"
        folder[proxy] = "b"
        folder.times[name] = Instant(nanoseconds: .max)
        folder.times[proxy] = Instant(nanoseconds: .min)
        #expect(try findings(folder, "when: '*.mov', need: '{stem}.mp4', stale: {proxy: '{stem}.mp4'}").count == 1)
    }

    @Test(
        "Keys that cannot be are refused",
        arguments: [
            "when: '*.mov'", "need: '{stem}.md5'", "when: '*.mov', need: '{stam}.md5'",
            "when: '*.mov', need: '*{stem}'", "when: '*.mov', need: 'a*{stem}'",
            "when: '*.mov', need: '*/a.md5'", "when: '*.mov', need: ''", "orphan: ''", "orphan: []",
            "when: 'a//b', need: x",
            "when: '*.mov', need: '..'", "when: '*.mov', stale: 'x'", "when: '*.mov', need: '{stem'",
        ])
    func keys(_ keys: String) throws {
        #expect(throws: RuleFileError.self) { try findings(names: [], keys) }
    }
}
