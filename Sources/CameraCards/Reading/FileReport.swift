public import ClipMetadata
public import FileTree

/// What is known of one file that a person named.
public struct FileReport: Sendable {
    /// The file as the person wrote it.
    public let argument: String
    /// Everything that was said of it.
    public private(set) var metadata: ClipMetadata
    /// Whether it is all there; nil for sidecars, and for what could not be read.
    public let completeness: Completeness?
    /// Why it, or a part of it, was not understood.
    public private(set) var failures: [MetadataError]
    /// Whom to believe first.
    public let trust: [ValueOrigin]
    /// Whether another program may know more of it: not of sidecars, and not of what the disk does not give.
    public let isForOtherReaders: Bool

    /// Asks the file itself, and its name.
    public init(_ name: RelativePath, on disk: any ReadableDisk, as argument: String) {
        self.argument = argument
        let reading = FileReading(name, on: disk, place: argument)
        let stem = CardTree.stem(of: String(decoding: name.name, as: UTF8.self))
        metadata = reading.metadata
        failures = reading.failures
        let ending = CardTree.fileExtension(of: String(decoding: name.name, as: UTF8.self))
        isForOtherReaders =
            !SidecarFormat.mayBe(extension: ending) && !reading.failures.contains { $0.code == .disk }
        completeness = reading.completeness ?? (isForOtherReaders && reading.failures.isEmpty ? .unrecognised : nil)
        let isSound = !reading.metadata.samplesSinceMidnight.all.isEmpty
        trust = isSound ? CardFamily.soundRoll.trust : [.container, .sidecar, .soundRoll, .fileName]
        if let grammar = ClipName(stem) { metadata.join(grammar.metadata(place: argument)) }
    }

    /// Adds what another program says; a disk's refusal was told before it was asked.
    public mutating func add(_ said: Result<ClipMetadata, MetadataError>) {
        switch said {
        case .success(let metadata): self.metadata.join(metadata)
        case .failure(let error): if !failures.contains(where: { $0.code == .disk }) { failures.append(error) }
        }
    }
}

extension Completeness {
    fileprivate static let unrecognised = Completeness.unknown("it begins like no media file that is known here")
}
