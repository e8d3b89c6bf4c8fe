import Custody
import Manifests
import Testing

@Suite("Encodings of legacy lists")
struct EncodingTests {
    struct Encoding: CustomTestStringConvertible {
        let name: String
        let encode: @Sendable (String) -> [UInt8]
        var testDescription: String { name }
    }

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
    }

    private static func singleByte(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0 == "\u{20AC}" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
    }

    static let read = [
        Encoding(name: "UTF-8", encode: { Array($0.utf8) }),
        Encoding(name: "utf-8", encode: { Array(("\u{FEFF}" + $0).utf8) }),
        Encoding(name: "UTF-16", encode: { utf16($0, isLittle: true) }),
        Encoding(name: "UTF-16", encode: { utf16($0, isLittle: false) }),
        Encoding(name: "ISO-8859-1", encode: { singleByte($0) }),
        Encoding(name: "windows-1252", encode: { singleByte($0) }),
    ]

    private func list(_ name: String, _ encoding: String) -> String {
        "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<hashlist version=\"1.1\"><hash><file>\(name)</file>"
            + "<size>3</size><xxhash64be>\(HandMade.abc)</xxhash64be></hash></hashlist>\n"
    }

    @Test("these are read", arguments: EncodingTests.read)
    func these(_ encoding: Encoding) throws {
        let name = encoding.name == "windows-1252" ? "caf\u{E9} 5\u{20AC}.mov" : "caf\u{E9} \u{FC}.mov"
        let verified = try Verified([name: "abc"], raw: ["x.mhl": encoding.encode(list(name, encoding.name))])
        #expect((verified.status, verified.equal) == (.done, 1), "\(verified.findings) \(verified.sentences)")
        #expect(verified.problems == [])
    }

    @Test(
        "others are read right, or get a sentence",
        arguments: ["UTF-32", "EUC-JP", "x-unknown", "windows-1251", "UTF-7", ""])
    func others(_ name: String) throws {
        let verified = try Verified(
            ["caf\u{E9}.mov": "abc"], raw: ["x.mhl": Self.singleByte(list("caf\u{E9}.mov", name))])
        #expect(verified.equal == 0)
        #expect(verified.status != .done)
    }
}
