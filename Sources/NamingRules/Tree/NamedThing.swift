/// Something that carries a name of its own: a file, a folder, or all frames of a sequence together.
public struct NamedThing: Hashable, Sendable {
    /// What carries the name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case file, sequence, folder
    }

    /// What it is.
    public let kind: Kind
    /// The number of its entry in the tree; of its first frame where it is a sequence.
    public var entry: Int { Int(entryNumber) }
    /// The number of its sequence in the tree's `sequences`.
    public var sequence: Int? { kind == .sequence ? Int(sequenceNumber) : nil }

    // Of a million names each is held: 12 bytes instead of 40.
    private let entryNumber: UInt32
    private let sequenceNumber: UInt32

    init(_ kind: Kind, entry: Int, sequence: Int = 0) {
        self.kind = kind
        entryNumber = UInt32(entry)
        sequenceNumber = UInt32(sequence)
    }
}
