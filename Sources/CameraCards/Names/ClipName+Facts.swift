public import ClipMetadata

/// What follows from a name, and nothing more: RED and Blackmagic write no year, so their names have no date.
extension ClipName {
    /// What all files of one take share, in capitals: part, frame, track and what accompanies are left out.
    ///
    /// ALEXA 35 writes a letter for the recording's kind, GoPro and Insta360 write other letters for their proxies:
    /// `a…`, `h…` and `p…`, `GX010048` and `GL010048` are one take. A drone's lenses see different pictures.
    public var siblingKey: String {
        let lens = grammar == .djiNew ? role : nil
        return key([camera, prefix, reel, position, kindOfTake, clip, date, time, serial, lens, user, scene, take])
    }

    /// What makes the clip one of its kind, in capitals, the recording's kind included; nil where names come again.
    ///
    /// A proxy has none: it is no second recording.
    public var identity: String? {
        guard grammar.isUnique, role != "PROXY" else { return nil }
        return key([camera, reel, position, kind, clip, date, time, prefix, serial])
    }

    /// The camera's serial number, which ARRI writes to the base of 36: `1JL` is 2001, `1CTJ` is 63271.
    ///
    /// Nil for ARRI's older grammar in another family: Panasonic's characters are no serial number.
    public func serialNumber(of family: CardFamily?) -> Int? {
        guard grammar == .arri35 || grammar == .arriClassic && family?.isARRI == true else { return nil }
        return serial.flatMap { Int($0, radix: 36) }
    }

    /// The day, where the name has its year; two digits are of this century.
    public var shootDate: ShootDate? {
        switch date?.utf8.count {
        case 6: date.flatMap { ShootDate("20" + $0) }
        case 8, 10: date.flatMap { ShootDate($0) }
        default: nil
        }
    }

    /// The time of day, where the name has it to the second.
    public var shootTime: ShootTime? {
        guard let time, time.utf8.count == 6, let number = Int(time) else { return nil }
        return ShootTime(hour: number / 10_000, minute: number / 100 % 100, second: number % 100)
    }

    private var kindOfTake: String? {
        switch grammar {
        case .arri35, .goPro, .goProLoop, .insta360: nil
        default: kind
        }
    }

    private func key(_ fields: [String?]) -> String { fields.compactMap { $0?.uppercased() }.joined(separator: "_") }
}

extension ClipName.Grammar {
    /// Whether camera, reel, clip and a date or random characters are all in the name.
    var isUnique: Bool {
        switch self {
        case .arri35, .canonNew, .canonCine, .arriClassic, .sonyReel, .red, .braw, .bmcc, .zcam: true
        default: false
        }
    }
}
