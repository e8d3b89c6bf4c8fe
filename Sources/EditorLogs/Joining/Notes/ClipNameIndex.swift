internal import DelimitedText

/// Finds the rows of a log by any name that people write for a clip.
///
/// The clip's name, its name in the log, its files with and without their ending, and those with the roll before them;
/// case and folders do not matter. `A101_1_X.WAV` is every mono file `A101_1_1.WAV`, `A101_1_2.WAV` of a take, as
/// sound reports group them.
struct ClipNameIndex {
    private var rows: [String: [Int]] = [:]

    init(_ log: EditorLog) {
        for (row, clip) in log.clips.enumerated() {
            for name in Set(ClipNameIndex.names(of: clip, in: log)) { rows[name, default: []].append(row) }
        }
    }

    /// The rows that have a name, in the order of the log.
    func rows(called name: String) -> [Int] {
        let file = ClipNameIndex.folded(name)
        return rows[file] ?? rows[ClipNameIndex.stem(file)] ?? []
    }

    private static func names(of clip: LoggedClip, in log: EditorLog) -> [String] {
        let media = clip.files.filter { $0.role == "essence" || $0.role == "audio" }.map(\.path)
        var names = ([clip.clip, clip.name, clip.source] + media).map(folded)
        names += names.map(stem)
        let roll = log.roll(of: clip).name.lowercased()
        names += names.map { "\(roll)_\($0)" }
        if clip.kind == .sound { names += names.compactMap(grouped) }
        return names
    }

    /// The last part of a path, without case.
    private static func folded(_ name: String) -> String {
        (name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name).trimmed.lowercased()
    }

    /// Characters of an ending: longer ones belong to the name.
    private static let longestEnding = 4

    /// A name without its ending.
    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        let ending = name[name.index(after: dot)...]
        let isEnding = (1...longestEnding).contains(ending.count) && ending.contains(where: \.isLetter)
        return isEnding && ending.allSatisfy { $0.isLetter || $0.isNumber } ? String(name[..<dot]) : name
    }

    /// `a101_1_2.wav` as sound reports name its whole set: `a101_1_x.wav`.
    private static func grouped(_ name: String) -> String? {
        let stem = stem(name)
        guard let line = stem.lastIndex(of: "_") else { return nil }
        let number = stem[stem.index(after: line)...]
        guard !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
        return stem[...line] + "x" + name.dropFirst(stem.count)
    }
}
