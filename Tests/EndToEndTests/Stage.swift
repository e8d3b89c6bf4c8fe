import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

/// A folder with the card A001 in it, in which the built `rushes` is run as a person would run it.
struct Stage {
    /// The folder; relative paths of a command start here.
    let path: String

    /// The card A001: two clips, a sidecar, an index and an empty folder.
    static let card: CardBuilder = [
        "CLIP/A001C001.mov": .random(300_000), "CLIP/A001C001.xml": "<clip/>", "CLIP/A001C002.mov": .random(200_000),
        "EMPTY": .folder, "INDEX.TXT": "2 clips",
    ]

    /// Lends a fresh stage; it is cleared away at the end, whatever happens.
    static func with(_ card: CardBuilder = card, _ body: (Stage) throws -> Void) throws {
        try withTemporaryFolder { path in
            let stage = Stage(path: path)
            try stage.add("A001", card)
            try body(stage)
        }
    }

    /// Writes a tree below the stage.
    func add(_ folder: String, _ content: CardBuilder) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
        try content.write(intoFolder: path + "/" + folder)
    }

    /// Runs `rushes`; the screen is free of what differs from machine to machine.
    func rushes(_ arguments: String...) throws -> Screen {
        try command(arguments).finished().steady(in: path)
    }

    /// A command on this stage that has begun.
    func command(
        _ arguments: [String], environment: [String: String] = RunningCommand.environment
    ) throws -> RunningCommand {
        try RunningCommand(Stage.binary, arguments, in: path, environment: environment)
    }

    /// Runs `rushes` as somebody who may not read everything: root may.
    func rushesAsNobody(_ arguments: String...) throws -> Screen {
        guard getuid() == 0 else { return try command(arguments).finished().steady(in: path) }
        #expect(chmod(path, 0o755) == 0)
        // The build may lie where nobody else may look.
        let copy = path + "/rushes"
        try FileManager.default.copyItem(atPath: try Stage.binary, toPath: copy)
        defer { unlink(copy) }
        let become = ["--reuid=65534", "--regid=65534", "--clear-groups", copy]
        return try RunningCommand("/usr/bin/setpriv", become + arguments, in: path).finished().steady(in: path)
    }

    /// Everything below a folder: files, empty folders with `/`, others with what they are; times are replaced.
    func tree(_ folder: String) throws -> [String] {
        let tree = try TreeWalk.snapshot(of: PosixDisk(path: path + "/" + folder))
        let parents = Set(tree.entries.dropFirst().map(\.parent))
        return tree.entries.indices.dropFirst().compactMap { number -> String? in
            let place = tree.path(of: number)
            switch tree.entries[number].kind {
            case .file: return "\(place)"
            case .folder: return parents.contains(UInt32(number)) ? nil : "\(place)/"
            case let kind: return "\(place) (\(kind.name))"
            }
        }.map { Screen.steady($0, in: path) }.sorted()
    }

    /// One line for each path below `copy` that is not as on the card, histories aside.
    func differences(_ copy: String, from card: String = "A001") throws -> [String] {
        let found = try TreeContents(ofFolder: path + "/" + copy)
        let expected = try TreeContents(ofFolder: path + "/" + card)
        let isContent = { (place: RelativePath) in !place.components.contains { $0.elementsEqual("ascmhl".utf8) } }
        return TreeContents(found.nodes.filter { isContent($0.key) })
            .differences(from: TreeContents(expected.nodes.filter { isContent($0.key) }))
    }

    /// Flips the lowest bit of one byte.
    func flip(_ file: String, at offset: Int) throws {
        let url = URL(fileURLWithPath: path + "/" + file)
        var bytes = try Data(contentsOf: url)
        bytes[offset] ^= 1
        try bytes.write(to: url)
    }

    /// A file's text.
    func text(_ file: String) throws -> String {
        try String(contentsOfFile: path + "/" + file, encoding: .utf8)
    }

    /// `rushes`, which the build puts beside the test bundle.
    static var binary: String {
        get throws {
            let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let binary = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("rushes").path
            try #require(FileManager.default.isExecutableFile(atPath: binary), "build the product rushes first")
            return binary
        }
    }
}
