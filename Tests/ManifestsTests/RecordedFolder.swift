import Checksums
import FileTree
import Manifests
import Proof
import Testing

extension Roll {
    /// A request to record what lies there now.
    func recordRequest(
        _ algorithms: [ChecksumAlgorithm] = [.xxh64], after seconds: Int64 = 0, ignore: [String] = [],
        below folder: String? = nil, detectsRenames: Bool = false, only: Bool = false
    ) throws -> RecordRequest {
        let home = try recorded(folder)
        return RecordRequest(
            tree: try TreeWalk.snapshot(of: disk, at: home), algorithms: algorithms, folderName: Array(home.name),
            creator: Creator(hostname: "cart-1", version: "0.1"),
            startedAt: Instant(nanoseconds: Roll.start.nanoseconds + seconds * 1_000_000_000), ignore: ignore,
            coverage: only ? .someFiles : .wholeFolder, detectsRenames: detectsRenames)
    }

    /// Reads what a plan wants where it lies.
    ///
    /// - Parameter only: the files that are read, by their paths; nil for all.
    func hashed(
        _ request: RecordRequest, only: Set<String>? = nil, below folder: String? = nil
    ) throws -> HashedFiles {
        let home = try recorded(folder)
        var wanted = try ASCMHL.plan(request, on: disk, at: home).wanted
        for number in wanted.indices where only?.contains(request.tree.path(of: number).description) == false {
            wanted[number] = []
        }
        var files = HashedFiles(entryCount: request.tree.entries.count)
        var failures: [HashingFailure] = []
        _ = InPlaceHashing(disk: disk, tree: request.tree, at: home, wanted: wanted).run { finding in
            switch finding.result {
            case .success(let file): files.insert(file)
            case .failure(let failure): failures.append(failure)
            }
        }
        #expect(failures == [])
        return files
    }

    /// Reads and records in one go, as `seal` does.
    @discardableResult
    func record(
        _ algorithms: [ChecksumAlgorithm] = [.xxh64], after seconds: Int64 = 0, ignore: [String] = [],
        below folder: String? = nil, detectsRenames: Bool = false, only: Set<String>? = nil
    ) throws -> RecordReceipt {
        let request = try recordRequest(
            algorithms, after: seconds, ignore: ignore, below: folder, detectsRenames: detectsRenames,
            only: only != nil)
        let files = try hashed(request, only: only, below: folder)
        return try ASCMHL.record(request, files, on: disk, at: recorded(folder))
    }

    /// Writes a file anew, or moves it.
    func change(_ file: String, to text: String) throws {
        try disk.remove(at(file))
        try add([file: text])
    }

    func move(_ file: String, to target: String) throws {
        _ = try disk.rename(at(file), to: at(target))
    }

    private func recorded(_ folder: String?) throws -> RelativePath {
        try folder.map(at) ?? place
    }

    private func at(_ file: String) throws -> RelativePath { place.appending(try #require(RelativePath(file))) }
}

/// The files of a manifest, each with its hashes: `a.mov md5 verified, xxh64 verified`.
func lines(of manifest: String) -> [String] {
    manifest.split(separator: "<hash>").dropFirst().compactMap { record in
        guard let path = record.firstMatch(of: /<path[^>]*>([^<]*)</) else { return nil }
        let hashes = record.matches(of: /<(\w+) action="([a-z]*)"/).map { "\($0.1) \($0.2)" }
        let former = record.firstMatch(of: /<previousPath>([^<]*)</).map { ", was \($0.1)" } ?? ""
        return "\(path.1) \(hashes.joined(separator: ", "))\(former)"
    }
}
