import EditorLogs
import MediaTime
import RushesFixtures

/// Days that no camera crew would like: every rate, odd texts, midnight, clips without timecode, length or frames.
enum OddDay {
    /// How timecode counts on set, and what files of one rate are called.
    static let bases: [(text: String, isDropFrame: Bool, name: String)] = [
        ("24000/1001", false, "2398"), ("24", false, "24"), ("25", false, "25"), ("30000/1001", false, "2997"),
        ("30000/1001", true, "2997DF"), ("30", false, "30"), ("48000/1001", false, "4795"), ("48", false, "48"),
        ("50", false, "50"), ("60000/1001", false, "5994"), ("60000/1001", true, "5994DF"), ("60", false, "60"),
        ("100", false, "100"), ("120000/1001", true, "11988DF"), ("120", false, "120"),
    ]

    /// Texts that have broken a reader or a writer somewhere.
    static let texts = [
        "12A", "12E3", "06", "=cmd()", "+1", "-2", "@x", "tab\there", "line\r\nend", "nel\u{85}\u{2028}\u{0B}x",
        "nul\u{0}l",
        "\u{301}lone", "=\u{301}1", "\u{202E}bidi", "🎬 take", "Ünö", "a,b;\"c\"", "FREEZE FRAME", "_x0041_",
        "\u{1}\u{1F}",
        "\u{FFFE}\u{FFFF}", String(repeating: "long ", count: 60), "<&>]]>", "%20 #?", " ",
    ]

    /// A log of so many clips, the same for every seed.
    static func log(clips: Int, seed: UInt64) throws -> EditorLog {
        var chance = SeededGenerator(seed: seed)
        return ShotDay.log(
            (0..<clips).map { number in
                let name = "\(number) \(pick(texts, &chance))"
                return Int.random(in: 0..<6, using: &chance) == 0
                    ? ShotDay.sound(name, start: start(&chance) ?? "10:00:00:00@25", samples: 480_001)
                    : ShotDay.picture(
                        name, start: start(&chance), frames: pick([nil, 0, 1, 240, 100_000, 9_000_000], &chance),
                        saying: said(&chance))
            })
    }

    private static func said(_ chance: inout SeededGenerator) -> [LogField: String] {
        var said: [LogField: String] = [:]
        for field in [LogField.scene, .take, .notes, .reel, .cdlSOP, .location] where Bool.random(using: &chance) {
            said[field] = pick(texts, &chance)
        }
        return said
    }

    /// Any frame of the day, one in four of them just before midnight; one in ten is missing.
    private static func start(_ chance: inout SeededGenerator) -> String? {
        let base = pick(bases, &chance)
        guard Int.random(in: 0..<10, using: &chance) > 0, let rate = FrameRate(base.text),
            let counting = TimecodeBase(rate, dropFrame: base.isDropFrame)
        else { return nil }
        let late = Int.random(in: 0..<4, using: &chance) == 0
        let frame = late ? -Int.random(in: 0..<400, using: &chance) : Int.random(in: 0..<2_000_000, using: &chance)
        return "\(Timecode(frame: frame, base: counting))@\(rate)"
    }

    private static func pick<Item>(_ items: [Item], _ chance: inout SeededGenerator) -> Item {
        items[Int.random(in: 0..<items.count, using: &chance)]
    }
}

extension LogFiles {
    /// A file of it as text.
    func text(_ name: String) -> String? {
        files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Its files by name.
    var byName: [String: [UInt8]] { Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first } }

    /// The rows that are in no file.
    var leftOut: [String] { exceptions.filter { $0.code == .leftOut }.map(\.clip) }
}
