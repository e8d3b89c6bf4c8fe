internal import EditorLogs
internal import Manifests
internal import MediaTime

// The lines of `rushes find --json`; each member is explained in `docs/json.md`.

/// A clip that was looked for.
struct FoundLine: Encodable {
    let type = "found"
    let name: String
    let clip: String
    let kind: String
    let part: Int?
    let roll: String
    let file: String
    let scene: String?
    let slate: String?
    let shot: String?
    let take: String?
    let marks: [String]
    let circled: Bool?
    let no_good: Bool?
    let start_tc: String?
    let end_tc: String?
    let fps: String?
    let sound: [Sound]
    let pictures: [String]
    let copies: [Copy]

    struct Sound: Encodable {
        let file: String
        let roll: String
        let offset: Int
        let doubtful: Bool
    }

    struct Copy: Encodable {
        let path: String
        let evidence: String
        let record: String
        let at: String
    }

    init(_ found: FoundClip) {
        let values = found.clip.values
        (name, clip, kind) = (found.clip.name, found.clip.clip, found.clip.kind.rawValue)
        (part, roll, file) = (found.clip.part, found.roll.path, found.file)
        (scene, slate, shot, take) = (values[.scene], values[.slate], values[.shot], values[.take])
        (circled, no_good) = (found.clip.isCircled, found.clip.isNoGood)
        (start_tc, end_tc) = (found.timecodes.start?.description, found.timecodes.end?.description)
        marks = found.clip.marks
        fps = found.clip.rate?.description
        sound = found.sound.map { sound in
            Sound(
                file: "\(sound.roll.folder)/\(sound.file.source)", roll: sound.roll.path, offset: sound.match.offset,
                doubtful: sound.match.isDoubtful)
        }
        pictures = found.pictures.map(\.name)
        copies = zip(found.roll.copies, found.clip.evidence).map { copy, evidence in
            Copy(path: copy.path, evidence: evidence.rawValue, record: copy.record, at: copy.at)
        }
    }
}

/// The end.
struct SearchedLine: Encodable {
    let type = "searched"
    let found: Int
    let clips: Int
    let rolls: Int
    let status: Int32

    init(found: Int, clips: Int, rolls: Int, status: RunStatus) {
        (self.found, self.clips, self.rolls, self.status) = (found, clips, rolls, status.rawValue)
    }
}
