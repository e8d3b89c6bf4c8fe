internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import FrameSequences
internal import MediaTime

/// What one clip of a card is in a log: one row, or one for each file of its essence.
struct ClipRows {
    /// A row, before its roll is known.
    struct Row {
        let name: String
        let part: Int?
        let source: String
        let files: [Clip.File]
        let frames: FrameSequence?
        let values: LogValues
    }

    private let record: ClipRecord
    private let tree: CardTree
    private var clip: Clip { record.clip }

    init(_ record: ClipRecord, on tree: CardTree) {
        self.record = record
        self.tree = tree
    }

    /// Families whose files applications import one by one.
    private static let splitting: Set<CardFamily> = [.goPro, .dji, .atomos]

    var rows: [Row] {
        let isSplit = clip.family.isSound || ClipRows.splitting.contains(clip.family)
        return isSplit && !clip.essence.isEmpty ? rowsOfFiles : [whole]
    }

    private var whole: Row {
        let first = clip.frames.flatMap { frames in frames.runs.first.flatMap { frames.path(of: $0.lowerBound) } }
        let source = clip.essence.first.map { tree.path(of: $0.number) } ?? first ?? clip.folder
        return Row(
            name: clip.name, part: nil, source: source.description, files: clip.files, frames: clip.frames,
            values: LogValues(record.metadata, record.trust))
    }

    // MARK: - A row for each file

    private var rowsOfFiles: [Row] {
        let essence = clip.essence
        let others = companions(of: essence)
        let partial = clip.files.lazy.filter { $0.role == .essence || $0.part != nil }
        let partialPaths = Set(partial.map { tree.path(of: $0.number).description })
        var (before, rows): (PartBefore?, [Row]) = (nil, [])
        for (place, file) in essence.enumerated() {
            let metadata = essence.count > 1 ? metadata(of: file, besides: partialPaths) : record.metadata
            var values = LogValues(metadata, record.trust)
            let part = part(of: file, among: essence)
            if !clip.family.isSound, let part {
                before?.start(&values, ofPart: part)
                before = PartBefore(part, values)
            }
            rows.append(
                Row(
                    name: tree.stem(of: file.number), part: part, source: tree.path(of: file.number).description,
                    files: [file] + (others[place] ?? []), frames: nil, values: values))
        }
        return rows
    }

    /// The files beside the essence, each with the file whose part it is about, else with the first.
    private func companions(of essence: [Clip.File]) -> [Int: [Clip.File]] {
        let places = Dictionary(essence.enumerated().map { ($0.element.part, $0.offset) }) { first, _ in first }
        return Dictionary(grouping: clip.files.filter { $0.role != .essence }) { places[$0.part] ?? 0 }
    }

    /// The part counted from 1: cameras that leave the first one's number out, or begin with 0, count from there.
    private func part(of file: Clip.File, among essence: [Clip.File]) -> Int? {
        guard let number = file.part ?? (essence.contains { $0.part != nil } ? 0 : nil) else { return nil }
        let begins = essence.contains { ($0.part ?? 0) == 0 }
        return begins ? number + 1 : number
    }

    /// What is true of one file: what it says itself, and of the rest what is said of the whole clip.
    private func metadata(of file: Clip.File, besides partial: Set<String>) -> ClipMetadata {
        let own = record.files[file.number] ?? ClipMetadata()
        var metadata = own
        metadata.join(record.metadata) { field, source in
            if ClipRows.ofOneFile.contains(field.name) { return false }
            return !partial.contains(source.file) || field.best(own, record.trust) == nil
        }
        return metadata
    }

    /// What differs from file to file of one recording: the others say nothing of it.
    private static let ofOneFile: Set<String> = [
        "clip_id", "start_tc", "frames", "samples", "samples_since_midnight", "time", "channels", "tracks",
        "universal_id",
    ]
}

/// A part of a recording, behind which the next one starts, should that not say so itself.
private struct PartBefore {
    private let part: Int
    private let end: Timecode
    private let source: LogSource

    private static let words = " and the length of the parts before"

    /// Nil where it is not known when it starts, or how long it is.
    init?(_ part: Int, _ values: LogValues) {
        guard let said = values.all[.start], let start = Timecode(logged: said.text),
            let frames = values[.frames].flatMap({ Int($0) }), frames >= 0
        else { return nil }
        self.part = part
        end = start.advanced(by: frames)
        let place = said.source.place
        source = LogSource(said.source.origin, place.hasSuffix(PartBefore.words) ? place : place + PartBefore.words)
    }

    /// Says when the next part starts; nothing of one that does not follow directly.
    func start(_ values: inout LogValues, ofPart next: Int) {
        if next == part + 1 { values.fill(.start, "\(end)@\(end.base.rate)", source) }
    }
}

extension LoggedClip.Frames {
    init(_ frames: FrameSequence) {
        let digits = if case .padded(let width) = frames.padding { width } else { 1 }
        self.init(
            folder: frames.folder.description, prefix: String(decoding: frames.prefix, as: UTF8.self),
            suffix: String(decoding: frames.suffix, as: UTF8.self), runs: frames.runs, digits: digits,
            count: frames.count, size: frames.size.bytes)
    }
}
