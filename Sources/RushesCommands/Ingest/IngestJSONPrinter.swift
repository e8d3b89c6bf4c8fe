internal import CameraCards
internal import Checksums
internal import FileTree
internal import Ingest
internal import Manifests
internal import Offload
internal import Proof

/// One JSON object per line for programs; documented in `docs/json.md`.
final class IngestJSONPrinter: EventPrinter {
    private let lines: JSONLines
    private var lastProgress: Int64 = 0

    init(output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ event: IngestEvent) {
        switch event {
        case .obstacles(let obstacles): for obstacle in obstacles { lines.write(ObstacleLine(obstacle)) }
        case .recognised(let survey): lines.write(RecognisedLine(survey))
        case .warning(let warning): lines.write(WarningLine(place: warning.place, message: warning.sentence))
        case .planned(let plan): lines.write(PlannedLine(plan))
        case .progress(let plan, let progress): tell(progress, of: plan)
        case .copying(let plan, let event): tell(event, of: plan)
        case .sealing(let plan): lines.write(SealingLine(roll: plan.roll.description))
        case .finished(let outcome, let logs): lines.write(FinishedLine(outcome, logs: logs))
        }
    }

    func tellInterrupted() {}

    func end(_ status: RunStatus) {}

    private func tell(_ progress: CopyProgress, of plan: CardPlan) {
        let now = Machine.ticks
        guard now - lastProgress >= JSONLines.betweenProgress else { return }
        lastProgress = now
        lines.write(ProgressLine(progress, of: plan))
    }

    private func tell(_ event: OffloadEvent, of plan: CardPlan) {
        switch event {
        case .proved(let files, let destination):
            for file in files { lines.write(ProvedLine(file, plan.copies[destination].destination, plan)) }
        case .fileFailed(let failure): lines.write(FailedLine(failure, plan))
        case .destinationFailed(let destination, let failure):
            lines.write(
                DestinationFailedLine(
                    destination: plan.copies[destination].destination, message: failure.sentence,
                    next: failure.nextStep))
        case .copiedAgain(let files, let destination):
            lines.write(CopiedAgainLine(destination: plan.copies[destination].destination, files: files))
        }
    }
}

/// What a card is.
private struct RecognisedLine: Encodable {
    let type = "recognised"
    let card: String
    let layouts: [CardLine]
    let findings: [CardFindingLine]

    init(_ survey: CardSurvey) {
        card = survey.argument
        layouts = survey.card.lines
        findings = survey.card.findings.map(CardFindingLine.init)
    }
}

private struct ObstacleLine: Encodable {
    let type = "obstacle"
    let code: String
    let place: String
    let message: String
    let next: String

    init(_ obstacle: Obstacle) {
        code = obstacle.code.rawValue
        place = obstacle.place
        message = obstacle.sentence
        next = obstacle.nextStep
    }
}

private struct WarningLine: Encodable {
    let type = "warning"
    let place: String
    let message: String
}

private struct PlannedLine: Encodable {
    let type = "planned"
    let card: String
    let roll: String
    let files: Int
    let bytes: Int64
    let destinations: [Destination]

    struct Destination: Encodable {
        let destination: String
        let action: String
        let files: Int
        let bytes: Int64
        let file_system: String
        let free: Int64
    }

    init(_ plan: CardPlan) {
        card = plan.card.argument
        roll = plan.roll.description
        files = plan.card.contents.files.count
        bytes = plan.card.contents.size.bytes
        destinations = plan.copies.map {
            Destination(
                destination: $0.destination, action: $0.kind.rawValue, files: $0.files, bytes: $0.bytes,
                file_system: $0.volume.kind.name, free: $0.volume.free.bytes)
        }
    }
}

private struct ProgressLine: Encodable {
    let type = "progress"
    let roll: String
    let bytes_read: Int64
    let destinations: [Destination]

    struct Destination: Encodable {
        let destination: String
        let bytes_written: Int64
        let bytes_read_back: Int64
        let files_proved: Int
        let bytes_proved: Int64
        let silent_seconds: Int64
        let failed: Bool
    }

    init(_ progress: CopyProgress, of plan: CardPlan) {
        roll = plan.roll.description
        bytes_read = progress.bytesRead
        destinations = zip(plan.copies, progress.lanes).map { copy, lane in
            Destination(
                destination: copy.destination, bytes_written: lane.bytesWritten, bytes_read_back: lane.bytesReadBack,
                files_proved: lane.filesProved, bytes_proved: lane.bytesProved,
                silent_seconds: lane.silence / 1_000_000_000, failed: lane.isDropped)
        }
    }
}

private struct ProvedLine: Encodable {
    let type = "proved"
    let destination: String
    let path: String
    let path_base64: String?
    let size: Int64
    let checksums: [String: String]
    let evidence: String

    init(_ file: VerifiedFile, _ destination: String, _ plan: CardPlan) {
        self.destination = destination
        let place = plan.card.tree.path(of: file.number)
        path = place.description
        path_base64 = JSONLines.base64(place.bytes)
        size = file.size.bytes
        checksums = Dictionary(uniqueKeysWithValues: file.checksums.map { ($0.algorithm.rawValue, $0.description) })
        evidence = file.evidence.words
    }
}

private struct FailedLine: Encodable {
    let type = "failed"
    let path: String
    let path_base64: String?
    let destination: String?
    let message: String
    let next: String

    init(_ failure: FileFailure, _ plan: CardPlan) {
        let place = plan.card.tree.path(of: failure.number)
        path = place.description
        path_base64 = JSONLines.base64(place.bytes)
        destination = failure.destination.map { plan.copies[$0].destination }
        message = failure.sentence
        next = failure.nextStep
    }
}

private struct DestinationFailedLine: Encodable {
    let type = "destination_failed"
    let destination: String
    let message: String
    let next: String
}

private struct CopiedAgainLine: Encodable {
    let type = "copied_again"
    let destination: String
    let files: Int
}

private struct SealingLine: Encodable {
    let type = "sealing"
    let roll: String
}

private struct FinishedLine: Encodable {
    let type = "finished"
    let card: String
    let roll: String
    let complete: Bool
    let interrupted: Bool
    let status: Int32
    let files: Int
    let bytes: Int64
    let message: String
    let destinations: [Destination]
    let logs: [String]

    struct Destination: Encodable {
        let destination: String
        let complete: Bool
        let files_proved: Int
        let failed: Int
        let evidence: String?
        let manifests: [String]
        let failure: String?
    }

    init(_ outcome: CardOutcome, logs: [String]) {
        card = outcome.card.argument
        roll = outcome.roll.description
        complete = outcome.isComplete
        interrupted = outcome.isInterrupted
        status = RunStatus.worst(of: outcome.statuses).rawValue
        files = outcome.fileCount
        bytes = outcome.size.bytes
        message = SummaryText(outcome).verdict
        destinations = outcome.copies.map { copy in
            Destination(
                destination: copy.destination, complete: copy.isComplete, files_proved: copy.verified.count,
                failed: copy.failures.count + outcome.cardFailures.count,
                evidence: copy.verified.weakestEvidence?.words,
                manifests: copy.manifests.map { String(decoding: $0.path.name, as: UTF8.self) },
                failure: copy.failure?.sentence)
        }
        self.logs = logs
    }
}
