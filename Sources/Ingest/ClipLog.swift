internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import FoundationEssentials
internal import Offload
internal import Proof

/// Writes what is known of a roll's clips beside its other logs: `<roll>.clips.json` and `<roll>.clips.csv`.
///
/// Read from a copy that was just proved, never from the card. That of a roll which is not whole bears the time of its
/// run: the plain name is for the whole roll.
struct ClipLog: Sendable {
    let outcome: CardOutcome
    let logs: IngestRequest.Logs
    let surroundings: Surroundings

    /// How many logs of one second are told apart.
    private static let mostOfASecond = 99

    /// Reads a copy, and writes; answers where the logs lie, and what stood in the way.
    func write(shouldStop: @escaping @Sendable () -> Bool) -> (paths: [String], failures: [Warning]) {
        // A roll that was only compared has its logs.
        guard !outcome.wasFinished, !outcome.isInterrupted, !outcome.card.card.clips.isEmpty, let copy = proved else {
            return ([], [])
        }
        let report: CardReport
        do throws(DiskError) {
            report = try reading(of: copy).run(shouldStop: shouldStop)
        } catch {
            return ([], [Warning(at: copy.destination, "Its clips could not be read for the log: \(error).")])
        }
        guard !report.isInterrupted, !report.clips.isEmpty else { return ([], []) }
        var (folders, failures) = LogFolder.all(for: outcome, logs, in: surroundings)
        failures += report.remarks.map { Warning(at: copy.destination, $0) }
        let files = [("clips.json", document(report)), ("clips.csv", ClipSheet(report).bytes)]
        var paths: [String] = []
        for folder in folders {
            do throws(DiskError) {
                try folder.make()
                for (ending, bytes) in files {
                    paths.append(try place(bytes, names(ending, isWhole: copy.isComplete), in: folder))
                }
            } catch {
                failures.append(LogFolder.failure(error, at: folder.name))
            }
        }
        return (paths, failures)
    }

    /// The first copy that all of the roll is on, else the first that is there at all.
    private var proved: CardOutcome.Copy? {
        let there = outcome.copies.filter { $0.failure == nil && $0.verified.count > 0 }
        return there.first(where: \.isComplete) ?? there.first
    }

    private func reading(of copy: CardOutcome.Copy) throws(DiskError) -> CardReading {
        let disk = Subtree(disk: try surroundings.openCard(copy.path), folder: copy.roll)
        return CardReading(
            try Card(on: disk, label: outcome.card.name), on: disk, at: "\(copy.path)/\(copy.roll)",
            mediaInfo: surroundings.mediaInfo(), permission: .allowed)
    }

    private func document(_ report: CardReport) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding these values cannot fail: they hold text, numbers and lists of them.
        return (try? encoder.encode(ClipDocument(report, of: outcome.roll))).map { Array($0) + [0x0A] } ?? []
    }

    // MARK: - Names

    /// Writes a log under the first of its names that is free; one that says the same already stays as it is.
    private func place(_ bytes: [UInt8], _ names: [String], in folder: LogFolder) throws(DiskError) -> String {
        for name in names {
            let path = folder.folder.appending(component: name.utf8)
            do throws(DiskError) {
                try write(bytes, folder.create(name), in: folder)
                return "\(folder.path)/\(path)"
            } catch {
                guard error.reason == .exists else { throw error }
            }
            let there = try? folder.disk.contents(of: path, limit: ByteCount(Int64(bytes.count)))
            if there == bytes { return "\(folder.path)/\(path)" }
        }
        throw DiskError(.create, at: folder.folder, number: ClipLog.exists)
    }

    /// errno EEXIST, the same on Linux and macOS.
    private static let exists: Int32 = 17

    /// `A001.clips.json`; of a roll that has grown since, `A001_20260312T093015Z.clips.json`, and so on.
    private func names(_ ending: String, isWhole: Bool) -> [String] {
        let roll = outcome.roll.name.text
        let stamped = "\(roll)_\(outcome.startedAt.fileNameStamp)"
        return (isWhole ? ["\(roll).\(ending)"] : []) + ["\(stamped).\(ending)"]
            + (2...ClipLog.mostOfASecond).map { "\(stamped)_\($0).\(ending)" }
    }

    /// Whole and flushed, or not there: half a log would be read for a whole one.
    private func write(_ bytes: [UInt8], _ file: DiskFile, in folder: LogFolder) throws(DiskError) {
        defer { folder.disk.close(file) }
        do throws(DiskError) {
            try folder.disk.write(file, bytes, at: 0)
            try folder.disk.flush(file)
            try folder.flush()
        } catch {
            try? folder.disk.remove(file.place)
            throw error
        }
    }
}
