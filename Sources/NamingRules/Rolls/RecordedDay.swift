internal import CameraCards
internal import ClipMetadata
internal import FileTree

/// The day in a clip's name; RED and Blackmagic write no year.
struct RecordedDay: Hashable {
    /// The year, where the name has one.
    let year: Int?
    let month: Int
    let day: Int

    /// Nil where the name has no day, or one that no calendar has.
    init?(_ name: ClipName) {
        if let date = name.shootDate {
            (year, month, day) = (date.year, date.month, date.day)
        } else if let text = name.date, text.utf8.count == 4, let number = Int(text),
            ShootDate(year: RecordedDay.leapYear, month: number / 100, day: number % 100) != nil
        {
            (year, month, day) = (nil, number / 100, number % 100)
        } else {
            return nil
        }
    }

    /// Every day of every year is in a leap year.
    private static let leapYear = 2000
    /// Of two days without years the later is the one that follows within half a year.
    private static let halfAYear = 183

    /// The day, where the name has its year.
    var date: ShootDate? { year.flatMap { ShootDate(year: $0, month: month, day: day) } }

    /// How many days it is after another one, and below zero if it is before; without years at most half a year.
    func days(after other: RecordedDay) -> Int {
        if let mine = date, let theirs = other.date { return mine.ordinal - theirs.ordinal }
        let apart = ordinal - other.ordinal
        if apart > RecordedDay.halfAYear { return apart - 366 }
        return apart < -RecordedDay.halfAYear ? apart + 366 : apart
    }

    /// How many days it is after a date.
    func days(after other: ShootDate) -> Int {
        if let date { return date.ordinal - other.ordinal }
        return days(after: RecordedDay(other))
    }

    private init(_ date: ShootDate) { (year, month, day) = (date.year, date.month, date.day) }

    private var ordinal: Int { ShootDate(year: RecordedDay.leapYear, month: month, day: day)?.ordinal ?? 0 }

    /// `2023-05-11`, `05-11`.
    var words: String {
        date?.metadataText ?? "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}

extension ShootDate {
    /// The day of a moment, in UTC.
    init?(_ moment: Instant) {
        let calendar = moment.calendar
        self.init(year: calendar.year, month: calendar.month, day: calendar.day)
    }

    /// Whether clocks show it that were never set: the first days of Unix, of DOS, and of most cameras.
    var isOfUnsetClock: Bool { month == 1 && day == 1 && [1970, 1980, 2000].contains(year) }
}
