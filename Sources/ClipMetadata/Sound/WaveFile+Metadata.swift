public import MediaTime

extension WaveFile {
    /// What it says of its take.
    ///
    /// The values of `iXML` come first, those of `bext` behind them; what both say is claimed twice.
    public var metadata: ClipMetadata {
        var metadata = ClipMetadata()
        if let format { claim(format, in: &metadata) }
        if let ixml { claim(ixml, in: &metadata) }
        if let bext { claim(bext, in: &metadata) }
        return metadata
    }

    /// What the container itself holds.
    private func claim(_ format: WaveFormat, in metadata: inout ClipMetadata) {
        func source(_ key: String) -> ValueSource { ValueSource(.container, file: place, key: key) }
        metadata.channels.add(Claim(format.channels, source("fmt/channels")))
        metadata.sampleRate.add(Claim(format.sampleRate, source("fmt/sample rate")))
        metadata.sampleBits.add(Claim(format.bits, source("fmt/bits")))
        metadata.codec.add(format.codec, source("fmt/coding"))
        metadata.samples.add(samples, source("data"))
    }

    private func claim(_ ixml: IXML, in metadata: inout ClipMetadata) {
        func source(_ key: String) -> ValueSource { ValueSource(.soundRoll, file: place, key: "iXML/" + key) }
        let speed = ixml.speed
        metadata.clipID.add(ixml.fileSet.familyUID, source("FILE_SET/FAMILY_UID"))
        metadata.universalID.add(ixml.fileUID, source("FILE_UID"))
        metadata.scene.add(ixml.scene, source("SCENE"))
        metadata.take.add(ixml.take, source("TAKE"))
        metadata.soundRoll.add(ixml.tape, source("TAPE"))
        metadata.isCircled.add(ixml.isCircled, source("CIRCLED"))
        metadata.isNoGood.add(ixml.noGood, source(ixml.takeTypes.contains("NO_GOOD") ? "TAKE_TYPE" : "NO_GOOD"))
        metadata.notes.add(ixml.note, source("NOTE"))
        metadata.sampleRate.add(speed.fileSampleRate, source("SPEED/FILE_SAMPLE_RATE"))
        metadata.sampleBits.add(speed.bits, source("SPEED/AUDIO_BIT_DEPTH"))
        let names = ixml.trackNames
        if !names.isEmpty { metadata.tracks.add(Claim(names, source("TRACK_LIST"))) }
        claim(speed.samplesSinceMidnight, source("SPEED/TIMESTAMP_SAMPLES_SINCE_MIDNIGHT"), in: &metadata)
        claim(ixml.timeReference, source("BEXT/BWF_TIME_REFERENCE"), in: &metadata)
    }

    private func claim(_ bext: BroadcastExtension, in metadata: inout ClipMetadata) {
        func source(_ key: String) -> ValueSource { ValueSource(.soundRoll, file: place, key: "bext/" + key) }
        let slate = bext.slate
        metadata.scene.add(slate["SCENE"], source("Description/SCENE"))
        metadata.take.add(slate["TAKE"], source("Description/TAKE"))
        metadata.soundRoll.add(slate["TAPE"], source("Description/TAPE"))
        metadata.notes.add(slate["NOTE"], source("Description/NOTE"))
        let names = slate.tracks.map(\.name)
        if !names.isEmpty { metadata.tracks.add(Claim(names, source("Description/TRK"))) }
        metadata.date.add(bext.date, source("OriginationDate"))
        metadata.time.add(bext.time, source("OriginationTime"))
        metadata.universalID.add(bext.umid, source("UMID"))
        if let recorder = bext.originator.flatMap({ RecorderName(originator: $0) }) {
            metadata.make.add(Claim(recorder.make, source("Originator")))
            metadata.model.add(recorder.model, source("Originator"))
            metadata.serial.add(recorder.serial, source("Originator"))
        }
        metadata.firmware.add(slate["SWVER"], source("Description/SWVER"))
        claim(bext.timeReference, source("TimeReference"), in: &metadata)
    }

    /// Claims where the recording starts, in samples, and in timecode where the rates of both are known.
    private func claim(_ samples: Int?, _ source: ValueSource, in metadata: inout ClipMetadata) {
        guard let samples else { return }
        metadata.samplesSinceMidnight.add(Claim(samples, source))
        guard let rate = timestampRate, let base = timecodeBase else { return }
        metadata.start.add(Timecode(samplesSinceMidnight: samples, sampleRate: rate, base: base), source)
    }

    /// Samples a second that the count since midnight is in.
    ///
    /// Recorders that take 48,048 samples a second and say 48,000 name the former here: `48.048 F` modes.
    public var timestampRate: Int? { ixml?.speed.timestampSampleRate ?? format?.sampleRate }

    /// How the timecode of the recording counts, as the recorder says; nil where it does not.
    public var timecodeBase: TimecodeBase? {
        let written = (bext?.slate["SPEED"] ?? bext?.slate["FRAMERATE"]).flatMap(WrittenTimecodeBase.base)
        guard let rate = ixml?.speed.timecodeRate else { return written }
        if let flag = ixml?.speed.isDropFrame { return TimecodeBase(rate, dropFrame: flag) }
        if written?.rate == rate { return written }
        // At a rate that can drop numbers, silence says nothing of them.
        return WrittenTimecodeBase.undropped(rate)
    }
}

extension IXML {
    /// The names of the tracks in the order of the file's channels; empty where none has a name.
    var trackNames: [String] {
        guard tracks.contains(where: { $0.name != nil }) else { return [] }
        let ordered = tracks.enumerated().sorted {
            ($0.element.interleave ?? .max, $0.offset) < ($1.element.interleave ?? .max, $1.offset)
        }
        return ordered.map { $0.element.name ?? "" }
    }
}

extension Claims {
    /// Notes a value, if there is one.
    mutating func add(_ value: Value?, _ source: ValueSource) {
        if let value { add(Claim(value, source)) }
    }
}
