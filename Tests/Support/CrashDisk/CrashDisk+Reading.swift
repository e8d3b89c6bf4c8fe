public import FileTree
import Glibc
import Synchronization

extension CrashDisk {
    /// Runs one operation: counts it, refuses it when the power is gone, gives a refusal its name.
    func perform<Result: Sendable>(
        _ kind: DiskOperation.Kind, _ place: RelativePath, _ body: (inout State) throws(Refusal) -> Result
    ) throws(DiskError) -> Result {
        do throws(Refusal) {
            return try state.withLock { state throws(Refusal) in
                if let last = state.lastOperation, state.log.count >= last { throw Refusal(EIO) }
                state.clock += 1
                let result = try body(&state)
                if Set.changing.contains(kind) { state.log.append(DiskOperation(kind, place)) }
                return result
            }
        } catch {
            throw DiskError(kind.request, at: place, number: error.number)
        }
    }

    /// What is said of one name.
    public func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes {
        try perform(.look, path) { state throws(Refusal) in
            state.attributes(of: try state.node(at: path), device: facts.device)
        }
    }

    /// What is said of an open file.
    public func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes {
        try perform(.look, file.place) { state throws(Refusal) in
            state.attributes(of: try state.opened(file).node, device: facts.device)
        }
    }

    /// The entries of a folder.
    public func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        try perform(.list, folder) { state throws(Refusal) in
            let number = try state.node(at: folder)
            guard let node = state.current.nodes[number], node.kind == .folder else { throw Refusal(ENOTDIR) }
            return node.names.map { name, child in
                FolderEntry(name: name, attributes: state.attributes(of: child, device: facts.device))
            }
        }
    }

    /// Opens a file for reading.
    public func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try perform(.openForReading, path) { state throws(Refusal) in
            try state.open(path, direct: direct && grantsDirect, mayWrite: false)
        }
    }

    /// Reads at an offset.
    public func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        let address = buffer.baseAddress.map { Int(bitPattern: $0) } ?? 0
        let length = buffer.count
        let bytes: [UInt8] = try perform(.read, file.place) { state throws(Refusal) in
            let open = try state.opened(file)
            try open.checkGrain(address, length, offset)
            let content = state.current.nodes[open.node]?.content ?? []
            guard offset < content.count else { return [] }
            return Array(content[Int(offset)..<min(content.count, Int(offset) + length)])
        }
        buffer.copyBytes(from: bytes)
        return bytes.count
    }

    /// Refuses: there are no links here (EINVAL, as the system says of what is none).
    public func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] {
        throw DiskError(.look, at: path, number: 22)
    }

    /// The `user.*` attributes of an open file.
    public func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try perform(.readExtendedAttributes, file.place) { state throws(Refusal) in
            let attributes = state.current.nodes[try state.opened(file).node]?.extended ?? [:]
            return attributes.map { ExtendedAttribute(name: $0, value: $1) }.sorted { $0.name < $1.name }
        }
    }

    /// Does nothing: there is no cache.
    public func dropCache(of file: DiskFile) {}

    /// Closes a file; closing one that is not open ends the test run.
    public func close(_ file: DiskFile) {
        let closed = state.withLock { $0.open.removeValue(forKey: file.number) }
        precondition(closed != nil, "\(file.place) was closed twice")
    }

    /// The facts the disk was made with.
    public func volume() throws(DiskError) -> Volume {
        try perform(.measure, .root) { _ throws(Refusal) in facts }
    }

    /// How many files are open: none when a run is over.
    public var openFiles: Int { state.withLock { $0.open.count } }
}

extension CrashDisk.OpenFile {
    /// A device takes direct requests only in whole grains.
    func checkGrain(_ address: Int, _ length: Int, _ offset: Int64) throws(CrashDisk.Refusal) {
        guard isDirect else { return }
        let grain = DiskFile.directGrain
        guard address % grain == 0, length % grain == 0, offset % Int64(grain) == 0 else {
            throw CrashDisk.Refusal(EINVAL)
        }
    }
}

extension CrashDisk.State {
    func node(at path: RelativePath) throws(CrashDisk.Refusal) -> UInt64 {
        guard let number = current.number(at: path) else { throw CrashDisk.Refusal(ENOENT) }
        return number
    }

    func opened(_ file: DiskFile) throws(CrashDisk.Refusal) -> CrashDisk.OpenFile {
        guard let open = open[file.number] else { throw CrashDisk.Refusal(EBADF) }
        return open
    }

    mutating func open(_ path: RelativePath, direct: Bool, mayWrite: Bool) throws(CrashDisk.Refusal) -> DiskFile {
        let number = try node(at: path)
        guard current.nodes[number]?.kind == .file else { throw CrashDisk.Refusal(EISDIR) }
        return handle(on: number, at: path, direct: direct, mayWrite: mayWrite)
    }

    mutating func handle(on node: UInt64, at path: RelativePath, direct: Bool, mayWrite: Bool) -> DiskFile {
        nextHandle += 1
        open[nextHandle] = CrashDisk.OpenFile(node: node, isDirect: direct, mayWrite: mayWrite)
        return DiskFile(number: nextHandle, isDirect: direct, place: path)
    }

    func attributes(of number: UInt64, device: UInt64) -> FileAttributes {
        guard let node = current.nodes[number] else { preconditionFailure("a name leads to nothing") }
        return FileAttributes(
            kind: node.kind, size: ByteCount(Int64(node.content.count)), modified: node.modified,
            changed: node.changed, inode: number, device: device, permissions: node.permissions)
    }
}
