import Foundation
import RushesFixtures
import Testing

@Suite("A show with planted faults, which scripts/make-show makes", .enabled(if: Judge.isThere))
struct PlantedShowTests {
    @Test("each fault is found once, by the rule that must find it, where it is; nothing else is found")
    func planted() throws {
        try Stage.with { stage in
            let script = URL(fileURLWithPath: #filePath).pathComponents.dropLast(3).dropFirst().joined(separator: "/")
            let made = try Judge.ask("python", ["/\(script)/scripts/make-show", "here"], on: stage)
            try #require(made.status == 0, "\(made.testDescription)")
            let published = try stage.rushes(
                "check", "here/YESTERDAY", "--rules", "here/rules.yaml", "--ledger", "here/ledger", "--record")
            #expect(published.output.contains("4 files were added to the ledger"))

            let checked = try stage.rushes(
                "check", "here/SHOW", "--rules", "here/rules.yaml", "--ledger", "here/ledger", "--backup",
                "here/BACKUP",
                "--expect", "here/pull-list.csv", "--json")
            #expect(checked.status == 50)
            let found = try checked.output.split(separator: "\n").compactMap { line -> String? in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
                let finding = try #require(object as? [String: Any])
                guard finding["type"] as? String == "finding" else { return nil }
                return ["rule", "id", "path"].map { finding[$0] as? String ?? "." }.joined(separator: "\t")
            }
            let planted = try Data(contentsOf: URL(fileURLWithPath: stage.path + "/here/planted.tsv"))
            let lines = String(decoding: planted, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(found.sorted() == lines.sorted())
            #expect(Set(lines.compactMap { $0.split(separator: "\t").dropFirst().first }).count > 25)
        }
    }
}
