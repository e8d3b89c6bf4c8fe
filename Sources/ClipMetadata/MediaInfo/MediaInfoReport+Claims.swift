internal import MediaTime

extension MediaInfoReport {
    /// What it says in our fields, for a file under the name that people gave it.
    ///
    /// Names of fields: MediaInfo's `--Info-Parameters`. Those that only some formats have stand in `extra`.
    package func claims(for file: String) -> ClipMetadata {
        var claims = MediaInfoClaims(file: file)
        if let general = tracks.first(where: { $0.kind == "General" }) { claims.take(general: general) }
        let picture = tracks.first { $0.kind == "Video" } ?? tracks.first { $0.kind == "Image" }
        let sound = tracks.filter { $0.kind == "Audio" }
        if let picture { claims.take(picture: picture) }
        claims.take(sound: sound, isAlone: picture == nil)
        let others = tracks.filter { $0.kind == "Other" }
        claims.take(timecodes: others.filter { $0.fields["Type"] == "Time code" }, pictureRate: picture?.rate)
        for track in others { claims.take(acquisition: track) }
        return claims.metadata
    }

    /// Whether it speaks of other files, to which this one only refers: a playlist, a reference movie.
    var isOfOtherFiles: Bool { tracks.contains { $0.fields["Source"] != nil || $0.extra["source"] != nil } }
}

extension MediaInfoReport.Track {
    /// Its frames a second, exactly; nil where there are none, or where they come as they like.
    fileprivate var rate: FrameRate? {
        if fields["FrameRate_Mode"] == "VFR" { return nil }
        if let above = fields["FrameRate_Num"], let below = fields["FrameRate_Den"] {
            return FrameRate("\(above)/\(below)")
        }
        return fields["FrameRate"].flatMap { FrameRate($0) }
    }
}

/// Claims in the making, with the file that all of them are about.
private struct MediaInfoClaims {
    typealias Track = MediaInfoReport.Track

    let file: String
    var metadata = ClipMetadata()

    mutating func take(general track: Track) {
        // QuickTime's own keys in `extra`; the names in MediaInfo's list are of later versions.
        add(\.make, track, extra: ["make", "com_apple_quicktime_make", "com.apple.quicktime.make"]) { $0 }
        add(\.make, track, ["Encoded_Hardware_CompanyName"]) { $0 }
        add(\.model, track, extra: ["model", "com_apple_quicktime_model", "com.apple.quicktime.model"]) { $0 }
        add(\.model, track, ["Encoded_Hardware_Model", "Encoded_Hardware_Name"]) { $0 }
        // Not Encoded_Date: that is when a program wrote the file, in whatever clock it had.
        add(\.date, track, ["Recorded_Date"]) { MediaInfoClaims.isUniversal($0) ? nil : ShootDate($0) }
    }

    mutating func take(picture track: Track) {
        add(\.width, track, ["Width"]) { Int(positive: $0) }
        add(\.height, track, ["Height"]) { Int(positive: $0) }
        add(\.pixelAspect, track, ["PixelAspectRatio"]) { Double(positive: $0) }
        add(\.bitDepth, track, ["BitDepth"]) { Int(positive: $0) }
        add(\.frames, track, ["FrameCount"]) { Int(positive: $0) }
        add(\.gamma, track, ["transfer_characteristics"]) { $0 }
        add(\.gamut, track, ["colour_primaries"]) { $0 }
        if let rate = track.rate { metadata.projectRate.add(claim(rate, track, "FrameRate")) }
        takeCodec(track)
    }

    mutating func take(sound tracks: [Track], isAlone: Bool) {
        for track in tracks {
            add(\.sampleRate, track, ["SamplingRate"]) { Int(positive: $0) }
            add(\.sampleBits, track, ["BitDepth"]) { Int(positive: $0) }
            add(\.samples, track, ["SamplingCount"]) { Int(positive: $0) }
        }
        guard let first = tracks.first else { return }
        if isAlone { takeCodec(first) }
        let counts = tracks.compactMap { $0.fields["Channels"].flatMap(Int.init(positive:)) }
        let (sum, overflow) = counts.reduce((0, false)) { sum, count in
            let (total, overflow) = sum.0.addingReportingOverflow(count)
            return (total, sum.1 || overflow)
        }
        if counts.count == tracks.count, !overflow { metadata.channels.add(claim(sum, first, "Channels")) }
    }

    /// Takes one of several timecodes: the material package's, which players show, then the source package's.
    ///
    /// Never the seconds of `Delay`: at rates of 1000/1001 they are no timecode.
    mutating func take(timecodes tracks: [Track], pictureRate: FrameRate?) {
        // MXF's further ones (SDTI, user bits, headers of groups of pictures) are copies that need not be kept true.
        let packages = ["Material Package", "Source Package"].lazy
        let track =
            packages.compactMap { name in tracks.first { $0.fields["TimeCode_Settings"] == name } }.first
            ?? tracks.first { $0.fields["Format"] == "QuickTime TC" }
        guard let track else { return }
        if track.fields["Format"] == "QuickTime TC" { add(\.reel, track, ["Title"]) { $0 } }
        guard let text = track.fields["TimeCode_FirstFrame"], let rate = Self.rate(of: track, pictureRate) else {
            return
        }
        // Versions say it by a field, or by the semicolon alone.
        let drops = track.fields["TimeCode_DropFrame"].map { $0 == "Yes" } ?? text.contains(";")
        guard let base = TimecodeBase(rate, dropFrame: drops), let start = Timecode(text, base: base) else { return }
        metadata.start.add(claim(start, track, "TimeCode_FirstFrame"))
    }

    /// The rate of a timecode track: MXF counts in whole frames there, and has the exact rate with the picture alone.
    private static func rate(of track: Track, _ pictureRate: FrameRate?) -> FrameRate? {
        guard let rate = track.rate, rate.nominal != pictureRate?.nominal else { return pictureRate }
        return rate
    }

    /// Takes what a camera notes of itself with every frame, of the first frame: SMPTE RDD 18, as in Sony's `rtmd`.
    mutating func take(acquisition track: Track) {
        add(\.iso, track, extra: ["isosensitivity_firstframe"]) { Int(positive: $0) }
        add(\.aperture, track, extra: ["irisfnumber_firstframe"]) { text in
            Double(positive: text).map { "F\((($0 * 10).rounded() / 10).metadataText)" }
        }
        add(\.shutterTime, track, extra: ["shutterspeed_time_firstframe"]) { text in
            text.hasSuffix(" s") ? String(text.dropLast(2)) : nil
        }
    }

    private mutating func takeCodec(_ track: Track) {
        guard let format = track.fields["Format"] else { return }
        // `AVC-Intra 100`, `XDCAM HD422`: what the trade calls it, where MediaInfo knows.
        if let name = track.fields["Format_Commercial_IfAny"] {
            metadata.codec.add(claim(name, track, "Format_Commercial_IfAny"))
        } else if let profile = track.fields["Format_Profile"], track.kind == "Video" {
            metadata.codec.add(claim("\(format) \(profile)", track, "Format"))
        } else {
            metadata.codec.add(claim(format, track, "Format"))
        }
    }

    /// A time in UTC is not the day that the device's clock showed.
    private static func isUniversal(_ text: String) -> Bool { text.hasSuffix("Z") || text.contains("UTC") }

    // MARK: - Adding

    private func claim<Value>(_ value: Value, _ track: Track, _ key: String) -> Claim<Value> {
        Claim(value, ValueSource(.container, file: file, key: "\(track.kind)/\(key)"))
    }

    /// Adds a claim for each of these fields of MediaInfo's list that can be read.
    private mutating func add<Value>(
        _ field: WritableKeyPath<ClipMetadata, Claims<Value>>, _ track: Track, _ keys: [String],
        _ read: (String) -> Value?
    ) {
        for key in keys {
            guard let value = track.fields[key].flatMap(read) else { continue }
            metadata[keyPath: field].add(claim(value, track, key))
        }
    }

    /// Adds a claim for each of these format's own fields that can be read, in whatever case they are written.
    private mutating func add<Value>(
        _ field: WritableKeyPath<ClipMetadata, Claims<Value>>, _ track: Track, extra keys: [String],
        _ read: (String) -> Value?
    ) {
        for key in keys {
            guard let entry = track.extra[key], let value = read(entry.text) else { continue }
            metadata[keyPath: field].add(claim(value, track, entry.name))
        }
    }
}

extension Int {
    /// Nil for anything but a whole number above zero.
    fileprivate init?(positive text: String) {
        guard let number = Int(text), number > 0 else { return nil }
        self = number
    }
}

extension Double {
    /// Nil for anything but a number above zero.
    fileprivate init?(positive text: String) {
        guard let number = Double(text), number.isFinite, number > 0 else { return nil }
        self = number
    }
}
