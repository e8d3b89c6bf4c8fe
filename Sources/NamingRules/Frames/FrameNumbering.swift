internal import CameraCards
internal import FrameSequences

/// How a rule wants frames numbered, and what is wrong with the numbers of a sequence.
struct FrameNumbering {
    /// The extensions that are looked at, in small letters and with their dots; nil for all but photographs'.
    private let extensions: [[UInt8]]?
    private let holes: Weight?
    private let step: Int
    private let first: Int?
    private let last: Int?
    private let digits: Int?
    private let framesPerDay: Int?

    /// What a hole weighs.
    private enum Weight: String, CaseIterable {
        case error, warn, info, off
    }

    /// Frames are numbered with twelve digits at most.
    private static let numbers = -999_999_999_999...999_999_999_999
    /// A day at 1,000 frames a second is more than any timecode counts.
    private static let days = 1...86_400_000
    /// Photographs, which people and phones number one by one.
    private static let photographs = [".jpg", ".jpeg", ".png"].map { Array($0.utf8) }
    /// What ARRI cameras number by timecode.
    private static let byTimecode = [".ari", ".ari.gz", ".arx"].map { Array($0.utf8) }
    /// What stands before the number of a photograph is short: `IMG_E`.
    private static let longestOfPhotographs = 5
    /// In fewer digits than these one or two pictures are stills: `still_02.tif`.
    private static let digitsOfFrames = 4

    /// Wants nothing but all frames between the first and the last.
    init() {
        (extensions, holes, step, first, last, digits, framesPerDay) = (nil, nil, 1, nil, nil, nil, nil)
    }

    /// Reads the keys of a rule.
    init(_ parameters: inout RuleParameters) throws(RuleFileError) {
        extensions = try parameters.texts("exts")?.map { text in
            let lowercased = text.utf8.map(\.folded)
            return lowercased.first == UInt8(ascii: ".") ? lowercased : [UInt8(ascii: ".")] + lowercased
        }
        holes = try parameters.word("holes")
        step = try parameters.integer("step", in: 1...1_000_000) ?? 1
        first = try parameters.integer("first", in: FrameNumbering.numbers)
        last = try parameters.integer("last", in: FrameNumbering.numbers)
        digits = try parameters.integer("pad", in: 1...12)
        framesPerDay = try parameters.integer("day_frames", in: FrameNumbering.days)
    }

    /// Whether the numbers of a sequence are looked at.
    func isMeant(_ sequence: FrameSequence) -> Bool {
        if let extensions { return extensions.contains { isSuffix($0, of: sequence) } }
        return sequence.isOfPictures && !FrameNumbering.photographs.contains { isSuffix($0, of: sequence) }
    }

    private func isSuffix(_ suffix: [UInt8], of sequence: FrameSequence) -> Bool {
        suffix.count == sequence.suffix.count && zip(suffix, sequence.suffix).allSatisfy { $0 == $1.folded }
    }

    /// Finds holes, wrong ends and too few digits.
    func judge(_ sequence: FrameSequence, _ thing: Int, _ findings: inout RuleFindings) {
        guard let lowest = sequence.runs.first?.lowerBound, let highest = sequence.runs.last?.upperBound else { return }
        guard isContinuous(sequence, lowest) else { return }
        let isByTimecode = isByTimecode(sequence)
        let isByCamera = isByTimecode || isNumberedByCamera(sequence, lowest)
        if holes != .off {
            missing(in: sequence, thing, isByTimecode: isByTimecode, step: isByCamera ? 1 : step, &findings)
        }
        guard !isByCamera else { return }
        let digits = sequence.prefix.count..<(findings.folder.named.name(of: thing).count - sequence.suffix.count)
        let words = FrameWords(sequence, isOnCard: findings.folder.isSealed(thing))
        if let first, lowest != first {
            findings.add(
                .frameRange, thing, marked: digits,
                "It begins with frame \(sequence.writtenNumber(of: lowest)), not with \(first).", .advice(words.again))
        }
        if let last, highest != last {
            findings.add(
                .frameRange, thing,
                "It ends with frame \(sequence.writtenNumber(of: highest)), not with \(last).", .advice(words.again))
        }
        padding(of: sequence, thing, marked: digits, &findings)
    }

    /// Whether frames of a sequence are missing.
    func lacksFrames(_ sequence: FrameSequence) -> Bool {
        guard let lowest = sequence.runs.first?.lowerBound, isMeant(sequence), isContinuous(sequence, lowest) else {
            return false
        }
        return !(isByTimecode(sequence) ? holesOfDay(in: sequence) : sequence.holes).isEmpty
    }

    /// Whether its numbers should have no gaps: those of stills, tiles and photographs have some by nature.
    private func isContinuous(_ sequence: FrameSequence, _ lowest: Int) -> Bool {
        (sequence.count > 2 || width(of: lowest, in: sequence) >= FrameNumbering.digitsOfFrames)
            && !TextureTiles.isSet(sequence) && !isPhotographs(sequence, lowest)
    }

    private func isByTimecode(_ sequence: FrameSequence) -> Bool {
        framesPerDay != nil || FrameNumbering.byTimecode.contains { isSuffix($0, of: sequence) }
    }

    /// Whether a camera gave the numbers: its clip's name says so.
    private func isNumberedByCamera(_ sequence: FrameSequence, _ frame: Int) -> Bool {
        guard first != nil || last != nil || digits != nil || step > 1 else { return false }
        return clipName(sequence, frame)?.frame != nil
    }

    /// Whether the numbers are those of a phone's or drone's photographs: `IMG_0001.DNG`.
    private func isPhotographs(_ sequence: FrameSequence, _ frame: Int) -> Bool {
        guard sequence.prefix.count <= FrameNumbering.longestOfPhotographs,
            let grammar = clipName(sequence, frame)?.grammar
        else { return false }
        return grammar == .apple || grammar == .djiOld
    }

    private func clipName(_ sequence: FrameSequence, _ frame: Int) -> ClipName? {
        ClipName(String(decoding: sequence.name(of: frame).dropLast(sequence.suffix.count), as: UTF8.self))
    }

    private func width(of frame: Int, in sequence: FrameSequence) -> Int {
        sequence.writtenNumber(of: frame).utf8.count
    }

    // MARK: - Holes

    private func missing(
        in sequence: FrameSequence, _ thing: Int, isByTimecode: Bool, step: Int, _ findings: inout RuleFindings
    ) {
        let words = FrameWords(sequence, isOnCard: findings.folder.isSealed(thing))
        let severity = holes.flatMap { Severity(rawValue: $0.rawValue) }
        guard step > 1 else {
            let missing = isByTimecode ? holesOfDay(in: sequence) : sequence.holes
            guard !missing.isEmpty else { return }
            return findings.add(
                .frameRange, thing, "\(words.frames(missing)) \(words.are(missing)) missing.", .advice(words.again),
                severity: severity)
        }
        let stepped = SteppedFrames(sequence, from: first, by: step)
        if !stepped.missing.isEmpty {
            findings.add(
                .frameRange, thing,
                "\(words.frames(stepped.missing)) \(words.are(stepped.missing)) missing: there is one every \(step).",
                .advice(words.again), severity: severity)
        }
        if !stepped.odd.isEmpty {
            findings.add(
                .frameRange, thing,
                "\(words.frames(stepped.odd)) \(words.are(stepped.odd)) beside the step: there is one every \(step).",
                .advice("Find out which frames are wanted."), severity: severity)
        }
    }

    private func holesOfDay(in sequence: FrameSequence) -> [ClosedRange<Int>] {
        guard let last = sequence.runs.last?.upperBound, let day = framesPerDay ?? TimecodeDay.frames(after: last)
        else {
            return sequence.holes
        }
        return sequence.holes(framesPerDay: day)
    }

    // MARK: - Digits

    private func padding(
        of sequence: FrameSequence, _ thing: Int, marked: Range<Int>, _ findings: inout RuleFindings
    ) {
        guard let digits else { return }
        let narrowest = sequence.runs.lazy.map { self.narrowest(in: $0) }.min() ?? digits
        let width =
            switch sequence.padding {
            case .natural: narrowest
            case .padded(let width): max(width, narrowest)
            }
        guard width < digits else { return }
        findings.add(
            .framePadding, thing, marked: marked,
            "Its numbers have \(width) \(width == 1 ? "digit" : "digits"), not \(digits).",
            .advice("Number the frames with \(digits) digits."))
    }

    private func narrowest(in run: ClosedRange<Int>) -> Int {
        let magnitude = run.contains(0) ? 0 : min(run.lowerBound.magnitude, run.upperBound.magnitude)
        return String(magnitude).utf8.count
    }
}
