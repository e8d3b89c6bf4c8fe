internal import MediaTime

extension QuickTimeFile {
    /// What the file says of its clip.
    public var metadata: ClipMetadata {
        var claims = ContainerClaims(file: place)
        addTimecode(to: &claims)
        addPicture(to: &claims)
        addSound(to: &claims)
        for key in keys { claims.add(key) }
        addGoPro(to: &claims)
        // Many cameras write their local time here, where UTC should stand: the time would tell nothing, and the day is
        // taken where the file has none that was written with its zone.
        if claims.metadata.date.all.isEmpty, sonyXML == nil {
            claims.add(ShootDate(secondsSince1904: created), to: \.date, key: "mvhd")
        }
        return claims.metadata
    }

    private func addTimecode(to claims: inout ContainerClaims) {
        guard let track = tracks.first(where: { $0.timecode != nil }), let description = track.timecode else { return }
        if track.table.samples > 0, let sample = timecodeSample {
            claims.add(description.start(sample), to: \.start, key: "tmcd")
        }
        claims.add(description.reel, to: \.reel, key: "tmcd/name")
    }

    private func addPicture(to claims: inout ContainerClaims) {
        guard let track = tracks.first(where: { $0.picture != nil }), let picture = track.picture else { return }
        claims.add(picture.width, to: \.width, key: "stsd")
        claims.add(picture.height, to: \.height, key: "stsd")
        claims.add(picture.pixelAspect, to: \.pixelAspect, key: "pasp")
        claims.add(track.codec.map(\.codecName), to: \.codec, key: "stsd")
        claims.add(picture.gamut, to: \.gamut, key: "colr")
        claims.add(picture.gamma, to: \.gamma, key: "colr")
        if track.table.samples > 0 { claims.add(track.table.samples, to: \.frames, key: "stsz") }
        claims.add(track.rate, to: \.projectRate, key: "stts")
    }

    private func addSound(to claims: inout ContainerClaims) {
        let sounding = tracks.filter { $0.sound != nil }
        guard let track = sounding.first, let sound = track.sound else { return }
        let channels = sounding.compactMap { $0.sound?.channels }
        if channels.count == sounding.count { claims.add(channels.reduce(0, +), to: \.channels, key: "stsd") }
        claims.add(sound.rate, to: \.sampleRate, key: "stsd")
        claims.add(sound.bits, to: \.sampleBits, key: "stsd")
        // Packed sound is longer than what was recorded, by what its encoder needs.
        if sound.isPCM, track.timescale == sound.rate, track.duration > 0 {
            claims.add(track.duration, to: \.samples, key: "mdhd")
        }
        if !tracks.contains(where: { $0.picture != nil }) {
            claims.add(track.codec.map(\.codecName), to: \.codec, key: "stsd")
        }
    }

    private func addGoPro(to claims: inout ContainerClaims) {
        if tracks.contains(where: { $0.handlerName?.hasPrefix("GoPro ") == true }) {
            claims.add("GoPro", to: \.make, key: "hdlr")
        }
        claims.add(goPro?.model, to: \.model, key: "GPMF/MINF")
        claims.add(goPro?.serial, to: \.serial, key: "GPMF/CASN")
        claims.add(goPro?.firmware, to: \.firmware, key: "GPMF/FMWR")
    }
}

extension ShootDate {
    /// The day of a moment counted from the start of 1904, as QuickTime does; nil for 0, which nobody recorded at.
    init?(secondsSince1904 seconds: UInt64) {
        let days = Int(clamping: seconds / 86_400)
        // 8,000 years: beyond, the calendar below would count for long.
        guard seconds > 0, days < 2_921_940 else { return nil }
        // Days since 1 March of the year 0, and from there as in Howard Hinnant's "chrono-compatible algorithms".
        let shifted = days + 695_361
        let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isNextYear = month >= 10
        self.init(
            year: era * 400 + year + (isNextYear ? 1 : 0), month: isNextYear ? month - 9 : month + 3,
            day: dayOfYear - (153 * month + 2) / 5 + 1)
    }
}
