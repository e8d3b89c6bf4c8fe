internal import FileTree
internal import Manifests
internal import Offload

/// Writes what happened to a card beside its roll, for machines and for people; never over anything.
struct RunLog: Sendable {
    let outcome: CardOutcome
    let logs: IngestRequest.Logs
    let surroundings: Surroundings

    /// The folder of all logs on a destination.
    static let folder = RelativePath(unchecked: Array("Logs".utf8))

    /// How many logs of one second are told apart.
    private static let mostOfASecond = 99

    /// A folder that gets the logs.
    private struct Place {
        let disk: any Disk
        let folder: RelativePath
        /// For people: the folder's path in the system, and as the person wrote it.
        let path: String
        let name: String
    }

    /// Two logs, open on one place.
    private struct Pair {
        let place: Place
        let record: DiskFile
        let summary: DiskFile
        var offset: Int64 = 0
        var failure: DiskError?
    }

    /// Writes the logs; answers where they lie, and what could not be written.
    func write() -> (paths: [String], failures: [Warning]) {
        var failures: [Warning] = []
        var pairs: [Pair] = []
        for place in places(&failures) {
            do throws(DiskError) {
                pairs.append(try open(on: place))
            } catch {
                failures.append(failure(error, at: place.name))
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
                failures.append(failure(error, at: pair.place.name))
            }
        }
        return (paths, failures)
    }

    private func places(_ failures: inout [Warning]) -> [Place] {
        var places: [Place] = []
        if logs != .none {
            for copy in outcome.copies where copy.failure == nil {
                do throws(DiskError) {
                    let disk = try surroundings.openDestination(copy.path)
                    places.append(
                        Place(
                            disk: disk, folder: RunLog.folder.appending(outcome.roll), path: copy.path,
                            name: copy.destination))
                } catch {
                    failures.append(failure(error, at: copy.destination))
                }
            }
        }
        if case .onDestinationsAnd(let path) = logs {
            do throws(DiskError) {
                if surroundings.resolve(path) == nil { try surroundings.makeDestination(path) }
                let disk = try surroundings.openDestination(path)
                places.append(Place(disk: disk, folder: outcome.roll, path: path, name: path))
            } catch {
                failures.append(failure(error, at: path))
            }
        }
        return places
    }

    private func failure(_ error: DiskError, at name: String) -> Warning {
        Warning(at: name, "The log could not be written: \(error). \(error.nextStep)")
    }

    private func open(on place: Place) throws(DiskError) -> Pair {
        try makeFolders(to: place.folder, on: place.disk)
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
    private func pair(_ stem: String, on place: Place) throws(DiskError) -> Pair {
        let record = try create(stem + "ingest.json", on: place)
        do throws(DiskError) {
            return Pair(place: place, record: record, summary: try create(stem + "summary.txt", on: place))
        } catch {
            place.disk.close(record)
            try? place.disk.remove(record.place)
            throw error
        }
    }

    private func create(_ name: String, on place: Place) throws(DiskError) -> DiskFile {
        try place.disk.create(place.folder.appending(component: name.utf8), permissions: 0o644, direct: false)
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
            for folder in ancestors(of: pair.record.place) { try disk.flushFolder(folder) }
            return [pair.record.place, pair.summary.place]
        } catch {
            try? disk.remove(pair.record.place)
            try? disk.remove(pair.summary.place)
            throw error
        }
    }

    private func makeFolders(to folder: RelativePath, on disk: any Disk) throws(DiskError) {
        var path = RelativePath.root
        for component in folder.components {
            path = path.appending(component: component)
            do {
                try disk.makeFolder(path, permissions: 0o755)
            } catch let error where error.reason == .exists {
                continue
            }
        }
    }

    private func ancestors(of path: RelativePath) -> [RelativePath] {
        var folders: [RelativePath] = []
        var folder = path
        while !folder.isRoot {
            folder = folder.parent
            folders.append(folder)
        }
        return folders
    }
}

extension ArraySlice<UInt8> {
    /// The bytes as text; those that are not UTF-8 become replacement characters.
    var text: String { String(decoding: self, as: UTF8.self) }
}
