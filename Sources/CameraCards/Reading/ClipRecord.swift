public import ClipMetadata
internal import FileTree
internal import FrameSequences
public import MediaTime

/// A clip with all that is known of it.
public struct ClipRecord: Sendable {
    /// The clip.
    public let clip: Clip
    /// What is known.
    public var metadata: ClipMetadata
    /// Whom to believe first.
    public let trust: [ValueOrigin]
    /// Whether a file of its essence is cut short or broken: then what it says of its length is not compared.
    public internal(set) var isDamaged = false
    /// What each file of the essence says of itself, by its number in the card's tree, where there are several.
    ///
    /// A sidecar that is about one part alone speaks with its file.
    public private(set) var files: [Int: ClipMetadata] = [:]

    /// Begins with what the clip's own name says.
    init(_ clip: Clip, on tree: CardTree) {
        self.clip = clip
        trust = clip.family.trust
        metadata = clip.grammar?.metadata(place: clip.name, of: clip.family) ?? ClipMetadata()
        if let frames = clip.frames {
            let source = ValueSource(.fileName, file: frames.description, key: "frames that are there")
            metadata.frames.add(Claim(frames.count, source))
        }
        if let codec = FrameCodec.claim(of: clip) { metadata.codec.add(codec) }
    }

    /// Notes what a file says, where the clip has several.
    mutating func note(_ said: ClipMetadata, of file: Clip.File, among essence: [Clip.File]) {
        guard essence.count > 1, said != ClipMetadata() else { return }
        switch file.role {
        case .essence: files[file.number, default: ClipMetadata()].join(said)
        case .sidecar where file.part != nil:
            for part in essence where part.part == file.part { files[part.number]?.join(said) }
        default: break
        }
    }

    /// Notes what another program says, which saw the first file alone.
    mutating func noteFirst(_ said: ClipMetadata) {
        let essence = clip.essence
        if let first = essence.first { note(said, of: first, among: essence) }
    }

    /// The rate that its frames are counted at.
    public var rate: FrameRate? {
        metadata.start.best(in: trust)?.value.base.rate ?? metadata.projectRate.best(in: trust)?.value
    }

    /// The first frame and how many there are.
    public var span: TimecodeSpan? {
        guard let start = metadata.start.best(in: trust)?.value, let frames = metadata.frames.best(in: trust)?.value
        else { return nil }
        return TimecodeSpan(start: start, frames: frames)
    }

    /// The fields about which those who spoke disagree.
    public var conflicts: [MetadataField] {
        isDamaged ? [] : MetadataField.all.filter { $0.isComparable && $0.isConflicting(metadata) }
    }
}
