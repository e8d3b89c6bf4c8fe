internal import MediaTime
internal import XMLText

/// The formats and files of a document, each once, with the ids that its clips name them by.
struct FinalCutResources {
    /// By the rows of the log; nil for rows that were left out.
    private(set) var assets: [FinalCutAsset?] = []
    /// What could not be carried, or not as it is.
    private(set) var exceptions: RowExceptions
    private let log: EditorLog
    private var formats: [FinalCutFormat] = []
    private var numbers: [FinalCutFormat: Int] = [:]
    private var count = 0

    /// Takes the rows of a log.
    init(_ log: EditorLog, _ options: LogOptions) {
        self.log = log
        exceptions = RowExceptions(log, options)
        assets.reserveCapacity(log.clips.count)
        for clip in log.clips {
            let asset = asset(of: clip)
            assets.append(asset)
            if let asset { count += 1; note(asset.format) }
        }
    }

    private mutating func note(_ format: FinalCutFormat) {
        guard numbers[format] == nil else { return }
        numbers[format] = formats.count
        formats.append(format)
    }

    /// Whether there is nothing.
    var isEmpty: Bool { count == 0 }

    /// The id of a format; files have the first ids, formats the ones behind them.
    func id(of format: FinalCutFormat) -> String { "r\(count + (numbers[format] ?? 0) + 1)" }

    /// Writes all of them.
    func write(to xml: inout XMLWriter) {
        xml.begin("resources")
        for format in formats { format.write(to: &xml, id: id(of: format)) }
        for (asset, clip) in zip(assets, log.clips) {
            asset?.write(to: &xml, for: clip, format: asset?.base == nil ? nil : asset.map { id(of: $0.format) })
        }
        xml.end()
    }

    private mutating func asset(of clip: LoggedClip) -> FinalCutAsset? {
        let id = "r\(count + 1)"
        return clip.kind == .sound ? sound(clip, id: id) : picture(clip, id: id)
    }

    private mutating func picture(_ clip: LoggedClip, id: String) -> FinalCutAsset? {
        guard clip.frames == nil else {
            exceptions.add(
                .leftOut, clip, "It was left out: Final Cut Pro does not import frames in single files.",
                nextStep: "Transcode it to a movie, or use another format.")
            return nil
        }
        do throws(FrameExtent.Refusal) {
            let extent = try FrameExtent(clip)
            guard let clock = FinalCutClock(frames: extent.base.rate) else {
                return refuse(rate: extent.base.rate, of: clip)
            }
            if extent.first == nil { noteMissingTimecode(of: clip) }
            return FinalCutAsset(extent, clock, of: clip, id: id, path: exceptions.path(of: clip))
        } catch {
            exceptions.add(.leftOut, clip, error.sentence, nextStep: error.nextStep)
            return nil
        }
    }

    private mutating func sound(_ clip: LoggedClip, id: String) -> FinalCutAsset? {
        guard clip.hasName, let extent = SoundExtent(clip) else {
            let refusal = clip.hasName ? FrameExtent.Refusal.noLength : .noName
            exceptions.add(.leftOut, clip, refusal.sentence, nextStep: refusal.nextStep)
            return nil
        }
        if clip.start == nil { noteMissingTimecode(of: clip) }
        return FinalCutAsset(extent, of: clip, id: id, path: exceptions.path(of: clip))
    }

    private mutating func refuse(rate: FrameRate, of clip: LoggedClip) -> FinalCutAsset? {
        exceptions.add(
            .leftOut, clip, "It was left out: times at \(rate) frames a second do not fit FCPXML.",
            nextStep: FrameExtent.Refusal.noRate.nextStep)
        return nil
    }

    private mutating func noteMissingTimecode(of clip: LoggedClip) {
        exceptions.add(
            .noTimecode, clip, "Final Cut Pro is told that its timecode starts at zero, because none is known.",
            nextStep: "If the file has timecode after all, import it by hand: Final Cut Pro reads it itself.")
    }
}
