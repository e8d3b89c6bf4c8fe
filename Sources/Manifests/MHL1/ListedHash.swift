internal import Checksums

/// A hash as a list writes it: one or two checksums that it may mean.
struct ListedHash: Equatable {
    /// The first is what the format's own text says.
    let alternatives: [Checksum]
    /// What is not as the format has it, though it is understood.
    let quirk: String?

    init(_ alternatives: [Checksum], quirk: String? = nil) {
        self.alternatives = alternatives
        self.quirk = quirk
    }

    /// Reads a hash element of legacy MHL, and of the tools that added to it; nil when it is none.
    init?(element name: String, text: Substring) {
        let lower = name.lowercased()
        let added = "\(name) is not part of MHL v1.1"
        switch lower {
        case "md5", "sha1": self.init(lower, text)
        case "sha-1": self.init("sha1", text)
        case "sha256", "sha512", "c4", "xxh3", "xxh128", "xxh64": self.init(lower, text, quirk: added)
        case "sha-256": self.init("sha256", text, quirk: added)
        case "sha-512": self.init("sha512", text, quirk: added)
        case "xxh128be", "xxhash128", "xxh3_128", "xxhash3_128": self.init("xxh128", text, quirk: added)
        case "xxh3_64", "xxhash3_64", "xxhash3": self.init("xxh3", text, quirk: added)
        // The schema says little-endian for the one and canonical for the other; tools have done both with both.
        case "xxhash64be": self.init(.xxh64, eitherOrder: text)
        case "xxhash64": self.init(littleEndian: text)
        case "xxhash" where text.utf8.count == 16:
            self.init(.xxh64, eitherOrder: text, quirk: "xxhash has 16 digits: it is taken for XXH64")
        case "xxhash", "xxh32": self.init(xxh32: text)
        default: return nil
        }
    }

    private init?(_ name: String, _ text: Substring, quirk: String? = nil) {
        guard let algorithm = ChecksumAlgorithm(rawValue: name), let checksum = Checksum(algorithm, text: text) else {
            return nil
        }
        self.init([checksum], quirk: quirk)
    }

    /// Canonical first, then the same bytes the other way round.
    init?(_ algorithm: ChecksumAlgorithm, eitherOrder text: some StringProtocol, quirk: String? = nil) {
        guard let canonical = Checksum(algorithm, text: text) else { return nil }
        self.init([canonical, Checksum(algorithm, unchecked: canonical.bytes.reversed())], quirk: quirk)
    }

    private init?(littleEndian text: Substring) {
        guard let written = Checksum(.xxh64, text: text) else { return nil }
        self.init([Checksum(.xxh64, unchecked: written.bytes.reversed()), written])
    }

    /// XXH32: decimal, ten digits or fewer, as the schema has it; eight hex digits are found as well.
    private init?(xxh32 text: Substring) {
        var found: [Checksum] = []
        if text.allSatisfy(\.isASCII), let number = UInt32(text) {
            found.append(
                Checksum(.xxh32, unchecked: (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }))
        }
        if text.utf8.count == 8, let hex = Checksum(.xxh32, text: text), !found.contains(hex) { found.append(hex) }
        guard !found.isEmpty else { return nil }
        self.init(found)
    }
}
