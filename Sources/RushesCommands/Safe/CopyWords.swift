internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// What is to be said of one copy: where it lies, and what it holds of the card or why it counts for nothing.
struct CopyWords {
    private let copy: SafeAnswer.Copy
    private let answer: SafeAnswer

    init(_ copy: SafeAnswer.Copy, _ answer: SafeAnswer) {
        self.copy = copy
        self.answer = answer
    }

    /// One line: `RAID/A001 (ext4 on sda): 5 of 5 files equal.`, indented.
    var line: String { "  \(place): \(result)" }

    private var place: String {
        let roll = copy.roll.flatMap { $0.isRoot ? nil : "/\(SafeText.of($0))" } ?? ""
        let name = SafeText.of(copy.argument.hasSuffix("/") ? String(copy.argument.dropLast()) : copy.argument)
        let volume = copy.volume.map { " (\($0.kind.name) on \(SafeText.of(copy.device)))" } ?? ""
        return name + roll + volume
    }

    private var result: String {
        if let why = copy.disqualification { return "does not count: \(words(why))" }
        let shared = copy.sharesDeviceWith.map { " It shares its device with \(SafeText.of($0)): they count as one." }
        return found + (shared ?? "")
    }

    private var found: String {
        guard !copy.counts.isEmpty else { return "not read." }
        let others = copy.counts.filter { $0.key != .equal }.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\(grouped($0.value)) \($0.key.words)" }
        return
            (["\(grouped(copy.counts[.equal] ?? 0)) of \(counted(answer.files, "file")) equal"] + others)
            .joined(separator: ", ") + "."
    }

    private func words(_ why: SafeAnswer.Disqualification) -> String {
        switch why {
        case .unusable(let error): SafeText.of(error.sentence)
        case .noHistory: "it has no ASC MHL history, so nothing says what it should hold. Seal it first."
        case .damagedHistory(let finding): "its history does not hold: \(SafeText.of(finding.sentence))."
        case .otherContent: "its history lists nothing that the card holds."
        case .severalRolls(let rolls):
            "several rolls in it hold what the card holds; name one of them: "
                + rolls.prefix(SafeReport.most).map { SafeText.of($0) }.joined(separator: ", ") + "."
        case .onCardsDevice: "it lies on the card's own device."
        case .noDevice:
            "what is read there cannot be shown to come from a device. --least read-back would let it count."
        case .namedBefore(let argument): "it is the same copy as \(SafeText.of(argument))."
        }
    }
}
