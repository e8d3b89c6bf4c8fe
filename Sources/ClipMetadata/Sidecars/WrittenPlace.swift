/// A point on the earth in degrees, north and east positive.
struct WrittenPlace: Sendable {
    private let latitude: Double
    private let longitude: Double
    private let altitude: Double?

    /// Nil for what is not on the earth, and for exactly 0, 0: receivers without a fix write it.
    init?(latitude: Double?, longitude: Double?, altitude: Double? = nil) {
        guard let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180, latitude != 0 || longitude != 0
        else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.altitude = altitude.flatMap { abs($0) < WrittenPlace.highest ? $0 : nil }
    }

    /// Metres: no camera was higher.
    private static let highest = 1_000_000.0

    /// `+48.1371 +11.5754 +519`.
    var text: String {
        ([latitude, longitude] + (altitude.map { [$0] } ?? [])).map(WrittenPlace.signed).joined(separator: " ")
    }

    /// Seven decimals at most: a centimetre on the ground.
    private static func signed(_ number: Double) -> String {
        let scaled = Int((abs(number) * 10_000_000).rounded())
        let digits = String(scaled % 10_000_000)
        let fraction = (String(repeating: "0", count: 7 - digits.count) + digits).reversed().drop { $0 == "0" }
        let sign = number < 0 && scaled > 0 ? "-" : "+"
        return sign + String(scaled / 10_000_000) + (fraction.isEmpty ? "" : "." + String(fraction.reversed()))
    }

    /// Degrees as cameras write them: `48.1371`, `N48.1371`, `48:08:13.56` with `N` said elsewhere.
    ///
    /// - Parameter side: `N`, `S`, `E` or `W`, when it stands apart from the number.
    static func degrees(_ text: String?, side: String? = nil) -> Double? {
        guard var text = text?.said else { return nil }
        var side = side?.said
        if let first = text.first, "NSEW".contains(first) {
            side = String(first)
            text.removeFirst()
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double(said: String($0)) }
        guard (1...3).contains(parts.count), let whole = parts[0] else { return nil }
        var degrees = abs(whole)
        for (part, unit) in zip(parts.dropFirst(), [60.0, 3600.0]) {
            guard let part, (0..<60).contains(part) else { return nil }
            degrees += part / unit
        }
        guard let side else { return text.hasPrefix("-") ? -degrees : degrees }
        guard !text.hasPrefix("-"), "NSEW".contains(side), side.count == 1 else { return nil }
        return side == "S" || side == "W" ? -degrees : degrees
    }
}
