internal import CLinux
internal import Glibc

/// A folder held open; closed when nobody uses it any more.
final class OpenFolder: Sendable {
    let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { Glibc.close(descriptor) }
}

/// A root folder and the folders below it that were used lately, each opened component by component.
///
/// No component is ever followed when it is a link, so nothing below can lead outside the root, however
/// the tree is changed while we work in it.
final class OpenRoot: Sendable {
    /// How many folders are kept open; when there would be more, all are let go.
    ///
    /// Cards nest five deep and we work in a handful of folders at a time; systems allow 1024 files.
    private static let most = 128

    private let root: OpenFolder
    private let flags: Int32
    // A folder is only ever cached after all its ancestors: `forget` relies on that.
    private let cache = FolderCache()

    /// Opens the root; `flags` are added to each folder's opening (`O_NOATIME` on a card).
    init(path: String, flags: Int32 = 0) throws(DiskError) {
        let descriptor = try SystemCalls.check(.open, at: .root) {
            OpenRoot.tolerant(flags) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | $0) }
        }
        root = OpenFolder(descriptor: descriptor)
        self.flags = flags
    }

    /// The root's own descriptor.
    var descriptor: Int32 { root.descriptor }

    /// The folder, open.
    func folder(_ path: RelativePath) throws(DiskError) -> OpenFolder {
        if path.isRoot { return root }
        if let open = cache[path] { return open }
        var folder = root
        var reached = RelativePath.root
        for component in path.components {
            reached = reached.appending(component: component)
            folder = try open(component, of: folder, at: reached)
        }
        return folder
    }

    /// Runs `body` with the open parent of a path and its last component; `body` answers as libc does.
    @inline(__always)
    func inParent<Result: SignedInteger>(
        of path: RelativePath, _ request: DiskError.Request, _ body: (Int32, UnsafePointer<CChar>) -> Result
    ) throws(DiskError) -> Result {
        let parent = try folder(path.parent)
        return try SystemCalls.check(request, at: path) {
            SystemCalls.withCString(path.name) { body(parent.descriptor, $0) }
        }
    }

    /// Lets go of what was cached when a folder changes its name or goes.
    func forget(_ path: RelativePath) {
        cache.change { if $0[path] != nil { $0.removeAll() } }
    }

    private func open(
        _ component: ArraySlice<UInt8>, of folder: OpenFolder, at reached: RelativePath
    ) throws(DiskError) -> OpenFolder {
        if let open = cache[reached] { return open }
        let descriptor = try SystemCalls.check(.open, at: reached) {
            SystemCalls.withCString(component) { name in
                OpenRoot.tolerant(flags) {
                    openat(folder.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | $0)
                }
            }
        }
        let opened = OpenFolder(descriptor: descriptor)
        cache.change { cache in
            if cache.count >= OpenRoot.most { cache.removeAll() }
            if reached.parent.isRoot || cache[reached.parent] != nil { cache[reached] = opened }
        }
        return opened
    }

    /// Only a file's owner may ask that its access time stay as it is: tries again without asking.
    static func tolerant(_ flags: Int32, _ open: (Int32) -> Int32) -> Int32 {
        let descriptor = open(flags)
        if descriptor < 0, errno == EPERM, flags & rushes_O_NOATIME != 0 { return open(flags & ~rushes_O_NOATIME) }
        return descriptor
    }
}
