internal import FileTree
public import Manifests

/// Writes all that the histories of a folder know into one packing list.
public struct Flatten {
    private let folder: String
    private let output: String
    private let creator: Creator

    /// - Parameters:
    ///   - folder: the folder whose histories are read.
    ///   - output: the folder that gets the list; it must exist.
    ///   - creator: who writes, with what.
    public init(folder: String, output: String, creator: Creator) {
        self.folder = folder
        self.output = output
        self.creator = creator
    }

    /// Writes the list.
    ///
    /// - Returns: where it lies, and what is in it.
    /// - Throws: where the folder has no history or a damaged one, or the list cannot be written.
    public func run() throws(CustodyError) -> (path: String, list: PackingList) {
        guard let path = Machine.resolvedPath(folder), Machine.kind(ofPath: path) == .folder else {
            throw .notThere(folder)
        }
        guard let target = Machine.resolvedPath(output), Machine.kind(ofPath: target) == .folder else {
            throw CustodyError(
                .notThere, at: output, "This is not a folder.", nextStep: "Make it first.", status: .usage)
        }
        let (source, disk) = try disks(path, target)
        do throws(ManifestError) {
            let list = try ASCMHL.flatten(
                .root, of: source, named: Array(path.lastComponent.utf8), creator: creator, startedAt: Machine.now,
                to: .root, on: disk)
            return (target.below(list.path.description), list)
        } catch {
            throw CustodyError(sealing: error, at: folder)
        }
    }

    private func disks(_ path: String, _ target: String) throws(CustodyError) -> (CardDisk, PosixDisk) {
        do throws(DiskError) {
            return (try CardDisk(path: path), try PosixDisk(path: target))
        } catch {
            throw CustodyError(error, at: folder)
        }
    }
}
