public import FileTree

/// Where everything of one roll lies on a destination.
public struct RollPlace: Hashable, Sendable {
    /// The roll's folder once it is sealed and complete.
    public let roll: RelativePath
    /// The same folder until then.
    public let partial: RelativePath
    /// Our desk while the roll is under way: journal, lock, staging, rejected.
    public let desk: RelativePath

    /// The folder that holds all desks; gone when nothing is under way.
    public static let desks = RelativePath(unchecked: Array(".rushes".utf8))

    /// The longest name a desk gets; file systems allow 255.
    private static let longestDeskName = 200

    /// The places for a roll at `path` below the destination.
    public init(roll path: RelativePath) {
        roll = path
        partial = path.parent.appending(component: Array(path.name) + Array(".partial".utf8))
        desk = RollPlace.desks.appending(component: RollPlace.deskName(for: path))
    }

    /// The journal of the run.
    public var journal: RelativePath { desk.appending(component: "journal".utf8) }
    /// A journal that is being written anew, until it takes the place of the old one.
    public var newJournal: RelativePath { desk.appending(component: "journal.new".utf8) }
    /// The lock that is held for the run.
    public var lock: RelativePath { desk.appending(component: "lock".utf8) }
    /// Files that are written but do not carry their name yet.
    public var staging: RelativePath { desk.appending(component: "staging".utf8) }
    /// Files that were found under a final name without proof and with other content.
    public var rejected: RelativePath { desk.appending(component: "rejected".utf8) }

    /// The staged file of a number.
    public func staged(_ number: Int) -> RelativePath {
        staging.appending(component: String(number).utf8)
    }

    /// Where a file of a number goes that is not the card's, with the name it had.
    public func rejected(_ number: Int, attempt: Int, name: some Collection<UInt8>) -> RelativePath {
        let head = Array("\(number)-\(attempt)-".utf8)
        var kept = Array(name.prefix(RollPlace.longestName - head.count))
        // Cut between characters: some file systems take nothing but whole ones.
        if kept.count < name.count, let start = kept.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
            kept.removeSubrange(start...)
        }
        return rejected.appending(component: head + kept)
    }

    /// The longest name that any file system in use takes, in bytes (NAME_MAX).
    private static let longestName = 255

    /// The path as one name: `Day01/Camera/A001` becomes `Day01%2FCamera%2FA001`.
    private static func deskName(for path: RelativePath) -> [UInt8] {
        var name: [UInt8] = []
        for byte in path.bytes {
            switch byte {
            case UInt8(ascii: "/"): name += Array("%2F".utf8)
            case UInt8(ascii: "%"): name += Array("%25".utf8)
            default: name.append(byte)
            }
        }
        guard name.count > longestDeskName else { return name }
        let tail = path.bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return Array(name.prefix(longestDeskName - 17)) + Array("-\(String(tail, radix: 16))".utf8)
    }
}
