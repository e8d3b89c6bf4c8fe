internal import ClipMetadata
internal import FileTree
internal import FoundationEssentials
internal import FrameSequences

/// A clip with all that is known of it, for programs; documented in `docs/json.md`.
public struct ClipLine: Hashable, Sendable, Codable {
    /// One of its files.
    public struct File: Hashable, Sendable, Codable {
        /// Where it lies on the card.
        public let path: String
        /// The path's bytes, where it is not UTF-8.
        public let path_base64: String?
        /// What it is to the clip.
        public let role: String
        /// Which part of a recording in several files.
        public let part: Int?
        /// Its size in bytes.
        public let size: Int64
        /// What it says of itself, where the clip has several: by field everybody who spoke of it.
        public let metadata: [String: [Value]]?
    }

    /// Its frames, where it is a sequence of pictures.
    public struct Frames: Hashable, Sendable, Codable {
        /// The folder.
        public let folder: String
        /// Names up to the number, and behind it.
        public let prefix, suffix: String
        /// First and last number of each run.
        public let runs: [[Int]]
        /// How many there are.
        public let count: Int
        /// Their size in bytes.
        public let size: Int64
    }

    /// A value and who says so.
    public struct Value: Hashable, Sendable, Codable {
        /// The value as text.
        public let value: String
        /// `container`, `sidecar`, `sound roll` or `file name`.
        public let source: String
        /// The file it stood in.
        public let file: String
        /// The name it has there.
        public let key: String
    }

    /// `clip`.
    public var type = "clip"
    /// The name the camera gave it.
    public let name: String
    /// The layout that it belongs to.
    public let layout: String
    /// The folder it lies in.
    public let folder: String
    /// Its files.
    public let files: [File]
    /// Its frames.
    public let frames: Frames?
    /// `false-take`, `trash`, `still`.
    public let marks: [String]
    /// What the card's own index calls it.
    public let indexID: String?
    /// By field: everybody who spoke of it, who is believed first.
    public let metadata: [String: [Value]]
    /// The fields about which those who spoke disagree.
    public let conflicts: [String]

    private enum CodingKeys: String, CodingKey {
        case type, name, layout, folder, files, frames, marks, metadata, conflicts
        case indexID = "index_id"
    }

    /// Tells of a clip.
    public init(_ record: ClipRecord, on tree: CardTree) {
        let clip = record.clip
        name = clip.name
        layout = clip.family.rawValue
        folder = clip.folder.description
        files = clip.files.map { file in
            let path = tree.path(of: file.number)
            return File(
                path: path.description, path_base64: path.text == nil ? Data(path.bytes).base64EncodedString() : nil,
                role: file.role.rawValue, part: file.part, size: tree.size(of: file.number),
                metadata: record.files[file.number].map { ClipLine.values($0, record.trust) })
        }
        frames = clip.frames.map(Frames.init)
        marks = clip.marks.map(\.rawValue).sorted()
        indexID = clip.indexID
        metadata = ClipLine.values(record.metadata, record.trust)
        conflicts = record.conflicts.map(\.name)
    }

    /// By field: the values, who is believed first.
    static func values(_ metadata: ClipMetadata, _ trust: [ValueOrigin]) -> [String: [Value]] {
        var values: [String: [Value]] = [:]
        for field in MetadataField.all {
            var claims = field.texts(metadata)
            guard let best = field.best(metadata, trust) else { continue }
            if let place = claims.firstIndex(of: best) { claims.swapAt(0, place) }
            values[field.name] = claims.map(Value.init)
        }
        return values
    }
}

extension ClipLine.Value {
    init(_ claim: Claim<String>) {
        value = claim.value
        source = claim.source.origin.rawValue
        file = claim.source.file
        key = claim.source.key
    }
}

extension ClipLine.Frames {
    init(_ frames: FrameSequence) {
        folder = frames.folder.description
        prefix = String(decoding: frames.prefix, as: UTF8.self)
        suffix = String(decoding: frames.suffix, as: UTF8.self)
        runs = frames.runs.map { [$0.lowerBound, $0.upperBound] }
        count = frames.count
        size = frames.size.bytes
    }
}
