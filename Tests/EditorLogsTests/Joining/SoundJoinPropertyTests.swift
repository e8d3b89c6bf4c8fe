import EditorLogs
import MediaTime
import RushesFixtures
import Testing

@Suite("Sound to picture, on days made up by chance")
struct SoundJoinPropertyTests {
    private static let bases: [(name: String, base: TimecodeBase)] = [
        ("24000/1001", TimecodeBase(.ntsc24)), ("25", TimecodeBase(.fps25)), ("50", TimecodeBase(.fps50)),
        ("30000/1001", TimecodeBase(.ntsc30, dropFrame: true) ?? TimecodeBase(.ntsc30)),
        ("60000/1001", TimecodeBase(.ntsc60)),
    ]

    @Test(
        "All pairs that belong together are found, and no others, in whatever order the rows stand", arguments: 0..<20)
    func pairs(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let (name, base) = SoundJoinPropertyTests.bases[Int(seed) % SoundJoinPropertyTests.bases.count]
        let frames = base.rate.nominal
        var (clips, frame) = ([LoggedClip](), Int.random(in: 0..<base.framesPerDay, using: &chance))
        for number in 0..<60 {
            let (before, length) = (
                Int.random(in: 0..<10 * frames, using: &chance), Int.random(in: 1...200 * frames, using: &chance)
            )
            let camera = Timecode(frame: frame + before, base: base)
            clips.append(
                ShotDay.picture("C\(number)", start: "\(camera)@\(name)", frames: length, saying: [.take: "-"]))
            let seconds = ExactSeconds(frames: before + length, at: base.rate)
            let samples = try #require(seconds.samples(at: 48_000)) + Int.random(in: 1...100_000, using: &chance)
            clips.append(
                ShotDay.sound(
                    "S\(number)", start: "\(Timecode(frame: frame, base: base))@\(name)", samples: samples,
                    saying: [.take: "\(number)"]))
            frame += before + length + 3 * frames + Int.random(in: 0..<300 * frames, using: &chance)
        }
        clips.shuffle(using: &chance)
        let log = try joined(clips)
        #expect(log.exceptions == [])
        for clip in log.pictures {
            #expect(log.sound(of: clip).map { "C" + $0.clip.dropFirst() } == [clip.clip])
            #expect(clip.values[.take] == String(clip.clip.dropFirst()))
        }
    }

    @Test("The sweep finds what a look at every pair finds", arguments: 100..<112)
    func naive(_ seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        var clips: [LoggedClip] = []
        for number in 0..<80 {
            let (name, base) = try #require(SoundJoinPropertyTests.bases.randomElement(using: &chance))
            // Half of the day at its ends, so that much goes over midnight.
            let near = Int.random(in: -1800 * base.rate.nominal..<1800 * base.rate.nominal, using: &chance)
            let start = "\(Timecode(frame: near, base: base))@\(name)"
            let date = ["2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14"].randomElement(using: &chance)
            let said = [LogField.date: Bool.random(using: &chance) ? date : nil].compactMapValues(\.self)
            if Bool.random(using: &chance) {
                let frames = Int.random(in: 0...120 * base.rate.nominal, using: &chance)
                clips.append(ShotDay.picture("C\(number)", start: start, frames: frames, saying: said))
            } else {
                let samples = Int.random(in: 0...48_000 * 120, using: &chance)
                clips.append(ShotDay.sound("S\(number)", start: start, samples: samples, saying: said))
            }
        }
        let log = try joined(clips)
        for clip in log.pictures {
            let shares = try shares(of: clip, among: clips)
            let best = try best(of: shares, for: clip, among: clips)
            #expect(clip.sound.first?.rows == best.map { [$0] })
            guard let best, let share = shares[best], let match = clip.sound.first, let rate = clip.rate else {
                continue
            }
            #expect(match.offset == share.offset.frames(at: rate))
            #expect(ExactSeconds(frames: match.overlap, at: rate) <= share.length)
            #expect(ExactSeconds(frames: match.overlap + 1, at: rate) > share.length)
        }
    }

    /// The row that shares most with a picture; those that share
    /// a fifth of it or of themselves go before, and of these those of its own day.
    private func best(
        of shares: [Int: PartOfDay.Overlap], for clip: LoggedClip, among clips: [LoggedClip]
    ) throws -> Int? {
        let picture = try #require(clip.span).length
        let frame = ExactSeconds(frames: 1, at: try #require(clip.rate))
        func isFirm(_ row: Int, _ share: ExactSeconds) throws -> Bool {
            let shorter = min(picture.approximate, try length(of: clips[row]).approximate)
            return share.approximate >= shorter / 5
        }
        func rank(_ share: (key: Int, value: PartOfDay.Overlap)) throws -> Int {
            guard try isFirm(share.key, share.value.length) else { return 0 }
            return isDatedBeside(clip, clips[share.key], share.value.offset) ? 1 : 2
        }
        let there = shares.filter { $0.value.length >= frame }
        return try there.max { one, other in
            let (mine, theirs) = (try rank(one), try rank(other))
            if mine != theirs { return mine < theirs }
            if one.value.length != other.value.length { return one.value.length < other.value.length }
            return try (length(of: clips[one.key]), one.key) > (length(of: clips[other.key]), other.key)
        }?.key
    }

    /// Whether the date of a take is not the one that it has by its place beside the picture.
    private func isDatedBeside(_ clip: LoggedClip, _ sound: LoggedClip, _ offset: ExactSeconds) -> Bool {
        guard let day = clip.values[.date].flatMap({ Int($0.suffix(2)) }), let base = clip.start?.base,
            let other = sound.values[.date].flatMap({ Int($0.suffix(2)) }),
            let start = clip.start?.sinceMidnight.adding(offset)
        else { return false }
        return other != day + (start < .zero ? -1 : start >= base.day ? 1 : 0)
    }

    private func length(of sound: LoggedClip) throws -> ExactSeconds {
        try #require(sound.values[.samples].flatMap { Int($0) }.flatMap { ExactSeconds($0, over: 48_000) })
    }

    /// What each row of sound shares with a picture, by the exact arithmetic of ``PartOfDay``.
    private func shares(of clip: LoggedClip, among clips: [LoggedClip]) throws -> [Int: PartOfDay.Overlap] {
        let picture = try #require(clip.span)
        var shares: [Int: PartOfDay.Overlap] = [:]
        for (row, sound) in clips.enumerated() where sound.kind == .sound {
            let start = try #require(sound.start)
            let (one, other) = (start.base.rate, picture.start.base.rate)
            let isMultiple = one == other || Set([one, other]) == [.fps25, .fps50]
            guard isMultiple, start.base.isDropFrame == picture.start.base.isDropFrame, isOneDay(clip, sound) else {
                continue
            }
            let part = try #require(
                PartOfDay(start: start.sinceMidnight, length: try length(of: sound), of: start.base))
            shares[row] = picture.partOfDay.overlap(with: part)
        }
        return shares
    }

    private func isOneDay(_ one: LoggedClip, _ other: LoggedClip) -> Bool {
        guard let day = one.values[.date].flatMap({ Int($0.suffix(2)) }),
            let next = other.values[.date].flatMap({ Int($0.suffix(2)) })
        else { return true }
        return abs(day - next) <= 1
    }
}
