internal import ClipMetadata

/// The files that a recording was split into one after another, and how long it is over all of them.
struct ClipParts {
    private let tree: CardTree
    /// The files of each part by the part's number; empty where a clip is no recording in several parts.
    private let files: [Int: [Clip.File]]
    private let first: Clip.File?
    private let laterStems: Set<String>
    private let firstStem: String
    private var frames: [Int: Claim<Int>] = [:]
    private var samples: [Int: Claim<Int>] = [:]

    init(of clip: Clip, on tree: CardTree) {
        self.tree = tree
        let essence = clip.essence
        let numbered = Dictionary(grouping: essence.filter { $0.part != nil }) { $0.part ?? 0 }
        files = numbered.count > 1 ? numbered : [:]
        first = essence.first
        firstStem = essence.first.map { tree.stem(of: $0.number).uppercased() } ?? ""
        let later = files.values.joined().map { tree.stem(of: $0.number).uppercased() }
        laterStems = Set(later).subtracting([firstStem])
    }

    private var isOne: Bool { files.isEmpty }

    /// Whether what a file says is true of the whole clip: the first part's, and sidecars that are no later part's.
    func speaksForClip(_ file: Clip.File) -> Bool {
        guard file.role == .sidecar else { return file == first }
        let stem = tree.stem(of: file.number).uppercased()
        return stem.hasPrefix(firstStem) || !laterStems.contains { stem.hasPrefix($0) }
    }

    /// What is said of the clip by a file that knows of its own part's length only.
    func withoutLength(_ metadata: ClipMetadata) -> ClipMetadata {
        guard !isOne else { return metadata }
        var metadata = metadata
        metadata.frames = Claims()
        metadata.samples = Claims()
        return metadata
    }

    /// Notes the length of one file; of several files that ran at the same time the first is enough.
    mutating func add(_ said: ClipMetadata, of file: Clip.File) {
        guard let part = file.part, !isOne else { return }
        if frames[part] == nil { frames[part] = said.frames.all.first }
        if samples[part] == nil { samples[part] = said.samples.all.first }
    }

    /// Claims the length over all parts; none while one of them did not say its own, or is not there.
    func addLength(to metadata: inout ClipMetadata) {
        if let sum = sum(frames) { metadata.frames.add(sum) }
        if let sum = sum(samples) { metadata.samples.add(sum) }
    }

    private func sum(_ lengths: [Int: Claim<Int>]) -> Claim<Int>? {
        let parts = files.keys.sorted()
        guard let one = parts.first, let last = parts.last, last - one == parts.count - 1,
            lengths.count == parts.count, let source = lengths[one]?.source
        else { return nil }
        var sum = 0
        for length in lengths.values {
            let (longer, overflow) = sum.addingReportingOverflow(length.value)
            guard !overflow else { return nil }
            sum = longer
        }
        return Claim(
            sum, ValueSource(source.origin, file: source.file, key: "\(source.key), sum of \(parts.count) parts"))
    }
}
