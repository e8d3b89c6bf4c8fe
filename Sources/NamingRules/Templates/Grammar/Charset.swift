/// Characters that may stand at one place of a name; never `/`, which parts folders, and never NUL.
struct Charset: Hashable, Sendable {
    /// Their numbers in Unicode, ascending; neighbouring ranges do not touch.
    let ranges: [ClosedRange<UInt32>]

    init(_ ranges: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    /// All that can stand in a name: everything but NUL, `/` and the halves of UTF-16.
    static let all = Charset([1...0x2E, 0x30...0xD7FF, 0xE000...0x10FFFF])
    static let digits = Charset([0x30...0x39])
    static let capitals = Charset([0x41...0x5A])
    static let smallLetters = Charset([0x61...0x7A])
    static let lettersAndDigits = capitals.union(smallLetters).union(digits)

    /// One character.
    init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

    var isEmpty: Bool { ranges.isEmpty }

    func contains(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar.value) } }

    func union(_ other: Charset) -> Charset { Charset(ranges + other.ranges) }

    /// All characters of names that are not in it.
    var inverted: Charset {
        var result: [ClosedRange<UInt32>] = []
        for whole in Charset.all.ranges {
            var next = whole.lowerBound
            for range in ranges where range.overlaps(whole) {
                if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
                next = max(next, range.upperBound + 1)
            }
            if next <= whole.upperBound { result.append(next...whole.upperBound) }
        }
        return Charset(result)
    }

    func intersection(_ other: Charset) -> Charset {
        Charset(ranges.flatMap { one in other.ranges.filter { $0.overlaps(one) }.map { $0.clamped(to: one) } })
    }

    func subtracting(_ other: Charset) -> Charset { intersection(other.inverted) }

    /// With each letter of ASCII also its other form.
    var inAnyCase: Charset {
        let small = intersection(.capitals).ranges.map { ($0.lowerBound + 32)...($0.upperBound + 32) }
        let capital = intersection(.smallLetters).ranges.map { ($0.lowerBound - 32)...($0.upperBound - 32) }
        return Charset(ranges + small + capital)
    }
}

extension Charset {
    /// Its characters as bytes of UTF-8: each a range for the first byte, the second, and so on.
    var byteRanges: [[ClosedRange<UInt8>]] {
        var result: [[ClosedRange<UInt8>]] = []
        for range in ranges { Charset.split(range.lowerBound, range.upperBound, into: &result) }
        return result
    }

    /// Divides a range until first and last differ in the ranges of their bytes alone; at most 4 levels for each byte.
    private static func split(_ low: UInt32, _ high: UInt32, into result: inout [[ClosedRange<UInt8>]]) {
        for end: UInt32 in [0x7F, 0x7FF, 0xFFFF] where low <= end && end < high {
            split(low, end, into: &result)
            return split(end + 1, high, into: &result)
        }
        for bits: UInt32 in high < 0x80 ? [] : [6, 12, 18] {
            let mask = UInt32(1) << bits - 1
            guard low & ~mask != high & ~mask else { break }
            if low & mask != 0 {
                split(low, low | mask, into: &result)
                return split((low | mask) + 1, high, into: &result)
            }
            if high & mask != mask {
                split(low, (high & ~mask) - 1, into: &result)
                return split(high & ~mask, high, into: &result)
            }
        }
        guard let first = Unicode.Scalar(low), let last = Unicode.Scalar(high) else { return }
        result.append(zip(UTF8.encode(first)?.map(\.self) ?? [], UTF8.encode(last)?.map(\.self) ?? []).map { $0...$1 })
    }
}
