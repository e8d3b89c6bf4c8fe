/// What one copy was found to hold of one file of the card.
public enum CopyVerdict: UInt8, Hashable, Sendable {
    /// The same content under the same name, as the copy's own manifest says.
    case equal
    /// The same content, listed under another name.
    case equalElsewhere
    /// A file of that name holds something else.
    case differs
    /// The content is the card's, and not what the copy's own manifest says.
    case contradictsManifest
    /// A file of that name is there, and the copy's history does not list it with a checksum that is known.
    case notListed
    /// There is no such file.
    case missing
    /// There is none, and the history says that a pattern of the person's left it out.
    case leftOut
    /// It could not be read.
    case unreadable
    /// It is equal, but was not shown to come from the device.
    case notFromDevice
    /// Another volume is mounted over its name: it does not lie where the copy lies.
    case mounted
    /// Only another name of a file that stands for another file of the card already.
    case secondName
    /// The card's file could not be read: there was nothing to compare with.
    case notCompared

    /// Whether it counts as a copy of the file.
    public var isGood: Bool { self == .equal || self == .equalElsewhere }
}
