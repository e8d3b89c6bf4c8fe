/// The fingerprint of some bytes, with the recipe that made it.
public struct Checksum: Hashable, Sendable {
    /// The recipe.
    public let algorithm: ChecksumAlgorithm
    /// The digest, most significant byte first; `algorithm.digestLength` bytes.
    public let bytes: [UInt8]

    /// Pairs a recipe with a digest; nil when the length is not the recipe's.
    public init?(_ algorithm: ChecksumAlgorithm, _ bytes: [UInt8]) {
        guard bytes.count == algorithm.digestLength else { return nil }
        self.algorithm = algorithm
        self.bytes = bytes
    }

    package init(_ algorithm: ChecksumAlgorithm, unchecked bytes: [UInt8]) {
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// Reads a fingerprint as manifests write it: hex of either case, or a C4 ID.
    public init?(_ algorithm: ChecksumAlgorithm, text: some StringProtocol) {
        let bytes = algorithm == .c4 ? C4ID.digest(of: text) : Hexadecimal.bytes(of: text)
        guard let bytes else { return nil }
        self.init(algorithm, bytes)
    }
}

extension Checksum: CustomStringConvertible {
    /// The fingerprint as manifests write it: lower-case hex, or a C4 ID.
    public var description: String {
        algorithm == .c4 ? C4ID.text(of: bytes) : Hexadecimal.text(of: bytes)
    }
}

/// Bytes as pairs of hex digits.
public enum Hexadecimal {
    /// Lower-case digits, two a byte.
    public static func text(of bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            var next = 0
            for byte in bytes {
                buffer[next] = digits[Int(byte >> 4)]
                buffer[next + 1] = digits[Int(byte & 15)]
                next += 2
            }
            return next
        }
    }

    /// The bytes that digits of either case stand for; nil when they are not pairs of digits.
    public static func bytes(of text: some StringProtocol) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for pair in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[pair]), let low = value(digits[pair + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
