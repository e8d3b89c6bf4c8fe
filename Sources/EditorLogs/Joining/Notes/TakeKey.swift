internal import SlateNotes

/// A take as people name it: a slate or a scene, and the take.
struct TakeKey: Hashable, CustomStringConvertible {
    /// Scenes and slates are counted apart: slate 27 is not scene 27.
    private enum Kind: String {
        case slate
        case scene
    }

    private let kind: Kind
    private let number, take: SlateNumber

    private init(kind: Kind, number: SlateNumber, take: SlateNumber) {
        (self.kind, self.number, self.take) = (kind, number, take)
    }

    /// `scene 12a take 3`.
    var description: String { "\(kind.rawValue) \(NotedLine.short("\(number)")) take \(NotedLine.short("\(take)"))" }

    /// The slate, which is on no other shot, before the scene; none without a take.
    static func keys(_ said: (LogField) -> String?) -> [TakeKey] {
        guard let take = said(.take).flatMap({ SlateNumber($0) }) else { return [] }
        let slate = said(.slate).flatMap { SlateNumber($0) }.map { TakeKey(kind: .slate, number: $0, take: take) }
        let scene = said(.scene).flatMap { SlateNumber($0) }.map { TakeKey(kind: .scene, number: $0, take: take) }
        return [slate, scene].compactMap { $0 }
    }

    /// What a note says of a field that tells takes apart.
    static func said(_ note: SlateNote, _ field: LogField) -> String? {
        switch field {
        case .scene: note[.scene]
        case .slate: note[.slate]
        case .shot: note[.shot]
        case .take: note[.take]
        default: nil
        }
    }

    /// Whether what a note says of a take and what is known of a clip is the same wherever both speak.
    static func agree(_ note: SlateNote, _ values: LogValues) -> Bool {
        [LogField.scene, .slate, .shot, .take].allSatisfy { field in
            guard let said = said(note, field), let known = values[field] else { return true }
            return SlateNumber(said) == SlateNumber(known)
        }
    }
}
