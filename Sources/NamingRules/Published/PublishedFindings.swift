internal import CameraCards
internal import FileTree
internal import FrameSequences

extension RuleFindings {
    /// Adds what became of published files: frames of one sequence together, and folders that are gone as one.
    mutating func add(_ changes: [PublishedChange]) {
        for words in PublishedFindings(changes).words.sorted(by: { $0.path < $1.path }) {
            add(words.code, at: words.path, sequence: words.sequence, words.sentence, words.nextStep)
        }
    }
}

/// Says what became of published files.
struct PublishedFindings {
    /// One finding in words.
    struct Words: Hashable {
        let code: FindingCode
        let path: RelativePath
        var sequence: [UInt8]?
        let sentence: String
        let nextStep: String
    }

    /// In no order.
    private(set) var words: [Words] = []

    /// What may be told together.
    private struct Kind: Hashable {
        /// The folder that the files lie in, or the one that is gone with them.
        let folder: RelativePath
        let isGone: Bool
        let witness: PublishedChange.Witness
        /// The folder in which the same files lie now.
        var now: RelativePath?
    }

    init(_ changes: [PublishedChange]) {
        var folders: [RelativePath: [PublishedChange]] = [:]
        var files: [Kind: [PublishedChange]] = [:]
        for change in changes {
            switch change.fate {
            case .gone(let path) where path != change.path: folders[path, default: []].append(change)
            case .moved(_, let path) where path != change.path: folders[path, default: []].append(change)
            case .moved(let now, _):
                let kind = Kind(folder: change.path.parent, isGone: true, witness: change.witness, now: now.parent)
                files[kind, default: []].append(change)
            case .gone:
                files[Kind(folder: change.path.parent, isGone: true, witness: change.witness), default: []].append(
                    change)
            case .resized, .rewritten:
                files[Kind(folder: change.path.parent, isGone: false, witness: change.witness), default: []].append(
                    change)
            case .replaced, .unread, .damaged: words.append(PublishedFindings.words(change))
            }
        }
        for (folder, changes) in folders { words.append(PublishedFindings.words(folder, changes)) }
        for (kind, changes) in files { add(kind, changes) }
    }

    /// Tells of files of one folder that share a fate.
    private mutating func add(_ kind: Kind, _ changes: [PublishedChange]) {
        let listed = changes.map {
            ListedFile(name: Array($0.path.name), size: .zero, modified: Instant(nanoseconds: 0))
        }
        let grouping = FrameSequences.group(listed, in: kind.folder)
        words += grouping.others.map { PublishedFindings.words(changes[$0]) }
        for sequence in grouping.sequences {
            guard let frame = sequence.runs.first?.lowerBound, let path = sequence.path(of: frame) else { continue }
            if sequence.count == 1, let change = changes.first(where: { $0.path == path }) {
                words.append(PublishedFindings.words(change))
            } else {
                words.append(PublishedFindings.words(kind, sequence, path))
            }
        }
    }

    // MARK: - Sentences

    private static let putBack = "Put the published file back, and publish the change as a new version."
    private static let bringBack = "Bring it back from a copy."
    private static let putThere = "Put it back where it was published."

    private static func words(_ change: PublishedChange) -> Words {
        let (path, witness) = (change.path, change.witness)
        switch change.fate {
        case .gone:
            return Words(
                code: .publishedGone, path: path, sentence: "\(witness.published("It was")), and it is gone.",
                nextStep: bringBack)
        case .moved(let now, _):
            return Words(
                code: .publishedGone, path: path,
                sentence: "\(witness.published("It was")), and it is gone; the same file is \(now) now.",
                nextStep: putThere)
        case .replaced(let kind):
            return Words(
                code: .publishedGone, path: path,
                sentence: "\(witness.published("It was")) as a file, and it is a \(kind.name) now.", nextStep: bringBack
            )
        case .resized(let old, let new):
            return Words(
                code: .publishedChanged, path: path,
                sentence: "\(witness.published("It was")) with \(old) bytes, and it has \(new) now.", nextStep: putBack)
        case .rewritten:
            return Words(
                code: .publishedChanged, path: path,
                sentence: "\(witness.published("It was")), and its content is another now; its size is the same.",
                nextStep: putBack)
        case .unread(let cause):
            return Words(
                code: .unreadable, path: path, sentence: "It could not be compared with what was published: \(cause).",
                nextStep: "Make it readable, and check again.")
        case .damaged(let cause):
            return Words(
                code: .unreadable, path: path, sentence: "This history cannot be used: \(cause).",
                nextStep: "Get the history from another copy.")
        }
    }

    private static func words(_ kind: Kind, _ sequence: FrameSequence, _ path: RelativePath) -> Words {
        let published = kind.witness.published("\(sequence.count) of its frames were")
        let now = kind.now.map { "; they lie in \(words($0)) now" } ?? ""
        let numbers = NumberWords.list(sequence.runs) + now
        return Words(
            code: kind.isGone ? .publishedGone : .publishedChanged, path: path, sequence: sequence.shownName,
            sentence: "\(published), and \(kind.isGone ? "are gone" : "are others now"): \(numbers).",
            nextStep: kind.now != nil
                ? "Put them back where they were published."
                : kind.isGone
                    ? "Bring them back from a copy."
                    : "Put the published frames back, and publish the change as a new version.")
    }

    private static func words(_ folder: RelativePath, _ changes: [PublishedChange]) -> Words {
        guard changes.count > 1 else { return words(changes[0]) }
        let moved = changes.compactMap { if case .moved(let now, _) = $0.fate { now } else { nil } }
        let isWhole = moved.count == changes.count
        let how = isWhole ? "They lie" : moved.count == 1 ? "1 of them lies" : "\(moved.count) of them lie"
        let now = moved.first.map { " \(how) elsewhere now, as \($0)\(moved.count == 1 ? "." : " and so on.")" } ?? ""
        return Words(
            code: .publishedGone, path: folder,
            sentence: "It is gone, and with it \(changes.count) files that were published.\(now)",
            nextStep: isWhole ? "Put it back where it was published." : bringBack)
    }

    /// A folder in a sentence.
    private static func words(_ folder: RelativePath) -> String {
        folder.isRoot ? "the checked folder itself" : folder.description
    }
}

extension PublishedChange.Witness {
    /// `It was published on 2026-11-22`, or `It was listed by VFX/ascmhl`.
    fileprivate func published(_ subject: String) -> String {
        switch self {
        case .ledger(let day): "\(subject) published on \(day)"
        case .history(let place): "\(subject) listed in \(place)"
        case .nobody: subject
        }
    }
}
