internal import Checksums

/// A hash as a list writes it: one or two checksums that it may mean.
struct ListedHash: Equatable {
    let alternatives: [Checksum]

    init(_ alternatives: [Checksum]) {
        self.alternatives = alternatives
    }

    /// Reads a hash element of legacy MHL, and of the tools that added to it; nil when it is none.
    init?(element name: String, text: Substring) {
        switch name.lowercased() {
        case "md5", "sha1", "sha256", "sha512", "c4", "xxh3", "xxh128", "xxh64":
            self.init(name.lowercased(), text)
        case "sha-1": self.init("sha1", text)
        case "sha-256": self.init("sha256", text)
        case "sha-512": self.init("sha512", text)
        case "xxh128be", "xxhash128", "xxh3_128", "xxhash3_128": self.init("xxh128", text)
        case "xxh3_64", "xxhash3_64", "xxhash3": self.init("xxh3", text)
        // The schema says little-endian for the one and canonical for the other; tools have done both with both.
        case "xxhash64", "xxhash64be": self.init(.xxh64, eitherOrder: text)
        case "xxhash" where text.utf8.count == 16: self.init(.xxh64, eitherOrder: text)
        case "xxhash", "xxh32": self.init(xxh32: text)
        default: return nil
        }
    }

    private init?(_ name: String, _ text: Substring) {
        guard let algorithm = ChecksumAlgorithm(rawValue: name), let checksum = Checksum(algorithm, text: text) else {
            return nil
        }
        self.init([checksum])
    }

    /// Canonical first, then the same bytes the other way round.
    init?(_ algorithm: ChecksumAlgorithm, eitherOrder text: some StringProtocol) {
        guard let canonical = Checksum(algorithm, text: text) else { return nil }
        self.init([canonical, Checksum(algorithm, unchecked: canonical.bytes.reversed())])
    }

    /// XXH32: decimal, ten digits or fewer, as the schema has it; eight hex digits are found as well.
    private init?(xxh32 text: Substring) {
        var found: [Checksum] = []
        if text.allSatisfy(\.isASCII), let number = UInt32(text) {
            found.append(
                Checksum(.xxh32, unchecked: (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }))
        }
        if text.utf8.count == 8, let hex = Checksum(.xxh32, text: text) { found.append(hex) }
        guard !found.isEmpty else { return nil }
        self.init(found)
    }
}
