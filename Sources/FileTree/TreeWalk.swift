/// Looks at a whole tree and writes down what is there.
public enum TreeWalk {
    /// Folders nested deeper than this are refused: no camera does it, and a hostile tree would.
    public static let deepest = 128

    /// The snapshot of a disk's tree at `folder`, whose entry is number 0.
    ///
    /// Links are recorded, never followed. A folder on another volume is recorded as a mount
    /// and not entered. A folder that cannot be listed is recorded in `unreadable`, and the rest goes on.
    ///
    /// - Parameter shouldStop: asked before each folder; what is not looked at after a yes is not in the snapshot.
    /// - Throws: when `folder` itself cannot be looked at.
    public static func snapshot(
        of disk: any ReadableDisk, at folder: RelativePath = .root, shouldStop: () -> Bool = { false }
    ) throws(DiskError) -> TreeSnapshot {
        var snapshot = TreeSnapshot()
        let root = try disk.attributes(of: folder)
        snapshot.append([], root, in: 0)
        guard root.kind == .folder else { throw DiskError(.list, at: folder, number: notAFolder) }
        visit(folder, number: 0, on: disk, device: root.device, depth: 0, shouldStop, into: &snapshot)
        return snapshot
    }

    private static func visit(
        _ folder: RelativePath, number: Int, on disk: any ReadableDisk, device: UInt64, depth: Int,
        _ shouldStop: () -> Bool, into snapshot: inout TreeSnapshot
    ) {
        guard !shouldStop() else { return }
        let entries: [FolderEntry]
        do throws(DiskError) {
            guard depth < deepest else { throw DiskError(.list, at: folder, number: DiskError.tooDeep) }
            entries = try disk.entries(of: folder)
        } catch {
            snapshot.append(error)
            return
        }
        for entry in entries.sorted(by: { $0.precedes($1) }) {
            let child = snapshot.entries.count
            if entry.attributes.kind == .folder, entry.attributes.device != device {
                var mount = entry.attributes
                mount.kind = .mount
                snapshot.append(entry.name, mount, in: number)
                continue
            }
            snapshot.append(entry.name, entry.attributes, in: number)
            guard entry.attributes.kind == .folder else { continue }
            visit(
                folder.appending(component: entry.name), number: child, on: disk, device: device, depth: depth + 1,
                shouldStop, into: &snapshot)
        }
    }

    // An errno value that Linux and macOS share; libc itself is only imported beside the system calls.
    private static let notAFolder: Int32 = 20
}
