/// Who recorded, as the originator of a `bext` chunk names it.
///
/// It is free text, and programs write their own names and people theirs: only forms that are known are taken apart.
struct RecorderName {
    let make: String
    let model: String?
    let serial: String?

    /// `Sound Dev: 702T S#GR1112089007`, `ZOOM F8n`, `TASCAM DR-70D`; nil for anything else.
    init?(originator: String) {
        let words = originator.split(separator: " ")
        if words.count > 2, words[0] == "Sound", words[1] == "Dev:" {
            make = "Sound Devices"
            model = words[2...].prefix { !$0.hasPrefix("S#") }.joined(separator: " ")
            serial = words.first { $0.hasPrefix("S#") }.map { String($0.dropFirst(2)) }
        } else if let first = words.first, ["ZOOM", "TASCAM"].contains(first.uppercased()) {
            make = String(first)
            model = words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
            serial = nil
        } else {
            return nil
        }
    }
}
