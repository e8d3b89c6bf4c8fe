internal import Checksums
internal import FileTree
internal import Manifests

/// What has to be read of a folder to answer all that was asked about it.
struct VerifyNeeds {
    /// By entry number, the checksums to take.
    private(set) var wanted: [AlgorithmSet]
    /// The rolls that get a generation.
    private(set) var rolls: [RollRecording] = []
    /// Rolls of which nothing can be recorded, and why.
    private(set) var refused: [CustodyError] = []
    /// Whether what is read is needed once more when all is read.
    let keepsFiles: Bool

    /// Which listed entries are held against manifests when a file has been read; others are only read for folders or
    /// a new generation.
    private(set) var listings = Listings()

    /// - Parameter files: the listed files that are asked about.
    init(_ scope: VerifyScope, _ request: VerifyRequest, _ coverage: Coverage, files: [Int]) {
        let tree = scope.folder.tree
        keepsFiles = request.comparesFolders || request.recorder != nil
        wanted = Array(repeating: [], count: tree.entries.count)
        for number in files {
            let algorithms = scope.manifests.algorithms(of: number)
            guard !algorithms.isEmpty else { continue }
            let content = scope.manifests.content(of: number)
            wanted[content].formUnion(algorithms)
            listings.add(number, of: content)
        }
        if request.comparesFolders {
            let folders = scope.manifests.folderAlgorithms { coverage.isContent($0) }
            for number in tree.entries.indices { wanted[number].formUnion(folders[number]) }
        }
        guard let creator = request.recorder else { return }
        for roll in scope.manifests.outermostHistories {
            do throws(CustodyError) {
                let recording = try RollRecording(of: roll, in: scope, creator: creator)
                for (number, algorithms) in recording.wanted { wanted[number].formUnion(algorithms) }
                rolls.append(recording)
            } catch {
                refused.append(error)
            }
        }
    }
}

/// Which entries that are listed have the content of which file: itself, and links to it.
struct Listings {
    private var links: [Int: [Int]] = [:]
    private var isListedItself: Set<Int> = []

    mutating func add(_ number: Int, of content: Int) {
        if number == content {
            isListedItself.insert(number)
        } else {
            links[content, default: []].append(number)
        }
    }

    func entries(of content: Int) -> [Int] {
        (isListedItself.contains(content) ? [content] : []) + (links[content] ?? [])
    }
}

extension TreeManifests {
    /// The folders whose histories lie in no other's.
    fileprivate var outermostHistories: [RelativePath] {
        histories.filter { folder in !histories.contains { $0 != folder && folder.lies(within: $0) } }
    }
}
