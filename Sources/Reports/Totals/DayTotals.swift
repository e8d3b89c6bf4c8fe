internal import EditorLogs
internal import FileTree
internal import MediaTime

/// What was shot, counted.
struct DayTotals: Sendable {
    /// What one camera shot.
    struct Camera: Sendable {
        /// What people call it: `A · ARRI ALEXA 35`.
        let name: String
        /// The places of its rolls.
        var rolls: Set<Int> = []
        /// How many clips.
        var clips = 0
        /// How long they run.
        var length = ShotLength()
        /// How many were circled.
        var circled = 0
        /// How long those run.
        var circledLength = ShotLength()
        /// Their size.
        var size = ByteCount.zero
    }

    /// By camera, in the order of their names.
    let cameras: [Camera]
    /// All cameras together.
    let picture: Camera
    /// Takes of sound; mono files of one take are one.
    let soundTakes: Int
    /// How long those run.
    let soundLength: ShotLength
    /// The size of all sound.
    let soundSize: ByteCount
    /// Scenes that a clip was shot of, in their order.
    let scenes: [String]
    /// Days of shooting, in order.
    let days: [String]

    /// Counts.
    init(_ log: EditorLog) {
        var cameras: [NaturalOrder: Camera] = [:]
        var all = Camera(name: "All")
        for clip in log.clips where clip.kind == .picture {
            let name = clip.cameraName
            cameras[NaturalOrder(name), default: Camera(name: name)].add(clip)
            all.add(clip)
        }
        let takes = SoundTake.all(of: log)
        self.cameras = cameras.sorted { $0.key < $1.key }.map(\.value)
        picture = all
        soundTakes = takes.count
        soundLength = takes.reduce(into: ShotLength()) { $0.add($1.length(in: log)) }
        soundSize = log.clips.reduce(.zero) { $1.kind == .sound ? $0 + $1.size : $0 }
        let scenes = log.pictures.compactMap { $0.values[.scene] }
        self.scenes = Dictionary(scenes.map { (NaturalOrder($0), $0) }) { first, _ in first }
            .sorted { $0.key < $1.key }.map(\.value)
        days = Set(log.clips.compactMap { $0.values[.date] }).sorted()
    }
}

extension DayTotals.Camera {
    fileprivate mutating func add(_ clip: LoggedClip) {
        rolls.insert(clip.roll)
        clips += 1
        length.add(clip.seconds)
        size += clip.size
        guard clip.isCircled == true else { return }
        circled += 1
        circledLength.add(clip.seconds)
    }
}

extension LoggedClip {
    /// The size of all its files.
    var size: ByteCount {
        files.reduce(ByteCount(frames?.size ?? 0)) { $0 + ByteCount($1.size) }
    }

    /// The camera's letter and model, as far as they are known.
    var cameraName: String {
        let known = [values[.camera], cameraModel].compactMap(\.self)
        return known.isEmpty ? "Camera not named" : known.joined(separator: " · ")
    }

    /// Maker and model; a model often begins with its maker.
    private var cameraModel: String? {
        guard let model = values[.model] else { return values[.make] }
        guard let make = values[.make], !model.lowercased().hasPrefix(make.lowercased()) else { return model }
        return "\(make) \(model)"
    }
}
