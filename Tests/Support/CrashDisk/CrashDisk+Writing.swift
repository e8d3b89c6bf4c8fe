public import FileTree
import Glibc

extension CrashDisk {
    /// Makes one folder.
    public func makeFolder(_ path: RelativePath, permissions: UInt16) throws(DiskError) {
        try perform(.makeFolder, path) { state throws(Refusal) in
            _ = try state.make(.folder, at: path, permissions: permissions)
        }
    }

    /// Creates a file that must not exist yet.
    public func create(_ path: RelativePath, permissions: UInt16, direct: Bool) throws(DiskError) -> DiskFile {
        try perform(.create, path) { state throws(Refusal) in
            let node = try state.make(.file, at: path, permissions: permissions)
            return state.handle(on: node, at: path, direct: direct && grantsDirect, mayWrite: true)
        }
    }

    /// Opens an existing file for writing.
    public func openForWriting(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try perform(.openForWriting, path) { state throws(Refusal) in
            try state.open(path, direct: direct && grantsDirect, mayWrite: true)
        }
    }

    /// Writes all of the buffer.
    public func write(_ file: DiskFile, _ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        let address = buffer.baseAddress.map { Int(bitPattern: $0) } ?? 0
        let bytes = Array(buffer)
        try perform(.write, file.place) { state throws(Refusal) in
            let open = try state.openedForWriting(file)
            try open.checkGrain(address, bytes.count, offset)
            if !bytes.isEmpty { state.change(open.node, .write(offset: Int(offset), bytes: bytes)) }
        }
    }

    /// Promises nothing, so nothing happens.
    public func writeBehind(_ file: DiskFile, from offset: Int64, count: Int) {}

    /// Grows the file to at least `size`, as the system's fallocate does.
    public func allocate(_ file: DiskFile, size: ByteCount) throws(DiskError) {
        try perform(.allocate, file.place) { state throws(Refusal) in
            state.change(try state.openedForWriting(file).node, .grow(Int(size.bytes)))
        }
    }

    /// Cuts or extends the file.
    public func resize(_ file: DiskFile, to size: ByteCount) throws(DiskError) {
        try perform(.resize, file.place) { state throws(Refusal) in
            state.change(try state.openedForWriting(file).node, .resize(Int(size.bytes)))
        }
    }

    /// Sets the modification time.
    public func setModified(_ file: DiskFile, to time: Instant) throws(DiskError) {
        try perform(.setModified, file.place) { state throws(Refusal) in
            state.change(try state.opened(file).node, .modified(time.rounded(downTo: facts.kind.timeGrain)))
        }
    }

    /// Sets the modification time of a folder.
    public func setModified(ofFolder path: RelativePath, to time: Instant) throws(DiskError) {
        try perform(.setModified, path) { state throws(Refusal) in
            let node = try state.node(at: path)
            guard state.current.nodes[node]?.kind == .folder else { throw Refusal(ENOTDIR) }
            state.change(node, .modified(time.rounded(downTo: facts.kind.timeGrain)))
        }
    }

    /// Sets `user.*` attributes; names of any other kind are refused.
    public func setExtendedAttributes(
        _ file: DiskFile, _ attributes: [ExtendedAttribute]
    ) throws(DiskError) -> [String] {
        try perform(.setExtendedAttributes, file.place) { state throws(Refusal) in
            let taken = attributes.filter { $0.name.hasPrefix("user.") }
            if !taken.isEmpty { state.change(try state.opened(file).node, .extended(taken)) }
            return attributes.map(\.name).filter { !$0.hasPrefix("user.") }
        }
    }

    // MARK: - Flushing

    /// Makes a file's content and attributes last; its name may still be lost.
    public func flush(_ file: DiskFile) throws(DiskError) {
        try perform(.flush, file.place) { state throws(Refusal) in
            let node = try state.opened(file).node
            state.makeDurable { $0.folder == nil && $0.node == node }
        }
    }

    /// Makes the names in a folder last, and the folder's own time.
    public func flushFolder(_ path: RelativePath) throws(DiskError) {
        try perform(.flushFolder, path) { state throws(Refusal) in
            let node = try state.node(at: path)
            guard state.current.nodes[node]?.kind == .folder else { throw Refusal(ENOTDIR) }
            state.makeDurable { $0.folder == node || $0.folder == nil && $0.node == node }
        }
    }

    /// A witness for ``flushVolume(since:)``; close it like a file.
    public func beginFlushWindow() throws(DiskError) -> DiskFile {
        try perform(.beginFlushWindow, .root) { state throws(Refusal) in
            state.handle(on: CrashImage.root, at: .root, direct: false, mayWrite: false)
        }
    }

    /// Makes everything last.
    public func flushVolume(since window: DiskFile) throws(DiskError) {
        try perform(.flushVolume, .root) { state throws(Refusal) in
            _ = try state.opened(window)
            state.makeDurable { _ in true }
        }
    }
}

extension CrashDisk.State {
    /// Makes a file or folder; it exists at once and for good, but until its name lasts nobody can find it.
    mutating func make(
        _ kind: FileAttributes.Kind, at path: RelativePath, permissions: UInt16
    ) throws(CrashDisk.Refusal) -> UInt64 {
        let slot = try freeSlot(at: path)
        let node = nextNode
        nextNode += 1
        let now = CrashDisk.time(clock)
        let made = CrashImage.Node(kind: kind, permissions: permissions, modified: now, changed: now)
        current.nodes[node] = made
        durable.nodes[node] = made
        change(node, .link(slot))
        return node
    }

    /// The name a path stands for, whether or not something carries it.
    func slot(at path: RelativePath) throws(CrashDisk.Refusal) -> CrashChange.Slot {
        let folder = try node(at: path.parent)
        guard !path.isRoot else { throw CrashDisk.Refusal(EBUSY) }
        guard current.nodes[folder]?.kind == .folder else { throw CrashDisk.Refusal(ENOTDIR) }
        return CrashChange.Slot(folder: folder, name: Array(path.name))
    }

    func freeSlot(at path: RelativePath) throws(CrashDisk.Refusal) -> CrashChange.Slot {
        let slot = try slot(at: path)
        guard current.number(at: path) == nil else { throw CrashDisk.Refusal(EEXIST) }
        return slot
    }

    func openedForWriting(_ file: DiskFile) throws(CrashDisk.Refusal) -> CrashDisk.OpenFile {
        let open = try opened(file)
        guard open.mayWrite else { throw CrashDisk.Refusal(EBADF) }
        return open
    }
}
