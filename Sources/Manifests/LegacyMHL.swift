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

    /// Writes the list of a transfer as `<roll>_2026-11-22_010203.mhl` (UTC) into the folder the roll lies in.
    ///
    /// The same request gives the same bytes but for the times of proof, so a run that was stopped can write it again.
    ///
    /// - Returns: where it lies, below the disk's root.
    /// - Throws: when no algorithm fits, or another list of that name lies there.
    public static func write(
        _ request: SealRequest, on disk: any Disk, at roll: RelativePath
    ) throws(ManifestError) -> RelativePath {
        guard canCarry(request.algorithms), XMLWriter.canCarry(request.rollName) else {
            throw ManifestError(
                .cannotCarry, at: roll, "MHL v1.1 carries XXH64, MD5 and SHA-1 alone, and no name that XML cannot carry"
            )
        }
        let ending = "_\(request.startedAt.fileNameStamp.dropLast()).mhl"
        let room = longestName - ending.utf8.count - HistoryFolder.unfinished.utf8.count
        let name = ManifestName.text(of: request.rollName, atMost: room) + Array(ending.utf8)
        let target = roll.parent.appending(component: name)
        let temporary = roll.parent.appending(component: name + Array(HistoryFolder.unfinished.utf8))
        try onDisk { () throws(DiskError) in try remove(temporary, on: disk) }
        try written(request, to: temporary, on: disk)
        try place(temporary, as: target, on: disk)
        return target
    }

    /// NAME_MAX of the file systems in use, in bytes.
    private static let longestName = 255

    private static func carried(_ algorithms: [ChecksumAlgorithm]) -> [ChecksumAlgorithm] {
        LegacyMHL.algorithms.filter(algorithms.contains)
    }

    private static func written(
        _ request: SealRequest, to place: RelativePath, on disk: any Disk
    ) throws(ManifestError) {
        var file = try onDisk { () throws(DiskError) in try ManifestFile(creating: place, on: disk) }
        do throws(ManifestError) {
            try write(request, to: &file)
        } catch {
            file.abandon()
            throw error
        }
        do throws(DiskError) {
            _ = try file.finish()
        } catch {
            try? disk.remove(place)
            throw ManifestError(error)
        }
    }

    /// Gives the list its name; one of that name that differs in dates alone is the same list.
    ///
    /// A run that was stopped between the list and the roll's name writes the list again. Where it had to read
    /// the files again too, they were proved later than the first time.
    private static func place(
        _ temporary: RelativePath, as target: RelativePath, on disk: any Disk
    ) throws(ManifestError) {
        do throws(DiskError) {
            _ = try disk.rename(temporary, to: target)
            try disk.flushFolder(target.parent)
        } catch {
            defer { try? disk.remove(temporary) }
            guard error.request == .rename, error.reason == .exists else { throw ManifestError(error) }
            let isSame = try onDisk { () throws(DiskError) in
                let there = try disk.contents(of: target, limit: largestComparison)
                return isSameButForDates(there, try disk.contents(of: temporary, limit: largestComparison))
            }
            guard isSame else {
                throw ManifestError(.nameTaken, at: target, "another list of that name is there already", cause: error)
            }
        }
    }

    /// A list of a million files is smaller.
    private static let largestComparison = ByteCount.mebibytes(512)

    /// Dates are of one length, so equal lines start at equal places.
    private static func isSameButForDates(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        var start = 0
        while start < one.count {
            let end = one[start...].firstIndex(of: UInt8(ascii: "\n")) ?? one.count
            guard
                one[start..<end].elementsEqual(other[start..<end])
                    || [one, other].allSatisfy({ list in
                        let line = list[start..<end].drop { $0 == UInt8(ascii: " ") }
                        return line.starts(with: "<hashdate>".utf8) || line.starts(with: "<finishdate>".utf8)
                    })
            else { return false }
            start = end + 1
        }
        return true
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
