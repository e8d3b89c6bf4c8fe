/// What one caption of a DJI drone says, each value with the name it has there.
struct DJICue {
    typealias Said<Value> = (value: Value, key: String)

    private(set) var moment: WrittenMoment?
    private(set) var iso: Said<Int>?
    private(set) var shutter: Said<String>?
    private(set) var aperture: Said<String>?
    private(set) var focalLength: Said<Double>?
    private(set) var whiteBalance: Said<Int>?
    private(set) var gamma: Said<String>?
    private(set) var place: Said<WrittenPlace>?
    /// Whether it has a position at all, even the one of a receiver without a fix.
    private var hasPosition = false

    /// Whether nothing but a drone would have written it.
    var isDrones: Bool { hasPosition || [iso != nil, shutter != nil, aperture != nil].count { $0 } >= 2 }

    /// Reads the lines of a cue, without its number.
    init(_ lines: [[UInt8]]) {
        var latitude: Said<String>?
        var longitude: Said<String>?
        var altitude: Said<String>?
        for line in lines {
            if moment == nil { moment = DJICue.moment(in: line) }
            for word in CaptionWords(line) {
                let said = (value: word.value, key: word.name)
                switch word.name.lowercased() {
                case "iso": iso = iso ?? Int(said: word.value).map { ($0, word.name) }
                case "shutter", "tv", "ss": shutter = shutter ?? DJICue.shutter(word.value).map { ($0, word.name) }
                case "fnum", "ir", "f": aperture = aperture ?? DJICue.aperture(word.value).map { ($0, word.name) }
                case "focal_len": focalLength = focalLength ?? DJICue.focal(word.value).map { ($0, word.name) }
                case "ct": whiteBalance = whiteBalance ?? Int(said: word.value).map { ($0, word.name) }
                case "color_md": gamma = gamma ?? (word.value == "default" ? nil : said)
                case "latitude": latitude = latitude ?? said
                // The second is how real firmware spells it.
                case "longitude", "longtitude": longitude = longitude ?? said
                case "abs_alt": altitude = altitude ?? said
                case "gps", "rtk": addPosition(word)
                default: break
                }
            }
        }
        guard let latitude, let north = Double(said: latitude.value), let east = Double(said: longitude?.value) else {
            return
        }
        hasPosition = true
        place = WrittenPlace(latitude: north, longitude: east, altitude: Double(said: altitude?.value))
            .map { ($0, latitude.key) }
    }

    /// `(longitude, latitude, satellites)`; the Matrice 300 has latitude first, and metres with their unit.
    private mutating func addPosition(_ word: CaptionWords.Word) {
        let parts = word.value.split { "(,) ".contains($0) }.map(String.init)
        guard parts.count >= 2, let first = Double(said: parts[0]), let second = Double(said: parts[1]) else { return }
        hasPosition = true
        let isLatitudeFirst = parts.count > 2 && parts[2].hasSuffix("M")
        let read = WrittenPlace(
            latitude: isLatitudeFirst ? first : second, longitude: isLatitudeFirst ? second : first)
        place = place ?? read.map { ($0, word.name) }
    }

    /// A day and a time side by side, anywhere in a line.
    private static func moment(in line: [UInt8]) -> WrittenMoment? {
        let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        for (day, time) in zip(words, words.dropFirst()) {
            if let moment = WrittenMoment("\(day) \(time)"), moment.time != nil { return moment }
        }
        return nil
    }

    /// `1/80.0`, or the number below the line alone.
    private static func shutter(_ text: String) -> String? {
        let below = text.hasPrefix("1/") ? String(text.dropFirst(2)) : text
        guard let number = Double(said: below), number > 0 else { return nil }
        return "1/\(number.metadataText)"
    }

    /// `2.8`, `F2.8`; hundredths where there is no point: `280`.
    private static func aperture(_ text: String) -> String? {
        let digits = text.hasPrefix("F") ? String(text.dropFirst()) : text
        guard let number = Double(said: digits), number > 0 else { return nil }
        let isHundredths = !digits.contains(".") && number >= 100
        return "F\((isHundredths ? number / 100 : number).metadataText)"
    }

    /// Millimetres; tenths of them where there is no point: `240`.
    private static func focal(_ text: String) -> Double? {
        guard let number = Double(said: text), number > 0 else { return nil }
        return !text.contains(".") && number >= 100 ? number / 10 : number
    }
}
