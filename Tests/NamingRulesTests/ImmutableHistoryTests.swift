import Checksums
import FileTree
import Manifests
import Proof
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("Published files are held against the ASC MHL histories in the folder")
struct ImmutableHistoryTests {
    static let home: RelativePath = "VFX/publish"
    static let rule = ImmutableRuleTests.rule

    /// A folder with a history of five files, and one beside them that is not published.
    static func sealed(_ algorithm: ChecksumAlgorithm = .xxh64) throws -> CrashDisk {
        let disk = CrashDisk()
        var folder: CardBuilder = ["VFX/work/x.nk": "work"]
        for name in ["a", "b", "c", "d", "e"] { folder["VFX/publish/\(name).mov".path] = "content" }
        try folder.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk, at: home)
        let request = RecordRequest(
            tree: tree, algorithms: [algorithm], folderName: Array("publish".utf8),
            creator: Creator(hostname: "cart-1", version: "0"), startedAt: folder.modified)
        var files = HashedFiles(entryCount: tree.entries.count)
        let wanted = try ASCMHL.plan(request, on: disk, at: home).wanted
        _ = InPlaceHashing(disk: disk, tree: tree, at: home, wanted: wanted).run(take: { finding in
            if case .success(let file) = finding.result { files.insert(file) }
        })
        _ = try ASCMHL.record(request, files, on: disk, at: home)
        return disk
    }

    /// Writes a file anew.
    static func change(_ path: RelativePath, to text: String, on disk: CrashDisk) throws {
        try disk.remove(path)
        try disk.createWhole(path, Array(text.utf8), permissions: 0o644)
    }

    static func report(_ disk: any ReadableDisk, _ rules: String, _ ledger: LedgerRequest? = nil) throws -> CheckReport
    {
        let file =
            rules.isEmpty ? nil : try RuleFile(yaml: Array("schema: naming-rules/1\n\(rules)".utf8), at: "rules.yaml")
        var request = CheckRequest(name: "SHOW", rules: file, now: LedgerTests.now)
        request.ledger = ledger
        return try Check(request).run(on: disk)
    }

    @Test("What is as it was is not even read")
    func unchanged() throws {
        let report = try Self.report(try Self.sealed(), Self.rule)
        #expect(report.findings.findings.isEmpty)
        #expect(report.remarks == ["5 files were compared with a history by size and time, and not read."])
    }

    @Test("Another size, another content and a file that is gone are found; another time alone is not")
    func changed() throws {
        let disk = try Self.sealed()
        try Self.change("VFX/publish/a.mov", to: "content and more", on: disk)
        try Self.change("VFX/publish/b.mov", to: "CONTENT", on: disk)
        try disk.remove("VFX/publish/c.mov")
        try Self.change("VFX/publish/d.mov", to: "content", on: disk)
        try disk.createWhole("VFX/publish/new.mov", [1], permissions: 0o644)
        let report = try Self.report(disk, Self.rule)
        #expect(
            report.findings.findings.map { "\($0.rule) \($0.code.rawValue) \($0.path): \($0.sentence)" } == [
                "N8 V10 VFX/publish/a.mov: It was listed in VFX/publish/ascmhl with 7 bytes, and it has 16 now.",
                "N8 V10 VFX/publish/b.mov: It was listed in VFX/publish/ascmhl, and its content is another now; its size "
                    + "is the same.",
                "N8 V11 VFX/publish/c.mov: It was listed in VFX/publish/ascmhl, and it is gone.",
            ])
        #expect(
            report.remarks == [
                "2 files were read and compared with what was published.",
                "1 file was compared with a history by size and time, and not read.",
            ])
    }

    @Test("Histories count where the rule lets them, and in its scope alone")
    func scope() throws {
        let disk = try Self.sealed()
        try disk.remove("VFX/publish/c.mov")
        for rule in [
            "rules: [{id: N8, type: immutable, scope: 'VFX/publish/**', histories: false}]",
            "rules: [{id: N8, type: immutable, scope: 'VFX/work/**'}]",
        ] {
            let report = try Self.report(disk, rule)
            #expect(report.findings.findings.isEmpty)
            #expect(
                report.remarks == [
                    "Rule N8 had nothing to compare with: no ledger (--ledger) and no ASC MHL history says what was "
                        + "published."
                ])
        }
    }

    @Test("A ledger is compared by the checksums of a history where size and time still hold")
    func ledger() throws {
        let disk = try Self.sealed(.xxh128)
        let recording = LedgerRequest(Ledger(), isRecording: true)
        let lines = try #require(Self.report(disk, Self.rule, recording).unrecorded)
        let ledger = Ledger().adding(lines).ledger
        #expect(ImmutableRuleTests.paths(ledger) == ["a", "b", "c", "d", "e"].map { "VFX/publish/\($0).mov" })
        #expect(Set(lines.map(\.content)) == [Checksum.of(Array("content".utf8), .xxh128)])
        try Self.change("VFX/publish/b.mov", to: "CONTENT", on: disk)
        let report = try Self.report(disk, Self.rule, LedgerRequest(ledger))
        #expect(
            report.findings.findings.map { "\($0.code.rawValue) \($0.path): \($0.sentence)" } == [
                "V10 VFX/publish/b.mov: It was published on 2026-11-22, and its content is another now; its size is the "
                    + "same."
            ])
        #expect(
            report.remarks == [
                "1 file was read and compared with what was published.",
                "4 files were compared by the checksum of a history: size and time still hold.",
            ])
    }

    @Test("A ledger without a rule is not compared with histories, and that is said, also when it is begun")
    func ledgerAlone() throws {
        let disk = try Self.sealed()
        try Self.change("VFX/publish/a.mov", to: "content and more", on: disk)
        let remark =
            "The ASC MHL histories in the folder were not compared: a rule of the type immutable compares them as well."
        #expect(try Self.report(disk, "", LedgerRequest(Ledger(), isRecording: true)).remarks == [remark])
        #expect(try Self.report(disk, "").remarks == [])
        let ofRule = try Self.report(disk, Self.rule, LedgerRequest(Ledger(), isRecording: true))
        #expect(!ofRule.remarks.contains(remark))
        #expect(ofRule.findings.findings.map(\.code) == [.publishedChanged])
    }

    @Test("A history that is damaged is told, and nothing is said by it")
    func damaged() throws {
        let disk = try Self.sealed()
        try disk.remove("VFX/publish/ascmhl/ascmhl_chain.xml")
        let report = try Self.report(disk, Self.rule)
        #expect(
            report.findings.findings.map { "\($0.rule) \($0.code.rawValue) \($0.path)" } == [
                "N8 unreadable VFX/publish/ascmhl/ascmhl_chain.xml"
            ])
    }
}

extension String {
    fileprivate var path: RelativePath { RelativePath(stringLiteral: self) }
}
