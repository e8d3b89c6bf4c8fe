internal import EditorLogs
internal import Ingest

/// Exceptions that say the same of several rows, for people: one line instead of a wall.
struct AlikeExceptions {
    /// The rows, or rolls where they are about none, each once; none where it is about the whole log.
    private(set) var names: [String] = []
    private let sentence: String
    private let nextStep: String

    /// Names that stand in one line; the JSON lines hold all.
    static let mostNames = 20

    /// Puts together what differs in its row alone, in the order in which it was said first.
    static func groups(of exceptions: [LogException]) -> [AlikeExceptions] {
        var groups: [AlikeExceptions] = []
        var places: [[String]: Int] = [:]
        var seen: Set<[String]> = []
        for exception in exceptions {
            let words = [exception.sentence, exception.nextStep]
            let place = places[words] ?? groups.count
            if place == groups.count {
                places[words] = place
                groups.append(AlikeExceptions(sentence: exception.sentence, nextStep: exception.nextStep))
            }
            let name = exception.clip.isEmpty ? exception.roll : exception.clip
            if !name.isEmpty, seen.insert(words + [name]).inserted { groups[place].names.append(name) }
        }
        return groups
    }

    private init(sentence: String, nextStep: String) {
        (self.sentence, self.nextStep) = (sentence, nextStep)
    }

    /// What it is about, what is the matter, and what to do: `C0001, C0002: No sound was recorded …`.
    var words: String {
        let more = names.count - AlikeExceptions.mostNames
        let shown = names.prefix(AlikeExceptions.mostNames).map { SafeText.of($0) }.joined(separator: ", ")
        let about = shown + (more > 0 ? " and \(grouped(more)) more" : "")
        let next = nextStep.isEmpty ? "" : " \(SafeText.of(nextStep))"
        return (about.isEmpty ? "" : "\(about): ") + SafeText.of(sentence) + next
    }
}
