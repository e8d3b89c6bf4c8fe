import FileTree
import Foundation
import Glibc
import NamingRules
import RushesFixtures
import Testing

@Suite("Links and special files")
struct PassedOverTests {
    @Test("are neither followed nor judged, and it is said that they are there")
    func remark() throws {
        try withTemporaryFolder { folder in
            try CardBuilder(["a_v001.mov": "1"]).write(intoFolder: folder)
            let rules = try RuleFile(
                yaml: Array("schema: naming-rules/1\nrules:\n  - {id: N2, type: charset}\n".utf8), at: "rules.yaml")
            let check = Check(CheckRequest(name: "SHOW", rules: rules, now: CardBuilder([:]).modified))
            #expect(try check.run(on: PosixDisk(path: folder)).remarks == [])

            #expect(symlink("nowhere", folder + "/b v002.mov") == 0)
            var report = try check.run(on: PosixDisk(path: folder))
            #expect(report.remarks == ["b v002.mov is a symbolic link and was not looked at."])
            #expect(report.findings.findings == [])

            #expect(mkfifo(folder + "/c", 0o600) == 0)
            for name in ["d", "e"] { #expect(symlink("/etc", folder + "/" + name) == 0) }
            report = try check.run(on: PosixDisk(path: folder))
            #expect(
                report.remarks == [
                    "4 links and special files were not looked at: b v002.mov (symbolic link), c (FIFO), "
                        + "d (symbolic link) and 1 more."
                ])
        }
    }
}
