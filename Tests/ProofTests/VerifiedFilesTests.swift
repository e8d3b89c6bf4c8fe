import Checksums
import FileTree
import Testing

@testable import Proof

/// A proof of file `number`, made by hand: only tests and the read-back can.
func verified(
    _ number: Int, size: Int64 = 100, _ algorithms: [ChecksumAlgorithm] = [.xxh64], evidence: Evidence = .proved,
    isFromEarlierRun: Bool = false
) -> VerifiedFile {
    VerifiedFile(
        number: number, size: ByteCount(size), checksums: algorithms.map { Checksum.of([UInt8(number)], $0) },
        evidence: evidence, provedAt: Instant(nanoseconds: Int64(number) * 1000), isFromEarlierRun: isFromEarlierRun)
}

@Suite("VerifiedFiles") struct VerifiedFilesTests {
    @Test(
        "what was inserted is read back whole, whatever the algorithms",
        arguments: [[.xxh64], [.md5, .xxh128], [.c4, .md5, .sha1, .xxh3, .xxh64], []] as [[ChecksumAlgorithm]])
    func columns(algorithms: [ChecksumAlgorithm]) {
        var files = VerifiedFiles(algorithms: algorithms, entryCount: 12)
        let put = zip([0, 3, 4, 11], Evidence.allCases).map { number, evidence in
            verified(
                number, size: Int64(number) << 33, algorithms, evidence: evidence, isFromEarlierRun: number % 2 == 1)
        }
        for file in put { files.insert(file) }
        #expect((0..<12).compactMap { files[$0] } == put)
        #expect((0..<12).compactMap(files.evidence) == Evidence.allCases)
        #expect(files.count == 4)
        #expect(files.size == ByteCount(18 << 33))
    }

    @Test("a second proof takes the place of the first")
    func secondProof() {
        var files = VerifiedFiles(algorithms: [.xxh64], entryCount: 2)
        files.insert(verified(1, size: 100, evidence: .readBack, isFromEarlierRun: true))
        files.insert(verified(1, size: 130, evidence: .proved))
        #expect(files[1] == verified(1, size: 130, evidence: .proved))
        #expect(files.count == 1)
        #expect(files.size == ByteCount(130))
    }

    @Test(
        "the weakest evidence speaks for all",
        arguments: [
            ([], nil), ([.proved], .proved), ([.provedSourceTwice, .proved], .proved),
            ([.proved, .readBack], .readBack),
            ([.readBack, .proved, .streamed], .streamed),
        ] as [([Evidence], Evidence?)])
    func weakest(levels: [Evidence], expected: Evidence?) {
        var files = VerifiedFiles(algorithms: [.xxh64], entryCount: 8)
        for (number, level) in levels.enumerated() {
            files.insert(verified(number, evidence: level, isFromEarlierRun: number == 0))
        }
        #expect(files.weakestEvidence == expected)
    }
}
