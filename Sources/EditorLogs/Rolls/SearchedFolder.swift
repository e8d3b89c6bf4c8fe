internal import FileTree

/// A folder that a person named, as it is now.
struct SearchedFolder {
    /// As it was written.
    let argument: String
    /// The same without links and relative parts.
    let path: String
    /// Whether the sound in it alone counts.
    let isSound: Bool
    /// Reads it, and cannot write.
    let disk: any ReadableDisk
    /// What it holds.
    let tree: TreeSnapshot

    /// Opens a folder and looks at everything in it.
    init(_ argument: String, isSound: Bool) throws(LogError) {
        guard let path = Machine.resolvedPath(argument) else {
            throw LogError(.usage, at: argument, "There is nothing there.", nextStep: "Check the path.")
        }
        guard Machine.kind(ofPath: path) == .folder else {
            throw LogError(.usage, at: argument, "This is not a folder.")
        }
        do throws(DiskError) {
            disk = try CardDisk(path: path)
            tree = try TreeWalk.snapshot(of: disk)
        } catch {
            throw LogError(.unreadable, at: argument, "It could not be looked at: \(error).", nextStep: error.nextStep)
        }
        (self.argument, self.path, self.isSound) = (argument, path, isSound)
        if sealed.isEmpty, let roll = SearchedFolder.roll(around: path) {
            throw LogError(
                .usage, at: argument, "This is a part of the roll \(roll).",
                nextStep: "Name the roll, or a folder around.")
        }
    }

    /// The sealed roll that a folder lies in, the nearest one; nil where there is none.
    private static func roll(around path: String) -> String? {
        var names = path.pathNames.dropLast()
        while !names.isEmpty {
            let folder = "/" + names.joined(separator: "/")
            if Machine.kind(ofPath: folder + "/ascmhl") == .folder { return folder }
            names.removeLast()
        }
        return nil
    }

    /// Its own name; empty for the root of all.
    var name: String { path.lastPathName ?? "" }

    /// The absolute path of a folder in it.
    func path(of folder: RelativePath) -> String {
        folder.isRoot ? path : "\(path == "/" ? "" : path)/\(folder)"
    }

    /// The sealed folders in it that lie in no other, by path: its rolls, whatever is in them.
    var sealed: [RelativePath] {
        var outermost: [RelativePath] = []
        for number in tree.entries.indices.dropFirst() where tree.entries[number].kind == .folder {
            guard tree.name(of: number).elementsEqual("ascmhl".utf8) else { continue }
            outermost.append(tree.path(of: Int(tree.entries[number].parent)))
        }
        // The outer ones first: they are shorter.
        outermost.sort { ($0.bytes.count, $0) < ($1.bytes.count, $1) }
        var taken: Set<RelativePath> = []
        for roll in outermost where !SearchedFolder.folders(around: roll).contains(where: taken.contains) {
            taken.insert(roll)
        }
        return taken.sorted()
    }

    /// A folder and those it lies in, up to the root.
    private static func folders(around folder: RelativePath) -> some Sequence<RelativePath> {
        sequence(first: folder) { $0.isRoot ? nil : $0.parent }
    }
}
