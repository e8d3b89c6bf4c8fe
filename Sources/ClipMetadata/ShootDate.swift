/// A day as a camera's clock had it, with or without sense: `1980-01-01` is one.
public struct ShootDate: Hashable, Sendable, MetadataValue {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31, as many as the month has.
    public let day: Int

    /// Nil for days that no calendar has.
    public init?(year: Int, month: Int, day: Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads eight digits with or without separators (`20181231`, `2018-12-31`, `2019:01:01`); what follows is left.
    public init?(_ text: String) {
        let digits = text.prefix(10).filter(\.isASCII).filter(\.isNumber)
        guard digits.count >= 8, let number = Int(digits.prefix(8)) else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// `2018-12-31`.
    public var metadataText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// Neighbours do: a container keeps UTC, a name the camera's own clock, and at night these are two days.
    public func agrees(with other: ShootDate) -> Bool { abs(ordinal - other.ordinal) <= 1 }

    /// Days since the start of the calendar.
    public var ordinal: Int {
        // Years from March on, so that the leap day is the last: Howard Hinnant, "chrono-compatible algorithms".
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
    }
}

/// A time of day as a camera's clock had it.
public struct ShootTime: Hashable, Sendable, MetadataValue {
    /// Seconds since midnight.
    public let seconds: Int

    /// Nil for times that no clock shows.
    public init?(hour: Int, minute: Int, second: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        seconds = hour * 3600 + minute * 60 + second
    }

    /// `18:00:03`.
    public var metadataText: String {
        "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    /// A file gets its name, its head and its sidecar one after the other: so many seconds are no contradiction.
    static let longestDelay = 5

    /// Times that close together do, over midnight too.
    public func agrees(with other: ShootTime) -> Bool {
        let apart = abs(seconds - other.seconds)
        return min(apart, 86_400 - apart) <= ShootTime.longestDelay
    }
}

/// A number with zeros before it.
private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
