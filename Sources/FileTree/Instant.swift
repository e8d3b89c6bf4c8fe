/// A moment, in nanoseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable {
    /// Nanoseconds since the epoch; negative before 1970.
    public let nanoseconds: Int64

    /// Wraps nanoseconds since the epoch.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Whole seconds since the epoch, rounded down.
    public var seconds: Int64 {
        nanoseconds >= 0 ? nanoseconds / 1_000_000_000 : (nanoseconds + 1) / 1_000_000_000 - 1
    }

    /// What a file system that keeps times in steps of `grain` nanoseconds stores for this moment.
    public func rounded(downTo grain: Int64) -> Instant {
        let rest = nanoseconds % grain
        return Instant(nanoseconds: nanoseconds - (rest < 0 ? rest + grain : rest))
    }
}

extension Instant: Comparable {
    /// Orders by time.
    public static func < (one: Instant, other: Instant) -> Bool { one.nanoseconds < other.nanoseconds }
}

extension Instant {
    /// A calendar day and a time of day in UTC (or in whatever zone the instant was shifted to).
    public struct Calendar: Hashable, Sendable {
        /// The year, 1970 being 1970.
        public let year: Int
        /// 1 to 12.
        public let month: Int
        /// 1 to 31.
        public let day: Int
        /// 0 to 23.
        public let hour: Int
        /// 0 to 59.
        public let minute: Int
        /// 0 to 59.
        public let second: Int
    }

    /// The proleptic Gregorian date; Howard Hinnant's `civil_from_days`.
    public var calendar: Calendar {
        let days = (seconds - Instant.floorRemainder(seconds, 86_400)) / 86_400
        let time = Int(Instant.floorRemainder(seconds, 86_400))
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
        return Calendar(
            year: Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month: month,
            day: Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1),
            hour: time / 3600, minute: time / 60 % 60, second: time % 60)
    }

    /// `2026-11-22T01:02:03Z`, the xs:dateTime of ASC MHL and MHL.
    public var utc: String {
        let c = calendar
        return "\(padded(c.year, 4))-\(padded(c.month))-\(padded(c.day))"
            + "T\(padded(c.hour)):\(padded(c.minute)):\(padded(c.second))Z"
    }

    /// `2026-11-22T01:02:03.000000004Z`, exact.
    public var utcWithNanoseconds: String {
        utc.dropLast() + "." + padded(Int(nanoseconds - seconds * 1_000_000_000), 9) + "Z"
    }

    /// `2026-11-22_010203Z`, as manifests carry it in their names.
    public var fileNameStamp: String {
        let c = calendar
        return "\(padded(c.year, 4))-\(padded(c.month))-\(padded(c.day))"
            + "_\(padded(c.hour))\(padded(c.minute))\(padded(c.second))Z"
    }

    /// `20261122`, the day alone.
    public var dayStamp: String {
        let c = calendar
        return "\(padded(c.year, 4))\(padded(c.month))\(padded(c.day))"
    }

    private static func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
        let rest = value % divisor
        return rest < 0 ? rest + divisor : rest
    }
}

private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
