/// The address of a file, as OpenTimelineIO has it.
///
/// Source: RFC 8089, with RFC 3986, 2.3, for what stays as it is.
enum TimelineURL {
    /// `file:///Volumes/RAID/A001%20x.mov`; a drive becomes `file:///D:/x`, a share `file://server/x`.
    static func text(_ path: String) -> String {
        let path = path.withSlashes
        if path.hasPrefix("//") { return "file:" + encoded(path) }
        guard let drive = path.utf8.first, path.utf8.dropFirst().first == UInt8(ascii: ":"), isLetter(drive) else {
            return "file://" + encoded(path)
        }
        return "file:///" + String(path.prefix(2)) + encoded(String(path.dropFirst(2)))
    }

    /// Bytes that mean something else in an address as `%20`.
    static func encoded(_ path: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(path.utf8.count)
        for byte in path.utf8 {
            if isLetter(byte) || plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let plain = Array("/0123456789-._~".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) && byte < 0x80
    }
}
