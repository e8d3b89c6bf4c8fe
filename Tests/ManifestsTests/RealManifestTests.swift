import Checksums
import FileTree
import Foundation
import Manifests
import Testing

/// Manifests that others published, beside the project when they are there; the tests pass without.
enum RealManifests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/real-data").path

    static var areThere: Bool {
        let areThere = FileManager.default.fileExists(atPath: folder)
        if !areThere { print("There are no published manifests beside the project: none is read in this run.") }
        return areThere
    }
}

@Suite("Published manifests", .enabled(if: RealManifests.areThere))
struct RealManifestTests {
    @Test(
        "the example histories of the ASC are read whole",
        arguments: [
            ("scenario_01/travel_01", 1), ("scenario_02/file_server", 2), ("scenario_03/file_server", 2),
        ])
    func histories(_ scenario: String, _ generations: Int) throws {
        let disk = try CardDisk(path: RealManifests.folder + "/ascmhl/" + scenario)
        let roll = try path("A002R2EC")
        let history = try #require(try ASCMHL.history(on: disk, at: roll))
        #expect(history.generations.count == generations)
        #expect(history.remarks == [])
        #expect(history.count >= 3)
        for path in history.paths { #expect(history.record(for: path)?.checksums.isEmpty == false) }
    }

    @Test("Pomfort's test lists are read, whatever their encoding")
    func legacy() throws {
        let disk = try CardDisk(path: RealManifests.folder + "/mhl1")
        let found = TreeManifests.found(on: disk, in: try TreeWalk.snapshot(of: disk))
        let lists = try TreeWalk.snapshot(of: disk).entries.count { $0.kind == .file && $0.size > 0 }
        #expect(found.lists.count >= lists - 2)
        // UTF-32 is the one encoding that the parser does not know.
        #expect(found.problems.filter { $0.code == .unreadable }.allSatisfy { $0.place.description.contains("utf-32") })
        #expect(found.missing.contains { $0.path.contains("\u{43C}\u{430}\u{442}\u{440}\u{451}\u{448}\u{43A}\u{430}") })
    }
}
