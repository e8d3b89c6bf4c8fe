/// How the numbers of a chain are written: the letter, and how many digits zeros fill up to.
struct VersionStyle {
    private let isCapital: Bool
    /// What stands before the digits: `v`.
    private let prefix: String
    /// Digits at least.
    private let width: Int

    /// The way most of a chain's versions are written; of two as frequent ones the small letter and the wider number.
    init(_ chain: ChainVersions) {
        let items = chain.catalogue.items(of: chain.chain)
        let isCapital = items.count(where: \.isCapital) * 2 > items.count
        let written = items.first { $0.isCapital == isCapital }.map { chain.label($0).dropLast(Int($0.width)) }
        (self.isCapital, prefix) = (isCapital, written.map(String.init) ?? "v")
        var widths: [Int: Int] = [:]
        // Without a zero before it a number fits every smaller width, and tells none.
        for item in items where VersionStyle.hasZeros(item) { widths[Int(item.width), default: 0] += 1 }
        width = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    private static func hasZeros(_ item: VersionItem) -> Bool { Int(item.width) > digits(Int(item.number)) }

    private static func digits(_ number: Int) -> Int { String(number).utf8.count }

    /// Whether an item is written so.
    func fits(_ item: VersionItem) -> Bool {
        item.isCapital == isCapital && Int(item.width) == max(width, VersionStyle.digits(Int(item.number)))
    }

    /// A number written so.
    func label(_ number: Int) -> String {
        let digits = String(number)
        return prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// Ranges of numbers for a sentence: `v003 and v005 to v007`; of many only the first.
    func words(_ ranges: [ClosedRange<Int>]) -> String {
        ranges.prefix(VersionStyle.mostNamed).map { range in
            range.count == 1 ? label(range.lowerBound) : "\(label(range.lowerBound)) to \(label(range.upperBound))"
        }.enumerated(more: ranges.count - VersionStyle.mostNamed)
    }

    /// So many things are named in a sentence, the rest is counted: nobody reads more.
    static let mostNamed = 6
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`; `a, b and 7 more`.
    func enumerated(more: Int = 0) -> String {
        guard more > 0 else {
            return count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
        }
        return joined(separator: ", ") + " and \(more) more"
    }
}
