public import Checksums
public import FileTree
internal import XMLText

/// A list of all that the histories of a folder know, in one file that stands alone.
public struct PackingList: Hashable, Sendable {
    /// Where it lies on the disk that it was written to.
    public let path: RelativePath
    /// How many files it lists, those that were deleted since included.
    public let listed: Int
    /// How many files have no checksum that ASC MHL can carry; they are not listed.
    public let unlistable: Int
    /// The C4 ID of its bytes.
    public let c4: Checksum
}

extension ASCMHL {
    /// Writes a packing list: one record a file over all generations and nested histories (specification, 5.6.7).
    ///
    /// Nothing is hashed and no file is looked at. For each format the earliest checksum that did not fail is
    /// listed, with its action and the true moment it was taken; size and times are those of the newest record; a
    /// renamed file has its former name and stands under its present one alone. A file that was deleted stays
    /// listed, as its history has it.
    ///
    /// - Parameters:
    ///   - folder: the folder whose histories are read.
    ///   - source: where it lies.
    ///   - name: the raw bytes of its name.
    ///   - target: the folder in which the list is written.
    ///   - disk: where that lies.
    /// - Throws: with 30 where there is no history, or a nested one is gone; with 31 to 33 where one is not whole.
    public static func flatten(
        _ folder: RelativePath, of source: any ReadableDisk, named name: [UInt8], creator: Creator,
        startedAt: Instant, to target: RelativePath, on disk: any Disk
    ) throws(ManifestError) -> PackingList {
        guard let history = try history(on: source, at: folder, includingNested: true) else {
            throw ManifestError(.historyMissing, at: folder, "there is no history to flatten")
        }
        return try PackingListFile(
            history: history, patterns: IgnorePatterns(ASCMHL.defaultIgnore + history.ignorePatterns).texts, name: name,
            creator: creator,
            startedAt: startedAt
        ).write(to: target, on: disk)
    }
}

/// A packing list on its way to a disk.
struct PackingListFile {
    let history: History
    let patterns: [String]
    let name: [UInt8]
    let creator: Creator
    let startedAt: Instant

    /// The longest name that any file system in use takes, in bytes (NAME_MAX).
    private static let longest = 255

    func write(to folder: RelativePath, on disk: any Disk) throws(ManifestError) -> PackingList {
        let target = folder.appending(component: fileName)
        let temporary = folder.appending(component: fileName + Array(HistoryFolder.unfinished.utf8))
        var file = try onDisk { () throws(DiskError) in try ManifestFile(creating: temporary, on: disk) }
        let counts: (listed: Int, unlistable: Int)
        do throws(ManifestError) {
            counts = try write(to: &file)
        } catch {
            file.abandon()
            throw error
        }
        do throws(DiskError) {
            let c4 = try file.finish()
            _ = try disk.rename(temporary, to: target)
            try disk.flushFolder(folder)
            return PackingList(path: target, listed: counts.listed, unlistable: counts.unlistable, c4: c4)
        } catch {
            try? disk.remove(temporary)
            guard error.request == .rename, error.reason == .exists else { throw ManifestError(error) }
            throw ManifestError(.nameTaken, at: target, "a file of that name is there already", cause: error)
        }
    }

    /// `packinglist_A001_2026-11-22_010203Z.mhl`, with room for the ending of an unfinished file.
    private var fileName: [UInt8] {
        let head = Array("packinglist_".utf8)
        let tail = Array("_\(startedAt.fileNameStamp).mhl".utf8)
        let room = PackingListFile.longest - head.count - tail.count - HistoryFolder.unfinished.utf8.count
        return head + ManifestName.text(of: name, atMost: room) + tail
    }

    private func write(to file: inout ManifestFile) throws(ManifestError) -> (listed: Int, unlistable: Int) {
        let lines = history.paths.sorted().lazy.map { ($0, entries(of: $0)) }
        let listed = lines.count { !$0.1.isEmpty }
        let unlistable = history.count - listed
        var writer = XMLWriter()
        writer.begin("hashlist", ["version": "2.0", "xmlns": ASCMHL.namespace])
        ManifestOpening(
            creator: creator, startedAt: startedAt, remarks: remarks(unlistable), process: "flatten", rootHashes: nil,
            patterns: patterns
        ).write(to: &writer)
        if listed > 0 {
            writer.begin("hashes")
            for (path, hashes) in lines where !hashes.isEmpty {
                line(path, hashes).write(to: &writer)
                try onDisk { () throws(DiskError) in try file.take(&writer) }
            }
            writer.end()
        }
        try AbsentFiles(history.failed).write(to: &writer, file: &file)
        writer.end()
        try onDisk { () throws(DiskError) in try file.append(writer.take()) }
        return (listed, unlistable)
    }

    private func remarks(_ unlistable: Int) -> [String] {
        var remarks = ["Lists every file that the history knows, also those that were deleted since."]
        remarks += AbsentFiles(history.failed).remarks
        if unlistable > 0 { remarks.append("Not listed, because ASC MHL has no checksum of them: \(unlistable).") }
        return remarks
    }

    private func line(_ path: RelativePath, _ hashes: [ManifestLine.Hash]) -> ManifestLine {
        ManifestLine(
            path: path.bytes, size: history.record(at: path.bytes)?.size?.bytes,
            modified: history.modified(of: path).flatMap(ManifestLine.text), hashes: hashes,
            previousPath: history.previousPath(of: path)?.bytes)
    }

    /// The earliest claim in each algorithm; what has no action was the first of its kind.
    private func entries(of path: RelativePath) -> [ManifestLine.Hash] {
        var seen: AlgorithmSet = []
        return history.claims(for: path).compactMap { claim in
            guard ChecksumAlgorithm.sealable.contains(claim.algorithm),
                seen.insert(AlgorithmSet(claim.algorithm)).inserted
            else { return nil }
            let action: FormatRule.Action = claim.action == .verified ? .verified : .original
            return ManifestLine.Hash(
                checksum: claim.checksum, action: action.rawValue, date: claim.date?.utcWithMicroseconds)
        }
    }
}

extension Instant {
    /// `2026-11-22T01:02:03.5Z`: the reference reads no more than six digits behind the point.
    fileprivate var utcWithMicroseconds: String {
        let microseconds = (nanoseconds - seconds * 1_000_000_000) / 1000
        guard microseconds > 0 else { return utc }
        var digits = String(String(microseconds + 1_000_000).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return utc.dropLast() + ".\(digits)Z"
    }
}
