/// A day and a time as a device wrote them.
struct WrittenMoment: Hashable, Sendable {
    let date: ShootDate
    private(set) var time: ShootTime?
    /// Minutes ahead of UTC; nil when nothing was said.
    private(set) var zone: Int?

    /// Reads `2026-07-26T17:35:25-07:00`, `2017.8.5 14:11:51`, `2022-08-07 13:40:40,774,808`; the year comes first.
    ///
    /// Nil when there is no day at the start; what cannot be read of the rest is absent.
    init?(_ text: String?) {
        guard let text = text?.said else { return nil }
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard let first = parts.first, let date = ShootDate(yearFirst: first) else { return nil }
        self.date = date
        guard parts.count == 2 else { return }
        let clock = parts[1].prefix { $0.isNumber || $0 == ":" }
        time = ShootTime(clock: clock)
        zone = WrittenMoment.zone(parts[1][clock.endIndex...].drop { $0 == "." || $0 == "," || $0.isNumber })
    }

    /// `Z`, `+02:00`, `-0730`.
    private static func zone(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4, let number = Int(said: digits), number / 100 <= 14, number % 100 < 60 else {
            return nil
        }
        let minutes = number / 100 * 60 + number % 100
        return sign == "+" ? minutes : -minutes
    }
}

extension ShootDate {
    /// `20181231`, or year, month and day with any one sign between them; nothing that starts with a day or month.
    init?(yearFirst text: Substring) {
        let parts = text.split { "-/.:".contains($0) }.map(String.init)
        if parts.count == 1, parts[0].utf8.count == 8, let number = Int(said: parts[0]) {
            self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            return
        }
        guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(said: parts[0]),
            let month = Int(said: parts[1]),
            let day = Int(said: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension ShootTime {
    /// `14:11:51`, `14.11.51`, `18h00m03s`; hours, minutes and seconds.
    init?(clock text: Substring) {
        let parts = text.split { ":.-hms".contains($0) }.map { Int(said: String($0)) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2] else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }
}
