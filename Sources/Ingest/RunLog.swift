internal import FileTree
internal import Manifests
internal import Offload

/// Writes what happened to a card beside its roll, for machines and for people; never over anything.
struct RunLog: Sendable {
    let outcome: CardOutcome
    let logs: IngestRequest.Logs
    let surroundings: Surroundings

    /// How many logs of one second are told apart.
    private static let mostOfASecond = 99

    /// Two logs, open on one place.
    private struct Pair {
        let place: LogFolder
        let record: DiskFile
        let summary: DiskFile
        var offset: Int64 = 0
        var failure: DiskError?
    }

    /// Writes the logs; answers where they lie, and what could not be written.
    func write() -> (paths: [String], failures: [Warning]) {
        var (places, failures) = LogFolder.all(for: outcome, logs, in: surroundings)
        var pairs: [Pair] = []
        for place in places {
            do throws(DiskError) {
                pairs.append(try open(on: place))
            } catch {
                failures.append(LogFolder.failure(error, at: place.name))
            }
        }
        // Made once, for all: the record of a large card takes longer to make than to write.
        RunRecord(outcome).write { bytes in
            for index in pairs.indices { append(bytes, to: &pairs[index]) }
        }
        let summary = Array(SummaryText(outcome).text.utf8)
        var paths: [String] = []
        for pair in pairs {
            do throws(DiskError) {
                paths += try finish(pair, summary).map { pair.place.path + "/" + $0.description }
            } catch {
                failures.append(LogFolder.failure(error, at: pair.place.name))
            }
        }
        return (paths, failures)
    }

    private func open(on place: LogFolder) throws(DiskError) -> Pair {
        try place.make()
        for attempt in 1...RunLog.mostOfASecond {
            let suffix = attempt == 1 ? "" : "_\(attempt)"
            let stem = "\(outcome.roll.name.text)_\(outcome.startedAt.fileNameStamp)\(suffix)_"
            do throws(DiskError) {
                return try pair(stem, on: place)
            } catch {
                guard error.reason == .exists else { throw error }
            }
        }
        throw DiskError(.create, at: place.folder, number: RunLog.exists)
    }

    /// errno EEXIST, the same on Linux and macOS.
    private static let exists: Int32 = 17

    /// Both or none: an empty record would be read for that of a run.
    private func pair(_ stem: String, on place: LogFolder) throws(DiskError) -> Pair {
        let record = try place.create(stem + "ingest.json")
        do throws(DiskError) {
            return Pair(place: place, record: record, summary: try place.create(stem + "summary.txt"))
        } catch {
            place.disk.close(record)
            try? place.disk.remove(record.place)
            throw error
        }
    }

    private func append(_ bytes: [UInt8], to pair: inout Pair) {
        guard pair.failure == nil else { return }
        do throws(DiskError) {
            try pair.place.disk.write(pair.record, bytes, at: pair.offset)
            pair.offset += Int64(bytes.count)
        } catch {
            pair.failure = error
        }
    }

    /// Flushes both logs, or removes them: half a record would be read for a whole one.
    private func finish(_ pair: Pair, _ summary: [UInt8]) throws(DiskError) -> [RelativePath] {
        let disk = pair.place.disk
        defer {
            disk.close(pair.record)
            disk.close(pair.summary)
        }
        do throws(DiskError) {
            if let failure = pair.failure { throw failure }
            try disk.write(pair.summary, summary, at: 0)
            try disk.flush(pair.record)
            try disk.flush(pair.summary)
            try pair.place.flush()
            return [pair.record.place, pair.summary.place]
        } catch {
            try? disk.remove(pair.record.place)
            try? disk.remove(pair.summary.place)
            throw error
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes as text; those that are not UTF-8 become replacement characters.
    var text: String { String(decoding: self, as: UTF8.self) }
}
