/// Rules that come with the program; a person may copy one as the start of a house's own.
public enum Preset: String, Hashable, Sendable, CaseIterable {
    /// Cards of cameras and recorders, as they were copied.
    case cameraOriginals = "camera-originals"
    /// Shots that go to and come from visual effects, as Netflix has them named.
    case vfxExchange = "vfx-exchange"
    /// Cuts and masters that leave the cutting room.
    case editorialDelivery = "editorial-delivery"

    /// The rule file.
    public var yaml: String {
        switch self {
        case .cameraOriginals: Preset.cameraOriginalsText
        case .vfxExchange: Preset.vfxExchangeText
        case .editorialDelivery: Preset.editorialDeliveryText
        }
    }

    /// The rules, read; all of its own tests hold.
    public func rules() throws(RuleFileError) -> RuleFile {
        try RuleFile(yaml: Array(yaml.utf8), at: rawValue)
    }

    /// What it is for, in one line: its title.
    public var title: String {
        let line = yaml.split(separator: "\n").first { $0.hasPrefix("title: ") }
        return String(line?.dropFirst("title: ".count) ?? "")
    }

    /// The names of all presets, for sentences.
    static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
