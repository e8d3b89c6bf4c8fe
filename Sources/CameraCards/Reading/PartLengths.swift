internal import ClipMetadata

/// How long a recording in several files is: what each of its parts says of itself, together.
///
/// Every file of such a recording knows its own frames and samples alone; the first one's are not the clip's.
struct PartLengths {
    private let clip: Clip
    private let first: Clip.File?
    /// The parts; nil is a file whose name has no number beside others that have one.
    private let parts: Set<Int?>
    private var frames: [Key: Claim<Int>] = [:]
    private var samples: [Key: Claim<Int>] = [:]

    /// Who speaks of which part; of several tracks of one part the first is taken.
    private struct Key: Hashable {
        let origin: ValueOrigin
        let part: Int?
    }

    init(of clip: Clip) {
        self.clip = clip
        first = clip.essence.first
        parts = Set(clip.essence.map(\.part))
    }

    /// Whether several files follow each other; the two volumes of a BRAW take turns, and nobody tells who has what.
    private var hasSeveralParts: Bool { parts.count > 1 && clip.family != .blackmagic }

    /// Whether what a file says of itself is true of the clip: the first file of the picture, and what is written of
    /// the first part or of all.
    func isOfFirstPart(_ file: Clip.File) -> Bool {
        file == first || file.role == .sidecar && (file.part == nil || file.part == first?.part)
    }

    /// Notes what a file says.
    mutating func note(_ metadata: ClipMetadata, of file: Clip.File) {
        guard hasSeveralParts else { return }
        PartLengths.note(metadata.frames, of: file, in: &frames)
        PartLengths.note(metadata.samples, of: file, in: &samples)
    }

    private static func note(_ claims: Claims<Int>, of file: Clip.File, in lengths: inout [Key: Claim<Int>]) {
        guard let claim = claims.all.first else { return }
        let key = Key(origin: claim.source.origin, part: file.part)
        lengths[key] = lengths[key] ?? claim
    }

    /// Puts the length of all parts in the place of the first one's; nothing where a part does not say its own.
    func settle(_ metadata: inout ClipMetadata) {
        guard hasSeveralParts else { return }
        metadata.frames = whole(frames)
        metadata.samples = whole(samples)
    }

    /// Leaves out the length that somebody says who saw the first part alone.
    func leaveOut(_ metadata: inout ClipMetadata) {
        guard hasSeveralParts else { return }
        metadata.frames = Claims()
        metadata.samples = Claims()
    }

    private func whole(_ lengths: [Key: Claim<Int>]) -> Claims<Int> {
        var claims = Claims<Int>()
        for origin in ValueOrigin.allCases {
            let said = parts.compactMap { lengths[Key(origin: origin, part: $0)] }
            guard said.count == parts.count, let source = said.first?.source, let sum = PartLengths.sum(said) else {
                continue
            }
            let file = lengths[Key(origin: origin, part: first?.part)]?.source.file ?? source.file
            claims.add(Claim(sum, ValueSource(origin, file: file, key: "\(source.key) of \(parts.count) parts")))
        }
        return claims
    }

    private static func sum(_ claims: [Claim<Int>]) -> Int? {
        claims.reduce(0) { sum, claim in
            guard let sum, case let (total, overflow) = sum.addingReportingOverflow(claim.value), !overflow else {
                return nil
            }
            return total
        }
    }
}
