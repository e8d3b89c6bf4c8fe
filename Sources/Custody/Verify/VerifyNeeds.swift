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

    private var judged: [Bool]
    /// By file, the listed links that stand for it.
    private var links: [Int: [Int]] = [:]

    /// - Parameter files: the listed files that are asked about.
    init(_ scope: VerifyScope, _ request: VerifyRequest, _ coverage: Coverage, files: [Int]) {
        let tree = scope.folder.tree
        keepsFiles = request.comparesFolders || request.recorder != nil
        wanted = Array(repeating: [], count: tree.entries.count)
        judged = Array(repeating: false, count: tree.entries.count)
        for number in files {
            let algorithms = scope.manifests.algorithms(of: number)
            let content = scope.manifests.content(of: number)
            wanted[content].formUnion(algorithms)
            guard !algorithms.isEmpty else { continue }
            if content == number { judged[number] = true } else { links[content, default: []].append(number) }
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

    /// What is held against manifests once a file is read: itself, and links to it; nothing where it is only read for
    /// folders or a new generation.
    func listed(_ content: Int) -> [Int] { (judged[content] ? [content] : []) + (links[content] ?? []) }
}

extension TreeManifests {
    /// The folders whose histories lie in no other's.
    fileprivate var outermostHistories: [RelativePath] {
        histories.filter { folder in !histories.contains { $0 != folder && folder.lies(within: $0) } }
    }
}
