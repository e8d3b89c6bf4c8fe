internal import MediaTime

/// The cells of one row of picture.
struct ResolveRow {
    private(set) var cells: [ResolveColumn: String] = [:]
    /// The row.
    let clip: LoggedClip

    init(_ clip: LoggedClip) {
        self.clip = clip
        identify()
        noteWords()
        noteCamera()
    }

    /// Adds the folder the file lies in.
    mutating func sayDirectory(of path: String) {
        say(.directory, path.lastIndex(of: "/").map { String(path[..<$0]) })
    }

    subscript(column: ResolveColumn) -> String { cells[column] ?? "" }

    private mutating func say(_ column: ResolveColumn, _ text: String?) {
        guard let cell = text?.inOneCell, !cell.isBlank else { return }
        cells[column] = cell
    }

    /// A name with what a comma would part in a list.
    private static func keyword(_ text: String) -> String { text.replacing(",", with: " ") }
}

extension ResolveRow {
    /// What Resolve finds the clip by: name, first timecode, and the timecode behind the last frame.
    private mutating func identify() {
        say(.fileName, fileName)
        guard let span = clip.span else { return }
        say(.start, "\(span.start)")
        say(.end, "\(span.end)")
    }

    private var fileName: String { clip.frames?.resolveName ?? clip.sourceFile }

    /// Whether its file is not found by what a cell can hold.
    var isRenamed: Bool { self[.fileName] != fileName }

    private mutating func noteWords() {
        let values = clip.values
        say(.reel, values[.reel])
        say(.comments, values[.notes])
        say(.keywords, keywords)
        say(.shot, values[.shot])
        say(.setup, values[.slate])
        say(.scene, values[.scene])
        say(.take, values[.take])
        say(.goodTake, goodTake)
        say(.date, values[.date])
        say(.location, values[.location])
        say(.soundRoll, values[.soundRoll])
    }

    /// Each becomes a chip of its own.
    private var keywords: String? {
        let said = [
            clip.isCircled == true ? "circled" : nil, clip.isNoGood == true ? "no good" : nil, clip.values[.scene],
            clip.values[.unit].map { "unit \($0)" },
        ]
        let words = (said.compactMap { $0 } + clip.marks).map(ResolveRow.keyword)
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    /// `1` or `0`; nothing where nobody judged the take, or both ways.
    private var goodTake: String? {
        switch (clip.isCircled, clip.isNoGood) {
        case (true?, true?): nil
        case (true?, _): "1"
        case (false?, _), (_, true?): "0"
        default: nil
        }
    }

    private mutating func noteCamera() {
        let values = clip.values
        say(.camera, values[.camera])
        say(.model, values[.model])
        say(.make, values[.make])
        say(.serial, values[.serial])
        say(.firmware, values[.firmware])
        say(.sensorRate, values[.sensorRate].map { FrameRate($0)?.decimalText ?? $0 })
        say(.shutter, values[.shutterAngle])
        say(.shutterSpeed, values[.shutterTime])
        say(.iso, values[.iso])
        say(.whitePoint, values[.whiteBalance])
        say(.tint, values[.tint])
        say(.lens, clip.lensName)
        say(.lensNumber, values[.lensSerial])
        say(.aperture, values[.aperture])
        say(.focalLength, values[.focalLength])
        say(.ndFilter, values[.ndFilter])
        say(.gamma, values[.gamma])
        say(.colorSpace, values[.gamut])
    }
}

extension LoggedClip.Frames {
    /// The name that Resolve shows a sequence by: `A001.[0864006-0864029].dpx`.
    fileprivate var resolveName: String? {
        guard let first = runs.first?.lowerBound, let last = runs.last?.upperBound else { return nil }
        return "\(prefix)[\(numbered(first))-\(numbered(last))]\(suffix)"
    }

    private func numbered(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
