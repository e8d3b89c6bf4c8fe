/// The symbolic links of a tree that stand for a regular file of the same tree.
///
/// The system never follows them for us: each is read, and its target looked up in the snapshot, name by name. One
/// that leads out of the tree, to a folder, nowhere or in a circle stands for nothing.
public struct TreeLinks: Sendable {
    /// So many links are gone through for one file; Linux follows as many (path_resolution(7)).
    static let mostHops = 40

    private var files: [Int: Int] = [:]

    /// No links.
    public init() {}

    /// Looks at every link of a tree.
    public init(of tree: TreeSnapshot, on disk: any ReadableDisk) {
        let links = tree.entries.indices.filter { tree.entries[$0].kind == .symbolicLink }
        guard !links.isEmpty else { return }
        let index = TreeIndex(tree)
        for link in links {
            files[link] = TreeLinks.file(behind: link, in: tree, index) { number in
                try? disk.linkTarget(of: tree.path(of: number))
            }
        }
    }

    /// The number of the file that an entry stands for; nil when it is no link, or none to a file of the tree.
    public func file(behind number: Int) -> Int? { files[number] }

    private static func file(
        behind link: Int, in tree: TreeSnapshot, _ index: TreeIndex, target: (Int) -> [UInt8]?
    ) -> Int? {
        var place = link
        var ahead: [ArraySlice<UInt8>] = []
        var hops = 0
        while true {
            switch tree.entries[place].kind {
            case .symbolicLink:
                hops += 1
                guard hops <= mostHops, let target = target(place), target.first != UInt8(ascii: "/") else {
                    return nil
                }
                ahead += target.split(separator: UInt8(ascii: "/")).reversed()
                place = Int(tree.entries[place].parent)
            case .file: return ahead.isEmpty ? place : nil
            case .folder:
                guard let part = ahead.popLast() else { return nil }
                if part.elementsEqual(".".utf8) { continue }
                if part.elementsEqual("..".utf8) {
                    guard place != 0 else { return nil }
                    place = Int(tree.entries[place].parent)
                } else if let next = index.child(named: part, of: place) {
                    place = next
                } else {
                    return nil
                }
            case .fifo, .socket, .device, .mount: return nil
            }
        }
    }
}
