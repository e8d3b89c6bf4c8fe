import Checksums
import Custody
import FileTree
import Foundation
import Manifests
import RushesFixtures
import Testing

@Suite("Plain lists of checksums")
struct PlainListTests {
    private static let md5 = "900150983cd24fb0d6963f7d28e17f72"

    /// A list of `a.mov`, which holds "abc".
    struct Row: CustomTestStringConvertible {
        let name: String
        let text: String
        var status = RunStatus.done
        var findings: [String] = []
        var testDescription: String { "\(name): \(text.debugDescription)" }
    }

    static let rows = [
        Row(name: "x.md5", text: "\(md5)  a.mov\n"),
        Row(name: "x.md5", text: "\(md5) *a.mov\n"),
        Row(name: "x.md5", text: "\(md5)  a.mov"),
        Row(name: "x.md5", text: "\(md5.uppercased())  a.mov\r\n"),
        Row(name: "x.md5", text: "; made by\r\n\r\n\(md5) *a.mov\r\n\(md5)  ./a.mov"),
        Row(name: "x.md5", text: "# made by\n\(md5)  a.mov\n"),
        Row(name: "x.md5", text: "\u{FEFF}\(md5)  a.mov\n"),
        Row(name: "x.md5", text: "\(md5)  a.mov\0"),
        Row(name: "x.md5", text: "MD5 (a.mov) = \(md5)\n"),
        Row(name: "x.md5", text: "MD5 (a.mov) = \(md5)\r\n"),
        Row(name: "x.txt.md5sums", text: "\(md5)  a.mov\n"),
        Row(name: "MD5SUMS.txt", text: "\(md5)  a.mov\n"),
        Row(name: "a.mov.md5", text: "\(md5)\n"),
        Row(name: "a.mov.md5", text: "\(md5)"),
        Row(name: "x.xxh128", text: "06b05ab6733a618578af5f94892f3950  a.mov\n"),
        Row(name: "x.xxh", text: "06b05ab6733a618578af5f94892f3950  a.mov\n"),
        Row(
            name: "x.md5", text: "06b05ab6733a618578af5f94892f3950  a.mov\n", status: .contentDiffers,
            findings: ["a.mov differs"]),
        Row(name: "x.xxhash", text: "44bc2cf5ad770999 ?XXHASH64*a.mov\n"),
        Row(name: "x.xxh64", text: "44bc2cf5ad770999  a.mov\n"),
        Row(name: "x.xxh64", text: "990977adf52cbc44  a.mov\n", findings: ["a.mov other byte order"]),
        Row(name: "x.xxh3", text: "78af5f94892f3950  a.mov\n"),
        Row(name: "x.xxh", text: "XXH3_78af5f94892f3950  a.mov\n"),
        Row(name: "x.xxh", text: "XXH3 (a.mov) = 78af5f94892f3950\n"),
        Row(name: "x.xxh", text: "XXH3_LE (a.mov) = 50392f89945faf78\n"),
        Row(name: "x.xxh", text: "XXH64_LE (a.mov) = 990977adf52cbc44\n"),
        Row(name: "x.xxh32", text: "ff53d132  a.mov\n", findings: ["a.mov other byte order"]),
        Row(name: "x.sha1", text: "a9993e364706816aba3e25717850c26c9cd0d89d  a.mov\n"),
        Row(name: "x.md5", text: "\(md5)  ../a.mov\n", status: .missing),
        Row(name: "x.md5", text: "\(md5)  /etc/passwd\n", status: .missing, findings: ["/etc/passwd missing"]),
        Row(name: "x.md5", text: "not a list\n", status: .manifestAltered),
    ]

    @Test("lists as tools and people write them", arguments: PlainListTests.rows)
    func hold(_ row: Row) throws {
        let verified = try Verified(["a.mov": "abc", row.name: row.text])
        #expect(verified.findings.filter { !$0.hasSuffix("not listed") } == row.findings, "\(verified.sentences)")
        if row.status == .done { #expect(verified.status == .done, "\(verified.sentences)") }
        if row.status != .done {
            let alone = try Verified(["a.mov": "abc", row.name: row.text], part: row.name)
            #expect(alone.status == row.status || alone.refused == ["manifest"])
        }
    }

    @Test("UTF-16 with a byte order mark, in both orders", arguments: [true, false])
    func utf16(_ isLittle: Bool) throws {
        let units = [0xFEFF] + Array("\(Self.md5)  caf\u{E9}\r\n".utf16)
        let bytes = units.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let verified = try Verified(["caf\u{E9}": "abc"], raw: ["x.md5": bytes])
        #expect((verified.status, verified.equal) == (.done, 1))
    }

    /// What a tool is asked, and the list's name.
    static let tools: [([String], String)] =
        ["md5sum", "sha1sum", "sha256sum", "sha512sum"].flatMap { tool in
            [[tool], [tool, "--tag"], [tool, "-b"], [tool, "-z"]].map { ($0, "x." + tool.dropLast(3)) }
        }
        + [("-H0", "xxh32"), ("-H1", "xxh64"), ("-H2", "xxh128"), ("-H3", "xxh3")].flatMap { flag, name in
            [[], ["--tag"], ["--little-endian"], ["--tag", "--little-endian"]].map {
                (["xxhsum", flag] + $0, "x." + name)
            }
        }

    @Test("what the tools themselves write is read back, whatever the names", arguments: PlainListTests.tools)
    func tool(_ command: [String], _ list: String) throws {
        var files = ["plain": "abc", "d/with blank ": "abc", "d/*star": "", "(b) = c": "hello", "caf\u{E9}": "x"]
        // xxhsum writes such names as they are: its list cannot be told from one of other names.
        if command[0] != "xxhsum" { files["line\nbreak"] = "abc"; files["back\\slash"] = "abc"; files["cr\r"] = "abc" }
        var isThere = true
        let verified = try Verified(
            files,
            prepare: { root in
                guard let text = try output(of: command + files.keys.sorted(), in: root) else { return isThere = false }
                try CardBuilder([RelativePath(stringLiteral: list): .bytes(Array(text))]).write(intoFolder: root)
            })
        guard isThere else { return print("\(command[0]) is not installed: nothing was compared.") }
        #expect(verified.equal == files.count, "\(verified.findings) \(verified.sentences)")
        #expect(verified.status == .done, "\(verified.findings)")
    }

    private func output(of command: [String], in folder: String) throws -> Data? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 127 ? nil : data
    }
}
