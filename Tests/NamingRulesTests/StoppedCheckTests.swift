import FileTree
import NamingRules
import RushesFixtures
import SlateNotes
import Synchronization
import Testing

@Suite("A check that is stopped")
struct StoppedCheckTests {
    @Test(
        "says of nothing that it is missing, wherever the stop came",
        arguments: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20])
    func anywhere(questions: Int) throws {
        let disk = CrashDisk()
        var folder: CardBuilder = [:]
        for name in ["A/a_v001.mov", "B/a_v001.mov", "B/a_v003.mov", "C/c_v001.mov"] {
            folder[RelativePath(stringLiteral: name)] = .bytes(Array(name.utf8))
        }
        try folder.write(to: disk)
        let rules = "schema: naming-rules/1\nrules:\n  - {id: N6, type: version_chain, within: tree}\n"
        let list = "shot,version\na,v001\na,v003\nc,v001\n"
        var request = CheckRequest(
            name: "SHOW", rules: try RuleFile(yaml: Array(rules.utf8), at: "rules.yaml"), now: folder.modified)
        request.expected = try ExpectedDay(SlateFile(Array(list.utf8), at: "list.csv", as: .list))
        let asked = Mutex(0)
        let report = try Check(request).run(on: disk) {
            asked.withLock { asked in
                asked += 1
                return asked >= questions
            }
        }
        // What the whole tree says, v002 missing and v001 doubled, or less; never that something has not arrived.
        let whole = try Check(request).run(on: disk).findings.findings
        #expect(whole.map(\.code.rawValue) == ["V01", "V02"])
        #expect(report.findings.findings.allSatisfy(whole.contains))
    }
}
