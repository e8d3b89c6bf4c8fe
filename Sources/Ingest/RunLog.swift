internal import FileTree
internal import Manifests
internal import Offload

/// Writes what happened to a card beside its roll, for machines and for people; never over anything.
struct RunLog {
    let outcome: CardOutcome
    let logs: IngestRequest.Logs
    let surroundings: Surroundings

    /// The folder of all logs on a destination.
    static let folder = RelativePath(unchecked: Array("Logs".utf8))

    /// How many logs of one second are told apart.
    private static let mostOfASecond = 99

    /// Writes the logs; answers where they lie, and what could not be written.
    func write() -> (paths: [String], failures: [Warning]) {
        var paths: [String] = []
        var failures: [Warning] = []
        func write(on disk: any Disk, _ kind: FileSystemKind, below folder: RelativePath, at path: String, named name: String) {
            do throws(DiskError) {
                paths += try self.write(on: disk, kind, below: folder).map { path + "/" + $0.description }
            } catch {
                failures.append(Warning(at: name, "The log could not be written: \(error). \(error.nextStep)"))
            }
        }
        if logs != .none {
            for copy in outcome.copies where copy.failure == nil {
                guard let disk = try? surroundings.openDestination(copy.path) else { continue }
                write(
                    on: disk, copy.volume.kind, below: RunLog.folder.appending(outcome.roll), at: copy.path,
                    named: copy.destination)
            }
        }
        if case .onDestinationsAnd(let path) = logs {
            do throws(DiskError) {
                if surroundings.resolve(path) == nil { try surroundings.makeDestination(path) }
                let disk = try surroundings.openDestination(path)
                write(on: disk, try disk.volume().kind, below: outcome.roll, at: path, named: path)
            } catch {
                failures.append(Warning(at: path, "The log could not be written: \(error). \(error.nextStep)"))
            }
        }
        return (paths, failures)
    }

    private func write(
        on disk: any Disk, _ kind: FileSystemKind, below folder: RelativePath
    ) throws(DiskError) -> [RelativePath] {
        try makeFolders(to: folder, on: disk)
        for attempt in 1...RunLog.mostOfASecond {
            let suffix = attempt == 1 ? "" : "_\(attempt)"
            let stem = "\(outcome.roll.name.text)_\(outcome.startedAt.fileNameStamp)\(suffix)_"
            let record = folder.appending(component: (stem + "ingest.json").utf8)
            let summary = folder.appending(component: (stem + "summary.txt").utf8)
            do {
                try write(record, on: disk) { sink in RunRecord(outcome).write(to: sink) }
            } catch where error.reason == .exists {
                continue
            }
            try write(summary, on: disk) { sink in sink(Array(SummaryText(outcome).text.utf8)) }
            for folder in ancestors(of: record) { try disk.flushFolder(folder) }
            return [record, summary]
        }
        throw DiskError(.create, at: folder, number: 17)
    }

    private func write(
        _ path: RelativePath, on disk: any Disk, _ content: (_ sink: ([UInt8]) -> Void) -> Void
    ) throws(DiskError) {
        let file = try disk.create(path, permissions: 0o644, direct: false)
        defer { disk.close(file) }
        var offset: Int64 = 0
        var failure: DiskError?
        content { bytes in
            guard failure == nil else { return }
            do throws(DiskError) {
                try disk.write(file, bytes, at: offset)
                offset += Int64(bytes.count)
            } catch {
                failure = error
            }
        }
        if let failure {
            try? disk.remove(path)
            throw failure
        }
        try disk.flush(file)
    }

    private func makeFolders(to folder: RelativePath, on disk: any Disk) throws(DiskError) {
        var path = RelativePath.root
        for component in folder.components {
            path = path.appending(component: component)
            do {
                try disk.makeFolder(path, permissions: 0o755)
            } catch where error.reason == .exists {
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
