internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// The answer for people: yes or no with every reason, a line for each copy, and what lacks copies.
struct SafeReport {
    private let answer: SafeAnswer
    private let lacking: [SafeAnswer.LackingFile]
    private let lackingCount: Int

    /// Files, links and folders that are named; the JSON lines hold all.
    static let most = 50

    init(_ answer: SafeAnswer, lacking: [SafeAnswer.LackingFile], lackingCount: Int) {
        self.answer = answer
        self.lacking = lacking
        self.lackingCount = lackingCount
    }

    /// All of it.
    var text: String {
        ([headline] + answer.copies.map { CopyWords($0, answer).line } + notes + lackingLines + mounts + specials
            + systems)
            .map { $0 + "\n" }.joined()
    }

    // MARK: - Yes or no

    private var headline: String {
        let card = SafeText.of(answer.card)
        if answer.isInterrupted { return "NO: interrupted before all was known. Keep \(card)." }
        guard answer.isSafe else {
            return "NO: " + answer.reasons.map { words($0) }.joined(separator: " ") + " Keep \(card)."
        }
        let files = "\(counted(answer.files, "file")), \(answer.size)"
        let copies =
            answer.copiesAsked == 1
            ? "found with equal content in a sealed copy on another device"
            : "found with equal content in sealed copies on \(answer.copiesAsked) devices or more"
        return "YES, this card may be erased: \(card): \(files), each \(copies), \(evidence)."
    }

    private var evidence: String {
        guard answer.areCopiesFromDevice else {
            return "read back now, but not all of it shown to come from a device (--least read-back)"
        }
        return answer.isCardFromDevice ? "read now from the device" : "the copies read now from the device"
    }

    private func words(_ reason: SafeAnswer.Reason) -> String {
        let asked = "\(counted(answer.copiesAsked, "is", "are")) asked for"
        switch reason {
        case .fewNamed(let count):
            return "\(counted(count, "copy was", "copies were")) named, and \(asked): "
                + "name another with --on, or ask for fewer with --copies."
        case .fewCopies(0): return "No copy counts, and \(asked)."
        case .fewCopies(let count):
            return "The copies that count lie on \(counted(count, "device")), and \(asked)."
        case .empty: return "There is no file on it that needs a copy: is the card mounted there?"
        case .foldersUnreadable(let count):
            return "\(counted(count, "folder")) of it could not be listed: nothing is known of what "
                + "\(count == 1 ? "it holds" : "they hold")."
        case .mounts(let count):
            return "\(counted(count, "volume is", "volumes are")) mounted below it and "
                + "\(count == 1 ? "was" : "were") not looked at."
        case .filesUnreadable(let count): return "\(counted(count, "file")) of it could not be read."
        case .filesLackCopies(let count):
            return "\(counted(count, "file has", "files have")) too few copies."
        case .filesLeftOut(let count):
            return "\(counted(count, "of these was", "of these were")) left out of a copy by a pattern (--ignore)."
        case .changed: return "It was changed while it was read."
        }
    }

    // MARK: - More lines

    private var notes: [String] {
        var notes: [String] = []
        if answer.isSafe, answer.copiesAsked == 1 {
            notes.append("Only 1 copy was asked for: when that is lost, everything is.")
        }
        if answer.isCompared, !answer.isCardFromDevice {
            notes.append("Not all that was read of the card was shown to come from it, and not from a cache.")
        }
        if answer.systemFiles > 0 {
            notes.append("\(counted(answer.systemFiles, "file")) that systems leave on cards: they need no copy.")
        }
        if answer.trustedLoop { notes.append("Loop devices were trusted as block devices (RUSHES_TRUST_LOOP).") }
        return notes
    }

    private var lackingLines: [String] {
        lacking.map { file in
            let name = "\(SafeText.of(file.path)) (\(file.size))"
            if let why = file.unreadable { return "UNREADABLE \(name): \(SafeText.of(why))." }
            let found = file.verdicts.sorted { $0.key < $1.key }.map { place, verdict in
                "\(SafeText.of(answer.copies[place].argument)): \(verdict.words)"
            }
            return "LACKING \(name): on \(file.copies) of \(counted(answer.copiesAsked, "device")); "
                + found.joined(separator: ", ") + "."
        } + more(lackingCount - lacking.count)
    }

    private var mounts: [String] {
        let folders = answer.unreadableFolders.prefix(Self.most).map {
            "UNREADABLE FOLDER \(SafeText.of($0.place)): \($0.cause). \($0.nextStep)"
        }
        return answer.mounts.prefix(Self.most).map { "MOUNTED \(SafeText.of($0)): another volume." }
            + more(answer.mounts.count - Self.most) + folders + more(answer.unreadableFolders.count - Self.most)
    }

    private var specials: [String] {
        answer.specials.prefix(Self.most).map {
            "NOT A FILE \(SafeText.of($0)): it holds nothing of its own, and was neither followed nor read."
        } + more(answer.specials.count - Self.most)
    }

    private var systems: [String] {
        answer.systemPlaces.prefix(Self.most).map { "NO COPY NEEDED \(SafeText.of($0)): systems leave it on cards." }
            + more(answer.systemPlaces.count - Self.most)
    }

    private func more(_ count: Int) -> [String] {
        count > 0 ? ["… and \(grouped(count)) more; --json lists all."] : []
    }
}

extension CopyVerdict {
    /// What a copy has of a file, for people.
    var words: String {
        switch self {
        case .equal: "equal"
        case .equalElsewhere: "equal under another name"
        case .differs: "another content"
        case .contradictsManifest: "equal to the card, but not to its own manifest"
        case .notListed: "in no manifest of the copy"
        case .missing: "missing"
        case .leftOut: "left out by a pattern"
        case .unreadable: "unreadable"
        case .notFromDevice: "equal, but not shown to come from the device"
        case .mounted: "a mounted volume"
        case .notCompared: "not compared"
        case .secondName: "only another name (hard link) of a file that is counted already"
        }
    }
}
