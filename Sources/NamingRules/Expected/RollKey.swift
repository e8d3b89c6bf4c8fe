internal import CameraCards

/// A roll as people compare it: `A001R2EC`, `A001_0527N0` and `Roll A001` are `a1`, `A_0076_1CTJ` is `a76`.
struct RollKey: Hashable, Sendable {
    /// The folded name: a letter or a word, and a number.
    let text: String
    /// The same in capitals with its zeros, as the list or the first clip writes it: `A001`.
    let written: String

    /// Words that stand before a roll's name and are none of it.
    private static let titles: Set<String> = ["roll", "card", "reel", "mag", "magazine", "rolle", "tape"]
    /// Behind so many digits, letters may follow: `A001R2EC` is roll A001, `B2B` is no roll B2.
    private static let digitsOfCameras = 3

    /// What a list calls one roll; nil for a text without a number.
    ///
    /// - Parameter camera: the camera's letter, which a bare number belongs to.
    init?(_ written: String, camera: String? = nil) {
        var words = NameWords.split(Array(written.utf8))
        if words.count > 1, RollKey.titles.contains(NameWords.fold(words[0])) { words.removeFirst() }
        guard let first = words.first, words.contains(where: { $0.contains(where: NameWords.isDigit) }) else {
            return nil
        }
        if let head = RollKey.head(first, words.dropFirst().first) {
            self.init(head)
        } else if words.count == 1, first.allSatisfy(NameWords.isDigit), let camera, camera.utf8.count == 1 {
            self.init(Array(camera.utf8) + first)
        } else {
            self.init(Array(words.joined()))
        }
    }

    /// The roll that the name of a camera's clip tells; nil where it tells none.
    init?(_ name: ClipName) {
        guard name.grammar != .bmcc, let camera = name.camera, let reel = name.reel else { return nil }
        self.init(camera.utf8.filter { NameWords.isLetter($0) || NameWords.isDigit($0) } + Array(reel.utf8))
    }

    private init(_ word: [UInt8]) {
        text = NameWords.fold(word)
        written = String(decoding: word, as: UTF8.self).uppercased()
    }

    /// However it is written, it is one roll.
    static func == (one: RollKey, other: RollKey) -> Bool { one.text == other.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Letters and the number behind them, in one word or two: `A001` of `A001R2EC`, `A0076` of `A` and `0076`.
    private static func head(_ first: [UInt8], _ second: [UInt8]?) -> [UInt8]? {
        let letters = first.prefix(while: NameWords.isLetter)
        guard !letters.isEmpty else { return nil }
        let behind = letters.count == first.count ? second ?? [] : Array(first[letters.count...])
        let digits = behind.prefix(while: NameWords.isDigit)
        return digits.isEmpty ? nil : Array(letters + digits)
    }

    /// All rolls that a cell names: `A001/B001` are two.
    static func all(_ written: String, camera: String?) -> [RollKey] {
        let parts = written.split { "/,&+;".contains($0) }.map(String.init)
        let rolls = parts.compactMap { RollKey($0, camera: camera) }
        return parts.count == rolls.count ? rolls : [RollKey(written, camera: camera)].compactMap(\.self)
    }

    /// The rolls that a folder's name may mean: `A001`, `2026-03-12_A001`, `A_0076_1CTJ`, `A001_0527N0.RDM`, `Card 3`.
    static func meant(by folder: ArraySlice<UInt8>) -> [RollKey] {
        let words = NameWords.split(folder)
        var keys = [RollKey(Array(words.joined()))]
        for (place, word) in words.enumerated() {
            let next = place + 1 < words.count ? words[place + 1] : []
            let letters = word.prefix(while: NameWords.isLetter)
            guard !letters.isEmpty else { continue }
            if letters.count < word.count {
                let digits = word[letters.count...].prefix(while: NameWords.isDigit)
                let isWhole = letters.count + digits.count == word.count
                if isWhole || digits.count >= digitsOfCameras { keys.append(RollKey(Array(letters + digits))) }
            } else if let digit = next.first, NameWords.isDigit(digit) {
                let digits = next.prefix(while: NameWords.isDigit)
                guard digits.count == next.count || digits.count >= digitsOfCameras else { continue }
                keys.append(RollKey(titles.contains(NameWords.fold(word)) ? Array(digits) : word + digits))
            }
        }
        return keys
    }
}

/// How the names of rolls are written: so many letters and so many digits.
struct RollShape: Hashable, Sendable {
    private let letters: Int
    private let digits: Int

    /// Nil for names that are written otherwise, and for those that could be anything: `A1`, `day12`.
    init?(_ name: some Collection<UInt8>) {
        let letters = name.prefix(while: NameWords.isLetter)
        let digits = name.dropFirst(letters.count)
        guard (1...3).contains(letters.count), digits.count >= 3, digits.allSatisfy(NameWords.isDigit) else {
            return nil
        }
        (self.letters, self.digits) = (letters.count, digits.count)
    }
}
