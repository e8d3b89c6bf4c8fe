public import FileTree

extension FrameSequence {
    /// The name of a frame's file; also of one that is missing, as it would be called.
    public func name(of frame: Int) -> [UInt8] {
        let spelling = otherSpellings.first { $0.frames.contains { $0.contains(frame) } }
        let suffix = spelling?.suffix ?? suffix
        // Asked for every frame of a show: one block of memory for each.
        var name: [UInt8] = []
        name.reserveCapacity(prefix.count + FrameSequence.roomForDigits + suffix.count)
        name += prefix
        appendDigits(of: frame, to: &name)
        name += suffix
        return name
    }

    /// Where a frame's file lies; nil where its name is none, which no name that was found is.
    public func path(of frame: Int) -> RelativePath? {
        RelativePath(folder.isRoot ? name(of: frame) : folder.bytes + [UInt8(ascii: "/")] + name(of: frame))
    }

    /// A frame's number as its name has it: `0086400`.
    public func writtenNumber(of frame: Int) -> String {
        var digits: [UInt8] = []
        appendDigits(of: frame, to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    /// As many as almost all numbers have.
    private static let roomForDigits = 12

    /// Adds a frame's number as it is written in this sequence.
    private func appendDigits(of frame: Int, to name: inout [UInt8]) {
        let digits = String(frame.magnitude).utf8
        if frame < 0 { name.append(UInt8(ascii: "-")) }
        if case .padded(let width) = padding {
            let zeros = width - digits.count - (frame < 0 ? 1 : 0)
            for _ in 0..<max(0, zeros) { name.append(UInt8(ascii: "0")) }
        }
        name += digits
    }
}

extension FrameSequence {
    /// The raw bytes of the name with the first and the last number, `shot.[1001-1100].exr`; nil for a frame alone, which
    /// has a name of its own.
    public var shownName: [UInt8]? { count > 1 ? prefix + Array("[\(range)]".utf8) + suffix : nil }

    /// The first and the last number as they are written: `0086400-0086499`; of one frame its number.
    private var range: String {
        let numbers = [runs.first?.lowerBound, runs.last?.upperBound].compactMap(\.self)
        let ends = numbers.first == numbers.last ? numbers.prefix(1) : numbers[...]
        return ends.map { writtenNumber(of: $0) }.joined(separator: "-")
    }
}

extension FrameSequence: CustomStringConvertible {
    /// The name with the first and the last number: `A001C001_230415_R1AB.[0086400-0086499].ari`.
    public var description: String {
        "\(String(decoding: prefix, as: UTF8.self))[\(range)]\(String(decoding: suffix, as: UTF8.self))"
    }
}
