internal import CameraCards
internal import FileTree
internal import FrameSequences

/// Compares a folder with its backup by names and sizes: what the backup lacks, and where it has newer versions.
///
/// Paths are compared below both roots; what lies elsewhere on the backup with the same name and size counts as there.
struct BackupComparison {
    private let folder, copy: NamedTree
    private let files: BackupFiles
    private let pairs: BackupPairs
    private let versions: BackupVersions
    /// By chain, the highest version in the folder.
    private var latest: [Int]

    init(_ folder: NamedTree, _ copy: NamedTree) {
        (self.folder, self.copy) = (folder, copy)
        files = BackupFiles(folder)
        pairs = BackupPairs(folder.tree, copy.tree, files: files.entries, copies: BackupFiles(copy).entries)
        versions = BackupVersions(folder, copy, pairs)
        latest = Array(repeating: -1, count: versions.count)
        for version in versions.ofFolder.lazy.compactMap(\.self) {
            latest[Int(version.chain)] = max(latest[Int(version.chain)], version.number)
        }
    }

    /// What is found, in the order of the tree.
    var findings: [Finding] { (gaps + newer + unread).sorted { $0.path < $1.path } }

    /// What a person should know of the comparison.
    var remarks: [String] {
        var remarks = ["The backup was compared by names and sizes; no content was read."]
        let unknown = files.entries.count { pairs[$0] == .unknown }
        if pairs.elsewhere > 0 { remarks.append("\(count(pairs.elsewhere)) elsewhere on the backup.") }
        if unknown > 0 { remarks.append("\(count(unknown)) where the backup could not be read.") }
        if let alone { remarks.append(alone) }
        return remarks
    }

    /// So many names of what is only on the backup are told.
    private static let mostNamed = 3

    /// What lies on the backup and stands for nothing here: the work may be lost, or was thrown away.
    private var alone: String? {
        let index = TreeIndex(copy.tree)
        var (count, names, more) = (0, [String](), 0)
        for thing in copy.things.indices where copy.things[thing].kind != .folder {
            let files = copy.entries(of: thing, index).count { !pairs.isPaired(copy: $0) }
            guard files > 0 else { continue }
            count += files
            if names.count < BackupComparison.mostNamed { names.append(name(ofCopy: thing)) } else { more += 1 }
        }
        guard count > 0 else { return nil }
        let verb = count == 1 ? "1 file is" : "\(count) files are"
        // What could not be read here may well have them.
        let doubt = folder.tree.unreadable.isEmpty ? "" : ", as far as this folder could be read"
        let rest = more == 0 ? "" : " and \(more) more"
        return "\(verb) only on the backup\(doubt): \(names.joined(separator: ", "))\(rest)."
    }

    private func name(ofCopy thing: Int) -> String {
        let path = copy.path(of: thing)
        guard let sequence = copy.sequence(of: thing) else { return path.description }
        return path.parent.isRoot ? sequence.description : "\(path.parent)/\(sequence)"
    }

    private func count(_ files: Int) -> String { files == 1 ? "1 file lies" : "\(files) files lie" }

    // MARK: - What the backup lacks

    private var gaps: [Finding] {
        let folders = AbsentFolders(folder, files, pairs, isApart: { versions.ofFolder[$0] != nil })
        return folder.things.indices.compactMap { thing in
            if folder.things[thing].kind == .folder { return folders.count(thing).map { none(of: thing, $0) } }
            return folders.isTold(thing) ? nil : gap(thing)
        } + (folders.ofRoot.map { [none(of: nil, $0)] } ?? [])
    }

    private func none(of thing: Int?, _ count: Int) -> Finding {
        finding(
            at: thing.map(folder.path(of:)) ?? .root, nil, .error,
            "None of \(count) files in it is on the backup.", "Copy the folder there.")
    }

    private func gap(_ thing: Int) -> Finding? {
        let entries = files.entries(of: thing)
        let absent = entries.indices.filter { pairs[entries[$0]] == .absent }
        let resized = entries.indices.filter { if case .resized = pairs[entries[$0]] { true } else { false } }
        guard !absent.isEmpty || !resized.isEmpty else { return nil }
        let version = versions.ofFolder[thing]
        let isLatest = version.map { latest[Int($0.chain)] == $0.number } ?? true
        let sentence =
            absent.isEmpty ? words(resized: resized, thing, entries) : words(absent: absent, thing, entries, version)
        let isOne = absent.count == 1 || absent.count == entries.count
        return finding(
            at: folder.path(of: thing), folder.sequence(of: thing)?.shownName, isLatest ? .error : .warn, sentence,
            absent.isEmpty
                ? "Find out which of the two is whole, and copy that." : "Copy \(isOne ? "it" : "them") there.")
    }

    private func words(
        absent: [Int], _ thing: Int, _ entries: [Int], _ version: BackupVersions.Version?
    ) -> String {
        guard absent.count == entries.count else {
            let verb = absent.count == 1 ? "is" : "are"
            return "\(absent.count) of its \(entries.count) frames \(verb) not on the backup: \(frames(absent, thing))."
        }
        guard let version else { return "It is not on the backup." }
        return latest[Int(version.chain)] == version.number
            ? "It is the latest version, and it is not on the backup." : "This version is not on the backup."
    }

    private func words(resized: [Int], _ thing: Int, _ entries: [Int]) -> String {
        guard entries.count == 1, case .resized(let size) = pairs[entries[0]] else {
            let verb = resized.count == 1 ? "has" : "have"
            return "\(resized.count) of its \(entries.count) frames \(verb) another size on the backup: "
                + "\(frames(resized, thing))."
        }
        return "It has \(folder.tree.entries[entries[0]].size) bytes here and \(size) on the backup."
    }

    /// The numbers of some of a sequence's frames, by their places among its files.
    private func frames(_ places: [Int], _ thing: Int) -> String {
        guard let sequence = folder.sequence(of: thing) else { return "" }
        let numbers = Array(sequence.runs.joined())
        var runs: [ClosedRange<Int>] = []
        for number in places.lazy.filter(numbers.indices.contains).map({ numbers[$0] }) {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return NumberWords.list(runs)
    }

    // MARK: - What the folder lacks

    private var newer: [Finding] {
        var highest: [UInt32: (number: Int, thing: Int)] = [:]
        let index = TreeIndex(copy.tree)
        for thing in copy.things.indices {
            guard let version = versions.ofCopy[thing], (0..<version.number).contains(latest[Int(version.chain)]),
                version.number > highest[version.chain]?.number ?? -1,
                !copy.entries(of: thing, index).contains(where: pairs.isPaired(copy:))
            else { continue }
            highest[version.chain] = (version.number, thing)
        }
        var isTold: Set<UInt32> = []
        return folder.things.indices.compactMap { thing in
            guard let version = versions.ofFolder[thing], latest[Int(version.chain)] == version.number,
                let found = highest[version.chain], isTold.insert(version.chain).inserted
            else { return nil }
            let name = NameCharacter.escaped(copy.shownName(of: found.thing)[...])
            return finding(
                at: folder.path(of: thing), folder.sequence(of: thing)?.shownName, .error,
                "The backup has a newer version: \(BackupVersions.label(found.thing, of: copy)), in \(name); here the "
                    + "latest is \(BackupVersions.label(thing, of: folder)).",
                "Find out whether it was lost here, and bring it back.")
        }
    }

    private var unread: [Finding] {
        copy.tree.unreadable.map { failure in
            Finding(
                rule: BackupComparison.rule, code: .unreadable, severity: .error, path: failure.place, sequence: nil,
                marked: nil, sentence: "On the backup it could not be read: \(failure.cause).",
                nextStep: "Make it readable there, and check again.", suggestion: nil, others: [])
        }
    }

    /// What findings about backups are told under.
    static let rule = "backup"

    private func finding(
        at path: RelativePath, _ sequence: [UInt8]?, _ severity: Severity, _ sentence: String, _ nextStep: String
    ) -> Finding {
        Finding(
            rule: BackupComparison.rule, code: .notOnBackup, severity: severity, path: path, sequence: sequence,
            marked: nil, sentence: sentence, nextStep: nextStep, suggestion: nil, others: [])
    }
}
