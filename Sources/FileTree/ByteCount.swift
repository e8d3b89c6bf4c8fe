/// A size in bytes.
///
/// A bare `Int64` may be frames, seconds or files; this may not.
public struct ByteCount: Hashable, Sendable {
    /// The number of bytes; never negative for the size of a file.
    public let bytes: Int64

    /// Wraps a count of bytes.
    public init(_ bytes: Int64) {
        self.bytes = bytes
    }

    /// No bytes.
    public static let zero = ByteCount(0)

    /// A whole number of KiB (1024 bytes).
    public static func kibibytes(_ count: Int64) -> ByteCount { ByteCount(count * 1024) }

    /// A whole number of MiB (1,048,576 bytes).
    public static func mebibytes(_ count: Int64) -> ByteCount { ByteCount(count * 1_048_576) }

    /// The next multiple of `grain` bytes.
    public func rounded(upTo grain: Int64) -> ByteCount {
        let rest = bytes % grain
        return rest == 0 ? self : self + ByteCount(grain - rest)
    }
}

extension ByteCount: Comparable {
    /// Orders by size.
    public static func < (one: ByteCount, other: ByteCount) -> Bool { one.bytes < other.bytes }
    /// The size of both together; a damaged folder may claim files of 8 EiB, so it ends there instead of overflowing.
    public static func + (one: ByteCount, other: ByteCount) -> ByteCount {
        let (sum, overflow) = one.bytes.addingReportingOverflow(other.bytes)
        return ByteCount(overflow ? (other.bytes > 0 ? .max : .min) : sum)
    }
    /// What is left of `one` without `other`.
    public static func - (one: ByteCount, other: ByteCount) -> ByteCount {
        let (rest, overflow) = one.bytes.subtractingReportingOverflow(other.bytes)
        return ByteCount(overflow ? (other.bytes > 0 ? .min : .max) : rest)
    }
    /// Adds in place.
    public static func += (one: inout ByteCount, other: ByteCount) { one = one + other }
}

extension ByteCount: CustomStringConvertible {
    /// Decimal units with one digit, as drives and operating systems print them: `486.2 GB`.
    public var description: String {
        let units = ["kB", "MB", "GB", "TB", "PB"]
        guard abs(bytes) >= 1000 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        var value = Double(bytes) / 1000
        var unit = 0
        // 999.95 would round to 1000.0: it is already one of the next unit.
        while abs(value) >= 999.95, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let tenths = Int64((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10)) \(units[unit])"
    }
}
