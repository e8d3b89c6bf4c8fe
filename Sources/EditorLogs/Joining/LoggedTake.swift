/// A take of sound: one file, or several where each track, or each piece of a long take, is a file of its own.
public struct LoggedTake: Hashable, Sendable {
    /// Files that were recorded at once: one, or one for each track.
    public struct Piece: Hashable, Sendable {
        /// The places of its rows among ``EditorLog/clips``.
        public fileprivate(set) var rows: [Int]
        /// Where it lies on the day; nil where nobody knows.
        let clock: SoundClock?
    }

    /// One behind the other.
    public fileprivate(set) var pieces: [Piece]

    /// The places of all its rows among ``EditorLog/clips``.
    public var rows: [Int] { pieces.flatMap(\.rows) }

    /// When it was recorded, from its first piece to its last; nil where nobody knows.
    var clock: SoundClock? {
        guard let first = pieces.first?.clock, let last = pieces.last?.clock else { return nil }
        let ahead = (last.start - first.start) % first.day
        return first.lasting((ahead < 0 ? ahead + first.day : ahead) + last.length)
    }
}

/// Which files of sound are one take.
///
/// Files of one folder that have the same name belong together, and so do files of a roll of the same family, and those
/// that start at the same sample and are equally long, if scene and take are the same; they are one take as far as they
/// were started at once, or one went on where the other ended. Recorders use names again: what lies apart, or overlaps,
/// is another take, and what is marked as a false take is never one with what is not.
public struct LoggedTakes: Hashable, Sendable {
    /// The takes, by their first rows.
    public let all: [LoggedTake]

    /// A pause this long between two pieces is the recorder's rounding.
    ///
    /// A second, as where rolls of sound are checked for missing pieces.
    static let longestPause = Ticks.perSecond

    /// Groups the rows of sound.
    public init(_ clips: [LoggedClip]) {
        var groups = RowGroups()
        for (row, clip) in clips.enumerated() where clip.kind == .sound {
            groups.add(Recording(row, clip), keys: Key.all(of: clip))
        }
        all = groups.all.flatMap(LoggedTakes.takes).sorted { ($0.rows.min() ?? 0) < ($1.rows.min() ?? 0) }
    }

    /// The takes among files that belong together by what they are called.
    private static func takes(_ recordings: [Recording]) -> [LoggedTake] {
        let without = recordings.filter { $0.clock == nil }.map(\.row)
        let unclocked = without.isEmpty ? [] : [LoggedTake(pieces: [.init(rows: without, clock: nil)])]
        let byBase = Dictionary(grouping: recordings.filter { $0.clock != nil }) { $0.clock?.base }
        return unclocked + byBase.values.flatMap(contiguous)
    }

    /// The takes among files that count alike.
    private static func contiguous(_ recordings: [Recording]) -> [LoggedTake] {
        let firstDay = recordings.compactMap(\.day).min() ?? 0
        let placed = recordings.map { ($0, $0.start(since: firstDay)) }.sorted { one, other in
            (one.1, other.0.length, one.0.path, one.0.row) < (other.1, one.0.length, other.0.path, other.0.row)
        }
        var (takes, end, latest) = ([LoggedTake](), 0, 0)
        for (recording, start) in placed {
            // A track starts with the last piece, before that is half over; the next piece where that ends.
            let isTrack = !takes.isEmpty && start <= latest
            let isNew = takes.isEmpty || !isTrack && abs(start - end) > longestPause
            let piece = LoggedTake.Piece(rows: [recording.row], clock: recording.clock)
            if isNew { takes.append(LoggedTake(pieces: [])) }
            takes[takes.count - 1].add(piece, isTrack: isTrack)
            if !isTrack { latest = start + min(longestPause, (recording.length - 1) / 2) }
            end = max(isNew ? 0 : end, start + recording.length)
        }
        let isOneDay = placed.first?.0.day == placed.last?.0.day
        return isOneDay ? joinedOverMidnight(takes) : takes
    }

    /// A take that ends with the day and one that begins with it are one.
    private static func joinedOverMidnight(_ takes: [LoggedTake]) -> [LoggedTake] {
        guard takes.count > 1, let first = takes.first?.clock, let last = takes.last?.clock,
            abs(last.start % last.day + last.length - first.day - first.start % first.day) <= longestPause
        else { return takes }
        var joined = Array(takes.dropFirst().dropLast())
        joined.append(LoggedTake(pieces: takes[takes.count - 1].pieces + takes[0].pieces))
        return joined
    }
}

extension LoggedTake {
    /// Adds a file: a track of the last piece, or the next piece.
    fileprivate mutating func add(_ piece: Piece, isTrack: Bool) {
        if isTrack { pieces[pieces.count - 1].rows += piece.rows } else { pieces.append(piece) }
    }
}

/// One file of sound.
private struct Recording {
    let row: Int
    let clock: SoundClock?
    /// The shooting day.
    let day: Int?
    let path: String

    /// Days that are further apart than these, are that far: their ticks have to fit into `Int`.
    private static let mostDays = 400

    /// When it starts, counted from the midnight of a day; where its own is not known, of that day.
    func start(since firstDay: Int) -> Int {
        guard let clock else { return 0 }
        let days = min(Recording.mostDays, day.map { $0 - firstDay } ?? 0)
        return days * min(clock.day, 2 * Ticks.clockDay) + clock.start % clock.day
    }

    var length: Int { clock?.length ?? 0 }

    init(_ row: Int, _ clip: LoggedClip) {
        (self.row, clock, day, path) = (row, SoundClock(clip), clip.shootDay, clip.source)
    }
}

/// What files of one take have in common.
private enum Key: Hashable {
    case name(roll: Int, folder: Substring, marks: [String], String)
    case family(roll: Int, marks: [String], String)
    case clock(roll: Int, marks: [String], day: Int?, SoundClock, scene: String?, take: String?)

    static func all(of clip: LoggedClip) -> [Key] {
        let folder = clip.source.lastIndex(of: "/").map { clip.source[..<$0] } ?? ""
        // A recorder moves a false take aside, and its name is the next take's.
        var keys = [Key.name(roll: clip.roll, folder: folder, marks: clip.marks, clip.clip)]
        // Some writers fill the identifier with zeros.
        if let family = clip.values[.clipID], family.contains(where: { $0 != "0" }) {
            keys.append(.family(roll: clip.roll, marks: clip.marks, family))
        }
        // Midnight sharp is what recorders without a clock write.
        if let clock = SoundClock(clip), clock.start > 0 {
            keys.append(
                .clock(
                    roll: clip.roll, marks: clip.marks, day: clip.shootDay, clock, scene: clip.values[.scene],
                    take: clip.values[.take])
            )
        }
        return keys
    }
}

/// Rows that share a key with one another, or with a third.
private struct RowGroups {
    private var recordings: [Recording] = []
    private var parents: [Int] = []
    private var places: [Key: Int] = [:]

    mutating func add(_ recording: Recording, keys: [Key]) {
        let place = recordings.count
        recordings.append(recording)
        parents.append(place)
        for key in keys {
            if let other = places[key] { parents[root(of: place)] = root(of: other) } else { places[key] = place }
        }
    }

    /// The groups, in the order of their first rows.
    var all: [[Recording]] {
        mutating get {
            var groups: [[Recording]] = []
            var numbers: [Int: Int] = [:]
            for place in recordings.indices {
                let root = root(of: place)
                if let number = numbers[root] {
                    groups[number].append(recordings[place])
                } else {
                    numbers[root] = groups.count
                    groups.append([recordings[place]])
                }
            }
            return groups
        }
    }

    private mutating func root(of place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }
}
