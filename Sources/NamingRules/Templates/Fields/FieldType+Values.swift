extension FieldType {
    /// Whether values that look right can still be wrong.
    var judgesValues: Bool {
        switch self {
        case .integer(let integer): integer.range != nil || integer.step > 1
        case .date: true
        case .text, .version, .frame: false
        }
    }

    /// What is wrong with a value that looks right, to follow it in a sentence: `is not a multiple of 10`.
    func problem(of value: ArraySlice<UInt8>) -> String? {
        switch self {
        case .integer(let integer):
            guard let number = FieldType.number(value) else { return nil }
            if let range = integer.range, !range.contains(number) {
                return "is not from \(range.lowerBound) to \(range.upperBound)"
            }
            return number.isMultiple(of: integer.step) ? nil : "is not a multiple of \(integer.step)"
        case .date:
            return FieldType.isDay(value.filter { $0 != UInt8(ascii: "-") }) ? nil : "is no day of the calendar"
        case .text, .version, .frame: return nil
        }
    }

    /// A number of digits; nil where there are none, or more than a number can hold.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= mostDigits else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// Whether eight or six digits are a day of the Gregorian calendar; six are of this century.
    private static func isDay(_ digits: [UInt8]) -> Bool {
        guard let day = number(digits[...]) else { return false }
        let (year, month) = (digits.count == 6 ? 2000 + day / 10_000 : day / 10_000, day / 100 % 100)
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return days.indices.contains(month - 1) && (1...days[month - 1]).contains(day % 100)
    }

    /// What a value that was written in another case, or with more or fewer zeros, may have been meant as.
    func meanings(of value: ArraySlice<UInt8>) -> [[UInt8]] {
        switch self {
        case .text(let text):
            let (small, capital) = (value.map(FieldType.small), value.map(FieldType.capital))
            let words = text.words.map { Array($0.utf8) }.filter { $0.map(FieldType.small) == small }
            let first = [small.prefix(1) + value.dropFirst(), capital.prefix(1) + value.dropFirst()].map(Array.init)
            if text.letterCase == .camel || text.letterCase == .pascal { return words + first }
            return words + (FieldType.isOneWord(value) ? [small, capital] : [])
        case .integer(let integer): return FieldType.number(value).map { [integer.digits.written($0)] } ?? []
        case .version(let version):
            let number = FieldType.number(value.dropFirst(version.prefix.utf8.count))
            return number.map { [Array(version.prefix.utf8) + version.digits.written($0)] } ?? []
        case .frame(let pad):
            let sign = value.prefix { $0 == UInt8(ascii: "-") }
            let number = FieldType.number(value.dropFirst(sign.count))
            return number.map { [sign + Digits(least: pad).written($0)] } ?? []
        case .date: return []
        }
    }

    static func small(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    /// Whether the letters are all small, all capitals, or small behind one capital: in `compNFX` a separator is missing.
    private static func isOneWord(_ value: ArraySlice<UInt8>) -> Bool {
        let isSmall = value.filter { small($0) != capital($0) }.map { small($0) == $0 }
        return isSmall.dropFirst().allSatisfy(\.self) || !isSmall.contains(true)
    }

    private static func capital(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }
}

extension FieldType.Digits {
    /// A number with the zeros it needs.
    func written(_ number: Int) -> [UInt8] {
        let digits = Array("\(number)".utf8)
        return Array(repeating: UInt8(ascii: "0"), count: max(0, least - digits.count)) + digits
    }
}
