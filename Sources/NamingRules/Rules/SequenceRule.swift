internal import FrameSequences

/// Frames that are missing, empty, damaged or numbered in two ways, and files that are empty or unfinished.
///
/// It finds, once for each sequence of frames:
/// - V15: frames missing between the first and the last, as ranges; a first or last frame that is not the one the rule
///   says; frames beside the step; files numbered between the frames (`shot.1001.5.exr`); frames that are much smaller
///   than the others.
/// - V16: frames that hold nothing.
/// - V18: frames whose extension is written otherwise than that of the others (`.EXR` among `.exr`).
/// - frame-padding: one name whose numbers are written with two widths (`.08.` beside `.008.`), or with fewer digits than
///   the rule says.
///
/// And for every file of its scope, whatever its kind:
/// - V16: files that hold nothing, and names of copies or recordings that were never finished (`.part`, `.partial`, `.tmp`,
///   `.crdownload`, `.filepart`, `~` at the end).
///
/// Keys:
/// - `exts`: the extensions whose numbering is looked at; all formats in which frames are rendered or recorded, but not
///   JPEG and PNG, whose numbers are mostly those of photographs.
/// - `holes`: what a missing frame weighs: `error`, `warn`, `info` or `off`; the weight of the rule.
/// - `step`: every how many frames there is one; 1.
/// - `first`, `last`: the number that a sequence begins or ends with; any.
/// - `pad`: how many digits the numbers have at least; any.
/// - `size_outlier`: a frame with less than this share of the middle frame's size is damaged; 0.5. 0 looks for none.
/// - `day_frames`: the frames of a day, for sequences numbered by timecode: from the last of them to 0 there is no hole.
///   ARI and ARX are always taken so; their rate is guessed from their numbers.
///
/// ```
/// - {id: N10, type: sequence, exts: [exr, dpx, ari], holes: error, first: 1001, pad: 4, size_outlier: 0.5}
/// ```
///
/// Not flagged: frame 0 and negative frames; numbers that outgrow their zeros (`999`, `1000`); texture tiles (UDIM: 1001,
/// 1002, 1011, 1012), whose numbers have gaps by nature; one or two pictures with short numbers (`still_02.tif`), which are
/// no sequence; photographs of phones and drones; `first`, `last`, `step` and `pad` where a camera numbered the
/// frames; small frames in formats that
/// compress, because a black picture is small there, unless most frames are of exactly one size. Hidden files may be empty.
struct SequenceRule: Rule {
    let settings: RuleSettings
    let numbering: FrameNumbering
    /// The share of the middle size below which a frame is damaged; 0 for none.
    let sizeOutlier: Double

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        numbering = try FrameNumbering(&parameters)
        sizeOutlier = try SequenceRule.share("size_outlier", &parameters) ?? SequenceRule.usualShare
        self.settings = settings
    }

    /// Half: a frame that broke off has lost some of its end; what noise and grain change is far less.
    private static let usualShare = 0.5

    private static func share(_ key: String, _ parameters: inout RuleParameters) throws(RuleFileError) -> Double? {
        guard let node = parameters.take(key) else { return nil }
        guard case .text(let text) = node.content, let share = Double(text), (0...1).contains(share) else {
            throw parameters.wrong(key, node, "a share from 0 to 1")
        }
        return share
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        var siblings = FrameSiblings(named)
        // Made when a sequence asks for the sizes of its frames, which few do.
        var sizes: FrameSizes?
        for thing in scope.things {
            if let sequence = named.sequence(of: thing) {
                judge(sequence, thing, &findings)
                guard numbering.isMeant(sequence) else { continue }
                siblings.add(sequence, thing)
                small(sequence, thing, &sizes, &findings)
            } else {
                UnfinishedFiles.judge(thing, &findings)
            }
        }
        siblings.judge(&findings, beside: scope.things)
    }

    private func judge(_ sequence: FrameSequence, _ thing: Int, _ findings: inout RuleFindings) {
        let words = FrameWords(sequence, isOnCard: findings.folder.isSealed(thing))
        if UnfinishedFiles.isUnfinished(sequence.suffix[...]) {
            findings.add(
                .partialFile, thing, "Its frames are named like copies that were not finished.", .advice(words.again))
        } else if !sequence.empty.isEmpty {
            findings.add(
                .partialFile, thing, "\(words.frames(sequence.empty)) \(words.are(sequence.empty)) empty.",
                .advice(words.again))
        }
        guard numbering.isMeant(sequence) else { return }
        numbering.judge(sequence, thing, &findings)
        for spelling in sequence.otherSpellings {
            findings.add(
                .twinExtensions, thing,
                "\(words.frames(spelling.frames)) \(words.end(spelling.frames)) with "
                    + "\(NameCharacter.escaped(spelling.suffix[...])), the others with "
                    + "\(NameCharacter.escaped(sequence.suffix[...])).",
                .advice("Write the extension of all frames in one way."))
        }
    }

    private func small(
        _ sequence: FrameSequence, _ thing: Int, _ sizes: inout FrameSizes?, _ findings: inout RuleFindings
    ) {
        guard FrameSizes.maySay(sequence, below: sizeOutlier) else { return }
        let known = sizes ?? FrameSizes(findings.folder.named)
        sizes = known
        let small = known.small(in: sequence, at: thing, below: sizeOutlier)
        guard !small.isEmpty else { return }
        let (words, percent) = (FrameWords(sequence, isOnCard: findings.folder.isSealed(thing)), Int(sizeOutlier * 100))
        findings.add(
            .frameRange, thing,
            "\(words.frames(small)) \(words.have(small)) less than \(percent) % of the size of the others.",
            .advice("Open \(words.them(small)): a frame that broke off is cut or black. \(words.again)"))
    }
}
