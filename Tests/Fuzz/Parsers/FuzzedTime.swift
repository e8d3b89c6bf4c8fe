internal import MediaTime

/// Timecodes and rates: the first line is a rate, each further line a timecode.
enum FuzzedTime {
    static func read(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: 0xA, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard let rate = FrameRate(lines[0]) else { return }
        precondition(FrameRate(rate.description) == rate, "a rate that was written is read again")
        precondition(!rate.decimalText.isEmpty)
        let timecodes = lines.dropFirst().compactMap { Timecode($0, rate: rate) }
        for timecode in timecodes { read(timecode) }
        for (one, other) in zip(timecodes, timecodes.dropFirst()) { compare(one, other) }
    }

    private static func read(_ timecode: Timecode) {
        precondition(Timecode(timecode.description, rate: timecode.base.rate) == timecode)
        precondition(Timecode(timecode.description, base: timecode.base) == timecode)
        let (hours, minutes, seconds, frames) = timecode.fields
        precondition(
            Timecode(hours: hours, minutes: minutes, seconds: seconds, frames: frames, base: timecode.base) == timecode)
        // Where a frame has several samples, those lead back to it.
        if timecode.base.rate.nominal <= 1000, let samples = timecode.samplesSinceMidnight(at: 48_000) {
            precondition(
                Timecode(samplesSinceMidnight: samples, sampleRate: 48_000, base: timecode.base) == timecode)
        }
    }

    private static func compare(_ one: Timecode, _ other: Timecode) {
        guard let span = TimecodeSpan(from: one, to: other) else {
            return precondition(one.base != other.base, "who counts alike can be compared")
        }
        precondition(span.end == other && (span.frames == 0 || span.contains(one)) && !span.contains(other))
        precondition(!span.length.words.isEmpty && span.length <= one.base.day)
        let (mine, theirs) = (span.partOfDay, TimecodeSpan(start: other, frames: 1)?.partOfDay ?? span.partOfDay)
        precondition(mine.overlap(with: theirs)?.length == theirs.overlap(with: mine)?.length)
    }

    static let seeds = [
        "23.976\n10:00:00:00\n23:59:59:23\n00:00:00:00",
        "30000/1001\n10:00:00;02\n10:01:00;02\n23:59:59;29\n01;00;00;00",
        "59.94\n00:01:00.04\n00:01:00,05\n10:00:00:59", "120\n10:00:00:119\n10:00:00;000",
        "25\n25:00:00:00\n10:00:00:24",
        "29970/1000\n00:10:00;00", "2997/125\n00:00:00:00", "1/3\n00:00:00:00", "1000000\n00:00:00:99",
    ].map { Array($0.utf8) }
}
