internal import Checksums

/// Digits of digests: what is read must be written as it was.
enum FuzzedDigest {
    static func read(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        for algorithm in ChecksumAlgorithm.allCases {
            guard let checksum = Checksum(algorithm, text: text) else { continue }
            let expected = algorithm == .c4 ? text : text.lowercased()
            precondition(checksum.description == expected, "a digest is written as it was read")
        }
        let digest = Array((bytes + Array(repeating: 0, count: 64)).prefix(64))
        precondition(C4ID.digest(of: C4ID.text(of: digest)) == digest, "a C4 ID names one digest")
        precondition(Hexadecimal.bytes(of: Hexadecimal.text(of: bytes)) == bytes, "hex digits are those bytes")
    }

    static let seeds = [
        "0123456789ABCDEFabcdef", "0cc175b9c0f1b6a831c399e269772661", Checksum.of([1], .c4).description,
        "c4" + String(repeating: "z", count: 88), Checksum.of([1], .sha512).description, "01234567",
    ].map { Array($0.utf8) }
}
