/// The numbers of one series, in the order they were given.
struct ClipCounter {
    /// The number that is followed by 1 again.
    private let lastNumber: Int?
    /// The number that was given first, as far as the numbers tell.
    private let first: Int
    private let numbers: [Int]

    /// Counts; where the counter goes round, it began after the longest stretch without clips.
    init(_ numbers: some Sequence<Int>, lastNumber: Int?) {
        let sorted = Set(numbers).sorted()
        self.numbers = sorted
        self.lastNumber = lastNumber
        first = lastNumber.flatMap { ClipCounter.first(of: sorted, lastNumber: $0) } ?? sorted.first ?? 0
    }

    private static func first(of sorted: [Int], lastNumber: Int) -> Int? {
        guard let lowest = sorted.first, let highest = sorted.last, highest <= lastNumber else { return nil }
        // From the highest round to the lowest; another stretch must be longer to be the one without clips.
        var (longest, first) = (lowest + lastNumber - highest, lowest)
        for (one, next) in zip(sorted, sorted.dropFirst()) where next - one > longest {
            (longest, first) = (next - one, next)
        }
        return first
    }

    /// How many numbers after the first one this one was given.
    func position(of number: Int) -> Int {
        guard let lastNumber, number < first else { return number }
        return number + lastNumber
    }

    /// Numbers that nobody gave, or whose clips were deleted; those after the last number begin with 1 again.
    var gaps: [ClosedRange<Int>] {
        NumberWords.gaps(between: numbers.map(position).sorted())
    }

    /// The number at a position, as names have it.
    func number(at position: Int) -> Int {
        guard let lastNumber, position > lastNumber else { return position }
        return position - lastNumber
    }
}
