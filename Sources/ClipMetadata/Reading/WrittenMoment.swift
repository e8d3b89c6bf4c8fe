/// A day, a time and a zone as containers write them: `2018-12-31T18:00:03+0100`, `2018:12:31 18:00:03`, `20181231`.
struct WrittenMoment: Hashable {
    let date: ShootDate
    let time: ShootTime?
    /// Minutes ahead of UTC; nil where nothing is said.
    let zone: Int?

    /// Nil when it does not begin with a day.
    init?(_ text: String) {
        guard let date = ShootDate(text) else { return nil }
        self.date = date
        guard let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }) else {
            (time, zone) = (nil, nil)
            return
        }
        let rest = text[text.index(after: mark)...]
        let clock = rest.prefix { $0.isNumber || $0 == ":" }.split(separator: ":").map { Int($0) ?? -1 }
        time = clock.count == 3 ? ShootTime(hour: clock[0], minute: clock[1], second: clock[2]) : nil
        zone = WrittenMoment.zone(rest.drop { $0 != "+" && $0 != "-" && $0 != "Z" })
    }

    /// `Z`, `+02:00`, `-0330`.
    private static func zone(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard let sign = text.first, digits.count == 4, let number = Int(digits), number >= 0, number % 100 < 60,
            number / 100 <= 14
        else { return nil }
        return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }
}
