import Checksums
import FileTree
import Foundation
import Manifests
import RushesFixtures
import Testing

@Suite("Media Hash Lists v1.1")
struct LegacyMHLTests {
    @Test("a small roll's list, letter by letter")
    func wholeList() throws {
        let roll = try Roll(["a.mov": "abc", "s/z": ""])
        var request = try roll.request([.xxh64, .c4, .md5])
        request.creator.author = "Ana Example <a@b.c>"
        request.creator.comment = "Stage 4"
        let list = try LegacyMHL.write(request, on: roll.disk, at: roll.place)
        #expect(list.description == "Y_2026-11-22_010000.mhl")
        #expect(try roll.text(list) == LegacyMHLTests.expected)
    }

    @Test("only MD5, SHA-1 and XXH64 can be carried", arguments: ChecksumAlgorithm.allCases)
    func carried(_ algorithm: ChecksumAlgorithm) throws {
        let can = [.md5, .sha1, .xxh64].contains(algorithm)
        #expect(LegacyMHL.canCarry([algorithm]) == can)
        let roll = try Roll()
        let request = try roll.request([algorithm])
        if can {
            _ = try LegacyMHL.write(request, on: roll.disk, at: roll.place)
        } else {
            let refusal = #expect(throws: ManifestError.self) {
                try LegacyMHL.write(request, on: roll.disk, at: roll.place)
            }
            #expect(refusal?.code == .cannotCarry)
        }
    }

    @Test("the same list may be written again, another of its name is not replaced")
    func again() throws {
        let roll = try Roll()
        let list = try LegacyMHL.write(roll.request(), on: roll.disk, at: roll.place)
        #expect(try LegacyMHL.write(roll.request(), on: roll.disk, at: roll.place) == list)
        let before = try roll.text(list)
        try roll.add(["c.mov": "new"])
        let refusal = #expect(throws: ManifestError.self) {
            try LegacyMHL.write(roll.request(), on: roll.disk, at: roll.place)
        }
        #expect(refusal?.code == .nameTaken)
        #expect(try roll.text(list) == before)
        #expect(try roll.disk.entries(of: .root).count == 2)
    }

    @Test(
        "a list that is stopped leaves none, and can be written again", arguments: 1...8,
        [FailingDisk.Lasting.once, .fromThenOn])
    func stopped(_ failing: Int, _ mode: FailingDisk.Lasting) throws {
        let roll = try Roll()
        let request = try roll.request()
        let disk = FailingDisk(roll.disk, failingAt: failing, mode, only: .changing)
        _ = try? LegacyMHL.write(request, on: disk, at: roll.place)
        for entry in try roll.disk.entries(of: .root) where entry.name.suffix(4).elementsEqual(".mhl".utf8) {
            let list = try #require(RelativePath(entry.name))
            #expect(try roll.text(list).hasSuffix("</hashlist>\n"))
        }
        _ = try LegacyMHL.write(request, on: roll.disk, at: roll.place)
        #expect(try roll.disk.entries(of: .root).count == 2)
    }

    @Test("simple-mhl verifies the list and finds it valid", .enabled(if: Judge.isThere))
    func judged() throws {
        let roll = try Roll(["a.mov": "abc", "s/b&c.txt": "hello", "caf\u{E9}": "x"])
        for (place, algorithms) in [[.md5], [.sha1], [.xxh64], [.xxh64, .md5, .sha1]].enumerated()
            as EnumeratedSequence<[[ChecksumAlgorithm]]>
        {
            let list = try LegacyMHL.write(roll.request(algorithms, after: Int64(place)), on: roll.disk, at: roll.place)
            for check in ["verify", "xsd-schema-check"] {
                let (status, output) = try Judge.run("simple-mhl", check, roll.home + "/" + list.description)
                #expect(status == 0, "\(check) \(algorithms): \(output)")
            }
        }
    }

    private static let expected = """
        <?xml version="1.0" encoding="UTF-8"?>
        <hashlist version="1.1">
          <creatorinfo>
            <name>Ana Example</name>
            <username>Ana Example</username>
            <hostname>cart-1</hostname>
            <tool>rushes 0.1</tool>
            <startdate>2026-11-22T01:00:00Z</startdate>
            <finishdate>2026-11-22T01:00:01Z</finishdate>
            <log>Stage 4</log>
          </creatorinfo>
          <hash>
            <file>Y/a.mov</file>
            <size>3</size>
            <lastmodificationdate>2026-11-22T00:00:00Z</lastmodificationdate>
            <md5>900150983cd24fb0d6963f7d28e17f72</md5>
            <xxhash64be>44bc2cf5ad770999</xxhash64be>
            <hashdate>2026-11-22T01:00:01Z</hashdate>
          </hash>
          <hash>
            <file>Y/s/z</file>
            <size>0</size>
            <lastmodificationdate>2026-11-22T00:00:00Z</lastmodificationdate>
            <md5>d41d8cd98f00b204e9800998ecf8427e</md5>
            <xxhash64be>ef46db3751d8e999</xxhash64be>
            <hashdate>2026-11-22T01:00:01Z</hashdate>
          </hash>
        </hashlist>

        """
}
