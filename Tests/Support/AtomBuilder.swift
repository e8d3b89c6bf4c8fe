/// Bytes of a number, the highest first.
public func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
}

/// An atom of a QuickTime or MP4 file: its length, four characters (Latin-1), and what it holds.
public func atom(_ kind: String, _ parts: [UInt8]...) -> [UInt8] {
    let body = Array(parts.joined())
    return bigEndian(UInt32(8 + body.count)) + kind.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + body
}

/// An atom whose length takes 64 bits.
public func longAtom(_ kind: String, _ body: [UInt8]) -> [UInt8] {
    bigEndian(UInt32(1)) + Array(kind.utf8) + bigEndian(UInt64(16 + body.count)) + body
}

/// A QuickTime file as a camera would write it, with a picture track, sound, and a timecode track.
public struct MovieBuilder {
    /// Ticks in a second of the picture's clock.
    public var timescale: UInt32 = 24000
    /// Ticks of a frame.
    public var ticks: UInt32 = 1001
    /// How the picture is coded.
    public var codec = "apch"
    /// Bytes of each frame; one track of sound follows with 4 bytes for each frame.
    public var frames: [Int] = [3000, 5000, 4000]
    /// The number in the timecode's sample, its flags, and the frames it counts in a second; none without.
    public var timecode: (frame: UInt32, flags: UInt32, count: UInt8)? = (864_000, 0, 24)
    /// The name of the timecode's source.
    public var reel: String? = "A001R2EC"
    /// What the user data holds.
    public var userData: [UInt8] = []
    /// What lies in the index behind its tracks.
    public var indexExtras: [UInt8] = []
    /// Seconds since 1904 in the head of the index.
    public var created: UInt32 = 0
    /// Whether the index stands before the media.
    public var isIndexFirst = false
    /// Whether the media's length takes 64 bits, and its places too.
    public var isLong = false

    /// A movie as the defaults say.
    public init() {}

    /// The whole file.
    public var bytes: [UInt8] {
        let head = atom("ftyp", Array("qt  ".utf8), [0, 0, 2, 0], Array("qt  ".utf8))
        let media = self.media
        let wrapped = isLong ? longAtom("mdat", media) : atom("mdat", media)
        let mediaHead = isLong ? 16 : 8
        guard isIndexFirst else { return head + wrapped + index(mediaAt: head.count + mediaHead) }
        let size = index(mediaAt: 0).count
        return head + index(mediaAt: head.count + size + mediaHead) + wrapped
    }

    /// Frames, then sound, then the sample of timecode.
    private var media: [UInt8] {
        seededBytes(frames.reduce(0, +), seed: 1) + seededBytes(4 * frames.count, seed: 2)
            + (timecode.map { bigEndian($0.frame) } ?? [])
    }

    /// `moov`.
    public func index(mediaAt start: Int) -> [UInt8] {
        let count = frames.count
        let picture = frames.reduce(0, +)
        var tracks = track(
            "vide", timescale, description: pictureDescription,
            sizes: frames, ticks: ticks, offset: start)
        tracks += track(
            "soun", 48000, description: soundDescription, sizes: [], uniform: (4, count), ticks: 1,
            offset: start + picture)
        if timecode != nil {
            tracks += track(
                "tmcd", timescale, description: timecodeDescription, sizes: [], uniform: (4, 1),
                ticks: ticks &* UInt32(count), offset: start + picture + 4 * count)
        }
        let head = atom("mvhd", [0, 0, 0, 0], bigEndian(created), [UInt8](repeating: 0, count: 92))
        return atom("moov", head, tracks, userData.isEmpty ? [] : atom("udta", userData), indexExtras)
    }

    private var pictureDescription: [UInt8] {
        let fixed =
            [UInt8](repeating: 0, count: 6) + [0, 1] + [UInt8](repeating: 0, count: 16)
            + bigEndian(UInt16(1920)) + bigEndian(UInt16(1080)) + [UInt8](repeating: 0, count: 50)
        return atom(
            codec, fixed, atom("pasp", bigEndian(UInt32(2)), bigEndian(UInt32(1))),
            atom("colr", Array("nclc".utf8), [0, 9, 0, 18, 0, 9]))
    }

    private var soundDescription: [UInt8] {
        let fixed =
            [UInt8](repeating: 0, count: 6) + [0, 1] + [UInt8](repeating: 0, count: 8) + [0, 2, 0, 16, 0, 0, 0, 0]
            + bigEndian(UInt32(48000) << 16)
        return atom("sowt", fixed)
    }

    private var timecodeDescription: [UInt8] {
        let name = reel.map { atom("name", bigEndian(UInt16($0.utf8.count)), [0, 0], Array($0.utf8)) } ?? []
        let fixed =
            [UInt8](repeating: 0, count: 6) + [0, 1, 0, 0, 0, 0] + bigEndian(timecode?.flags ?? 0)
            + bigEndian(timescale) + bigEndian(ticks) + [timecode?.count ?? 0, 0]
        return atom("tmcd", fixed, name)
    }

    private func track(
        _ handler: String, _ timescale: UInt32, description: [UInt8], sizes: [Int],
        uniform: (size: Int, count: Int) = (0, 0), ticks: UInt32, offset: Int
    ) -> [UInt8] {
        let count = sizes.isEmpty ? uniform.count : sizes.count
        let none: [UInt8] = [0, 0, 0, 0]
        let number = { (number: Int) in bigEndian(UInt32(number)) }
        let table = atom(
            "stbl", atom("stsd", none, number(1), description),
            atom("stts", none, number(1), number(count), bigEndian(ticks)),
            atom("stsc", none, number(1), number(1), number(count), number(1)),
            atom("stsz", none, number(uniform.size), number(count), Array(sizes.map { number($0) }.joined())),
            isLong
                ? atom("co64", none, number(1), bigEndian(UInt64(offset)))
                : atom("stco", none, number(1), number(offset)))
        let reference = atom("dinf", atom("dref", none, number(1), atom("url ", [0, 0, 0, 1])))
        let clock = atom(
            "mdhd", none, none, none, bigEndian(timescale), bigEndian(ticks &* UInt32(count)), none)
        let name = atom(
            "hdlr", none, Array("mhlr".utf8), Array(handler.utf8), none + none + none, [4], Array("Test".utf8))
        return atom("trak", atom("mdia", clock, name, atom("minf", reference, table)))
    }
}
