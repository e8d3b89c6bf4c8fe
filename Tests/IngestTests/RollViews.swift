import FileTree
import Manifests
import Offload
import RushesFixtures
import Testing

/// What lies on a drive, as the promises see it.
struct DriveView {
    private let disk: any ReadableDisk
    let tree: TreeContents

    init(_ disk: any ReadableDisk) throws {
        self.disk = disk
        tree = try TreeContents(of: disk)
    }

    /// What the manifests of a roll say; nil when it was not sealed.
    func history(_ path: RelativePath = "A001") throws -> History? {
        guard !manifests(path).isEmpty else { return nil }
        return try ASCMHL.history(on: disk, at: path, includingNested: true)
    }

    /// The content of a roll without its manifests; nil when no folder of that name is there.
    func roll(_ path: RelativePath = "A001") -> TreeContents? {
        guard tree.nodes[path] == .folder else { return nil }
        return TreeContents(tree.below(path).nodes.filter { !$0.key.isManifest })
    }

    /// The manifests of a roll, by name, as texts.
    func manifests(_ path: RelativePath = "A001") -> [String] {
        tree.below(path).nodes.sorted { $0.key < $1.key }.compactMap { path, node in
            guard case .file(let bytes) = node, path.description.hasSuffix(".mhl") else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Whether anything of ours is left besides rolls and logs.
    var hasLeftovers: Bool {
        tree.nodes.keys.contains {
            $0.lies(within: RollPlace.desks) || $0.description.contains(".partial")
                || $0.description.contains("rushes-")
        }
    }

    /// Everything that breaks a promise, with or without the roll's final name.
    func brokenPromises(_ card: TreeContents = Cart.contents, at roll: RelativePath = "A001") throws -> [String] {
        let partial = RollPlace(roll: roll).partial
        var broken: [String] = []
        for place in [roll, partial] {
            for (path, node) in self.roll(place)?.nodes ?? [:] where node != card.nodes[path] {
                broken.append("\(place)/\(path) is not what the card holds")
            }
            for manifest in manifests(place) where !manifest.hasSuffix("</hashlist>\n") {
                broken.append("\(place) has a manifest that is not whole")
            }
        }
        if let finished = self.roll(roll) {
            broken += finished.differences(from: card)
            if manifests(roll).isEmpty { broken.append("\(roll) has its name and no manifest") }
        }
        return broken
    }
}

extension RelativePath {
    /// Part of a history, or of one that a stop kept from its name.
    var isManifest: Bool {
        components.contains { $0.elementsEqual("ascmhl".utf8) || $0.elementsEqual(ASCMHL.unfinishedFolder.utf8) }
    }
}

/// Expects a drive to hold the finished roll, sealed so many times, and nothing of ours besides.
func expectFinished(
    _ disk: any ReadableDisk, _ card: TreeContents = Cart.contents, at roll: RelativePath = "A001",
    generations: Int = 1,
    comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let view = try DriveView(disk)
    #expect(view.roll(roll)?.differences(from: card) == [], comment, sourceLocation: sourceLocation)
    let history = try view.history(roll)
    #expect(history?.generations.map(\.number) == Array(1...generations), comment, sourceLocation: sourceLocation)
    #expect(history?.failed == [], comment, sourceLocation: sourceLocation)
    #expect(history?.unlisted == [], comment, sourceLocation: sourceLocation)
    #expect(!view.hasLeftovers, comment, sourceLocation: sourceLocation)
}
