internal import FileTree

/// What dies together: the disks below a volume, or the server or memory behind it.
///
/// Copies that share any of it count as one, because one fault takes them both.
struct PhysicalPlace: Hashable {
    /// Names of what the volume stands on.
    let parts: Set<String>

    /// - Parameter trustsLoop: whether a loop device counts as a disk of its own (tests only).
    init(of volume: Volume, trustsLoop: Bool) {
        if volume.isOnLoop, !trustsLoop {
            // Nobody knows here on which disks the files below loop devices lie: all may lie on one.
            parts = Set(volume.disks.filter { !$0.hasPrefix("loop") } + ["loop"])
        } else if !volume.disks.isEmpty {
            parts = Set(volume.disks)
        } else if ["tmpfs", "ramfs"].contains(volume.kind.name) {
            parts = ["memory"]
        } else if let server = PhysicalPlace.server(in: volume.source) {
            parts = ["server \(server)"]
        } else if volume.kind.name == "zfs", let pool = volume.source.split(separator: "/").first {
            // Datasets of a pool are volumes of their own, and lie on the same disks.
            parts = ["zfs \(pool)"]
        } else {
            parts = ["\(volume.kind.name) \(volume.device)"]
        }
    }

    /// What they are called, for people.
    var words: String { parts.sorted().joined(separator: ", ") }

    func sharesAnything(with other: PhysicalPlace) -> Bool { !parts.isDisjoint(with: other.parts) }

    /// The server's name in the source of a mount: `nas:/share`, `dit@nas:/share`, `//nas/share`.
    private static func server(in source: String) -> String? {
        if source.hasPrefix("//") { return source.split(separator: "/").first.map { String($0).lowercased() } }
        guard let colon = source.firstIndex(of: ":"), !source[..<colon].contains("/") else { return nil }
        return source[..<colon].split(separator: "@").last.map { String($0).lowercased() }
    }
}

extension [PhysicalPlace] {
    /// For each place the number of its group: those that share anything, even through a third, are one.
    var groups: [Int] {
        var groups = Array<Int>(indices)
        for one in indices {
            for other in indices where self[one].sharesAnything(with: self[other]) {
                let (kept, dropped) = (Swift.min(groups[one], groups[other]), Swift.max(groups[one], groups[other]))
                for place in groups.indices where groups[place] == dropped { groups[place] = kept }
            }
        }
        return groups
    }
}
