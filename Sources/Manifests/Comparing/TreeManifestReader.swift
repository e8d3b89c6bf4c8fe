internal import Checksums
internal import FileTree

/// Goes through a tree, reads each manifest in it, and holds it against the tree's files.
struct TreeManifestReader {
    private let disk: (any ReadableDisk)?
    private let tree: TreeSnapshot
    private var ladder: PathLadder
    private var found: TreeManifests
    private var hasHistory = false

    /// - Parameter disk: where the tree lies; nil when its manifest was read elsewhere.
    init(disk: (any ReadableDisk)?, tree: TreeSnapshot, rootPath: String?, links: TreeLinks) {
        self.disk = disk
        self.tree = tree
        ladder = PathLadder(tree, rootPath: Array((rootPath ?? "").utf8), links: links)
        found = TreeManifests(tree, links)
    }

    // MARK: - All that lie in a tree

    mutating func read() -> TreeManifests {
        var lone: [Int] = []
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            let name = tree.name(of: number)
            let parent = Int(entry.parent)
            let isHistory = entry.kind == .folder && name.elementsEqual(ASCMHL.folderName)
            found.isOfManifests[number] = found.isOfManifests[parent] || isHistory
            if isHistory, !found.isOfManifests[parent] { readHistory(of: parent) }
            guard entry.kind == .file, !found.isOfManifests[number] else { continue }
            if isMediaHashList(name) || ChecksumList.isName(name) { lone.append(number) }
        }
        // Lists come last: whether one stands alone is only known when all histories are.
        for number in lone { readList(number) }
        checkNested()
        return finish()
    }

    private func isMediaHashList(_ name: ArraySlice<UInt8>) -> Bool {
        // By bytes: this is asked of every file of a card.
        name.suffix(4).elementsEqual(".mhl".utf8) { $0 | 0x20 == $1 | 0x20 } && !name.starts(with: "._".utf8)
    }

    private mutating func readHistory(of folder: Int) {
        guard let disk else { return }
        let place = tree.path(of: folder)
        let home = ASCMHL.folder(of: place)
        var source = TreeManifests.Source(format: .ascMHL, place: home, folder: place, folderNumber: folder)
        do throws(ManifestError) {
            guard let history = try ASCMHL.history(on: disk, at: place) else { return }
            source.history = history
            for stray in history.unlisted {
                let sentence = "it lies in a history and is not in its chain"
                found.problems.append(ManifestFinding(.stray, at: stray, sentence))
            }
            for remark in history.remarks.prefix(ManifestNotes.most) {
                found.problems.append(ManifestFinding(.remark, at: home, remark))
            }
        } catch {
            let code: ManifestFinding.Code = error.code == .unreadable ? .unreadable : .damaged
            found.problems.append(ManifestFinding(code, at: error))
        }
        hold(source)
    }

    private mutating func readList(_ number: Int) {
        guard let disk else { return }
        let place = tree.path(of: number)
        let folder = Int(tree.entries[number].parent)
        do throws(ManifestError) {
            let manifest = try ReadManifest(at: place, on: disk)
            if manifest.format == .ascMHL, hasHistory || manifest.history.count == 0 {
                // A packing list may list former names; beside a history it has nothing to add.
                found.problems.append(ManifestFinding(.stray, at: place, "an ASC MHL manifest that lies in no history"))
                return
            }
            found.isOfManifests[number] = true
            take(manifest, from: folder, as: number)
        } catch {
            found.problems.append(ManifestFinding(.unreadable, at: error))
        }
    }

    /// What parents say of nested histories; the reference only prints what is wrong, or passes it over.
    private mutating func checkNested() {
        let children = Dictionary(
            found.sources.filter { $0.format == .ascMHL }.map { ($0.folder, $0.history) },
            uniquingKeysWith: { one, _ in one })
        for source in found.sources where source.format == .ascMHL {
            for reference in source.history.references {
                guard let folder = reference.folder else { continue }
                let place = source.folder.appending(source.history.currentName(ofFolder: folder))
                guard let child = children[place] else {
                    found.problems.append(
                        ManifestFinding(
                            .damaged, at: place, "the history above refers to one here, which is gone", status: 30))
                    continue
                }
                // A child that could not be read has been told of already.
                guard !child.generations.isEmpty else { continue }
                do throws(ManifestError) {
                    try child.check(reference, at: place)
                } catch {
                    found.problems.append(ManifestFinding(.damaged, at: place, error.sentence, status: error.status))
                }
            }
        }
        var seen: Set<ManifestFinding> = []
        found.problems = found.problems.filter { seen.insert($0).inserted }
    }

    // MARK: - One that was read elsewhere

    mutating func take(_ manifest: ReadManifest, lyingAt place: RelativePath?) -> TreeManifests {
        let number = place.flatMap { TreeIndex(tree).number(at: $0) }
        if let number { found.isOfManifests[number] = true }
        take(manifest, from: 0, as: number)
        return finish()
    }

    /// - Parameter number: the entry that the manifest itself is, if it lies in the tree.
    private mutating func take(_ manifest: ReadManifest, from folder: Int, as number: Int?) {
        found.problems += manifest.problems
        let source = TreeManifests.Source(
            format: manifest.format, place: manifest.place, folder: tree.path(of: folder), folderNumber: folder)
        hold(source, manifest.history, listEntry: number)
    }

    // MARK: - Holding a manifest against the tree

    private mutating func hold(_ source: TreeManifests.Source, _ history: History, listEntry: Int?) {
        var source = source
        source.history = history
        hold(source, listEntry: listEntry)
    }

    private mutating func hold(_ source: TreeManifests.Source, listEntry: Int? = nil) {
        var source = source
        source.ignored = IgnorePatterns(ASCMHL.defaultIgnore + source.history.ignorePatterns)
        var held = Holding(tree: tree, source: source, number: found.sources.count, facts: found.facts, ladder: ladder)
        held.listEntry = listEntry
        // What is handed over must not be held twice while it grows.
        found.facts = FactTable()
        held.holdFiles()
        if source.format == .ascMHL {
            held.holdFolders()
            held.holdAbsent()
        }
        (found.facts, ladder) = (held.facts, held.ladder)
        for folder in held.listedFolders { found.isListedFolder[folder] = true }
        if source.isHistory { hasHistory = true }
        found.foldersOfSources.insert(source.folderNumber)
        if source.format == .ascMHL {
            found.sourcesOfASCMHL[source.folderNumber, default: []].append(found.sources.count)
        }
        found.sources.append(held.source)
        found.problems += held.findings
    }

    private mutating func finish() -> TreeManifests {
        found.facts.sort(entryCount: tree.entries.count)
        found.listed = tree.entries.indices.count { found.facts.isListed($0) }
        found.algorithms = found.facts.algorithms.algorithms
        return found
    }
}
