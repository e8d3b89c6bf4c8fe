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
