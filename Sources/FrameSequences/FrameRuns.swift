/// Numbers that arrive in ascending order, kept as runs.
struct FrameRuns {
    /// The runs so far.
    private(set) var runs: [ClosedRange<Int>] = []

    /// Adds a number that is greater than all before.
    mutating func append(_ number: Int) {
        if let last = runs.last, last.upperBound + 1 == number {
            runs[runs.count - 1] = last.lowerBound...number
        } else {
            runs.append(number...number)
        }
    }
}
