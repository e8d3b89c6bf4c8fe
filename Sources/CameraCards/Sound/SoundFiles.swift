internal import FileTree

/// The files of a sound roll by what they are.
struct SoundFiles {
    /// Recordings, by their paths.
    private(set) var recordings: [Int] = []
    /// Smaller copies that some recorders make beside them.
    private(set) var copies: [Int] = []
    /// Everything else: reports, settings.
    private(set) var others: [Int] = []

    /// Endings of Broadcast Wave files, in capitals.
    static let recordingEndings: Set<String> = ["WAV", "BWF"]
    /// Endings of compressed copies, in capitals.
    static let copyEndings: Set<String> = ["MP3", "AAC", "M4A"]
    /// Endings of what else lies on a sound roll: reports, settings, lists of checksums.
    static let paperEndings: Set<String> = [
        "CSV", "PDF", "TXT", "XML", "ALE", "SML", "HTM", "HTML", "MHL", "MD5", "SHA1", "XXH", "XXHASH",
        "DOC", "DOCX", "XLS", "XLSX", "RTF", "ODT", "ODS",
    ]

    /// Sorts all files below folders of which none lies in another.
    init(in places: [Int], on card: CardTree) {
        var folders = places
        while let next = folders.popLast() {
            for child in card.children(of: next) {
                if card.isFolder(child) {
                    folders.append(child)
                } else {
                    take(child, SoundFiles.ending(of: child, on: card))
                }
            }
        }
        let placed = recordings.map { (number: $0, path: card.path(of: $0)) }
        recordings = placed.sorted { $0.path < $1.path }.map(\.number)
    }

    private mutating func take(_ file: Int, _ ending: String) {
        if SoundFiles.recordingEndings.contains(ending) {
            recordings.append(file)
        } else if SoundFiles.copyEndings.contains(ending) {
            copies.append(file)
        } else {
            others.append(file)
        }
    }

    /// Whether nothing lies there but what belongs to a sound roll.
    func isSoundAlone(on card: CardTree) -> Bool {
        !recordings.isEmpty
            && others.allSatisfy { SoundFiles.paperEndings.contains(SoundFiles.ending(of: $0, on: card)) }
    }

    /// Whether any recording lies on a card: most cards answer no, and are looked at no further.
    static func areRecordings(on card: CardTree) -> Bool {
        card.tree.entries.indices.contains { card.hasExtension($0, "WAV") || card.hasExtension($0, "BWF") }
    }

    /// The last few letters of a name, in capitals; asked of every file on every card, so that no name is built.
    private static func ending(of file: Int, on card: CardTree) -> String {
        let tail = card.tree.name(of: file).suffix(longestEnding + 1)
        guard let dot = tail.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return String(decoding: tail[(dot + 1)...], as: UTF8.self).uppercased()
    }

    /// Bytes of the longest of the endings.
    private static let longestEnding = 6
}
