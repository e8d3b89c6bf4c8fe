import FileTree
import FrameSequences
import RushesFixtures
import Testing

@Suite("Every file of a folder") struct EveryFileTests {
    /// Names made of what decides: digits, separators, signs, the letter of versions, a few extensions.
    private func names(seed: UInt64, count: Int) -> Set<[UInt8]> {
        let parts = ["0", "0", "1", "9", "12", "007", ".", "_", "-", " ", "v", "V", "a", "shot", "\u{E9}"]
        let endings = [".exr", ".EXR", ".exr", ".ari", ".ari.gz", ".gz", ".MP4", ".vdb", ".xml", ".", ""]
        var numbers = seededBytes(count * 8, seed: seed)[...]
        var names: Set<[UInt8]> = []
        for _ in 0..<count {
            let chosen = numbers.prefix(8)
            numbers = numbers.dropFirst(8)
            let length = Int(chosen[chosen.startIndex]) % 7
            let stem = chosen.dropFirst().prefix(length).map { parts[Int($0) % parts.count] }.joined()
            names.insert(Array((stem + endings[Int(chosen[chosen.endIndex - 1]) % endings.count]).utf8))
        }
        return names
    }

    @Test("is in one sequence or in none, and its name comes back to the byte", arguments: 1...8 as ClosedRange<UInt64>)
    func conserved(_ seed: UInt64) {
        let names = names(seed: seed, count: 4000).sorted { $0.lexicographicallyPrecedes($1) }
        let files = names.map { ListedFile(name: $0, size: .zero, modified: Instant(nanoseconds: 0)) }
        let grouping = FrameSequences.group(files)
        let framed = grouping.sequences.flatMap { sequence in sequence.runs.joined().map { sequence.name(of: $0) } }
        let all = framed + grouping.others.map { names[$0] }
        #expect(all.count == names.count)
        #expect(Set(all) == Set(names))
        #expect(grouping.sequences.allSatisfy { $0.empty == $0.runs })
        #expect(framed.count > 200)
    }
}
