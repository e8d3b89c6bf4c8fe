public import Checksums
public import FileTree
internal import Proof
internal import XMLText

/// Media Hash Lists v1.1, the older format of mediahashlist.org: one list a transfer, beside the roll.
///
/// A list inside the roll would be a file that the roll's ASC MHL history does not know.
public enum LegacyMHL {
    /// The schema's own order.
    static let algorithms: [ChecksumAlgorithm] = [.md5, .sha1, .xxh64]

    /// Whether the format can carry any of a run's algorithms: MD5, SHA-1 or XXH64.
    public static func canCarry(_ algorithms: [ChecksumAlgorithm]) -> Bool {
        !carried(algorithms).isEmpty
    }

    /// A list that lies on the device whole, and does not carry its name yet.
    public struct Unnamed: Sendable {
        let temporary: RelativePath
        let target: RelativePath
        let c4: Checksum
    }

    /// Writes the list of a transfer and gives it its name.
    ///
    /// - Returns: where it lies, below the disk's root.
    /// - Throws: when no algorithm fits, or another list of that name lies there.
    public static func write(
        _ request: SealRequest, on disk: any Disk, at roll: RelativePath
    ) throws(ManifestError) -> RelativePath {
        try name(try prepare(request, on: disk, at: roll), on: disk)
    }

    /// Writes the list of a transfer that will be `<roll>_2026-11-22_010203.mhl` (UTC) in the folder the roll lies in.
    ///
    /// A list is named after its roll: one that has its name says that the transfer is over.
    ///
    /// - Throws: when no algorithm fits.
    public static func prepare(
        _ request: SealRequest, on disk: any Disk, at roll: RelativePath
    ) throws(ManifestError) -> Unnamed {
        guard canCarry(request.algorithms), XMLWriter.canCarry(request.rollName) else {
            throw ManifestError(
                .cannotCarry, at: roll, "MHL v1.1 carries XXH64, MD5 and SHA-1 alone, and no name that XML cannot carry"
            )
        }
        let name = head(of: request.rollName) + Array((stamp(request.startedAt) + ending).utf8)
        let target = roll.parent.appending(component: name)
        let temporary = roll.parent.appending(component: name + Array(HistoryFolder.unfinished.utf8))
        try onDisk { () throws(DiskError) in try remove(temporary, on: disk) }
        return Unnamed(temporary: temporary, target: target, c4: try written(request, to: temporary, on: disk))
    }

    /// Gives a list its name; one of that name with the same content is the same list.
    ///
    /// - Returns: where it lies, below the disk's root.
    /// - Throws: when another list of that name lies there.
    public static func name(_ list: Unnamed, on disk: any Disk) throws(ManifestError) -> RelativePath {
        try place(list.temporary, as: list.target, list.c4, on: disk)
        return list.target
    }

    /// Removes a list that was not named.
    public static func discard(_ list: Unnamed, on disk: any Disk) {
        try? disk.remove(list.temporary)
    }

    /// Finds the newest list of a finished roll, and removes those that never got their name.
    ///
    /// - Parameter manifest: the name of the roll's newest manifest; a list that is older is that of an earlier one.
    /// - Returns: where it lies, below the disk's root; nil when there is none.
    public static func existing(
        of roll: RelativePath, since manifest: String?, on disk: any Disk
    ) throws(ManifestError) -> RelativePath? {
        let head = head(of: Array(roll.name))
        let oldest = manifest.flatMap { $0.hasSuffix("Z" + ending) ? String($0.dropLast(5).suffix(stampLength)) : nil }
        var newest: (stamp: String, path: RelativePath)?
        for entry in try onDisk({ () throws(DiskError) in try disk.entries(of: roll.parent) }) {
            guard entry.attributes.kind == .file, entry.name.starts(with: head) else { continue }
            let rest = String(decoding: entry.name.dropFirst(head.count), as: UTF8.self)
            let (stamp, tail) = (String(rest.prefix(stampLength)), rest.dropFirst(stampLength))
            guard isStamp(stamp) else { continue }
            let path = roll.parent.appending(component: entry.name)
            if tail == ending + HistoryFolder.unfinished {
                try onDisk { () throws(DiskError) in try remove(path, on: disk) }
            } else if tail == ending, stamp >= oldest ?? "", stamp > newest?.stamp ?? "" {
                newest = (stamp, path)
            }
        }
        return newest?.path
    }

    private static let ending = ".mhl"
    /// Of `2026-11-22_010203`, in characters.
    private static let stampLength = 17

    private static func stamp(_ time: Instant) -> String { String(time.fileNameStamp.dropLast()) }

    private static func isStamp(_ text: String) -> Bool {
        text.utf8.count == stampLength
            && zip(text.utf8, "0000-00-00_000000".utf8).allSatisfy { byte, model in
                model == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == model
            }
    }

    /// What the names of all lists of a roll begin with.
    private static func head(of rollName: [UInt8]) -> [UInt8] {
        let room = longestName - 1 - stampLength - ending.utf8.count - HistoryFolder.unfinished.utf8.count
        return ManifestName.text(of: rollName, atMost: room) + [UInt8(ascii: "_")]
    }

    /// NAME_MAX of the file systems in use, in bytes.
    private static let longestName = 255

    private static func carried(_ algorithms: [ChecksumAlgorithm]) -> [ChecksumAlgorithm] {
        LegacyMHL.algorithms.filter(algorithms.contains)
    }

    private static func written(
        _ request: SealRequest, to place: RelativePath, on disk: any Disk
    ) throws(ManifestError) -> Checksum {
        var file = try onDisk { () throws(DiskError) in try ManifestFile(creating: place, on: disk) }
        do throws(ManifestError) {
            try write(request, to: &file)
        } catch {
            file.abandon()
            throw error
        }
        do throws(DiskError) {
            return try file.finish()
        } catch {
            try? disk.remove(place)
            throw ManifestError(error)
        }
    }

    private static func place(
        _ temporary: RelativePath, as target: RelativePath, _ c4: Checksum, on disk: any Disk
    ) throws(ManifestError) {
        do throws(DiskError) {
            _ = try disk.rename(temporary, to: target)
            try disk.flushFolder(target.parent)
        } catch {
            try? disk.remove(temporary)
            guard error.request == .rename, error.reason == .exists else { throw ManifestError(error) }
            let there = try ManifestSource(disk: disk, place: target, algorithms: [])
            defer { there.close() }
            guard try there.finish().c4 == c4 else {
                throw ManifestError(.nameTaken, at: target, "another list of that name is there already")
            }
        }
    }

    private static func remove(_ place: RelativePath, on disk: any Disk) throws(DiskError) {
        do throws(DiskError) {
            try disk.remove(place)
        } catch let error where error.reason == .notFound {
            return
        }
    }

    private static func write(_ request: SealRequest, to file: inout ManifestFile) throws(ManifestError) {
        let roll = RollTree(
            tree: request.tree, isPresent: request.isPresent, ignored: IgnorePatterns(ASCMHL.defaultIgnore))
        let algorithms = carried(request.algorithms)
        var writer = XMLWriter()
        var target = file
        writer.begin("hashlist", ["version": "1.1"])
        writeCreator(of: request, finishedAt: lastProof(of: request), to: &writer)
        try roll.descend(from: 0) { (step, path) throws(ManifestError) in
            guard case .file(let number) = step, let verified = request.verified[number], XMLWriter.canCarry(path)
            else { return }
            let place = request.rollName + [UInt8(ascii: "/")] + path
            write(verified, at: place, modified: request.tree.entries[number].modified, algorithms, to: &writer)
            try onDisk { () throws(DiskError) in try target.take(&writer) }
        }
        writer.end()
        try onDisk { () throws(DiskError) in try target.append(writer.take()) }
        file = target
    }

    private static func writeCreator(of request: SealRequest, finishedAt: Instant, to writer: inout XMLWriter) {
        let creator = request.creator
        let author = creator.author.map { Author($0).name }
        writer.begin("creatorinfo")
        if let author { writer.element("name", text: author) }
        writer.element("username", text: author ?? ASCMHL.carriable(creator.tool))
        writer.element("hostname", text: ASCMHL.carriable(creator.hostname))
        writer.element("tool", text: ASCMHL.carriable("\(creator.tool) \(creator.version)"))
        writer.element("startdate", text: request.startedAt.utc)
        writer.element("finishdate", text: finishedAt.utc)
        if !creator.comment.isEmpty { writer.element("log", text: ASCMHL.carriable(creator.comment)) }
        writer.end()
    }

    /// The transfer's end is its last proof: unlike the clock, that is the same when the list is written again.
    private static func lastProof(of request: SealRequest) -> Instant {
        request.tree.entries.indices.lazy.compactMap { request.verified[$0]?.provedAt }.max() ?? request.startedAt
    }

    /// The size of an empty file is not valid, as the schema wants it positive; every tool writes and reads it so.
    private static func write(
        _ file: VerifiedFile, at path: [UInt8], modified: Instant, _ algorithms: [ChecksumAlgorithm],
        to writer: inout XMLWriter
    ) {
        writer.begin("hash")
        writer.element("file", text: path)
        writer.element("size", text: String(file.size.bytes))
        writer.element("lastmodificationdate", text: modified.utc)
        for algorithm in algorithms {
            guard let checksum = file.checksums.first(where: { $0.algorithm == algorithm }) else { continue }
            // XXH64 most significant byte first; plain `xxhash64` means the other order, and is read both ways.
            let name = algorithm == .xxh64 ? "xxhash64be" : algorithm.rawValue
            writer.element(name, text: checksum.description)
        }
        writer.element("hashdate", text: file.provedAt.utc)
        writer.end()
    }
}
