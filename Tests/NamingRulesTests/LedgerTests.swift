import Checksums
import FileTree
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("A ledger is a text that a person reads, and that is believed only where every line is right")
struct LedgerTests {
    /// 2026-11-22T16:00:00Z, and half a second.
    static let now = Instant(nanoseconds: 1_795_363_200_500_000_000)

    static func line(_ path: RelativePath, _ text: String = "picture") throws -> Ledger.Line {
        let content = Checksum.of(Array(text.utf8), .xxh128)
        return try #require(
            Ledger.Line(path: path, size: ByteCount(Int64(text.utf8.count)), content: content, recorded: now))
    }

    @Test("It has the schema and a line a file, by the bytes of the paths")
    func text() throws {
        let (ledger, added) = Ledger().adding([
            try Self.line("b.mov"), try Self.line("a/é 100%.mov"), try Self.line("a.mov"), try Self.line("a.mov", "x"),
        ])
        #expect(added == 3)
        let content = Checksum.of(Array("picture".utf8), .xxh128)
        #expect(
            String(decoding: ledger.text, as: UTF8.self) == """
                rushes-ledger/1
                2026-11-22T16:00:00Z\t\(content)\t7\ta.mov
                2026-11-22T16:00:00Z\t\(content)\t7\ta/é 100%25.mov
                2026-11-22T16:00:00Z\t\(content)\t7\tb.mov

                """)
        #expect(try Ledger(text: ledger.text) == ledger)
    }

    @Test("Any name comes back as it was: line ends, tabs, bytes that are no text, characters that nobody sees")
    func names() throws {
        let names: [[UInt8]] = [
            Array("a\nb".utf8), Array("a\tb\u{7F}".utf8), [0x61, 0xFF, 0x25, 0x62], Array("%41".utf8),
            Array("zero\u{200B}width".utf8), Array("turned\u{202E}gpj".utf8), Array("한국 é e\u{301}".utf8),
            [1, 2, 3], Array(repeating: 0xFE, count: 255),
        ]
        let lines = try names.map { try Self.line(#require(RelativePath($0))) }
        let (ledger, added) = Ledger().adding(lines)
        #expect(added == names.count)
        let text = ledger.text
        #expect(try Ledger(text: text) == ledger)
        let shown = String(decoding: text, as: UTF8.self)
        for part in ["a%0Ab\n", "a%09b%7F\n", "a%FF%25b\n", "%2541\n", "zero%E2%80%8Bwidth\n", "한국 é e\u{301}\n"] {
            #expect(shown.contains(part), "\(part)")
        }
        #expect(text.split(separator: UInt8(ascii: "\n")).count == 1 + names.count)
    }

    @Test("Random names come back as they were")
    func randomNames() throws {
        for seed in 1...50 as ClosedRange<UInt64> {
            let lines = try (0..<20).compactMap { number -> Ledger.Line? in
                let bytes = seededBytes(1 + Int(seed), seed: seed * 100 + UInt64(number))
                return try RelativePath(bytes).map { try Self.line($0, "\(number)") }
            }
            let ledger = Ledger().adding(lines).ledger
            #expect(try Ledger(text: ledger.text) == ledger)
        }
    }

    @Test("Lines that are there stay as they are, whatever comes")
    func stays() throws {
        let old = Ledger().adding([try Self.line("b.mov", "old"), try Self.line("d.mov", "old")]).ledger
        let (new, added) = old.adding(
            try ["a", "b", "c", "d", "e"].map { try Self.line(RelativePath(stringLiteral: "\($0).mov"), "new") })
        #expect(added == 3)
        #expect((0..<new.count).map { new[$0].path.description } == ["a.mov", "b.mov", "c.mov", "d.mov", "e.mov"])
        #expect((0..<new.count).map { new[$0].content == old[0].content } == [false, true, false, true, false])
        #expect(new.adding([]).ledger == new)
    }

    static let good = "2026-11-22T16:00:00Z\t0123456789abcdef0123456789abcdef\t7\tm.mov"

    @Test(
        "A line that is wrong is refused with its number",
        arguments: [
            ("", 1, "It is not rushes-ledger/1."),
            ("\n", 1, "It is not rushes-ledger/1."),
            ("rushes-ledger/2\n", 1, "It is not rushes-ledger/1."),
            ("rushes-ledger/1\r\n", 1, "It is not rushes-ledger/1."),
            ("rushes-ledger/1", 1, "It has no end."),
            ("rushes-ledger/1\n\(good)", 2, "It has no end."),
            ("rushes-ledger/1\n\n", 2, "It is not a time, an XXH128, a size and a path with tabs between them."),
            (
                "rushes-ledger/1\n\(good)\n\(good)\textra\n", 3,
                "It is not a time, an XXH128, a size and a path with tabs between them."
            ),
            ("rushes-ledger/1\n\(good)\n\(good)\n", 3, behind),
            ("rushes-ledger/1\n\(good)\n\(good.replacing("m.mov", with: "a.mov"))\n", 3, behind),
            ("rushes-ledger/1\n\(good.replacing("2026-11-22T", with: "2026-02-30T"))\n", 2, time),
            ("rushes-ledger/1\n\(good.replacing("00Z", with: "00+01:00"))\n", 2, time),
            ("rushes-ledger/1\n\(good.replacing("00Z", with: "00.5Z"))\n", 2, time),
            (
                "rushes-ledger/1\n\(good.replacing("0123456789abcdef\t", with: "\t"))\n", 2,
                "Its XXH128 is not 32 hex digits."
            ),
            ("rushes-ledger/1\n\(good.replacing("cdef\t", with: "cdeg\t"))\n", 2, "Its XXH128 is not 32 hex digits."),
            ("rushes-ledger/1\n\(good.replacing("\t7\t", with: "\t-7\t"))\n", 2, size),
            ("rushes-ledger/1\n\(good.replacing("\t7\t", with: "\t07\t"))\n", 2, size),
            ("rushes-ledger/1\n\(good.replacing("\t7\t", with: "\t99999999999999999999\t"))\n", 2, size),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "/m.mov"))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "a/../m.mov"))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "a//m.mov"))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: ""))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "m%00.mov"))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "m%2"))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "m%g0.mov"))\n", 2, path),
            ("rushes-ledger/1\n\(good.replacing("m.mov", with: "m\u{1B}[31m.mov"))\n", 2, path),
        ])
    func wrong(_ text: String, _ line: Int, _ sentence: String) {
        #expect(throws: Ledger.Mistake(line: line, sentence: sentence)) { try Ledger(text: Array(text.utf8)) }
    }

    static let behind =
        "Its path does not come behind the one before it: lines come by the bytes of their paths, none twice."
    static let time = "Its time is not one like 2026-11-22T16:00:00Z."
    static let size = "Its size is not a number of bytes."
    static let path = "Its path is not one below the folder."

    @Test("A line longer than any path is refused before it is taken apart")
    func longLine() {
        let text = Array("rushes-ledger/1\n".utf8) + Array(repeating: UInt8(ascii: "a"), count: Ledger.longestLine + 1)
        #expect(throws: Ledger.Mistake(line: 2, sentence: "It is too long.")) { try Ledger(text: text) }
    }
}
