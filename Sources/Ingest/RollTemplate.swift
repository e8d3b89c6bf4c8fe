public import FileTree

/// The path a roll gets below each destination, with tokens: `{day}/Camera/{card}`.
public struct RollTemplate: Hashable, Sendable {
    /// What a token stands for.
    public enum Token: String, Hashable, Sendable, CaseIterable {
        /// The card's name.
        case card
        /// The label of the card's volume.
        case volume
        /// The reel or roll that the card's own marks name.
        case reel
        /// The letter of the camera that recorded all its clips.
        case camera
        /// Who made that camera.
        case make
        /// The day, `YYYYMMDD`.
        case day
        /// The first number, two digits, that gives a free path.
        case n
    }

    /// All tokens, as they are written.
    public static let tokens = Token.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")

    private enum Part: Hashable, Sendable {
        case text(String)
        case token(Token)
    }

    /// The template as it was written.
    public let text: String
    private let parts: [Part]

    /// The default: the card's name.
    public static let card = RollTemplate(text: "{card}", parts: [.token(.card)])

    private init(text: String, parts: [Part]) {
        self.text = text
        self.parts = parts
    }

    /// Why a template cannot be used.
    public struct Refusal: Error, Hashable, Sendable {
        /// The reason, as a sentence.
        public let sentence: String
    }

    /// Reads a template; tokens that are not known and paths that climb are refused.
    public init(_ text: String) throws(Refusal) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw Refusal(sentence: "--as \(text): a { has no }.")
            }
            let name = String(rest[rest.index(after: open)..<close])
            guard let token = Token(rawValue: name) else {
                throw Refusal(
                    sentence: "--as \(text): there is no token {\(name)}; known are \(RollTemplate.tokens).")
            }
            parts.append(.token(token))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.init(text: text, parts: parts)
        let sample = self.filled { _ in "x" }
        try checked(RelativePath(sample))
    }

    /// A path that rolls may have: it stays below the destination, and apart from our own folders there.
    @discardableResult
    private func checked(_ path: RelativePath?) throws(Refusal) -> RelativePath {
        guard let path, let first = path.components.first, first.first != UInt8(ascii: ".") else {
            throw Refusal(
                sentence: "--as \(text): must be a path below the destination, without an empty part, . or .., "
                    + "and must not begin with a dot.")
        }
        // Drives for exchange fold case: there `logs` is `Logs`.
        guard String(decoding: first, as: UTF8.self).lowercased() != "logs" else {
            throw Refusal(sentence: "--as \(text): Logs is where logs go; choose another name, e.g. --as A001.")
        }
        guard !path.components.contains(where: { $0.suffix(8).elementsEqual(".partial".utf8) }) else {
            throw Refusal(
                sentence:
                    "--as \(text): .partial marks rolls that are not complete; choose another name, e.g. --as A001.")
        }
        return path
    }

    /// Whether a token occurs.
    public func uses(_ token: Token) -> Bool { parts.contains(.token(token)) }

    /// The path with values in place of the tokens.
    ///
    /// - Throws: when a value is empty, or would change the path's shape.
    public func path(_ value: (Token) -> String?) throws(Refusal) -> RelativePath {
        for case .token(let token) in parts {
            guard let filled = value(token), !filled.isEmpty else {
                throw Refusal(sentence: "--as \(text): {\(token.rawValue)} is empty for this card.")
            }
            guard RelativePath.isComponent(filled.utf8) else {
                throw Refusal(
                    sentence: "--as \(text): {\(token.rawValue)} is \(filled), which cannot be part of a path.")
            }
        }
        return try checked(RelativePath(filled { value($0) ?? "" }))
    }

    private func filled(_ value: (Token) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .token(let token): value(token)
            }
        }.joined()
    }
}

/// The name a card goes by.
public enum CardName {
    /// Names that say nothing about which card it is (compared without case).
    public static let generic: Set<String> = [
        "untitled", "no name", "no_name", "noname", "eos_digital", "sdcard", "sd card", "sd", "card", "dcim", "mnt",
        "media", "volumes",
        "disk", "removable disk", "usb", "usb drive", "lexar", "sandisk", "kingston", "private", "xdroot", "contents",
    ]

    /// Whether a name could be any card's: a maker's default, a mount folder, a bare volume id.
    public static func isGeneric(_ name: String) -> Bool {
        let lower = name.lowercased()
        if generic.contains(lower) { return true }
        // 1A2B-3C4D, and the UUIDs that desktops mount unnamed volumes under.
        let groups = lower.split(separator: "-", omittingEmptySubsequences: false)
        let isHex = groups.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isHexDigit) }
        return isHex && (groups.map(\.count) == [4, 4] || groups.map(\.count) == [8, 4, 4, 4, 12])
    }
}
