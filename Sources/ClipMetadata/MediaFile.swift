/// A media file, known by how it begins and not by its name.
public struct MediaFile: Sendable {
    /// What it is.
    public enum Kind: Sendable {
        /// MOV, MP4, BRAW.
        case quickTime(QuickTimeFile)
        /// MXF.
        case mxf(MXFFile)
        /// WAVE as RIFF, RF64 or BW64.
        case wave(WaveFile)
        /// One frame: DPX, OpenEXR.
        case frame(FrameHeader)
    }

    /// What it is, with all that its structure says.
    public let kind: Kind

    /// Reads the structure of a file; nil when it is of none of the kinds that are known here.
    public init?(_ bytes: some RandomBytes, at place: String) throws(MetadataError) {
        let head = try AtomReader(bytes: bytes, place: place).read(at: 0, count: 16)
        if UniversalLabel(head) != nil {
            kind = .mxf(try MXFFile(bytes, at: place))
        } else if WaveHead.begins(Array(head.bytes)) {
            kind = .wave(try WaveFile(bytes, at: place))
        } else if let code = head.code(4), QuickTimeFile.heads.contains(code) {
            kind = .quickTime(try QuickTimeFile(bytes, at: place))
        } else if let frame = try FrameHeader(bytes, at: place) {
            kind = .frame(frame)
        } else {
            return nil
        }
    }

    /// What the file says of its clip.
    public var metadata: ClipMetadata {
        switch kind {
        case .quickTime(let file): file.metadata
        case .mxf(let file): file.metadata
        case .wave(let file): file.metadata
        case .frame(let file): file.metadata
        }
    }

    /// Whether the file is all there.
    public var completeness: Completeness {
        switch kind {
        case .quickTime(let file): file.completeness
        case .mxf(let file): file.completeness
        case .wave(let file): file.completeness
        case .frame(let file): file.completeness
        }
    }
}
