internal import Checksums
internal import FileTree
internal import Manifests
internal import RushesFixtures

/// A small folder in memory, with manifests that came from anywhere.
enum FuzzedFolder {
    /// Reads a manifest twice: as the one generation of a history, and as one that lies alone.
    static func read(manifest bytes: [UInt8]) {
        let name = "0001_A001_2026-03-12_100000Z.mhl"
        let chain = """
            <ascmhldirectory xmlns="urn:ASC:MHL:DIRECTORY:v2.0"><hashlist sequencenr="1"><path>\(name)</path>\
            <c4>\(Checksum.of(bytes, .c4))</c4></hashlist></ascmhldirectory>
            """
        let disk = folder(with: ["ascmhl/\(name)": bytes, "ascmhl/ascmhl_chain.xml": Array(chain.utf8)])
        look(through: disk)
        pack(disk)
        look(through: folder(with: ["alone.mhl": bytes]))
    }

    static func read(chain bytes: [UInt8]) {
        look(
            through: folder(with: [
                "ascmhl/ascmhl_chain.xml": bytes, "ascmhl/0001_A_2026-03-12_100000Z.mhl": manifests[0],
                "ascmhl/0002_A_2026-03-13_100000Z.mhl": manifests[1],
            ]))
    }

    static func read(legacy bytes: [UInt8]) {
        look(through: folder(with: ["A001_2026-03-12_100000.mhl": bytes]))
    }

    /// The first byte chooses the list's name, which says what its hashes may be.
    static func read(list bytes: [UInt8]) {
        let names = ["list.md5", "list.sha1", "list.xxh64", "list.xxh128", "list.xxh", "sha256sum.txt", "a.mov.md5"]
        look(through: folder(with: [names[Int(bytes.first ?? 0) % names.count]: Array(bytes.dropFirst())]))
    }

    private static let empty: CrashDisk = {
        let disk = CrashDisk()
        let tree: CardBuilder = [
            "a.mov": "a", "CLIPS/b.mov": "bb", "CLIPS/caf\u{E9} 1.wav": "ccc", "CLIPS/DEEP/n": "", "._a.mov": "x",
        ]
        expect("a folder in memory can be written") { try tree.write(to: disk) }
        return disk.copy()
    }()

    private static func folder(with files: [String: [UInt8]]) -> CrashDisk {
        let disk = empty.copy()
        expect("a folder in memory can be written") {
            for (name, bytes) in files {
                guard let path = RelativePath(name) else { fatalError("\(name) is no path") }
                if path.parent != .root, !path.isThere(on: disk) {
                    _ = try? disk.makeFolder(path.parent, permissions: 0o755)
                }
                let file = try disk.create(path, permissions: 0o644, direct: false)
                try disk.write(file, bytes, at: 0)
                disk.close(file)
            }
        }
        return disk
    }

    /// Reads every manifest there, and holds it against what lies there.
    private static func look(through disk: CrashDisk) {
        expect("a folder in memory can be walked") {
            let tree = try TreeWalk.snapshot(of: disk)
            let found = TreeManifests.found(on: disk, in: tree, rootPath: "/Volumes/A001")
            precondition(found.listed <= tree.entries.count)
            for problem in found.problems { precondition(!problem.sentence.isEmpty) }
        }
    }

    /// Writes a packing list of what was read: it must be readable, and hold as much.
    private static func pack(_ disk: CrashDisk) {
        let creator = Creator(hostname: "cart", version: "1")
        guard
            let list = try? ASCMHL.flatten(
                .root, of: disk, named: Array("A001".utf8), creator: creator, startedAt: Instant(nanoseconds: 0),
                to: .root, on: disk)
        else { return }
        expect("a packing list of ours can be read") {
            let again = try ReadManifest(at: list.path, on: disk)
            precondition(again.format == .ascMHL && again.history.count == list.listed, "it holds as much")
        }
    }
}

/// What the reader must not fail at; the sentence says what was expected.
func expect(_ sentence: String, _ body: () throws -> Void) {
    do {
        try body()
    } catch {
        fatalError("\(sentence): \(error)")
    }
}

extension RelativePath {
    fileprivate func isThere(on disk: CrashDisk) -> Bool { (try? disk.attributes(of: parent)) != nil }
}
