internal import SlateNotes

/// What a row says of frames and what cannot be, so that it is not compared.
enum FramesDoubt: Hashable, Sendable {
    /// A text where a number should be: `abc`.
    case text(String)
    /// The last frame before the first: `1024-1001`.
    case reversed(first: Int, last: Int)

    /// No more of a text is shown.
    private static let mostShown = 40

    /// Reads a row; nil where it says no frames, or all that it says can be.
    ///
    /// - Parameter withTimes: whether the columns that may hold timecode or seconds are for frames too, as those of shots are.
    init?(_ note: SlateNote, withTimes: Bool) {
        var ends = [note[.firstFrame], note[.lastFrame]]
        if withTimes {
            ends = [note[.firstFrame] ?? note[.start], note[.lastFrame] ?? note[.end]]
        }
        let numbers = ends.map { $0.flatMap(ExpectedFrames.number) }
        let count = withTimes ? note[.frames] : nil
        if let text = ends.compactMap(\.self).first(where: {
            ExpectedFrames.number($0) == nil && FramesDoubt.isMeant($0)
        }) {
            self = .text(FramesDoubt.shown(text))
        } else if let first = numbers[0], let last = numbers[1] {
            guard last < first else { return nil }
            self = .reversed(first: first, last: last)
        } else if let count, FramesDoubt.isMeant(count) {
            self.init(count: count)
        } else {
            return nil
        }
    }

    private init?(count text: String) {
        if let number = ExpectedFrames.number(text), number > 0 { return nil }
        guard let ends = ExpectedFrames.ends(text) else {
            self = .text(FramesDoubt.shown(text))
            return
        }
        guard ends.last < ends.first else { return nil }
        self = .reversed(first: ends.first, last: ends.last)
    }

    /// Timecode, feet and dashes are other people's business.
    private static func isMeant(_ text: String) -> Bool {
        text.contains { !"-–—".contains($0) } && !text.contains { ":;+".contains($0) }
    }

    private static func shown(_ text: String) -> String {
        text.count <= mostShown ? text : "\(text.prefix(mostShown))…"
    }
}

/// The rows whose frames cannot be, for remarks.
struct DoubtfulFrames: Sendable {
    private var texts: (lines: ExpectedLines, first: String)?
    private var reversed: (lines: ExpectedLines, first: String)?

    mutating func add(_ doubt: FramesDoubt, line: Int) {
        switch doubt {
        case .text(let text):
            var known = texts ?? (ExpectedLines(), text)
            known.lines.add(line)
            texts = known
        case .reversed(let first, let last):
            var known = reversed ?? (ExpectedLines(), "\(first)-\(last)")
            known.lines.add(line)
            reversed = known
        }
    }

    /// A sentence for each kind.
    var remarks: [String] {
        [
            texts.map { lines, text in
                lines.count == 1
                    ? "\(lines.words) of the list has \(text) where a number of frames should be, and was compared "
                        + "without it."
                    : "\(lines.words) of the list have texts where numbers of frames should be, first \(text), and "
                        + "were compared without them."
            },
            reversed.map { lines, range in
                lines.count == 1
                    ? "\(lines.words) of the list has its last frame before its first, \(range): its frames were not "
                        + "compared."
                    : "\(lines.words) of the list have their last frames before their first, first \(range): their "
                        + "frames were not compared."
            },
        ].compactMap(\.self)
    }
}
