internal import CameraCards

/// A clip by its number on a roll: `A001C003` is clip 3 of roll A001.
struct NumberedClip: Hashable, Sendable {
    let roll: RollKey
    let number: Int

    /// Names a clip by its number.
    init(roll: RollKey, number: Int) {
        (self.roll, self.number) = (roll, number)
    }

    /// What the name of a camera's clip says; nil where it says no roll or no clip.
    init?(_ name: ClipName) {
        guard let roll = RollKey(name), let number = NumberedClip.number(of: name) else { return nil }
        self.init(roll: roll, number: number)
    }

    /// The number of a clip, which goes on behind C999 with D001.
    static func number(of name: ClipName) -> Int? {
        name.clip.flatMap { Int($0) }.map { name.position == "D" ? $0 + 1000 : $0 }
    }

    /// The first half of a camera's name, as people write it: `A001C003`, `A001_C003`, `A_0076C003`.
    init?(short text: ArraySlice<UInt8>) {
        var rest = text
        func take(_ counts: ClosedRange<Int>, _ fits: (UInt8) -> Bool) -> [UInt8]? {
            let taken = rest.prefix(while: fits)
            guard counts.contains(taken.count) else { return nil }
            rest = rest.dropFirst(taken.count)
            return Array(taken)
        }
        func skip() { if rest.first == UInt8(ascii: "_") { rest = rest.dropFirst() } }
        guard let camera = take(1...1, NameWords.isLetter) else { return nil }
        skip()
        guard let reel = take(3...4, NameWords.isDigit),
            let roll = RollKey(String(decoding: camera + reel, as: UTF8.self))
        else { return nil }
        skip()
        guard let clip = NumberedClip.number(written: Array(rest)) else { return nil }
        self.init(roll: roll, number: clip)
    }

    /// Digits of a clip's number.
    private static let digits = 3...4

    /// `C003`, `C0003`, `D001`; nil for anything else.
    static func number(written text: [UInt8]) -> Int? {
        guard let letter = text.first.map({ $0 & 0xDF }), letter == UInt8(ascii: "C") || letter == UInt8(ascii: "D"),
            digits.contains(text.count - 1), text.dropFirst().allSatisfy(NameWords.isDigit)
        else { return nil }
        return Int(String(decoding: text.dropFirst(), as: UTF8.self)).map {
            letter == UInt8(ascii: "D") && text.count == 4 ? $0 + 1000 : $0
        }
    }
}

/// What a name without its extension is found by.
struct ClipKey: Hashable, Sendable {
    /// The folded name; for a camera's clip what all of its files share.
    let text: String
    /// What its camera says by it.
    let grammar: ClipName?

    /// Reads a name.
    init(_ stem: ArraySlice<UInt8>) {
        let name = ClipKey.mayBeCameras(stem) ? ClipName(String(decoding: stem, as: UTF8.self)) : nil
        grammar = name
        // Such a key has a space, which no folded name has.
        text = name.map { "clip " + NameWords($0.siblingKey).key } ?? NameWords(stem).key
    }

    /// The shortest name of a camera is `C0001`, the longest have some sixty bytes.
    private static let lengths = 5...96

    /// Whether grammars are asked: every camera writes a number of three digits, and nothing but ASCII.
    private static func mayBeCameras(_ stem: ArraySlice<UInt8>) -> Bool {
        guard lengths.contains(stem.count) else { return false }
        var run = 0
        var hasNumber = false
        for byte in stem {
            guard byte < 0x80 else { return false }
            run = NameWords.isDigit(byte) ? run + 1 : 0
            if run == 3 { hasNumber = true }
        }
        return hasNumber
    }
}
