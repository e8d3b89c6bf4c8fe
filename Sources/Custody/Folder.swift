public import FileTree
internal import Manifests

/// A folder that a person named, opened to be read.
public struct FolderPlace: Sendable {
    /// The path as the person wrote it.
    public let argument: String
    /// The same without links and relative parts.
    public let path: String
    /// Reads it, and cannot write.
    public let disk: CardDisk

    /// Opens a folder; what is in it is not looked at.
    public init(_ argument: String) throws(CustodyError) {
        guard let path = Machine.resolvedPath(argument) else { throw .notThere(argument) }
        guard Machine.kind(ofPath: path) == .folder else {
            throw CustodyError(.wrongKind, at: argument, "This is not a folder.", status: .usage)
        }
        do throws(DiskError) {
            disk = try CardDisk(path: path)
        } catch {
            throw CustodyError(error, at: argument)
        }
        (self.argument, self.path) = (argument, path)
    }

    /// The folder's own name.
    public var name: String { path.lastComponent }
}

/// A folder as it is now: where it lies, and all that is in it.
public struct Folder: Sendable {
    /// The path as the person wrote it.
    public let argument: String
    /// The same without links and relative parts.
    public let path: String
    /// Reads it, and cannot write.
    public let disk: CardDisk
    /// What it holds.
    public let tree: TreeSnapshot
    /// The links in it that stand for files of it.
    public let links: TreeLinks

    /// Opens a folder and looks at everything in it.
    public init(_ argument: String) throws(CustodyError) {
        let place = try FolderPlace(argument)
        do throws(DiskError) {
            tree = try TreeWalk.snapshot(of: place.disk)
            links = TreeLinks(of: tree, on: place.disk)
        } catch {
            throw CustodyError(error, at: argument)
        }
        (self.argument, path, disk) = (argument, place.path, place.disk)
    }

    /// The folder's own name.
    var name: String { path.lastComponent }

    /// The same folder, to be written to.
    func opened() throws(CustodyError) -> PosixDisk {
        do throws(DiskError) {
            return try PosixDisk(path: path)
        } catch {
            throw CustodyError(error, at: argument)
        }
    }
}

extension String {
    /// The last component of an absolute path; `/` for the root.
    var lastComponent: String { split(separator: "/").last.map(String.init) ?? "/" }

    /// The folder that an absolute path lies in; `/` for the root.
    var parentPath: String {
        let parent = split(separator: "/").dropLast().joined(separator: "/")
        return "/" + parent
    }

    /// An absolute path below this one.
    func below(_ name: String) -> String { self == "/" ? "/" + name : "\(self)/\(name)" }
}
