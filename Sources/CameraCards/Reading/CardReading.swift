public import ClipMetadata
public import FileTree
internal import FrameSequences

/// Reads what a card's files say of its clips.
///
/// Our own readers look at heads, indexes and sidecars; MediaInfo, a process of its own, looks at the same files at the
/// same time where it may.
public struct CardReading: Sendable {
    private let card: Card
    private let disk: any ReadableDisk
    private let path: String
    private let mediaInfo: MediaInfo?
    private let absence: MediaInfo.Absence
    private let permission: ProbePermission

    /// Prepares a reading; nothing is read yet.
    ///
    /// - Parameters:
    ///   - path: where the card lies in the system, absolute and without links.
    ///   - mediaInfo: nil where there is none that works.
    ///   - absence: why there is none.
    ///   - permission: whether another program may open the card's files.
    public init(
        _ card: Card, on disk: any ReadableDisk, at path: String, mediaInfo: MediaInfo?,
        without absence: MediaInfo.Absence = .missing, permission: ProbePermission
    ) {
        self.card = card
        self.disk = disk
        self.path = path
        self.mediaInfo = mediaInfo
        self.absence = absence
        self.permission = permission
    }

    /// The same for whoever has searched for the program.
    public init(
        _ card: Card, on disk: any ReadableDisk, at path: String, mediaInfo: Result<MediaInfo, MediaInfo.Absence>,
        permission: ProbePermission
    ) {
        switch mediaInfo {
        case .success(let program):
            self.init(card, on: disk, at: path, mediaInfo: program, permission: permission)
        case .failure(let absence):
            self.init(card, on: disk, at: path, mediaInfo: nil, without: absence, permission: permission)
        }
    }

    /// Reads.
    ///
    /// - Parameters:
    ///   - withLoose: whether media that belong to no clip are read too.
    ///   - shouldStop: asked several times a second; once it says yes, the report is cut short and says so.
    public func run(withLoose: Bool = false, shouldStop: @escaping @Sendable () -> Bool) -> CardReport {
        let clips = card.clips
        var records = (clips + (withLoose ? card.loose : [])).map { ClipRecord($0, on: card.tree) }
        let probing = startedProbing(records, shouldStop)
        var findings = card.findings
        var unread: [MetadataError] = []
        for place in records.indices {
            if shouldStop() { break }
            read(&records[place], &findings, &unread)
        }
        readLogs(&records, &unread)
        // What the disk does not give is told once, not by everybody who asked for it.
        let refused = Set(unread.filter { $0.code == .disk }.map(\.place))
        for (place, answer) in probing?.answers() ?? [] {
            switch answer {
            case .success(var metadata):
                records[place].noteFirst(metadata)
                PartLengths(of: records[place].clip).leaveOut(&metadata)
                records[place].metadata.join(metadata)
            case .failure(let error) where error.code != .stopped && !refused.contains(error.place):
                unread.append(error)
            case .failure: continue
            }
        }
        let stopped = shouldStop()
        if !stopped { findings += records.flatMap { ConflictFindings.of($0, on: card.tree) } }
        return CardReport(
            card: card, clips: Array(records.prefix(clips.count)), loose: Array(records.dropFirst(clips.count)),
            findings: findings, unread: unread, remarks: remarks(records), isInterrupted: stopped)
    }

    // MARK: - Own readers

    private func read(_ record: inout ClipRecord, _ findings: inout [CardFinding], _ unread: inout [MetadataError]) {
        var lengths = PartLengths(of: record.clip)
        let essence = record.clip.essence
        for file in record.clip.files where CardReading.speaking.contains(file.role) {
            let path = card.tree.path(of: file.number)
            // An empty file says nothing, and is a finding already.
            guard card.tree.size(of: file.number) > 0 else { continue }
            let reading = FileReading(path, on: disk, place: path.description)
            // What a later part says of itself, its start above all, is not what is true of the clip.
            if lengths.isOfFirstPart(file) { record.metadata.join(reading.metadata) }
            lengths.note(reading.metadata, of: file)
            record.note(reading.metadata, of: file, among: essence)
            unread += reading.failures
            guard let finding = CompletenessFindings.of(reading.completeness, path) else { continue }
            findings.append(finding)
            if file.role == .essence { record.isDamaged = true }
        }
        lengths.settle(&record.metadata)
        readFirstFrame(of: &record, &unread)
    }

    /// What the header of the first frame says, as far as it is true of the clip.
    private func readFirstFrame(of record: inout ClipRecord, _ unread: inout [MetadataError]) {
        guard let first = firstFrame(of: record.clip), card.tree.size(of: first) > 0 else { return }
        let path = card.tree.path(of: first)
        let reading = FileReading(path, on: disk, place: path.description)
        unread += reading.failures
        var said = reading.metadata
        // Numbers that go on from zero at midnight: the lowest is not the first.
        if record.clip.family.isARRI, record.clip.frames?.runs.count ?? 0 > 1 { said.start = Claims() }
        record.metadata.join(said)
    }

    /// What the logs of reels that lie on the card say, each row of the clips that it names.
    private func readLogs(_ records: inout [ClipRecord], _ unread: inout [MetadataError]) {
        var first = 0
        for part in card.parts {
            let clips = first..<first + part.content.clips.count
            first = clips.upperBound
            for number in part.content.shared.sorted() where card.tree.fileExtension(of: number) == "ALE" {
                let path = card.tree.path(of: number)
                do throws(MetadataError) {
                    let log = try FileReading.log(path, on: disk)
                    for place in clips {
                        guard let rows = log.metadata(ofClip: records[place].clip.name) else { continue }
                        records[place].metadata.join(rows)
                    }
                } catch {
                    unread.append(error)
                }
            }
        }
    }

    /// Who is asked: proxies and thumbnails say nothing of the clip that it does not say itself.
    private static let speaking: Set<Clip.Role> = [.essence, .audio, .sidecar]

    // MARK: - MediaInfo

    /// Starts the other program on a thread that waits for it; nil where it may not or cannot be asked.
    private func startedProbing(
        _ records: [ClipRecord], _ shouldStop: @escaping @Sendable () -> Bool
    ) -> Probing? {
        guard let mediaInfo, case .allowed = permission else { return nil }
        var places: [Int] = []
        var files: [RelativePath] = []
        for (place, record) in records.enumerated() {
            guard let number = record.clip.essence.first?.number ?? firstFrame(of: record.clip),
                card.tree.size(of: number) > 0, card.tree.path(of: number).text != nil
            else { continue }
            places.append(place)
            files.append(card.tree.path(of: number))
        }
        guard !files.isEmpty else { return nil }
        return Probing(files, below: path, for: places, by: mediaInfo, shouldStop)
    }

    private func firstFrame(of clip: Clip) -> Int? {
        guard let frames = clip.frames, FrameCodec.name(of: frames) == nil, let first = frames.runs.first else {
            return nil
        }
        return frames.path(of: first.lowerBound).flatMap { card.tree.number(of: $0) }
    }

    /// What was not looked at, and what to do about it.
    private func remarks(_ records: [ClipRecord]) -> [String] {
        guard !records.isEmpty else { return [] }
        if case .refused(let sentence) = permission { return [sentence] }
        return mediaInfo == nil ? [absence.sentence] : []
    }
}
