internal import CLinux
internal import Glibc

/// The reading half of a real folder tree, shared by cards and destinations.
struct ReadableTree: Sendable {
    let root: OpenRoot
    /// Flags added when a file is opened for reading.
    let fileFlags: Int32

    /// The size an attribute's value may have (Linux's own limit, XATTR_SIZE_MAX).
    private static let largestAttribute = 65_536
    /// The size all attribute names of a file may have together (XATTR_LIST_MAX).
    private static let longestNameList = 65_536

    func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes {
        if path.isRoot { return try SystemCalls.attributes(of: root.descriptor, at: path) }
        let parent = try root.folder(path.parent)
        // The cache may let go of the folder at any time: nobody but us may hold it open.
        return try withExtendedLifetime(parent) { () throws(DiskError) in
            try SystemCalls.attributes(of: path.name, in: parent.descriptor, at: path)
        }
    }

    func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        let open = try root.folder(folder)
        var entries: [FolderEntry] = []
        for name in try SystemCalls.names(in: open.descriptor, at: folder) {
            do {
                let attributes = try SystemCalls.attributes(
                    of: name, in: open.descriptor, at: folder.appending(component: name))
                entries.append(FolderEntry(name: name, attributes: attributes))
            } catch let error where error.reason == .notFound {
                continue
            }
        }
        return entries
    }

    func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] {
        // PATH_MAX counts the NUL, which is not written: no target is cut unseen.
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = try root.inParent(of: path, .look) { readlinkat($0, $1, &target, target.count) }
        return target[..<count].map { UInt8(bitPattern: $0) }
    }

    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | fileFlags
        let file = try open(path, direct: direct, request: .open) { folder, name, extra in
            OpenRoot.tolerant(flags) { openat(folder, name, $0 | extra) }
        }
        return try regular(file)
    }

    /// The file just opened, if it is one: a FIFO would wait for its other end, a device would act.
    func regular(_ file: DiskFile) throws(DiskError) -> DiskFile {
        do throws(DiskError) {
            guard try attributes(of: file).kind == .file else {
                throw DiskError(.open, at: file.place, number: EISDIR)
            }
            return file
        } catch {
            close(file)
            throw error
        }
    }

    /// Opens with direct I/O where the file system takes it, through the cache where not.
    func open(
        _ path: RelativePath, direct: Bool, request: DiskError.Request,
        _ call: (Int32, UnsafePointer<CChar>, Int32) -> Int32
    ) throws(DiskError) -> DiskFile {
        if direct {
            do {
                let number = try root.inParent(of: path, request) { call($0, $1, rushes_O_DIRECT) }
                return DiskFile(number: number, isDirect: true, place: path)
            } catch let error where error.number != EINVAL {
                throw error
            } catch {
                // EINVAL: this file system has no direct I/O (open(2)); go on through the cache.
            }
        }
        let number = try root.inParent(of: path, request) { call($0, $1, 0) }
        return DiskFile(number: number, isDirect: false, place: path)
    }

    func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        try SystemCalls.check(.read, at: file.place) {
            pread(file.number, buffer.baseAddress, buffer.count, off_t(offset))
        }
    }

    func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes {
        try SystemCalls.attributes(of: file.number, at: file.place)
    }

    func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        // Most files have none: the first call, without a buffer, says so.
        let length = rushes_flistxattr(file.number, nil, 0)
        guard length > 0 else { return [] }
        var list = [CChar](repeating: 0, count: ReadableTree.longestNameList)
        let filled = rushes_flistxattr(file.number, &list, list.count)
        guard filled > 0 else { return [] }
        return list[..<filled].split(separator: 0).compactMap { bytes in
            let name = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard name.hasPrefix("user.") else { return nil }
            var value = [UInt8](repeating: 0, count: ReadableTree.largestAttribute)
            let size = rushes_fgetxattr(file.number, name, &value, value.count)
            return size < 0 ? nil : ExtendedAttribute(name: name, value: Array(value[..<size]))
        }
    }

    func dropCache(of file: DiskFile) {
        _ = posix_fadvise(file.number, 0, 0, POSIX_FADV_DONTNEED)
    }

    func close(_ file: DiskFile) {
        Glibc.close(file.number)
    }

    func volume() throws(DiskError) -> Volume {
        try Volume.measured(root: root.descriptor)
    }
}
