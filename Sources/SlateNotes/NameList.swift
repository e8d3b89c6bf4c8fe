internal import DelimitedText

/// A list without headings, one name a line, as people send what was shot: rolls, clips, files.
///
/// It is one only where every line looks so: text that nobody meant as a list is refused.
struct NameList {
    /// A note for each name: a roll of the camera or the sound, or a clip or file.
    let notes: [SlateNote]

    /// Takes the rows of a table with one column; nil where any line looks otherwise, or where there is none.
    init?(_ bytes: [UInt8]) throws(DelimitedTextError) {
        let rows = try DelimitedTable(bytes, separatedBy: .tab).rows
        var notes: [SlateNote] = []
        for row in rows {
            let cells = row.trimmedCells
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            guard cells.count == 1, let note = NameList.note(cells[0], line: row.line) else { return nil }
            notes.append(note)
        }
        guard !notes.isEmpty else { return nil }
        self.notes = notes
    }

    private static func note(_ text: String, line: Int) -> SlateNote? {
        let name = Array(text.utf8)
        let field: SlateField? =
            if isFile(name) || isClip(name) { .clip } else if isRoll(name) {
                soundLetters.contains(letters(name)) ? .soundRoll : .cameraRoll
            } else { nil }
        return field.map { SlateNote(line: line, cells: [$0: SlateNote.Cell(text, "")]) }
    }

    /// What mixers call their rolls by.
    private static let soundLetters: Set<String> = ["SR", "SND", "SOUND", "S"]

    private static func letters(_ name: [UInt8]) -> String {
        String(decoding: name.prefix(while: isLetter), as: UTF8.self).uppercased()
    }

    // MARK: - Shapes

    /// `A001`, `A001R2EC`, `A001_0527N0`, `SR001`: a letter or two, three digits or four, and what a camera writes behind
    /// them; more letters are a sequence's, as in `TCC0010`.
    private static func isRoll(_ name: [UInt8]) -> Bool {
        let letters = name.prefix(while: isLetter).count
        let digits = name.dropFirst(letters).prefix(while: isDigit).count
        let rest = name.dropFirst(letters + digits)
        let isShort = (1...2).contains(letters) || soundLetters.contains(NameList.letters(name))
        return isShort && (3...4).contains(digits) && rest.count <= mostOfCamera
            && rest.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    /// `A001C003`, `A001_C001_0527Q9`, `A_0076C001_230511`, `AGM_104_TCC_0010_comp_v003`: words with digits, held together
    /// by underscores, or a clip's number right behind a roll's.
    private static func isClip(_ name: [UInt8]) -> Bool {
        guard name.allSatisfy({ isLetter($0) || isDigit($0) || "_-.".utf8.contains($0) }) else { return false }
        return hasClipNumber(name) || name.count { $0 == UInt8(ascii: "_") } >= 2 && name.contains(where: isDigit)
    }

    /// A `C` and three digits behind a digit or an underscore.
    private static func hasClipNumber(_ name: [UInt8]) -> Bool {
        guard let first = name.first, isLetter(first) else { return false }
        return name.indices.dropFirst(4).contains { place in
            name[place] & 0xDF == UInt8(ascii: "C") && !isLetter(name[place - 1])
                && name[(place + 1)...].prefix(while: isDigit).count >= 3
        }
    }

    /// A name with an extension of two to four letters and digits, a letter among them, and no blank before a dot.
    private static func isFile(_ name: [UInt8]) -> Bool {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
        let ending = name[(dot + 1)...]
        return (2...4).contains(ending.count) && ending.allSatisfy { isLetter($0) || isDigit($0) }
            && ending.contains(where: isLetter) && !name.contains { ",;".utf8.contains($0) }
    }

    /// Bytes behind a roll's number: `R2EC`, `_0527N0`.
    private static let mostOfCamera = 8

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
