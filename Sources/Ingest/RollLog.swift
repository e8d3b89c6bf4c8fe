internal import CameraCards
internal import Checksums
internal import EditorLogs
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// What the cutting room gets of a roll: its rows, with how this run knows that each copy is good.
struct RollLog {
    let outcome: CardOutcome
    /// The copy that its clips were read from.
    let copy: CardOutcome.Copy
    /// Where this run wrote its records.
    let records: [String]

    /// What is written: the document comes last, because it is what `rushes log` and `rushes find` look for.
    private static let formats: [LogFormat] = [.ale, .resolve, .json]

    /// The files, called by the roll's name, and what of the roll is in none of them.
    func files(_ report: CardReport) -> (files: [LogFiles.File], warnings: [String]) {
        let log = log(report)
        var (files, warnings): ([LogFiles.File], [String]) = ([], [])
        for format in RollLog.formats {
            do throws(LogError) {
                let made = try format.files(log, LogOptions(name: outcome.roll.name.text))
                files += made.files
                warnings += RollLog.leftOut(made, from: format)
            } catch {
                warnings.append("\(error.sentence) \(error.nextStep)")
            }
        }
        return (files, warnings)
    }

    /// Rows that a format cannot carry; the document has all of them.
    private static func leftOut(_ made: LogFiles, from format: LogFormat) -> [String] {
        let rows = made.exceptions.filter { $0.code == .leftOut }
        guard let first = rows.first else { return [] }
        let name = format == .ale ? "log for Avid" : "sheet for Resolve"
        let count = counted(rows.count, "clip")
        let more = rows.count > 1 ? " `rushes log --format \(format.rawValue)` names all of them." : ""
        return ["The \(name) lacks \(count): \(first.clip): \(first.sentence) \(first.nextStep)\(more)"]
    }

    private func log(_ report: CardReport) -> EditorLog {
        let copies = outcome.copies.filter { $0.failure == nil }
        let roll = LoggedRoll(
            of: report.card, at: outcome.roll.description, folder: "\(copy.path)/\(copy.roll)",
            copies: copies.map { copy in
                RollCopy(path: "\(copy.path)/\(copy.roll)", record: record(of: copy), at: outcome.startedAt.utc)
            })
        let rows = LogRows(report, of: roll, at: 0, records: onRecord(copies))
        var log = EditorLog(rolls: [roll], clips: rows.clips, exceptions: rows.exceptions)
        LogNames.settle(&log)
        LogCheck.note(in: &log)
        return log
    }

    /// The record beside it, else any, else the manifest that sealed it: what a person would look into.
    private func record(of copy: CardOutcome.Copy) -> String {
        let own = records.first { $0.hasPrefix(copy.path + "/") } ?? records.first
        return own?.split(separator: "/").last.map(String.init) ?? copy.manifests.last?.path.name.text ?? ""
    }

    /// What this run found of the card's files, by their paths in the roll.
    private func onRecord(_ copies: [CardOutcome.Copy]) -> RollRecords {
        let (contents, comparing) = (outcome.card.contents, outcome.comparing)
        let failed = copies.map { Set($0.failures.map(\.number)) }
        let onCard = Set(outcome.cardFailures.map(\.number))
        return RollRecords(
            checksum: { path in
                guard let number = contents.index.number(at: path) else { return nil }
                let proof = copies.lazy.compactMap { $0.verified[number] }.first
                let checksum = proof?.checksums.first { $0.algorithm == comparing } ?? proof?.checksums.first
                return checksum.map { "\($0.algorithm.rawValue):\($0)" }
            },
            evidence: { path in
                guard let number = contents.index.number(at: path) else { return [] }
                return zip(copies, failed).map { copy, failed in
                    if failed.contains(number) || onCard.contains(number) { return .failed }
                    return copy.verified.evidence(of: number).map(CopyEvidence.init) ?? .none
                }
            })
    }
}

extension CopyEvidence {
    /// The same in the words of a log.
    fileprivate init(_ evidence: Evidence) {
        self =
            switch evidence {
            case .streamed: .streamed
            case .readBack: .readBack
            case .proved: .proved
            case .provedSourceTwice: .provedSourceTwice
            }
    }
}
