/// Which pictures carry a recording of sound.
struct CarriedSound {
    private var pictures: [Int: [Int]] = [:]

    init(_ clips: [LoggedClip]) {
        for (row, clip) in clips.enumerated() {
            for sound in Set(clip.sound.flatMap(\.rows)) { pictures[sound, default: []].append(row) }
        }
    }

    /// The rows of pictures that carry one of these rows of sound.
    func pictures(of rows: [Int]) -> [Int] {
        Set(rows.flatMap { pictures[$0] ?? [] }).subtracting(rows).sorted()
    }
}
