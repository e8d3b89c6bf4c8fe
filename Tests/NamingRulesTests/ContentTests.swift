import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Contents that rules compare")
struct ContentTests {
    private let rules = "rules: [{id: N6, type: version_chain}]"

    /// A Media Hash List that says of files that they have this MD5, on a day.
    private func hashList(_ files: [String], _ md5: String, modified: String, size: Int) -> CardBuilder.Content {
        let hashes = files.map {
            "<hash><file>\($0)</file><size>\(size)</size><lastmodificationdate>\(modified)</lastmodificationdate>"
                + "<md5>\(md5)</md5><hashdate>\(modified)</hashdate></hash>"
        }
        return .bytes(
            Array(
                #"<?xml version="1.0" encoding="UTF-8"?><hashlist version="1.1">\#(hashes.joined())</hashlist>"#.utf8))
    }

    @Test("are taken from manifests where size and date still hold, else from the files")
    func manifests() throws {
        // The list says what is not true: so it shows who was asked.
        let same = String(repeating: "0123456789abcdef", count: 2)
        var folder: CardBuilder = ["a_v001.mov": "one", "a_v002.mov": "two"]
        folder["sums.mhl"] = hashList(["a_v001.mov", "a_v002.mov"], same, modified: "2026-03-12T09:30:15Z", size: 3)
        #expect(try CheckStage(folder, rules).short() == ["N6 V03 a_v002.mov"])
        folder["sums.mhl"] = hashList(["a_v001.mov", "a_v002.mov"], same, modified: "2026-03-12T09:30:16Z", size: 3)
        #expect(try CheckStage(folder, rules).short() == [])
        folder["sums.mhl"] = hashList(["a_v001.mov", "a_v002.mov"], same, modified: "2026-03-12T09:30:15Z", size: 4)
        #expect(try CheckStage(folder, rules).short() == [])
        folder["sums.mhl"] = hashList(["a_v001.mov"], same, modified: "2026-03-12T09:30:15Z", size: 3)
        #expect(try CheckStage(folder, rules).short() == [])
    }

    private func check(_ disk: any ReadableDisk, shouldStop: @Sendable () -> Bool = { false }) throws -> CheckReport {
        let file = try RuleFile(yaml: Array("schema: naming-rules/1\n\(rules)".utf8), at: "rules.yaml")
        let request = CheckRequest(name: "SHOW", rules: file, now: Instant(nanoseconds: 1_800_000_000_000_000_000))
        return try Check(request).run(on: disk, shouldStop: shouldStop)
    }

    @Test("are read only where two files could be equal")
    func reading() throws {
        let disk = CrashDisk()
        let folder: CardBuilder = [
            "a_v001.mov": "one", "a_v002.mov": "three", "b_v001.mov": "", "b_v002.mov": "", "notes_v001.txt": "1",
            "notes_v002.txt": "2", "x.bin": "four", "y.bin": "four",
        ]
        try folder.write(to: disk)
        let counting = FailingDisk(disk, only: [.openForReading])
        _ = try check(counting)
        #expect(counting.operationCount == 0)
    }

    @Test("of large files that differ are told apart by samples")
    func samples() throws {
        let disk = CrashDisk()
        let folder: CardBuilder = ["a_v001.mov": .random(1_000_000), "a_v002.mov": .random(1_000_000, seed: 2)]
        try folder.write(to: disk)
        let counting = FailingDisk(disk, only: [.read])
        #expect(try check(counting).findings.findings.isEmpty)
        #expect(counting.operationCount == 6)
    }

    @Test("that cannot be read are told of, and taken for nothing", arguments: [3, 400_000])
    func unreadable(size: Int) throws {
        let disk = CrashDisk()
        let folder: CardBuilder = [
            "a_v001.mov": .random(size), "a_v002.mov": .bytes(seededBytes(size, seed: 1)),
            "a_v003.mov": .bytes(seededBytes(size, seed: 1)),
        ]
        try folder.write(to: disk)
        let failing = FailingDisk(disk, failingAt: 1, .fromThenOn, only: [.openForReading])
        let findings = try check(failing).findings.findings
        #expect(findings.map(\.code) == [.unreadable, .unreadable, .unreadable])
        // The path stands above it: the sentence does not say it again.
        #expect(
            Set(findings.map { $0.sentence.contains("a_v00") || $0.sentence.contains("could not open") }) == [false])
        #expect(findings.map(\.path.description) == ["a_v001.mov", "a_v002.mov", "a_v003.mov"])
    }

    @Test("of folders that are nested too deep are told of as what they are")
    func tooDeep() throws {
        try withTemporaryFolder { root in
            let disk = try PosixDisk(path: root)
            var folder = RelativePath.root
            for _ in 0..<TreeWalk.deepest {
                folder = folder.appending(component: "d".utf8)
                try disk.makeFolder(folder, permissions: 0o755)
            }
            #expect(
                try check(disk).findings.findings.map { "\($0.sentence) \($0.nextStep)" } == [
                    "It could not be read: folders nested deeper than 128 are not looked into. Move it further up, and "
                        + "check again."
                ])
        }
    }

    @Test("are not read when the person wants no more")
    func stopped() throws {
        let disk = CrashDisk()
        let folder: CardBuilder = ["a_v001.mov": "one", "a_v002.mov": "one"]
        try folder.write(to: disk)
        #expect(try check(disk, shouldStop: { true }).findings.findings.isEmpty)
    }
}
