internal import MediaTime

/// How far the timecode of a roll's camera was beside the sound's: `A001R2GJ=+01:00:00:00`.
public struct RollOffset: Hashable, Sendable {
    /// The roll's name or path.
    public let roll: String
    /// Whether the time is taken away.
    public let isNegative: Bool
    /// Hours, minutes, seconds and frames that are added to the camera's timecode.
    public let hours, minutes, seconds, frames: Int

    /// Reads `ROLL=+HH:MM:SS:FF`: `-` takes away, no sign adds, and a semicolon may stand before the frames.
    ///
    /// The last equals sign counts, because paths of rolls may have some. A sentence is thrown for anything else.
    public init(_ text: String) throws(LogError) {
        guard let equals = text.lastIndex(of: "="), equals > text.startIndex,
            let (isNegative, numbers) = RollOffset.read(text[text.index(after: equals)...])
        else {
            throw LogError(
                .usage, at: "--offset \(text)", "This is not a roll and a time.",
                nextStep: "Write it as A001R2GJ=+01:00:00:00: hours, minutes, seconds and frames, less than a day.")
        }
        roll = String(text[..<equals])
        self.isNegative = isNegative
        (hours, minutes, seconds, frames) = (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    /// The offset that makes `camera` read `sound`, the shorter way round midnight.
    init(roll: String, frames count: Int, base: TimecodeBase) {
        self.roll = roll
        isNegative = count < 0
        let fields = Timecode(frame: abs(count), base: base).fields
        (hours, minutes, seconds, frames) = (fields.hours, fields.minutes, fields.seconds, fields.frames)
    }

    /// The sign, and four numbers that a timecode can have.
    private static func read(_ text: Substring) -> (Bool, [Int])? {
        let sign = text.first.map { "+-".contains($0) } ?? false
        let parts = (sign ? text.dropFirst() : text).utf8.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") })
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        // Three digits of frames are written above 99 a second.
        guard parts.count == 4, parts.prefix(3).allSatisfy({ $0.count == 2 }), (2...3).contains(parts[3].count),
            parts.joined().allSatisfy(isDigit)
        else { return nil }
        let numbers = parts.compactMap { Int(Substring($0)) }
        guard numbers.count == 4, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
        return (text.first == "-", numbers)
    }

    /// It in frames of a timecode, negative where it is taken away; nil where a second has no frame of that number.
    ///
    /// With drop-frame, hours and minutes are as long as from midnight on.
    func count(_ base: TimecodeBase) -> Int? {
        guard frames < base.rate.nominal else { return nil }
        let total = hours * 60 + minutes
        let plain = (total * 60 + seconds) * base.rate.nominal + frames
        let count = max(0, plain - base.dropped * (total - total / 10))
        return isNegative ? -count : count
    }

    /// The words that say it on a command line: `--offset A001R2GJ=+01:00:00:00`.
    ///
    /// With colons, drop-frame or not: a shell ends the command at a semicolon.
    var option: String {
        let numbers = [hours, minutes, seconds, frames].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let text = "\(roll)=\(isNegative ? "-" : "+")\(numbers.joined(separator: ":"))"
        let isPlain = text.utf8.allSatisfy { byte in
            byte > 127 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                || "0123456789_-./=+:".utf8.contains(byte)
        }
        return "--offset "
            + (isPlain
                ? text : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'")
    }
}

extension RollOffset {
    /// Notes on the rows of each roll where their timecode would be had the camera been jammed.
    ///
    /// Throws a sentence where a roll is not there, is one of sound, is named twice or by a name that several have,
    /// and where its timecode has no such frame.
    static func apply(_ offsets: [RollOffset], to log: inout EditorLog) throws(LogError) {
        var byRoll: [Int: RollOffset] = [:]
        for offset in offsets {
            let roll = try offset.place(among: log.rolls)
            guard byRoll.updateValue(offset, forKey: roll) == nil else {
                throw LogError(
                    .usage, at: "--offset \(offset.roll)", "The roll has two offsets.", nextStep: "Give one.")
            }
        }
        for row in log.clips.indices {
            guard let offset = byRoll[log.clips[row].roll] else { continue }
            log.clips[row].jammedStart = try log.clips[row].start.map { (start) throws(LogError) in
                try offset.applied(to: start)
            }
        }
    }

    private func applied(to start: Timecode) throws(LogError) -> Timecode {
        guard let count = count(start.base) else {
            throw LogError(
                .usage, at: "--offset \(roll)",
                "There is no frame \(frames): the roll's timecode counts \(start.base.rate.nominal) a second.",
                nextStep: "Write fewer frames.")
        }
        return start.advanced(by: count)
    }

    /// Which roll it means: by its path or its folder, else by its name.
    private func place(among rolls: [LoggedRoll]) throws(LogError) -> Int {
        let wanted = RollOffset.folded(roll)
        let byPath = rolls.indices.filter {
            RollOffset.folded(rolls[$0].path) == wanted || RollOffset.folded(rolls[$0].folder) == wanted
        }
        let found = byPath.isEmpty ? rolls.indices.filter { RollOffset.folded(rolls[$0].name) == wanted } : byPath
        guard let place = found.first, found.count == 1 else {
            throw LogError(
                .usage, at: "--offset \(roll)",
                found.isEmpty ? "No roll of this log is called so." : "\(found.count) rolls of this log are called so.",
                nextStep: "Name one of: \(RollOffset.list(rolls, found)).")
        }
        guard !rolls[place].isSound else {
            throw LogError(
                .usage, at: "--offset \(roll)", "This is a roll of sound.", nextStep: "Name the roll of the camera.")
        }
        return place
    }

    private static func folded(_ path: String) -> String {
        var path = path.lowercased()
        while path.count > 1, path.last == "/" { path.removeLast() }
        return path
    }

    /// So many rolls are told by name, no more: a sentence has to be read.
    private static let mostNamed = 8

    private static func list(_ rolls: [LoggedRoll], _ found: [Int]) -> String {
        let pictures = found.isEmpty ? rolls.filter { !$0.isSound }.map(\.name) : found.map { rolls[$0].path }
        let more = pictures.count - mostNamed
        return pictures.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
