internal import ClipMetadata
internal import FileTree
internal import MediaTime

/// The takes of a sound roll.
///
/// Which files were recorded together is said by their `iXML` first, then by who recorded them when and how long, then
/// by their names: recorders let the mixer rename anything.
struct SoundRoll {
    private let family: CardFamily
    private let card: CardTree
    private let files: SoundFiles

    /// Recordings whose heads are read: a day's roll has a few hundred, the drive of a whole show ten thousand.
    ///
    /// The names of more than these have to do.
    static let mostHeads = 20_000

    init(_ layout: CardLayout, on card: CardTree) {
        family = layout.family
        self.card = card
        files = SoundFiles(in: layout.folders.compactMap(card.number(of:)), on: card)
    }

    /// Clips, findings and shared files.
    var clips: LayoutClips {
        let takes = takes
        var grouping = ClipGrouping(family, on: card)
        var places: [SoundRecording.Key: Int] = [:]
        for (place, take) in takes.enumerated() {
            add(take, as: "\(place)", to: &grouping)
            for recording in take.recordings { places[recording.nameKey] = place }
        }
        for copy in files.copies {
            let recording = SoundRecording(copy, on: card, of: family, head: nil)
            guard let place = places[recording.nameKey] else {
                grouping.share(copy)
                continue
            }
            grouping.add(copy, as: .proxy, to: "\(place)", folder: card.path(of: recording.folder))
        }
        // Pictures are nobody's on a roll of sound, and are told as such.
        for file in files.others where !LooseMedia.isMedia(file, on: card) { grouping.share(file) }
        var answer = grouping.finish()
        answer.clips = inTime(answer.clips, takes)
        return answer
    }

    private func add(_ take: SoundTake, as key: String, to grouping: inout ClipGrouping) {
        guard let first = take.recordings.first else { return }
        let marks = take.marks(on: card)
        for (place, piece) in take.pieces.enumerated() {
            for recording in piece {
                grouping.add(
                    recording.number, as: .essence, to: key, named: take.name, folder: card.path(of: first.folder),
                    part: take.pieces.count > 1 ? place + 1 : nil, grammar: recording.grammar, marks: marks)
            }
        }
        // What somebody threw away is not looked for.
        guard marks.isEmpty else { return }
        for finding in SoundTakeFindings(take: take, card: card).all { grouping.note(finding) }
    }

    /// The takes by the path of their first file.
    private var takes: [SoundTake] {
        let recordings = files.recordings.enumerated().map { place, number in
            let head = place < SoundRoll.mostHeads ? SoundProbe.head(of: number, on: card) : nil
            return SoundRecording(number, on: card, of: family, head: head)
        }
        var byName: [SoundRecording.Key: Set<SoundRecording.Key>] = [:]
        for recording in recordings {
            if let key = recording.headKey { byName[recording.nameKey, default: []].insert(key) }
        }
        var (places, takes) = ([SoundRecording.Key: Int](), [[SoundRecording]]())
        for recording in recordings {
            let neighbours = byName[recording.nameKey] ?? []
            let key = recording.headKey ?? (neighbours.count == 1 ? neighbours.first : nil) ?? recording.nameKey
            if let place = places[key] {
                takes[place].append(recording)
            } else {
                places[key] = takes.count
                takes.append([recording])
            }
        }
        return takes.flatMap(SoundRoll.copies).map(SoundTake.init)
    }

    /// A roll that lies there twice has every take twice: the same names in another folder are another copy of it.
    private static func copies(of take: [SoundRecording]) -> [[SoundRecording]] {
        guard Set(take.map { $0.stem.uppercased() }).count < take.count else { return [take] }
        let byFolder = Dictionary(grouping: take, by: \.folder)
        return byFolder.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The clips in the order of their recording; those that do not say stay where their names put them, at the end.
    private func inTime(_ clips: [Clip], _ takes: [SoundTake]) -> [Clip] {
        var moments: [Int: (day: String, time: ExactSeconds)] = [:]
        for take in takes {
            guard let moment = take.moment else { continue }
            for recording in take.recordings { moments[recording.number] = moment }
        }
        return clips.enumerated().sorted { one, other in
            let (mine, theirs) = (moment(of: one.element, moments), moment(of: other.element, moments))
            guard let mine, let theirs else {
                return mine == nil && theirs == nil ? one.offset < other.offset : mine != nil
            }
            return (mine.day, mine.time, one.offset) < (theirs.day, theirs.time, other.offset)
        }.map(\.element)
    }

    private func moment(of clip: Clip, _ moments: [Int: (day: String, time: ExactSeconds)]) -> (
        day: String, time: ExactSeconds
    )? {
        clip.files.first.flatMap { moments[$0.number] }
    }
}
