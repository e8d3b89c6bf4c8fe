internal import Custody
internal import FileTree
internal import Manifests

// The lines of `rushes safe --json`; each member is explained in `docs/json.md`.

/// The card, or a copy, is being read.
struct ReadingLine: Encodable {
    let type = "reading"
    let path: String
    let files: Int
    let bytes: Int64
}

/// A file of the card that has too few copies.
struct LackingLine: Encodable {
    let type = "lacking"
    let path: String
    let path_base64: String?
    let size: Int64
    let copies: Int
    let message: String?
    let found: [Found]

    struct Found: Encodable {
        let copy: Int
        let verdict: String
    }

    init(_ file: SafeAnswer.LackingFile) {
        path = file.path.description
        path_base64 = JSONLines.base64(file.path.bytes)
        size = file.size.bytes
        copies = file.copies
        message = file.unreadable
        found = file.verdicts.sorted { $0.key < $1.key }.map { Found(copy: $0.key, verdict: $0.value.name) }
    }
}

/// Something on the card that needs no copy, or cannot have one: it is no file, or a system left it.
struct NotAFileLine: Encodable {
    let type = "not_a_file"
    let path: String
    let path_base64: String?
    let kind: String

    init(_ place: RelativePath, kind: String) {
        path = place.description
        path_base64 = JSONLines.base64(place.bytes)
        self.kind = kind
    }
}

/// What one copy holds.
struct CopyLine: Encodable {
    let type = "copy"
    let path: String
    let roll: String?
    let file_system: String?
    let device: String?
    let shares_device_with: String?
    let counts: Bool
    let why_not: String?
    let message: String?
    let files: [String: Int]

    init(_ copy: SafeAnswer.Copy) {
        path = copy.argument
        roll = copy.roll.map { $0.isRoot ? "." : $0.description }
        file_system = copy.volume?.kind.name
        device = copy.device.isEmpty ? nil : copy.device
        shares_device_with = copy.sharesDeviceWith
        counts = copy.disqualification == nil
        why_not = copy.disqualification?.name
        message = copy.disqualification?.message
        files = Dictionary(uniqueKeysWithValues: copy.counts.map { ($0.key.name, $0.value) })
    }
}

/// The answer.
struct SafeLine: Encodable {
    let type = "safe"
    let card: String
    let safe: Bool
    let status: Int32
    let interrupted: Bool
    let files: Int
    let bytes: Int64
    let system_files: Int
    let copies_asked: Int
    let least: String
    let compared: Bool
    let card_from_device: Bool?
    let copies_from_device: Bool?
    let trusts_loop: Bool?
    let reasons: [Reason]

    struct Reason: Encodable {
        let code: String
        let count: Int?
    }

    init(_ answer: SafeAnswer) {
        card = answer.card
        safe = answer.isSafe
        status = answer.status.rawValue
        interrupted = answer.isInterrupted
        files = answer.files
        bytes = answer.size.bytes
        system_files = answer.systemFiles
        copies_asked = answer.copiesAsked
        least = answer.least.rawValue
        compared = answer.isCompared
        card_from_device = answer.isCompared ? answer.isCardFromDevice : nil
        copies_from_device = answer.isCompared ? answer.areCopiesFromDevice : nil
        trusts_loop = answer.trustedLoop ? true : nil
        reasons = answer.reasons.map { Reason(code: $0.name, count: $0.count) }
    }
}

extension CopyVerdict {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .equal: "equal"
        case .equalElsewhere: "equal_elsewhere"
        case .differs: "differs"
        case .contradictsManifest: "contradicts_manifest"
        case .notListed: "not_listed"
        case .missing: "missing"
        case .leftOut: "left_out"
        case .unreadable: "unreadable"
        case .notFromDevice: "not_from_device"
        case .mounted: "mounted"
        case .secondName: "second_name"
        case .notCompared: "not_compared"
        }
    }
}

extension SafeAnswer.Disqualification {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .unusable: "unusable"
        case .noHistory: "no_history"
        case .damagedHistory: "damaged_history"
        case .otherContent: "other_content"
        case .severalRolls: "several_rolls"
        case .onCardsDevice: "on_cards_device"
        case .noDevice: "no_device"
        case .namedBefore: "named_before"
        }
    }

    fileprivate var message: String? {
        switch self {
        case .unusable(let error): error.sentence
        case .damagedHistory(let finding): finding.sentence
        case .severalRolls(let rolls): rolls.map(\.description).joined(separator: ", ")
        case .namedBefore(let argument): argument
        case .noHistory, .otherContent, .onCardsDevice, .noDevice: nil
        }
    }
}

extension SafeAnswer.Reason {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .fewNamed: "few_named"
        case .fewCopies: "few_copies"
        case .empty: "empty"
        case .foldersUnreadable: "folders_unreadable"
        case .mounts: "mounts"
        case .filesUnreadable: "files_unreadable"
        case .filesLackCopies: "files_lack_copies"
        case .filesLeftOut: "files_left_out"
        case .changed: "changed"
        }
    }

    fileprivate var count: Int? {
        switch self {
        case .fewNamed(let count), .fewCopies(let count), .foldersUnreadable(let count), .mounts(let count),
            .filesUnreadable(let count), .filesLackCopies(let count), .filesLeftOut(let count):
            count
        case .empty, .changed: nil
        }
    }
}
