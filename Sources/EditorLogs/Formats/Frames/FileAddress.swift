/// The path of a file as it stands in a URL: every byte but letters, digits and `-._~:/` as `%20`.
///
/// Source: RFC 3986, 2.1 and 3.3. More is escaped than must be, so that nobody has to guess.
struct FileAddress: Hashable, Sendable {
    /// The escaped path, with a slash at its start: `/Volumes/RAID/A%20B.mov`, `/D:/Media/A.mov`.
    let path: String

    /// Escapes a path that is absolute, or begins with a drive's letter.
    init(_ path: String) {
        let path = path.withSlashes
        var bytes: [UInt8] = path.hasPrefix("/") ? [] : [UInt8(ascii: "/")]
        bytes.reserveCapacity(path.utf8.count + 8)
        for byte in path.utf8 {
            if FileAddress.isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), FileAddress.digits[Int(byte >> 4)], FileAddress.digits[Int(byte & 15)]]
            }
        }
        self.path = String(decoding: bytes, as: UTF8.self)
    }

    /// The whole address (RFC 8089): `file:///Volumes/RAID/A%20B.mov`, `file:///D:/x`; of a share `file://server/x`.
    var url: String { path.hasPrefix("//") ? "file:\(path)" : "file://\(path)" }

    /// A part of a name, escaped alike.
    static func escaped(_ text: String) -> String { String(FileAddress("/\(text)").path.dropFirst()) }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
