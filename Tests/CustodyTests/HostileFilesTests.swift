import Checksums
import Custody
import FileTree
import Glibc
import Manifests
import RushesFixtures
import Testing

@Suite("Manifests that are out to do harm")
struct HostileFilesTests {
    private static let gigabyte = 1 << 30

    @Test(
        "ten gigabytes of nothing are refused without being read",
        arguments: [
            ("x.mhl", ""), ("x.md5", ""), ("x.mhl", "<hashlist>"), ("ascmhl/\(HandMade.name(1))", "<hashlist>"),
        ])
    func sparse(_ name: String, _ head: String) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let verified = try Verified(
            ["a": "abc", name: head] + chained(name),
            prepare: { root in
                try #require(truncate(root + "/" + name, 10 * Self.gigabyte) == 0)
            })
        #expect(
            verified.status == .manifestAltered || verified.status == .sourceUnreadable
                || verified.problems == ["unreadable"])
        #expect(verified.equal == 0)
        #expect(clock.now - start < .seconds(20))
    }

    /// A chain for a manifest that lies in a history.
    private func chained(_ name: String) -> [String: String] {
        guard name.hasPrefix("ascmhl/") else { return [:] }
        let link = HandMade.link(1, HandMade.name(1), "<c4>\(Checksum.of([], .c4))</c4>")
        return ["ascmhl/ascmhl_chain.xml": HandMade.chain([link])]
    }

    @Test(
        "a manifest that is a FIFO, a folder or a link is no manifest, and nobody waits for it",
        arguments: ["fifo", "folder", "link", "link out"],
        ["x.mhl", "x.md5", "ascmhl/\(HandMade.name(1))", "ascmhl/ascmhl_chain.xml", "ascmhl"])
    func noFile(_ kind: String, _ name: String) throws {
        let manifest = HandMade.manifest([HandMade.file("a", "secret")])
        var files = ["a": "abc"] + HandMade.history([manifest])
        if !name.hasPrefix("ascmhl") { files = ["a": "abc"] }
        let verified = try Verified(
            files.filter { !$0.key.hasPrefix(name) },
            prepare: { root in
                let place = root + "/" + name
                try write(manifest, to: root + "/../outside")
                switch kind {
                case "fifo": try #require(mkfifo(place, 0o600) == 0)
                case "folder": try #require(mkdir(place, 0o700) == 0)
                case "link": try #require(symlink("a", place) == 0)
                default: try #require(symlink(name.hasPrefix("ascmhl/") ? "../../outside" : "../outside", place) == 0)
                }
            })
        #expect(verified.equal == 0)
        #expect(verified.status != .done)
        #expect(!verified.findings.contains("a differs"))
    }

    @Test(
        "a roll whose history the disk does not give is not whole, whatever else is",
        arguments: ["link", "too large"], ["S/ascmhl/ascmhl_chain.xml", "S/ascmhl/\(HandMade.name(1))"])
    func refused(_ kind: String, _ name: String) throws {
        let manifest = HandMade.manifest([HandMade.file("a", "abc")])
        let rolls = HandMade.history([manifest], in: "S/") + HandMade.history([manifest], in: "T/")
        let verified = try Verified(
            ["S/a": "damaged", "T/a": "abc"] + rolls,
            prepare: { root in
                let place = root + "/" + name
                if kind == "link" {
                    try #require(rename(place, root + "/../outside") == 0)
                    try #require(symlink("../../../outside", place) == 0)
                } else {
                    try #require(truncate(place, 3 * Self.gigabyte) == 0)
                }
            })
        #expect(verified.equal == 1)
        #expect(verified.status.rawValue >= 30, "\(verified.sentences)")
    }

    @Test("a list that the disk does not give is not passed over")
    func refusedList() throws {
        let list = HandMade.legacy("<file>a</file><xxhash64be>\(HandMade.abc)</xxhash64be>")
        let verified = try Verified(
            ["a": "abc", "x.mhl": list, "y.md5": "\n"],
            prepare: { root in try #require(truncate(root + "/y.md5", Self.gigabyte) == 0) })
        #expect((verified.status, verified.equal) == (.sourceUnreadable, 1))
    }

    private func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        try #require(fputs(text, file) >= 0)
    }

    @Test(
        "a manifest cut at any byte is refused or says what it still says, never crashes",
        arguments: ["asc", "chain", "legacy", "list", "packing list"])
    func cut(_ kind: String) throws {
        let manifest = HandMade.manifest([HandMade.file("a", "abc", size: "3"), HandMade.folder("s")])
        let chain = HandMade.history([manifest])["ascmhl/ascmhl_chain.xml"] ?? ""
        let legacy = HandMade.legacy("<file>a</file><size>3</size><xxhash64be>\(HandMade.abc)</xxhash64be>")
        let list = "MD5 (a) = 900150983cd24fb0d6963f7d28e17f72\r\n\\900150983cd24fb0d6963f7d28e17f72 *a\\\\b\r\n"
        let text = Array(
            ["asc": manifest, "chain": chain, "legacy": legacy, "list": list, "packing list": manifest][
                kind, default: ""
            ].utf8)
        for length in text.indices {
            let cut = Array(text[..<length])
            var files = ["a": "abc", "s/": ""]
            let place: String
            switch kind {
            case "asc":
                place = "ascmhl/" + HandMade.name(1)
                let link = HandMade.link(1, HandMade.name(1), "<c4>\(Checksum.of(cut, .c4))</c4>")
                files["ascmhl/ascmhl_chain.xml"] = HandMade.chain([link])
            case "chain":
                place = "ascmhl/ascmhl_chain.xml"
                files["ascmhl/" + HandMade.name(1)] = manifest
            case "list": place = "x.md5"
            default: place = "x.mhl"
            }
            let verified = try Verified(files, raw: [place: cut])
            // Behind the last tag there is only a line end; a plain list has no end that could be missing.
            guard kind != "list", length < text.count - 1 else { continue }
            #expect(verified.equal == 0, "cut at \(length)")
            #expect(
                verified.status == .manifestAltered || verified.problems.contains("unreadable"),
                "cut at \(length): \(verified.status)")
        }
    }

    @Test("entities that grow without end are never opened")
    func laughs() throws {
        var text = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY l0 \"lol\">"
        for level in 1...9 { text += "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">" }
        text += "]><hashlist><hash><file>&l9;</file></hash></hashlist>"
        #expect(try Verified(["a": "abc", "x.mhl": text]).problems == ["unreadable"])
    }

    @Test("names of every byte that a file system and XML can carry are found again")
    func everyByte() throws {
        var raw: [String: [UInt8]] = [:]
        var records: [String] = []
        for scalar in (1...0x2FF).compactMap(Unicode.Scalar.init)
        where scalar != "/" && scalar.value >= 0x20 || scalar == "\t" {
            let name = "n\(scalar.value)_\(scalar)_"
            raw[name] = Array("abc".utf8)
            let text = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            records.append("<file>\(text)</file><xxhash64be>\(HandMade.abc)</xxhash64be>")
        }
        let list = "<hashlist version=\"1.1\">" + records.map { "<hash>\($0)</hash>" }.joined() + "</hashlist>"
        let verified = try Verified(["x.mhl": list], raw: raw)
        #expect((verified.status, verified.equal) == (.done, raw.count))
    }

    @Test("one path a hundred thousand times is one file, and one remark")
    func duplicates() throws {
        let record = HandMade.file("a", "abc")
        let manifest = HandMade.manifest(Array(repeating: record, count: 100_000))
        let verified = try Verified(["a": "abc"] + HandMade.history([manifest]))
        #expect((verified.status, verified.equal) == (.done, 1))
        #expect(verified.problems.count <= 20)
    }

    @Test("a folder of links in a circle, and manifests that lead through them, end")
    func linkCircle() throws {
        let list = HandMade.legacy("<file>x/y/x/y/a</file><xxhash64be>\(HandMade.abc)</xxhash64be>")
        let verified = try Verified(
            ["a": "abc", "x.mhl": list], part: "x.mhl",
            prepare: { root in
                for index in 0..<100 { try #require(symlink("l\((index + 1) % 100)", root + "/l\(index)") == 0) }
                try #require(symlink(".", root + "/x") == 0)
            })
        #expect(verified.findings.contains("x/y/x/y/a missing"))
    }
}
