/// Numbers in a sentence.
package enum NumberWords {
    /// A sentence that lists more ranges than these is not read.
    package static let most = 6

    /// `3, 7 to 9 and 12`; the rest as a count of numbers: `3, 7 to 9, … and 40 more`.
    package static func list(_ ranges: [ClosedRange<Int>], as text: (Int) -> String = { String($0) }) -> String {
        // Two neighbours read better as two numbers.
        let shown = ranges.prefix(most).flatMap { range in
            let ends = [range.lowerBound, range.upperBound].map(text)
            if range.lowerBound == range.upperBound { return [ends[0]] }
            return range.upperBound &- range.lowerBound == 1 ? ends : ["\(ends[0]) to \(ends[1])"]
        }
        let rest = count(ranges.dropFirst(most))
        if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }

    /// How many numbers there are; a hostile card's ranges end at the largest count instead of overflowing.
    package static func count(_ ranges: some Collection<ClosedRange<Int>>) -> Int {
        let numbers = ranges.reduce(UInt(0)) { sum, range in
            let others = UInt(bitPattern: range.upperBound &- range.lowerBound)
            let (more, overflow) = sum.addingReportingOverflow(others)
            return overflow || more == .max ? .max : more + 1
        }
        return Int(clamping: numbers)
    }

    /// What lies between neighbours of ascending numbers.
    static func gaps(between numbers: [Int]) -> [ClosedRange<Int>] {
        zip(numbers, numbers.dropFirst()).compactMap { one, next in
            one < next && one + 1 < next ? (one + 1)...(next - 1) : nil
        }
    }

    /// A number with zeros before it.
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
