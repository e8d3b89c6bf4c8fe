import Checksums
import Testing

@Suite("Checksums give the numbers everyone else's give")
struct VectorTests {
    /// Bytes i % 251, 100,000 of them: beyond 240 bytes the long-input code of XXH3 runs.
    static let long = (0..<100_000).map { UInt8($0 % 251) }

    @Test(
        "XXH32, XXH64, XXH3 and XXH128, as xxhsum prints them",
        arguments: [
            ([], "02cc5d05", "ef46db3751d8e999", "2d06800538d394c2", "99aa06d3014798d86001c324468d497f"),
            (Array("abc".utf8), "32d153ff", "44bc2cf5ad770999", "78af5f94892f3950", "06b05ab6733a618578af5f94892f3950"),
            (
                Array("hello".utf8), "fb0077f9", "26c7827d889f6da3", "9555e8555c62dcfd",
                "b5e9c1ad071b3e7fc779cfaa5e523818"
            ),
            (long, "875d1b04", "4cf75ee72cd8f4cc", "42c23aeead96750d", "54182c58bbb1337c42c23aeead96750d"),
        ] as [([UInt8], String, String, String, String)])
    func xxHash(_ bytes: [UInt8], _ xxh32: String, _ xxh64: String, _ xxh3: String, _ xxh128: String) {
        #expect(Checksum.of(bytes, .xxh32).description == xxh32)
        #expect(Checksum.of(bytes, .xxh64).description == xxh64)
        #expect(Checksum.of(bytes, .xxh3).description == xxh3)
        #expect(Checksum.of(bytes, .xxh128).description == xxh128)
    }

    @Test(
        "MD5, SHA-1 and the SHA-2s, as coreutils print them",
        arguments: [
            (.md5, "900150983cd24fb0d6963f7d28e17f72"),
            (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                .sha512,
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
            ),
        ] as [(ChecksumAlgorithm, String)])
    func cryptographic(_ algorithm: ChecksumAlgorithm, _ expected: String) {
        #expect(Checksum.of(Array("abc".utf8), algorithm).description == expected)
    }

    @Test(
        "C4 IDs are those of the reference",
        arguments: [
            ([], "c459dsjfscH38cYeXXYogktxf4Cd9ibshE3BHUo6a58hBXmRQdZrAkZzsWcbWtDg5oQstpDuni4Hirj75GEmTc1sFT"),
            (
                Array("abc".utf8),
                "c45S4rnaTNWonxss1u8LzsaJdEph1AJhWUF4sh2waXKMsutyfAxg4ybUeuXVWS9HdNcEypmeXn8FZGonD4w1rj9DZp"
            ),
            (long, "c4462fDeTzwtoMuJkebiZeNWSXayDdGYDumZctbcnqMcbSGEDJ1Uwr2bZpwFXKrFtw15dQ4P9re4MGx4Ln6sg45obh"),
        ] as [([UInt8], String)])
    func c4(_ bytes: [UInt8], _ expected: String) {
        #expect(Checksum.of(bytes, .c4).description == expected)
    }

    @Test(
        "C4 writes each digest in 90 characters, and reads it back",
        arguments: [
            (Array(repeating: 0, count: 64), "c4" + String(repeating: "1", count: 88)),
            (Array(repeating: 0, count: 63) + [1], "c4" + String(repeating: "1", count: 87) + "2"),
            (
                Array(repeating: 0xFF, count: 64),
                "c467rpwLCuS5DGA8KGZXKsVQ7dnPb9goRLoKfgGbLfQg9WoLUgNY77E2jT11fem3coV9nAkguBACzrU1iyZM4B8roQ"
            ),
        ] as [([UInt8], String)])
    func c4Digests(_ digest: [UInt8], _ text: String) {
        #expect(C4ID.text(of: digest) == text)
        #expect(C4ID.digest(of: text) == digest)
    }

    @Test(
        "what is no C4 ID is refused",
        arguments: [
            "", "c4", "c41", "C4" + String(repeating: "1", count: 88), "c4" + String(repeating: "0", count: 88),
            "c4" + String(repeating: "1", count: 89), "c4" + String(repeating: "z", count: 88),
        ])
    func notC4(_ text: String) {
        #expect(C4ID.digest(of: text) == nil)
    }

    @Test("C4 IDs sort as their digests do")
    func c4Order() {
        let digests = (0..<64).map { Checksum.of([UInt8($0)], .c4) }
        let byText = digests.sorted { $0.description < $1.description }
        let byBytes = digests.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        #expect(byText == byBytes)
    }

    @Test(
        "a file in pieces has the checksum of the whole, and the next one starts anew",
        arguments: ChecksumAlgorithm.allCases)
    func pieces(_ algorithm: ChecksumAlgorithm) {
        let running = RunningChecksum(algorithm)
        for _ in 0..<2 {
            for start in stride(from: 0, to: VectorTests.long.count, by: 333) {
                VectorTests.long[start..<min(start + 333, VectorTests.long.count)].withUnsafeBytes {
                    running.update($0)
                }
            }
            #expect(running.finish() == Checksum.of(VectorTests.long, algorithm))
        }
    }

    @Test("hex of either case is read, and written in lower case")
    func hex() {
        #expect(Checksum(.xxh64, text: "44BC2CF5AD770999")?.description == "44bc2cf5ad770999")
        #expect(Checksum(.xxh64, text: "44BC2CF5AD77099") == nil)
        #expect(Checksum(.xxh64, text: "44BC2CF5AD7709999") == nil)
        #expect(Checksum(.xxh64, text: "g4bc2cf5ad770999") == nil)
        #expect(Checksum(.md5, text: "44bc2cf5ad770999") == nil)
    }
}
