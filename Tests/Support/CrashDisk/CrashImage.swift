import FileTree

/// A file system as a value: files and folders by number, names that lead to them.
struct CrashImage: Sendable {
    struct Node: Sendable {
        let kind: FileAttributes.Kind
        var content: [UInt8] = []
        var names: [[UInt8]: UInt64] = [:]
        let permissions: UInt16
        var modified: Instant
        var changed: Instant
        var extended: [String: [UInt8]] = [:]
    }

    static let root: UInt64 = 2

    /// Everything that exists; what no name leads to is there but cannot be found.
    var nodes: [UInt64: Node]

    init(at time: Instant) {
        nodes = [CrashImage.root: Node(kind: .folder, permissions: 0o755, modified: time, changed: time)]
    }

    /// The file or folder at a path; nil when a name on the way is missing.
    func number(at path: RelativePath) -> UInt64? {
        var number = CrashImage.root
        for component in path.components {
            guard let next = nodes[number]?.names[Array(component)] else { return nil }
            number = next
        }
        return number
    }

    /// Makes a change if it can be made here; one whose ground is gone is dropped.
    mutating func apply(_ change: CrashChange) {
        let isDone =
            switch change.kind {
            case .link, .unlink, .rename: applyToNames(change)
            case .write, .resize, .grow, .modified, .extended: applyToNode(change)
            }
        if isDone { touch(change.node, at: change.time) }
    }

    private mutating func applyToNode(_ change: CrashChange) -> Bool {
        guard nodes[change.node] != nil else { return false }
        switch change.kind {
        case .write(let offset, let bytes):
            write(bytes, to: change.node, at: offset)
            nodes[change.node]?.modified = change.time
        case .resize(let size):
            resize(change.node, to: size)
            nodes[change.node]?.modified = change.time
        case .grow(let size):
            resize(change.node, to: max(size, nodes[change.node]?.content.count ?? 0))
        case .modified(let time):
            nodes[change.node]?.modified = time
        case .extended(let attributes):
            for attribute in attributes { nodes[change.node]?.extended[attribute.name] = attribute.value }
        case .link, .unlink, .rename:
            return false
        }
        return true
    }

    private mutating func write(_ bytes: [UInt8], to node: UInt64, at offset: Int) {
        let size = nodes[node]?.content.count ?? 0
        resize(node, to: max(size, offset + bytes.count))
        nodes[node]?.content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }

    private mutating func resize(_ node: UInt64, to size: Int) {
        let now = nodes[node]?.content.count ?? 0
        if size < now { nodes[node]?.content.removeLast(now - size) }
        if size > now { nodes[node]?.content += [UInt8](repeating: 0, count: size - now) }
    }

    private mutating func applyToNames(_ change: CrashChange) -> Bool {
        switch change.kind {
        case .link(let slot):
            guard nodes[slot.folder] != nil, node(in: slot) == nil else { return false }
            set(slot, to: change.node, at: change.time)
        case .unlink(let slot):
            guard node(in: slot) == change.node, nodes[change.node]?.names.isEmpty ?? false else { return false }
            set(slot, to: nil, at: change.time)
        case .rename(let from, let to, let replacing):
            guard node(in: from) == change.node, nodes[to.folder] != nil, replacing || node(in: to) == nil
            else { return false }
            set(from, to: nil, at: change.time)
            set(to, to: change.node, at: change.time)
        case .write, .resize, .grow, .modified, .extended:
            return false
        }
        return true
    }

    private func node(in slot: CrashChange.Slot) -> UInt64? {
        nodes[slot.folder]?.names[slot.name]
    }

    private mutating func set(_ slot: CrashChange.Slot, to node: UInt64?, at time: Instant) {
        nodes[slot.folder]?.names[slot.name] = node
        // A change of names may come to last after a later change of the folder's time: that one stands.
        guard let folder = nodes[slot.folder], folder.changed <= time else { return }
        nodes[slot.folder]?.modified = time
        touch(slot.folder, at: time)
    }

    private mutating func touch(_ node: UInt64, at time: Instant) {
        if let before = nodes[node]?.changed { nodes[node]?.changed = max(before, time) }
    }

    /// What a repair at the next mount does: files that no name leads to are let go.
    mutating func removeUnreachable() {
        var reached: Set<UInt64> = []
        var next = [CrashImage.root]
        while let number = next.popLast() {
            if reached.insert(number).inserted { next += nodes[number].map { Array($0.names.values) } ?? [] }
        }
        nodes = nodes.filter { reached.contains($0.key) }
    }
}
