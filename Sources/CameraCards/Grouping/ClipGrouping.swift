public import FileTree
public import FrameSequences

/// Puts the files of one layout together to clips.
///
/// The layout says which clip a file is of. What is missing, empty or too short is found here, for all layouts alike.
///
/// ```swift
/// var grouping = ClipGrouping(.red, on: card)
/// grouping.add(file, as: .essence, to: folder.description, named: "A001_C001_0527Q9", folder: folder, part: 1)
/// return grouping.finish()
/// ```
public struct ClipGrouping {
    private let family: CardFamily
    private let card: CardTree
    private let firstPart: Int
    private var groups: [ClipGroup] = []
    private var places: [String: Int] = [:]
    private var shared: Set<Int> = []
    private var noted: [CardFinding] = []

    /// Begins without files; `firstPart` is the number that the family gives to the first of several files.
    public init(_ family: CardFamily, on card: CardTree, firstPart: Int = 1) {
        self.family = family
        self.card = card
        self.firstPart = firstPart
    }

    /// Adds a file to the clip of this key, which is compared without case; a file that is added again is there once.
    ///
    /// The clip is called `name`, or the key, and lies in `folder`, as its first file that holds what was recorded says.
    public mutating func add(
        _ file: Int, as role: Clip.Role, to key: String, named name: String? = nil, folder: RelativePath,
        part: Int? = nil, grammar: ClipName? = nil, indexID: String? = nil, marks: Set<Clip.Mark> = []
    ) {
        let place = place(of: key)
        groups[place].call(name ?? key, grammar, in: folder, isRecording: role == .essence)
        groups[place].files.append(Clip.File(file, role, part: part))
        groups[place].indexID = groups[place].indexID ?? indexID
        groups[place].marks.formUnion(marks)
    }

    /// Gives a clip its frames; a clip that has some already stays as it is, and these are one of their own.
    public mutating func add(
        _ frames: FrameSequence, to key: String, named name: String? = nil, folder: RelativePath,
        grammar: ClipName? = nil
    ) {
        var place = place(of: key)
        if groups[place].frames != nil {
            place = groups.count
            groups.append(ClipGroup())
        }
        groups[place].call(name ?? key, grammar, in: folder, isRecording: true)
        groups[place].frames = frames
    }

    /// Notes a file that belongs to the layout and to no one clip: an index, settings.
    public mutating func share(_ file: Int) {
        shared.insert(file)
    }

    /// Notes something that the layout itself found.
    public mutating func note(_ finding: CardFinding) {
        noted.append(finding)
    }

    /// Says that a clip should be here, as something on the card proves, and is not; the finding tells what proves it.
    mutating func lose(
        _ key: String, named name: String? = nil, folder: RelativePath, grammar: ClipName? = nil,
        _ finding: CardFinding
    ) {
        let place = place(of: key)
        groups[place].call(name ?? key, grammar, in: folder, isRecording: false)
        groups[place].isLost = true
        note(finding)
    }

    /// The clips, in the order they were recorded as far as names tell, and what is wrong with them.
    ///
    /// Files whose clip is not there are shared, each with a finding.
    public func finish() -> LayoutClips {
        var answer = LayoutClips()
        answer.clips = groups.filter(\.holdsRecording).map { $0.clip(of: family, on: card) }.inRecordingOrder()
        let unrecorded = groups.filter { !$0.holdsRecording }
        let orphans = unrecorded.map { $0.clip(of: family, on: card) }
        let unclosed = UnclosedFiles(in: answer.clips + orphans, shared, on: card)
        answer.shared = shared.union(orphans.flatMap { $0.files.map(\.number) }).union(unclosed.unclaimed)
        answer.findings = noted + answer.clips.flatMap(findings)
        // What is told as lost is no gap as well, and what is left of it no orphan.
        let (lost, left) = (unrecorded.filter(\.isLost), unrecorded.filter { !$0.isLost })
        let known = answer.clips + lost.map { $0.clip(of: family, on: card) }
        answer.findings += NumberGaps(in: known.inRecordingOrder(), of: family).findings
        answer.findings += left.compactMap { OrphanFinding.finding(of: $0.clip(of: family, on: card), on: card) }
        answer.findings += unclosed.findings
        return answer
    }

    private func findings(of clip: Clip) -> [CardFinding] {
        PartFindings(of: clip, on: card, firstPart: firstPart).all + EmptyFiles.findings(of: clip, on: card)
            + FrameFindings(of: clip).all
    }

    private mutating func place(of key: String) -> Int {
        let folded = key.uppercased()
        if let place = places[folded] { return place }
        places[folded] = groups.count
        groups.append(ClipGroup())
        return groups.count - 1
    }
}
