/// Where the companion of a file lies: `{stem}.md5`, `../audio/{stem}.wav`, `proxy/{stem}*.mp4`.
struct CompanionPattern: Hashable, Sendable {
    /// What of the file stands in a pattern.
    enum Field: String, Hashable, Sendable, CaseIterable {
        /// Its name without the last extension; of a sequence the name before the number.
        case stem
        /// Its whole name; of a sequence that of the first frame.
        case name
        /// Its reel, as its clip's name tells.
        case reel
        /// The name of the folder it lies in.
        case parent
    }

    /// A piece of one component.
    enum Piece: Hashable, Sendable {
        case text([UInt8])
        case field(Field)
        case any
    }

    /// One component: a folder, or last the name.
    enum Component: Hashable, Sendable {
        /// The folder above.
        case up
        case named([Piece])
    }

    /// As the rule has it.
    let text: String
    /// Its components, the name last.
    let components: [Component]
    /// Whether it is wanted only, and not needed.
    let isWanted: Bool

    /// So many folders lie between a file and its companion at most.
    private static let mostComponents = 8

    /// Reads a pattern; nil where it cannot be one.
    init?(_ text: String) {
        isWanted = text.last == "?"
        self.text = isWanted ? String(text.dropLast()) : text
        let parts = self.text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard self.text.utf8.count <= NameGlob.longest, parts.count <= CompanionPattern.mostComponents else {
            return nil
        }
        var components: [Component] = []
        for part in parts {
            if part.elementsEqual("..".utf8) {
                // Up comes first: a way that goes into a folder and out again leads nowhere new, or out of the tree.
                guard components.allSatisfy({ $0 == .up }) else { return nil }
                components.append(.up)
            } else {
                guard !part.elementsEqual(".".utf8), let pieces = CompanionPattern.pieces(part) else { return nil }
                components.append(.named(pieces))
            }
        }
        // Stars stand in the name alone: a companion has one folder. A field behind one would have a whole folder read for
        // each file in it.
        guard case .named(let name)? = components.last,
            !components.dropLast().contains(where: CompanionPattern.hasStar),
            !name[(name.firstIndex(of: .any) ?? name.endIndex)...].contains(where: CompanionPattern.isField)
        else { return nil }
        self.components = components
    }

    private static func hasStar(_ component: Component) -> Bool {
        if case .named(let pieces) = component { pieces.contains(.any) } else { false }
    }

    private static func isField(_ piece: Piece) -> Bool { if case .field = piece { true } else { false } }

    private static func pieces(_ part: Substring.UTF8View) -> [Piece]? {
        var (pieces, text) = ([Piece](), [UInt8]())
        var place = part.startIndex
        func flushed() -> [Piece] { text.isEmpty ? pieces : pieces + [.text(text)] }
        while place < part.endIndex {
            switch part[place] {
            case UInt8(ascii: "{"):
                guard let end = part[place...].firstIndex(of: UInt8(ascii: "}")),
                    let field = Field(rawValue: String(Substring(part[part.index(after: place)..<end])))
                else { return nil }
                (pieces, text, place) = (flushed() + [.field(field)], [], end)
            case UInt8(ascii: "*"):
                (pieces, text) = (flushed() + [.any], [])
            case UInt8(ascii: "}"), UInt8(ascii: "?"), 0:
                return nil
            default:
                text.append(part[place])
            }
            place = part.index(after: place)
        }
        return part.isEmpty ? nil : flushed()
    }
}

extension RuleParameters {
    /// Patterns of companions: a text or a list.
    mutating func companions(_ key: String) throws(RuleFileError) -> [CompanionPattern] {
        let line = line
        var patterns: [CompanionPattern] = []
        for text in try texts(key) ?? [] {
            guard let pattern = CompanionPattern(text) else {
                throw RuleFileError(
                    .value, line: line, "\(key) of the \(subject) has a pattern that names no companion: \(text).",
                    nextStep: "Write it like '{stem}.md5', '../audio/{stem}.wav' or 'proxy/{stem}*.mp4', "
                        + "with {stem}, {name}, {reel} and {parent}.")
            }
            patterns.append(pattern)
        }
        return patterns
    }
}
