/// A reader of bytes that anybody may have made.
///
/// ``read(_:)`` must return, whatever the bytes are. It ends the process where the reader says one thing now and
/// another then, or cannot read what was written of what it read.
public enum FuzzedParser: String, CaseIterable, Sendable {
    /// A manifest of an ASC MHL history, or one that lies alone.
    case manifest = "ManifestXML"
    /// The chain of an ASC MHL history.
    case chain = "ChainXML"
    /// A Media Hash List v1.x.
    case legacy = "LegacyXML"
    /// A plain list of checksums.
    case list = "ChecksumText"
    /// XML of any kind.
    case xml = "AnyXML"
    /// Hex digits and C4 IDs.
    case digest = "DigestText"
    /// The journal of an unfinished roll.
    case journal = "JournalBytes"
    /// Patterns of names to leave out.
    case patterns = "PatternText"
    /// The atoms of a MOV or MP4 file.
    case quickTime = "QuickTimeAtoms"
    /// The packets of an MXF file.
    case mxf = "MXFPackets"
    /// A recording of sound.
    case wave = "WaveBytes"
    /// What is written beside media, and what MediaInfo answers.
    case sidecar = "SidecarText"
    /// Tables and logs of reels.
    case table = "TableText"
    /// Notes that people wrote of takes.
    case slate = "SlateTable"
    /// Names of clips and frames.
    case names = "ClipNames"
    /// Rates and timecodes.
    case time = "TimecodeText"
    /// A whole card.
    case card = "CardFolders"
    /// A house's rules of names.
    case rules = "RuleText"

    /// Hands bytes to the reader.
    public func read(_ bytes: [UInt8]) {
        switch self {
        case .manifest: FuzzedFolder.read(manifest: bytes)
        case .chain: FuzzedFolder.read(chain: bytes)
        case .legacy: FuzzedFolder.read(legacy: bytes)
        case .list: FuzzedFolder.read(list: bytes)
        case .xml: FuzzedXML.read(bytes)
        case .digest: FuzzedDigest.read(bytes)
        case .journal: FuzzedJournal.read(bytes)
        case .patterns: FuzzedPatterns.read(bytes)
        case .quickTime: FuzzedContainers.read(quickTime: bytes)
        case .mxf: FuzzedContainers.read(mxf: bytes)
        case .wave: FuzzedWave.read(bytes)
        case .sidecar: FuzzedSidecar.read(bytes)
        case .table: FuzzedTable.read(bytes)
        case .slate: FuzzedSlate.read(bytes)
        case .names: FuzzedNames.read(bytes)
        case .time: FuzzedTime.read(bytes)
        case .card: FuzzedCard.read(bytes)
        case .rules: FuzzedRules.read(bytes)
        }
    }

    /// What the reader is meant for: the fuzzer starts from these.
    public var seeds: [[UInt8]] {
        switch self {
        case .manifest: FuzzedFolder.manifests
        case .chain: FuzzedFolder.chains
        case .legacy: FuzzedFolder.legacyLists
        case .list: FuzzedFolder.lists
        case .xml: FuzzedXML.seeds
        case .digest: FuzzedDigest.seeds
        case .journal: FuzzedJournal.seeds
        case .patterns: FuzzedPatterns.seeds
        case .quickTime: FuzzedContainers.movies
        case .mxf: FuzzedContainers.clips
        case .wave: FuzzedWave.seeds
        case .sidecar: FuzzedSidecar.seeds
        case .table: FuzzedTable.seeds
        case .slate: FuzzedSlate.seeds
        case .names: FuzzedNames.seeds
        case .time: FuzzedTime.seeds
        case .card: FuzzedCard.seeds
        case .rules: FuzzedRules.seeds
        }
    }
}
