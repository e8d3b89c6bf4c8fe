import Checksums
import FileTree
import Foundation
import Manifests
import Testing

@testable import Proof

/// A roll in a folder of its own that goes when the test ends, with proofs of all its files.
final class Roll {
    /// Two clips, one in a folder, and an empty folder: the tree of the vectors.
    static let small = ["a.mov": "abc", "s/b.txt": "hello", "e/": ""]
    /// The start of a run: 2026-11-22T01:00:00Z.
    static let start = Instant(nanoseconds: 1_795_309_200_000_000_000)

    let home: String
    let name: String
    let disk: PosixDisk
    let place: RelativePath

    /// - Parameter files: text by path; a path that ends in a slash is a folder.
    init(_ files: [String: String] = Roll.small, name: String = "Y") throws {
        home = NSTemporaryDirectory() + "rushes-manifests-" + UUID().uuidString
        self.name = name
        place = try #require(RelativePath(name))
        try FileManager.default.createDirectory(atPath: home + "/" + name, withIntermediateDirectories: true)
        disk = try PosixDisk(path: home)
        try add(files)
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    var path: String { home + "/" + name }

    /// Adds files, all changed last on 2026-11-22T00:00:00Z.
    func add(_ files: [String: String]) throws {
        for (file, text) in files { try add(Array(file.utf8), text) }
    }

    func add(_ file: [UInt8], _ text: String) throws {
        let isFolder = file.last == UInt8(ascii: "/")
        let path = try #require(RelativePath(isFolder ? Array(file.dropLast()) : file))
        var folder = place
        for component in (isFolder ? path : path.parent).components {
            folder = try #require(folder.appending(component))
            try? disk.makeFolder(folder, permissions: 0o755)
        }
        guard !isFolder else { return }
        let open = try disk.create(place.appending(path), permissions: 0o644, direct: false)
        try disk.write(open, Array(text.utf8), at: 0)
        try disk.setModified(open, to: Instant(nanoseconds: Roll.start.nanoseconds - 3_600_000_000_000))
        disk.close(open)
    }

    /// A request to seal what lies there now.
    ///
    /// - Parameters:
    ///   - known: files that an earlier run proved.
    ///   - absent: files that are on the card and not in this roll, by their path.
    func request(
        _ algorithms: [ChecksumAlgorithm] = [.xxh64], computing all: [ChecksumAlgorithm]? = nil,
        after seconds: Int64 = 0,
        known: Set<String> = [], absent: Set<String> = []
    ) throws -> SealRequest {
        let tree = try TreeWalk.snapshot(of: disk, at: place)
        var verified = VerifiedFiles(algorithms: all ?? algorithms, entryCount: tree.entries.count)
        var isPresent = Array(repeating: true, count: tree.entries.count)
        for number in tree.entries.indices where tree.entries[number].kind == .file {
            let file = tree.path(of: number)
            if absent.contains(file.description) {
                isPresent[number] = false
                continue
            }
            let bytes = try disk.contents(of: place.appending(file), limit: .mebibytes(64))
            verified.insert(
                VerifiedFile(
                    number: number, size: ByteCount(Int64(bytes.count)),
                    checksums: (all ?? algorithms).map { Checksum.of(bytes, $0) }, evidence: .proved,
                    provedAt: Instant(nanoseconds: Roll.start.nanoseconds + 1_000_000_000),
                    isFromEarlierRun: known.contains(file.description)))
        }
        return SealRequest(
            tree: tree, isPresent: isPresent, verified: verified, algorithms: algorithms, rollName: Array(name.utf8),
            creator: Creator(hostname: "cart-1", version: "0.1"),
            startedAt: Instant(nanoseconds: Roll.start.nanoseconds + seconds * 1_000_000_000))
    }

    @discardableResult
    func seal(_ request: SealRequest) throws -> SealReceipt {
        try ASCMHL.seal(request, on: disk, at: place)
    }

    func history(includingNested: Bool = false) throws -> History {
        try #require(try ASCMHL.history(on: disk, at: place, includingNested: includingNested))
    }

    func text(_ file: RelativePath) throws -> String {
        String(decoding: try disk.contents(of: file, limit: .mebibytes(64)), as: UTF8.self)
    }

    /// The manifest of a generation.
    func manifest(_ generation: Int = 1) throws -> String {
        let folder = try #require(place.appending("ascmhl".utf8))
        let prefix = String(repeating: "0", count: 3) + "\(generation)_"
        let names = try disk.entries(of: folder).map { String(decoding: $0.name, as: UTF8.self) }
        let name = try #require(names.first { $0.hasPrefix(prefix) })
        return try text(try #require(folder.appending(name.utf8)))
    }
}

/// A path a test is sure of.
func path(_ text: String) throws -> RelativePath { try #require(RelativePath(text)) }
