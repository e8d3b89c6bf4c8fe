import FileTree
import Manifests
import Proof
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("Published files stay as they are")
struct ImmutableRuleTests {
    /// The rule of the specification.
    static let rule = "rules: [{id: N8, type: immutable, scope: 'VFX/publish/**', record: publish-ledger}]"
    /// The day of the check: the one behind that of the fixtures.
    static let day = "2026-03-13"

    /// The ledger that `--record` makes of a folder.
    static func recorded(_ folder: CardBuilder, _ rules: String = rule, into ledger: Ledger = Ledger()) throws -> Ledger
    {
        let report = try CheckStage(folder, rules).report { $0.ledger = LedgerRequest(ledger, isRecording: true) }
        return ledger.adding(try #require(report.unrecorded)).ledger
    }

    static func paths(_ ledger: Ledger) -> [String] { (0..<ledger.count).map { ledger[$0].path.description } }

    static let published: CardBuilder = [
        "VFX/publish/AGM_010_comp_v001.mov": "one", "VFX/publish/AGM_010_comp_v002.mov": "two",
        "VFX/publish/AGM_020/AGM_020_comp_v001.mov": "three", "VFX/work/AGM_010_comp_v003.nk": "work",
        "VFX/publish/.DS_Store": "x",
    ]

    @Test("What is in the scope is written down, and nothing else; without a rule everything is")
    func recording() throws {
        #expect(
            Self.paths(try Self.recorded(Self.published)) == [
                "VFX/publish/AGM_010_comp_v001.mov", "VFX/publish/AGM_010_comp_v002.mov",
                "VFX/publish/AGM_020/AGM_020_comp_v001.mov",
            ])
        #expect(
            Self.paths(try Self.recorded(Self.published, "")) == [
                "VFX/publish/AGM_010_comp_v001.mov", "VFX/publish/AGM_010_comp_v002.mov",
                "VFX/publish/AGM_020/AGM_020_comp_v001.mov", "VFX/work/AGM_010_comp_v003.nk",
            ])
        #expect(
            try CheckStage(Self.published, Self.rule).report { $0.ledger = LedgerRequest(Ledger()) }.unrecorded == nil)
    }

    @Test("A folder that is as it was published has no findings, whatever is new beside it and whatever its times are")
    func unchanged() throws {
        let ledger = try Self.recorded(Self.published)
        var later = Self.published
        later.modified = Instant(nanoseconds: later.modified.nanoseconds + 3_600_000_000_000)
        later["VFX/publish/AGM_010_comp_v003.mov"] = "four"
        later["VFX/work/AGM_010_comp_v003.nk"] = "other work"
        let report = try CheckStage(later, Self.rule).report { $0.ledger = LedgerRequest(ledger) }
        #expect(report.findings.findings.isEmpty)
        #expect(report.remarks == ["3 files were read and compared with what was published."])
    }

    @Test("Changed and gone files are found, and are found again when they were recorded meanwhile")
    func changed() throws {
        let ledger = try Self.recorded(Self.published)
        let later: CardBuilder = [
            "VFX/publish/AGM_010_comp_v001.mov": "uno", "VFX/publish/AGM_010_comp_v002.mov": "longer",
            "VFX/publish/AGM_020/AGM_020_comp_v002.mov": "new",
        ]
        let expected = [
            "N8 V10 error VFX/publish/AGM_010_comp_v001.mov: It was published on \(Self.day), and its content is another "
                + "now; its size is the same. Put the published file back, and publish the change as a new version.",
            "N8 V10 error VFX/publish/AGM_010_comp_v002.mov: It was published on \(Self.day) with 3 bytes, and it has 6 "
                + "now. Put the published file back, and publish the change as a new version.",
            "N8 V11 error VFX/publish/AGM_020/AGM_020_comp_v001.mov: It was published on \(Self.day), and it is gone. "
                + "Bring it back from a copy.",
        ]
        #expect(try CheckStage(later, Self.rule).lines { $0.ledger = LedgerRequest(ledger) } == expected)
        let again = try Self.recorded(later, into: ledger)
        #expect(
            Self.paths(again).filter { !Self.paths(ledger).contains($0) } == [
                "VFX/publish/AGM_020/AGM_020_comp_v002.mov"
            ])
        #expect(try CheckStage(later, Self.rule).lines { $0.ledger = LedgerRequest(again) } == expected)
    }

    @Test("What the ledger has and no rule speaks of is told all the same, as the ledger's")
    func withoutRule() throws {
        let ledger = try Self.recorded(["VFX/publish/a.mov": "a", "edit/b.mov": "b"], "")
        let later: CardBuilder = ["VFX": .folder]
        let request: (inout CheckRequest) -> Void = { $0.ledger = LedgerRequest(ledger) }
        #expect(
            try CheckStage(later, Self.rule).report(request).findings.findings.map {
                "\($0.rule) \($0.code.rawValue) \($0.path)"
            }
                == ["N8 V11 VFX/publish/a.mov", "ledger V11 edit/b.mov"])
        #expect(
            try CheckStage(later, "").report(request).findings.findings.map {
                "\($0.rule) \($0.code.rawValue) \($0.path)"
            }
                == ["ledger V11 VFX/publish/a.mov", "ledger V11 edit/b.mov"])
    }

    @Test("Frames are told together, and a folder that is gone is told as one")
    func together() throws {
        var folder: CardBuilder = [
            "VFX/publish/AGM_020_v001/preview.mov": "p", "VFX/publish/AGM_020_v001/x/y.mov": "p",
        ]
        for frame in 1001...1020 {
            folder["VFX/publish/AGM_010_v001.\(frame).exr".path] = .bytes(Array("frame \(frame)".utf8))
            folder["VFX/publish/AGM_030_v001/AGM_030_v001.\(frame).exr".path] = "frame"
        }
        let ledger = try Self.recorded(folder)
        #expect(ledger.count == 42)
        var later: CardBuilder = [:]
        for frame in 1001...1015 {
            let isOther = frame == 1003 || frame > 1012
            later["VFX/publish/AGM_010_v001.\(frame).exr".path] = .bytes(
                Array((isOther ? "grade \(frame)" : "frame \(frame)").utf8))
            later["VFX/publish/AGM_030_v001/AGM_030_v001.\(frame).exr".path] = "frame"
        }
        later["VFX/publish/AGM_030_v001/AGM_030_v001.1016.exr"] = "longer frame"
        let report = try CheckStage(later, Self.rule).report { $0.ledger = LedgerRequest(ledger) }
        #expect(
            report.findings.findings.map {
                "\($0.code.rawValue) \($0.path) \(String(decoding: $0.sequence ?? [], as: UTF8.self)) \($0.sentence)"
            } == [
                "V10 VFX/publish/AGM_010_v001.1003.exr AGM_010_v001.[1003-1015].exr 4 of its frames were published on "
                    + "\(Self.day), and are others now: 1003 and 1013 to 1015.",
                "V11 VFX/publish/AGM_010_v001.1016.exr AGM_010_v001.[1016-1020].exr 5 of its frames were published on "
                    + "\(Self.day), and are gone: 1016 to 1020.",
                "V11 VFX/publish/AGM_020_v001  It is gone, and with it 2 files that were published.",
                "V10 VFX/publish/AGM_030_v001/AGM_030_v001.1016.exr  It was published on \(Self.day) with 5 bytes, and it "
                    + "has 12 now.",
                "V11 VFX/publish/AGM_030_v001/AGM_030_v001.1017.exr AGM_030_v001.[1017-1020].exr 4 of its frames were "
                    + "published on \(Self.day), and are gone: 1017 to 1020.",
            ])
    }

    @Test("What was moved is told with the place where it lies now; another file of its name is not taken for it")
    func moved() throws {
        var folder: CardBuilder = [
            "VFX/publish/a.mov": "aa", "VFX/publish/b.mov": "bb", "VFX/publish/c/d.mov": "dd",
            "VFX/publish/c/e.mov": "ee", "VFX/publish/f/g.mov": "gg", "VFX/publish/f/h.mov": "hh",
        ]
        var later: CardBuilder = [
            "DOC/a.mov": "aa", "DOC/b.mov": "BB", "DOC/c/d.mov": "dd", "DOC/c/e.mov": "ee", "g.mov": "gg",
            "VFX/publish": .folder,
        ]
        for frame in 1001...1004 {
            folder["VFX/publish/s_v001.\(frame).exr".path] = .bytes(Array("frame \(frame)".utf8))
            later["DOC/s_v001.\(frame).exr".path] = .bytes(Array("frame \(frame)".utf8))
        }
        let ledger = try Self.recorded(folder)
        let expected = [
            "VFX/publish/a.mov: It was published on \(Self.day), and it is gone; the same file is DOC/a.mov now. "
                + "Put it back where it was published.",
            "VFX/publish/b.mov: It was published on \(Self.day), and it is gone. Bring it back from a copy.",
            "VFX/publish/c: It is gone, and with it 2 files that were published. They lie elsewhere now, as "
                + "DOC/c/d.mov and so on. Put it back where it was published.",
            "VFX/publish/f: It is gone, and with it 2 files that were published. 1 of them lies elsewhere now, "
                + "as g.mov. Bring it back from a copy.",
            "VFX/publish/s_v001.1001.exr: 4 of its frames were published on \(Self.day), and are gone: 1001 to 1004; "
                + "they lie in DOC now. Put them back where they were published.",
        ]
        let found = { (ledger: Ledger) in
            try CheckStage(later, Self.rule).report { $0.ledger = LedgerRequest(ledger) }.findings.findings
                .map { "\($0.path): \($0.sentence) \($0.nextStep)" }
        }
        #expect(try found(ledger) == expected)
        // It is no less moved once somebody has recorded where it lies now.
        #expect(try found(Self.recorded(later, "", into: ledger)) == expected)
    }

    @Test("Something else under the name of a published file is told as what it is")
    func replaced() throws {
        let ledger = try Self.recorded(["VFX/publish/a.mov": "a", "VFX/publish/b/c.mov": "c"])
        let later: CardBuilder = ["VFX/publish/a.mov": .folder, "VFX/publish/b": "file"]
        #expect(
            try CheckStage(later, Self.rule).lines { $0.ledger = LedgerRequest(ledger) } == [
                "N8 V11 error VFX/publish/a.mov: It was published on \(Self.day) as a file, and it is a folder now. "
                    + "Bring it back from a copy.",
                "N8 V11 error VFX/publish/b/c.mov: It was published on \(Self.day), and it is gone. "
                    + "Bring it back from a copy.",
            ])
    }

    @Test("Of folders that cannot be read nothing is said but that")
    func unread() throws {
        let ledger = try Self.recorded(["VFX/publish/a.mov": "a", "VFX/publish/b/c.mov": "c"])
        try withTemporaryFolder { root in
            var later: CardBuilder = ["VFX/publish/a.mov": "a", "VFX/publish/b/c.mov": "other"]
            later.permissions["VFX/publish/b"] = 0o755
            try later.write(intoFolder: root)
            let disk = BlindDisk(base: try PosixDisk(path: root), blind: "VFX/publish/b")
            let file = try RuleFile(yaml: Array("schema: naming-rules/1\n\(Self.rule)".utf8), at: "rules.yaml")
            var request = CheckRequest(name: "SHOW", rules: file, now: later.modified)
            request.ledger = LedgerRequest(ledger)
            let report = try Check(request).run(on: disk)
            #expect(report.findings.findings.map(\.code) == [.unreadable])
            #expect(
                report.remarks == [
                    "1 file was read and compared with what was published.",
                    "1 file was published in folders that could not be read, and not compared.",
                ])
        }
    }

    @Test("A check that was stopped records nothing")
    func stopped() throws {
        let disk = CrashDisk()
        try Self.published.write(to: disk)
        var request = CheckRequest(name: "SHOW", rules: nil, now: Self.published.modified)
        request.ledger = LedgerRequest(Ledger(), isRecording: true)
        #expect(try Check(request).run(on: disk, shouldStop: { true }).unrecorded == nil)
        #expect(try Check(request).run(on: disk).unrecorded?.count == 4)
    }

    @Test("Without a ledger and without a history nothing is found, and that is said")
    func nothingToCompare() throws {
        let report = try CheckStage(Self.published, Self.rule).report()
        #expect(report.findings.findings.isEmpty)
        #expect(
            report.remarks == [
                "Rule N8 had nothing to compare with: no ledger (--ledger) and no ASC MHL history says what was published."
            ])
        #expect(try CheckStage(Self.published, "").report().remarks.isEmpty)
        for (isRecording, word) in [(true, "new"), (false, "empty")] {
            let report = try CheckStage(Self.published, Self.rule).report {
                $0.ledger = LedgerRequest(Ledger(), isRecording: isRecording)
            }
            #expect(
                report.remarks == [
                    "Rule N8 had nothing to compare with: the ledger is \(word), and no ASC MHL history says what was "
                        + "published."
                ])
        }
    }

    @Test(
        "Keys that mean nothing are refused with their line",
        arguments: [
            ("record: somewhere", "record of the rule N8 is somewhere; it takes publish-ledger."),
            ("histories: perhaps", "histories of the rule N8 is not true or false."),
            ("ledger: file.txt", "The rule N8 has a key that means nothing: ledger."),
        ])
    func keys(_ key: String, _ sentence: String) throws {
        let error = #expect(throws: RuleFileError.self) {
            try CheckStage([:], "rules:\n  - id: N8\n    type: immutable\n    \(key)").report()
        }
        #expect(error?.sentence == sentence)
        #expect(error?.line == 5)
    }
}

/// A disk one of whose folders nobody may list: the tests may run as a user who may everything.
struct BlindDisk: ReadableDisk {
    let base: any ReadableDisk
    let blind: RelativePath

    func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        if folder == blind { throw DiskError(.list, at: folder, number: 13) }
        return try base.entries(of: folder)
    }

    func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes { try base.attributes(of: path) }
    func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] { try base.linkTarget(of: path) }
    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try base.openForReading(path, direct: direct)
    }
    func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DiskError) -> Int {
        try base.read(file, into: buffer, at: offset)
    }
    func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes { try base.attributes(of: file) }
    func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try base.extendedAttributes(of: file)
    }
    func dropCache(of file: DiskFile) { base.dropCache(of: file) }
    func close(_ file: DiskFile) { base.close(file) }
    func volume() throws(DiskError) -> Volume { try base.volume() }
}

extension String {
    fileprivate var path: RelativePath { RelativePath(stringLiteral: self) }
}
