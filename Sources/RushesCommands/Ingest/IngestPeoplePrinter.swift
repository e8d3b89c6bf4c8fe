internal import CameraCards
internal import FileTree
internal import Ingest
internal import Manifests
internal import Offload

/// Words for people: talk and progress on one stream, what came of it on the other.
final class IngestPeoplePrinter: EventPrinter {
    private let output: Terminal
    private let talk: Terminal
    private var display: CopyDisplay
    private var isInterrupted = false
    private var failuresSaid = 0

    /// Failed files that are said one by one; a card that is pulled has as many as files.
    private static let mostFailuresSaid = 20

    init(output: Terminal, talk: Terminal) {
        self.output = output
        self.talk = talk
        display = CopyDisplay(talk)
    }

    func tell(_ event: IngestEvent) {
        switch event {
        case .obstacles(let obstacles): say(Self.text(obstacles))
        case .recognised(let survey):
            guard !survey.card.parts.isEmpty else { return }
            say("\(SafeText.of(survey.argument)): \(survey.card.words).")
        case .warning(let warning): say("Warning: \(SafeText.of(warning.place)): \(SafeText.of(warning.sentence))")
        case .planned(let plan): say(Self.text(plan))
        case .progress(let plan, let progress): display.show(progress, of: plan)
        case .copying(let plan, let event): tell(event, of: plan)
        case .sealing(let plan): say("\(SafeText.of(plan.roll)): sealing.")
        case .finished(let outcome, let logs):
            display.clear()
            output.write(SummaryText(outcome).text)
            for log in logs where log.hasSuffix("_summary.txt") { talk.write("Log: \(SafeText.of(log))\n") }
            for log in logs where log.hasSuffix(".clips.csv") { talk.write("Clips: \(SafeText.of(log))\n") }
        }
    }

    func tellInterrupted() {
        guard !isInterrupted else { return }
        isInterrupted = true
        say("Stopping: waiting for requests that are under way. Once more to leave at once; nothing proved is lost.")
        display.namesWhatDoesNotAnswer = true
    }

    func end(_ status: RunStatus) {
        display.clear()
    }

    private func tell(_ event: OffloadEvent, of plan: CardPlan) {
        switch event {
        case .proved: return
        case .fileFailed(let failure):
            failuresSaid += 1
            guard failuresSaid <= Self.mostFailuresSaid else {
                if failuresSaid == Self.mostFailuresSaid + 1 {
                    say("More files failed; the record in Logs names each.")
                }
                return
            }
            let path = SafeText.of(plan.card.tree.path(of: failure.number))
            let place = failure.destination.map { " on \(SafeText.of(plan.copies[$0].destination))" } ?? ""
            say("FAILED \(path)\(place) \(SafeText.of(failure.sentence)). \(failure.nextStep)")
        case .destinationFailed(let index, let failure):
            let place = SafeText.of(plan.copies[index].destination)
            let rest = plan.copies.count > 1 ? " The others go on." : ""
            say("FAILED \(place): \(SafeText.of(failure.sentence)). \(failure.nextStep)\(rest)")
        case .copiedAgain(let files, let index):
            let place = SafeText.of(plan.copies[index].destination)
            say("\(place): \(counted(files, "file")) will be copied once more.")
        }
    }

    private func say(_ text: String) {
        display.clear()
        talk.write(text + "\n")
    }

    /// All obstacles, each with what to do.
    static func text(_ obstacles: [Obstacle]) -> String {
        let lines = obstacles.map { obstacle in
            "  \(SafeText.of(obstacle.place)): \(SafeText.of(obstacle.sentence))\n      \(SafeText.of(obstacle.nextStep))"
        }
        let head = obstacles.count == 1 ? "Not started, 1 obstacle:" : "Not started, \(obstacles.count) obstacles:"
        return ([head] + lines).joined(separator: "\n")
    }

    /// What will be done, a line for each destination.
    static func text(_ plan: CardPlan) -> String {
        let contents = plan.card.contents
        let amount = "\(counted(contents.files.count, "file")), \(contents.size)"
        var lines = ["\(SafeText.of(plan.card.argument)): \(amount), as \(SafeText.of(plan.roll))"]
        for copy in plan.copies {
            let what =
                switch copy.kind {
                case .copy: "copy all"
                case .continue: "go on: \(counted(copy.files, "file")), \(ByteCount(copy.bytes)) to copy"
                case .compare: "already there: read back and compare"
                case .grow:
                    "grown card: compare what is there, add \(counted(copy.files, "file")), \(ByteCount(copy.bytes))"
                }
            lines.append(
                "  \(SafeText.of(copy.destination)) (\(copy.volume.kind.name), \(copy.volume.free) free): \(what)")
        }
        return lines.joined(separator: "\n")
    }
}
