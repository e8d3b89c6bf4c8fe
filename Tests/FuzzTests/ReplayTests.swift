import Foundation
import FuzzedParsers
import Testing

@Suite("What the fuzzers start from and once found")
struct ReplayTests {
    @Test("is read", arguments: FuzzedParser.allCases)
    func replay(_ parser: FuzzedParser) throws {
        for seed in parser.seeds { parser.read(seed) }
        for crash in try crashes(of: parser) { parser.read(crash) }
    }

    @Test("is read when it is cut at any byte", arguments: FuzzedParser.allCases)
    func cut(_ parser: FuzzedParser) {
        for seed in parser.seeds {
            for count in 0..<seed.count { parser.read(Array(seed[..<count])) }
        }
    }

    /// The files that `scripts/fuzz` kept.
    private func crashes(of parser: FuzzedParser) throws -> [[UInt8]] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = tests.appending(path: "Fuzz/Crashes/\(parser.rawValue)")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { Array(try Data(contentsOf: $0)) }
    }
}
