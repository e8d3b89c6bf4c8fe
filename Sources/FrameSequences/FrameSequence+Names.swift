public import FileTree

extension FrameSequence {
    /// The name of a frame's file; also of one that is missing, as it would be called.
    public func name(of frame: Int) -> [UInt8] {
        let spelling = otherSpellings.first { $0.frames.contains { $0.contains(frame) } }
        return prefix + digits(of: frame) + (spelling?.suffix ?? suffix)
    }

    /// Where a frame's file lies; nil where its name is none, which no name that was found is.
    public func path(of frame: Int) -> RelativePath? {
        RelativePath(folder.isRoot ? name(of: frame) : folder.bytes + [UInt8(ascii: "/")] + name(of: frame))
    }

    /// A frame's number as its name has it: `0086400`.
    public func writtenNumber(of frame: Int) -> String { String(decoding: digits(of: frame), as: UTF8.self) }

    /// A frame's number as it is written in this sequence.
    private func digits(of frame: Int) -> [UInt8] {
        let digits = Array("\(frame.magnitude)".utf8)
        let sign = frame < 0 ? [UInt8(ascii: "-")] : []
        guard case .padded(let width) = padding else { return sign + digits }
        return sign + Array(repeating: UInt8(ascii: "0"), count: max(0, width - digits.count - sign.count)) + digits
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
        return ends.map { String(decoding: digits(of: $0), as: UTF8.self) }.joined(separator: "-")
    }
}

extension FrameSequence: CustomStringConvertible {
    /// The name with the first and the last number: `A001C001_230415_R1AB.[0086400-0086499].ari`.
    public var description: String {
        "\(String(decoding: prefix, as: UTF8.self))[\(range)]\(String(decoding: suffix, as: UTF8.self))"
    }
}
