internal import CameraCards
internal import FileTree
internal import Ingest
internal import MediaTime

extension Card {
    /// What it is, in one line: `ARRI ALEXA 35, roll A_0076_1CTJ, 14 clips`.
    var words: String {
        guard !parts.isEmpty else {
            return "plain folder, \(counted(fileCount, "file")): no camera's card and no recorder's roll was recognised"
        }
        return parts.indices.map { words(ofPart: $0) }.joined(separator: "; ")
    }

    /// What one part of it is: `ARRI ALEXA 35, roll A_0076_1CTJ, 14 clips, 1 h 12 m, 3 findings`.
    func words(ofPart place: Int, length: ExactSeconds = .zero, findings: Int? = nil) -> String {
        let (layout, clips) = (parts[place].layout, parts[place].content.clips.count)
        var words = [layout.family.title]
        if let reel = layout.reel { words.append("roll \(SafeText.of(reel))") }
        if !layout.root.isRoot { words.append("in \(SafeText.of(layout.root))") }
        words.append(counted(clips, layout.family.isSound ? "take" : "clip"))
        if length > .zero { words.append(length.words) }
        if let findings { words.append(counted(findings, "finding")) }
        return words.joined(separator: ", ")
    }
}
