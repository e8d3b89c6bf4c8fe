public import Checksums
public import FileTree
internal import XMLText

/// What has to be read before a folder's next generation can be recorded.
public struct GenerationPlan: Sendable {
    /// By entry number, the checksums to take; none for folders and for what is left out.
    public let wanted: [AlgorithmSet]
    /// Files and folders whose names a manifest cannot carry; with any of them nothing can be recorded.
    public let uncarriable: [RelativePath]

    /// The checksums of one file that a generation compares and lists.
    ///
    /// - Parameters:
    ///   - recorded: what its history has, earliest first; none for a new file.
    ///   - asked: what the person asked for.
    public static func algorithms(
        recorded: [ChecksumAlgorithm], asked: [ChecksumAlgorithm]
    ) -> [ChecksumAlgorithm] {
        FormatRule.formats(recorded: recorded.filter(ChecksumAlgorithm.sealable.contains), asked: asked)
    }

    /// Stops before anything is read where a name cannot be listed.
    public func checkNames(at folder: RelativePath) throws(ManifestError) {
        try GenerationPlan.refuse(uncarriable, at: folder)
    }

    init(_ request: RecordRequest, _ scopes: RollScopes, at folder: RelativePath) {
        uncarriable = GenerationPlan.uncarriable(in: request.tree, scopes)
        var wanted = [AlgorithmSet](repeating: [], count: request.tree.entries.count)
        for (place, scope) in scopes.scopes.enumerated() {
            let folders = request.coverage == .wholeFolder ? scopes.folderAlgorithms(of: place, request) : []
            scopes.roll.descend(from: scope.folder) { (step, path) in
                guard case .file(let number) = step, scopes.owners[number] == Int32(place) else { return }
                let recorded = scope.history?.sealable(at: path).map(\.algorithm) ?? []
                let formats = GenerationPlan.algorithms(recorded: recorded, asked: request.algorithms)
                wanted[number] = AlgorithmSet(formats + folders)
            }
        }
        if request.detectsRenames || request.tree.hasNamesBeyondASCII {
            GenerationPlan.addRenames(request, scopes, at: folder, to: &wanted)
        }
        self.wanted = wanted
    }

    /// A new file that may be a missing one is also read as that one was.
    private static func addRenames(
        _ request: RecordRequest, _ scopes: RollScopes, at folder: RelativePath, to wanted: inout [AlgorithmSet]
    ) {
        let tree = request.tree
        let index = TreeIndex(tree)
        for (place, scope) in scopes.scopes.enumerated() {
            let files = ScopeFiles(scopes, place, in: tree, at: folder, index)
            for (number, former) in files.respelled {
                let recorded = scope.history?.sealable(at: former.bytes).map(\.algorithm) ?? []
                wanted[number].formUnion(AlgorithmSet(algorithms(recorded: recorded, asked: request.algorithms)))
            }
            guard request.detectsRenames else { continue }
            addMoves(files, tree, to: &wanted)
        }
    }

    /// A new file of a missing one's size is also read as that one was.
    private static func addMoves(_ files: ScopeFiles, _ tree: TreeSnapshot, to wanted: inout [AlgorithmSet]) {
        var formats: [Int64: AlgorithmSet] = [:]
        var anySize: AlgorithmSet = []
        for file in files.missing {
            let first = AlgorithmSet(file.checksums.map(\.algorithm).prefix(1))
            if let size = file.size {
                formats[size.bytes, default: []].formUnion(first)
            } else {
                anySize.formUnion(first)
            }
        }
        for number in files.new {
            wanted[number].formUnion(anySize)
            wanted[number].formUnion(formats[tree.entries[number].size] ?? [])
        }
    }

    /// What a manifest cannot name; of a folder and what lies in it only the folder.
    static func uncarriable(in tree: TreeSnapshot, _ scopes: RollScopes) -> [RelativePath] {
        tree.entries.indices.filter { scopes.owners[$0] >= 0 && !XMLWriter.canCarry(tree.name(of: $0)) }
            .map { tree.path(of: $0) }
    }

    /// How many names a sentence has room for.
    private static let mostNames = 10

    static func refuse(_ names: [RelativePath], at roll: RelativePath) throws(ManifestError) {
        guard let first = names.first else { return }
        let shown = names.prefix(mostNames).map(\.description).joined(separator: ", ")
        let rest = names.count > mostNames ? " and \(names.count - mostNames) more" : ""
        throw ManifestError(
            .cannotCarry, at: roll.appending(first), "a manifest cannot carry these names: \(shown)\(rest)",
            concerning: names)
    }
}

extension RollScopes {
    /// What hashes the folders of a history and of those it lies in.
    fileprivate func folderAlgorithms(of place: Int, _ request: RecordRequest) -> [ChecksumAlgorithm] {
        var algorithms: [ChecksumAlgorithm] = []
        var next: Int? = place
        while let scope = next {
            if let algorithm = scopes[scope].folderAlgorithm(asked: request.algorithms) {
                algorithms.append(algorithm)
            }
            next = scopes[scope].parent
        }
        return algorithms
    }
}
