internal import Checksums
internal import FileTree
internal import XMLText

/// Goes through a card's tree and reads each manifest in it.
struct CardManifestReader {
    /// A media hash list larger than this is refused: a million files with two hashes each take 400 MiB.
    private static let largestList = ByteCount.mebibytes(512)
    /// A plain list larger than this is refused, as it is read whole: half a million files.
    private static let largestPlainList = ByteCount.mebibytes(64)
    /// So many sentences of one kind are kept of one manifest; more would say nothing new.
    private static let mostRemarks = 20

    private let disk: any ReadableDisk
    private let tree: TreeSnapshot
    private let index: CardIndex
    private var found = CardManifests()
    private var isListed: [Bool]
    /// The nested histories that each history refers to.
    private var nested: [RelativePath: [RelativePath]] = [:]

    init(disk: any ReadableDisk, tree: TreeSnapshot) {
        self.disk = disk
        self.tree = tree
        index = CardIndex(tree)
        isListed = Array(repeating: false, count: tree.entries.count)
    }

    mutating func read() -> CardManifests {
        var isInHistory = Array(repeating: false, count: tree.entries.count)
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            let name = tree.name(of: number)
            let parent = Int(entry.parent)
            let isHistory = entry.kind == .folder && name.elementsEqual(ASCMHL.folderName)
            isInHistory[number] = isInHistory[parent] || isHistory
            if isHistory, !isInHistory[parent] { readHistory(of: parent) }
            guard entry.kind == .file, !isInHistory[number] else { continue }
            if isMediaHashList(name) {
                readMediaHashList(number)
            } else if ChecksumList.isName(name) {
                readPlainList(number)
            }
        }
        return finish()
    }

    private mutating func finish() -> CardManifests {
        found.histories.sort()
        let known = Set(found.histories)
        for folder in found.histories {
            for child in nested[folder] ?? [] where !known.contains(child) {
                found.problems.append(
                    ManifestFinding(
                        .damaged, at: child, "the history above refers to one here, which is gone", status: 30))
            }
        }
        found.facts.sort()
        for (manifest, number) in found.facts.conflicts() {
            found.problems.append(
                ManifestFinding(
                    .conflict, at: manifest, "it lists \(tree.path(of: number)) twice, with different hashes"))
        }
        found.listed = isListed.count { $0 }
        let algorithms = found.facts.algorithms
        found.algorithms = ChecksumAlgorithm.allCases.filter(algorithms.contains)
        return found
    }

    private func isMediaHashList(_ name: ArraySlice<UInt8>) -> Bool {
        // By bytes: this is asked of every file of a card.
        name.suffix(4).elementsEqual(".mhl".utf8) { $0 | 0x20 == $1 | 0x20 } && !name.starts(with: "._".utf8)
    }

    private mutating func readHistory(of folder: Int) {
        let place = tree.path(of: folder)
        let home = ASCMHL.folder(of: place)
        found.histories.append(place)
        do throws(ManifestError) {
            guard let history = try ASCMHL.history(on: disk, at: place) else { return }
            let manifest = found.facts.insert(home)
            nested[place] = history.nested.map { place.appending($0) }
            found.historyAlgorithms.formUnion(history.folderHashAlgorithms)
            var note = Notes(place: home)
            for path in history.paths {
                guard let record = history.record(at: path.bytes) else { continue }
                found.historyAlgorithms.formUnion(record.checksums.lazy.map(\.algorithm))
                take(
                    path.bytes, from: folder, size: record.size?.bytes, record.checksums.map { ListedHash([$0]) },
                    manifest, &note)
            }
            for stray in history.unlisted {
                let sentence = "it lies in a history and is not in its chain"
                found.problems.append(ManifestFinding(.stray, at: stray, sentence))
            }
            for remark in history.remarks.prefix(CardManifestReader.mostRemarks) {
                found.problems.append(ManifestFinding(.remark, at: home, remark))
            }
            found.problems += note.findings
        } catch {
            let code: ManifestFinding.Code = error.status == nil ? .unreadable : .damaged
            found.problems.append(ManifestFinding(code, at: error.place, error.sentence, status: error.status))
        }
    }

    private mutating func readMediaHashList(_ number: Int) {
        let place = tree.path(of: number)
        let folder = Int(tree.entries[number].parent)
        guard tree.entries[number].size <= CardManifestReader.largestList.bytes else {
            return refuse(place, "it is larger than any list should be")
        }
        let manifest = found.facts.insert(place)
        var note = Notes(place: place)
        // The visitor's closure needs what it changes for itself until the list is read.
        var reader = self
        var count = 0
        let visitor = LegacyVisitor { record throws(XMLReadError) in
            count += 1
            guard count <= HistoryReader.mostRecords else {
                throw XMLReadError(line: 0, reason: "it has too many records")
            }
            note.unknown.formUnion(record.unknown)
            reader.take(Array(record.path.utf8), from: folder, size: record.size, record.hashes, manifest, &note)
        }
        do throws(ManifestError) {
            let source = try ManifestSource(disk: disk, place: place, algorithms: [])
            defer { source.close() }
            do throws(XMLReadError) {
                try XMLReader.read(from: source.pull, visitor: visitor)
                self = reader
                found.lists.append(place)
                found.problems += note.findings
            } catch _ where visitor.isASCMHL {
                found.problems.append(ManifestFinding(.stray, at: place, "an ASC MHL manifest that lies in no history"))
            } catch {
                refuse(place, "the list cannot be read (\(error))")
            }
        } catch {
            refuse(place, error.sentence)
        }
    }

    private mutating func readPlainList(_ number: Int) {
        let place = tree.path(of: number)
        let folder = Int(tree.entries[number].parent)
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.contents(of: place, limit: CardManifestReader.largestPlainList)
        } catch {
            return refuse(place, error.description)
        }
        let list = ChecksumList(bytes, name: place.name)
        guard !list.lines.isEmpty, list.lines.count <= HistoryReader.mostRecords else {
            return refuse(place, "it is not a list of checksums that is known")
        }
        let manifest = found.facts.insert(place)
        var note = Notes(place: place)
        for line in list.lines {
            let name =
                line.name
                ?? Array(place.name.prefix(upTo: place.name.lastIndex(of: UInt8(ascii: ".")) ?? place.name.endIndex))
            take(name, from: folder, size: nil, [line.hash], manifest, &note)
        }
        found.lists.append(place)
        if let first = list.unreadable.first {
            found.problems.append(
                ManifestFinding(
                    .unknownHash, at: place,
                    "\(list.unreadable.count) of its lines cannot be read, the first is line \(first)"))
        }
        found.problems += note.findings
    }

    private mutating func take(
        _ path: [UInt8], from folder: Int, size: Int64?, _ hashes: [ListedHash], _ manifest: UInt32, _ note: inout Notes
    ) {
        let match = index.match(path, from: folder)
        let text = String(decoding: path, as: UTF8.self)
        if case .outside = match { return note.outside.append(text) }
        guard let number = match.number else {
            found.missing.append(MissingFile(path: text, manifest: note.place))
            return
        }
        if case .respelled = match { note.respelled += 1 }
        isListed[number] = true
        if let size, size != tree.entries[number].size { found.facts.add(size: size, of: number, by: manifest) }
        for hash in hashes { found.facts.add(hash.alternatives, of: number, by: manifest) }
    }

    private mutating func refuse(_ place: RelativePath, _ sentence: String) {
        found.problems.append(ManifestFinding(.unreadable, at: place, sentence))
    }

    /// What is noticed while one manifest is read.
    private struct Notes {
        let place: RelativePath
        var respelled = 0
        var outside: [String] = []
        var unknown: Set<String> = []

        init(place: RelativePath) {
            self.place = place
        }

        var findings: [ManifestFinding] {
            var findings = outside.prefix(mostRemarks).map {
                ManifestFinding(.outside, at: place, "it lists a path that leads out of the card: \($0)")
            }
            findings += unknown.sorted().prefix(mostRemarks).map {
                ManifestFinding(.unknownHash, at: place, "it holds \($0), which is no hash that is known")
            }
            if respelled > 0 {
                findings.append(
                    ManifestFinding(
                        .respelled, at: place, "\(respelled) of its names are spelled otherwise on the card"))
            }
            return findings
        }
    }
}
