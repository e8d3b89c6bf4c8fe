import FileTree
import Glibc
import Manifests
import RushesFixtures
import Testing

@testable import Custody

@Suite("Why nothing was sealed")
struct SealWordsTests {
    @Test("a disk's refusal names the file once, and speaks of no destination where nothing is copied")
    func disk() {
        let place: RelativePath = "ascmhl/chain.rushes-partial"
        let full = DiskError(.write, at: place, number: ENOSPC)
        let refusal = CustodyError(
            sealing: ManifestError(.disk, at: place, full.description, cause: full), at: "A001")
        #expect(refusal.sentence == "Could not write ascmhl/chain.rushes-partial: the disk is full.")
        #expect(refusal.nextStep == "Make room on it, and run the same command again.")
        #expect(refusal.status == .destinationFailed)
    }

    @Test("names that a manifest cannot carry are shown by their bytes, ten of them, with what to do")
    func names() throws {
        let name = try #require(RelativePath(Array("bad".utf8) + [0xFF] + Array("é/a.mov".utf8)))
        let refusal = CustodyError(
            sealing: ManifestError(
                .cannotCarry, at: name, "unused", concerning: Array(repeating: name, count: 11)), at: "A001")
        let shown = Array(repeating: "bad\\xffé/a.mov", count: 10).joined(separator: ", ")
        #expect(refusal.sentence == "A manifest cannot carry these names: \(shown) and 1 more.")
        #expect(refusal.nextStep == "Rename them, or leave them out with rushes seal --ignore.")
        #expect(refusal.status == .obstacles)
    }
}
