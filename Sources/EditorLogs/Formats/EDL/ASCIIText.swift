/// What a text is where only ASCII may stand, in one line.
struct ASCIIText {
    let text: String
    /// Whether a letter or sign was replaced.
    let isChanged: Bool

    init(_ text: String) {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            (self.text, isChanged) = (text, false)
            return
        }
        var plain = ""
        var isChanged = false
        for character in text {
            if let ascii = character.asciiValue, (0x20..<0x7F).contains(ascii) {
                plain.append(character)
            } else if character.isNewline || character == "\t" {
                plain.append(" ")
            } else {
                plain.append(ASCIIText.letters[character] ?? "_")
                isChanged = true
            }
        }
        (self.text, self.isChanged) = (plain, isChanged)
    }

    /// Letters of Europe without their marks, composed or not.
    private static let letters: [Character: String] = {
        let plain = zip(
            "àáâãåçèéêëìíîïñòóôõùúûýÿÀÁÂÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛÝąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽğışĞİŞőűŐŰ",
            "aaaaaceeeeiiiinoooouuuyyAAAAACEEEEIIIINOOOOUUUYacelnszzACELNSZZcdenrstuzCDENRSTUZgisGISouOU")
        let double = [
            "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "æ": "ae", "Æ": "Ae",
            "ø": "o", "Ø": "O", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"",
        ]
        return plain.reduce(into: Dictionary(uniqueKeysWithValues: double.map { (Character($0), $1) })) {
            $0[$1.0] = String($1.1)
        }
    }()
}
