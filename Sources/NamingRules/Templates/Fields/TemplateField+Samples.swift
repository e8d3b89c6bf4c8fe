extension TemplateField {
    /// A value it may have, the same for the same generator.
    ///
    /// - Parameter likely: characters to meet more often: those that part fields.
    func sample(_ random: inout SampleNumbers, likely: Charset) -> String {
        switch type {
        case .text: return grammar.sample(&random, likely: likely)
        case .integer(let integer):
            return String(decoding: integer.digits.written(integer.sample(&random)), as: UTF8.self)
        case .version(let version):
            let most = version.digits.highest
            let number = min(version.start, most) + random.below(most - min(version.start, most) + 1)
            return version.prefix + String(decoding: version.digits.written(number), as: UTF8.self)
        case .frame(let pad):
            let digits = FieldType.Digits(least: max(1, pad))
            return String(decoding: digits.written(random.below(digits.highest + 1)), as: UTF8.self)
        case .date(let date):
            let digits = (20 + random.below(10), 1 + random.below(12), 1 + random.below(28))
            let two = FieldType.Digits(least: 2)
            let parts = [digits.0, digits.1, digits.2].map { String(decoding: two.written($0), as: UTF8.self) }
            return (date == .short ? "" : "20") + parts.joined(separator: date == .dashed ? "-" : "")
        }
    }
}

extension FieldType.Digits {
    /// The highest number a sample has: one digit more than must be, where that is allowed, so that widths vary.
    fileprivate var highest: Int {
        let digits = min(most ?? max(least, 1) + 1, FieldType.mostDigits)
        return (0..<digits).reduce(1) { number, _ in number * 10 } - 1
    }
}

extension FieldType.IntegerField {
    /// The multiples of its step that it may be, each counted in steps.
    var multiples: ClosedRange<Int>? {
        let range = range ?? 0...digits.highest
        let (first, last) = ((range.lowerBound + step - 1) / step, min(range.upperBound, digits.largest) / step)
        return first <= last ? first...last : nil
    }

    fileprivate func sample(_ random: inout SampleNumbers) -> Int {
        guard let multiples else { return 0 }
        return (multiples.lowerBound + random.below(multiples.count)) * step
    }
}

extension FieldType.Digits {
    /// The largest number that can be written.
    fileprivate var largest: Int { (0..<(most ?? FieldType.mostDigits)).reduce(1) { number, _ in number * 10 } - 1 }
}
