public import FileTree

extension Instant {
    /// Reads an xs:dateTime that says its zone: `2026-11-22T01:02:03.5+01:00`, `…Z`.
    ///
    /// Nil for one without a zone: tools write local time so, and nobody knows whose (and some write it with `Z`).
    public init?(xmlDateTime text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        func number(_ digits: Int, then mark: UInt8?) -> Int64? {
            let part = rest.prefix(digits)
            guard part.count == digits, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            rest = rest.dropFirst(digits)
            if let mark {
                guard rest.first == mark else { return nil }
                rest = rest.dropFirst()
            }
            return part.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
        }
        let dash = UInt8(ascii: "-")
        let colon = UInt8(ascii: ":")
        guard let year = number(4, then: dash), let month = number(2, then: dash),
            let day = number(2, then: UInt8(ascii: "T")), let hour = number(2, then: colon),
            let minute = number(2, then: colon), let second = number(2, then: nil),
            (1...12).contains(month), (1...31).contains(day), hour <= 24, minute < 60, second <= 60
        else { return nil }
        var nanoseconds: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            let kept = digits.prefix(9)
            nanoseconds = kept.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
            for _ in kept.count..<9 { nanoseconds *= 10 }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let sign = rest.popFirst() else { return nil }
        var offset: Int64 = 0
        switch sign {
        case UInt8(ascii: "Z") where rest.isEmpty: break
        case UInt8(ascii: "+"), dash:
            guard let hours = number(2, then: colon), let minutes = number(2, then: nil), rest.isEmpty, hours <= 14,
                minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (sign == dash ? -60 : 60)
        default: return nil
        }
        let seconds = Instant.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
        let (whole, isTooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isBeyond) = whole.addingReportingOverflow(nanoseconds)
        guard !isTooFar, !isBeyond else { return nil }
        self.init(nanoseconds: sum)
    }

    /// Days from 1970-01-01 to a Gregorian date; Howard Hinnant's `days_from_civil`.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
