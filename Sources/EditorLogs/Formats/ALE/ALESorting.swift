internal import MediaTime

/// Which rows of a log go into which ALE, and which into none.
struct ALESorting {
    /// Rows with timecode and length, slow classes first.
    let timed: [(kind: ALEClass, clips: [LoggedClip])]
    /// Rows without.
    let untimed: [LoggedClip]
    /// Rows that no ALE can hold.
    let leftOut: [LogException]

    /// Sorts the pictures of a log.
    init(_ log: EditorLog) {
        var counted: [TimecodeBase: [LoggedClip]] = [:]
        var untimed: [LoggedClip] = []
        var leftOut: [LogException] = []
        for clip in log.clips where clip.kind == .picture {
            guard let start = clip.start, let length = clip.length else {
                untimed.append(clip)
                continue
            }
            if let reason = ALESorting.refusal(start.base, length) {
                let roll = log.roll(of: clip).path
                leftOut.append(
                    LogException(.leftOut, roll: roll, clip: clip.name, reason.sentence, nextStep: reason.nextStep))
            } else {
                counted[start.base, default: []].append(clip)
            }
        }
        timed = counted.flatMap { ALESorting.byRaster($1, $0) }.sorted { ALEClass.comesBefore($0.kind, $1.kind) }
        (self.untimed, self.leftOut) = (untimed, leftOut)
    }

    private static func refusal(_ base: TimecodeBase, _ length: Int) -> (sentence: String, nextStep: String)? {
        guard FrameRate.logged.contains(base.rate) else {
            return (
                "No ALE can hold its \(base.rate.decimalText) frames a second, so it is left out.",
                "Link the file itself, which brings its timecode; the formats resolve and json hold the row."
            )
        }
        guard length > 0 else {
            return ("It has no frame, so it is left out of the ALE.", "See whether the file is whole.")
        }
        guard length < base.framesPerDay else {
            return (
                "It lasts a day or longer, so that its End says nothing, and is left out of the ALE.",
                "See whether its length is right, and correct it with --correct."
            )
        }
        return nil
    }

    /// Rows whose size nobody said go with most rows of their rate; without any, the raster is 1080.
    private static func byRaster(_ clips: [LoggedClip], _ base: TimecodeBase) -> [(kind: ALEClass, clips: [LoggedClip])]
    {
        let rasters = clips.map { ALERaster($0) }
        let most =
            ALERaster.allCases.map { raster in (raster, rasters.count { $0 == raster }) }
            .filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0 ?? .hd1080
        return Dictionary(grouping: zip(clips, rasters)) { $0.1 ?? most }
            .map { (ALEClass(base: base, raster: $0), $1.map(\.0)) }
    }
}

extension ALESorting {
    /// What is said for all rows of a class.
    static func head(_ kind: ALEClass, _ clips: [LoggedClip]) -> [ALETable.Pair] {
        head(raster: kind.raster, rate: kind.base.rate, clips)
    }

    /// What may be said for all rows without timecode: what they agree in.
    static func head(ofUntimed clips: [LoggedClip]) -> [ALETable.Pair] {
        let rasters = Set(clips.compactMap { ALERaster($0) })
        let rates = Set(clips.map { $0.rate })
        let rate = rates.count == 1 ? rates.first?.flatMap { FrameRate.logged.contains($0) ? $0 : nil } : nil
        return head(raster: rasters.count == 1 ? rasters.first : nil, rate: rate, clips)
    }

    private static func head(raster: ALERaster?, rate: FrameRate?, _ clips: [LoggedClip]) -> [ALETable.Pair] {
        let said: [(String, String?)] = [
            ("FIELD_DELIM", "TABS"), ("VIDEO_FORMAT", raster?.rawValue), ("AUDIO_FORMAT", audio(clips)),
            ("FPS", rate?.decimalText),
        ]
        return said.compactMap { key, value in value.map { ALETable.Pair(key: key, value: $0) } }
    }

    /// The sample rates that Avid's specification lists, as logs spell them; of other ones nothing is said.
    private static func audio(_ clips: [LoggedClip]) -> String? {
        let listed = ["22050": "22khz", "24000": "24khz", "44100": "44khz", "48000": "48khz"]
        let rates = Set(clips.compactMap { $0.values[.sampleRate] })
        return rates.count == 1 ? rates.first.flatMap { listed[$0] } : nil
    }
}
