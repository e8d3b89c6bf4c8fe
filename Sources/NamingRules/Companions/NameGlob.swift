internal import FileTree

/// A pattern for a name, as shells have them: `*` for anything, `?` for one byte; letters of ASCII in any case.
///
/// With slashes its last part is for the name, and those before it for the folders right around it: `proxy/*.mp4`.
struct NameGlob: Hashable, Sendable {
    /// A part of a pattern.
    enum Piece: Hashable, Sendable {
        /// One byte, in small letters.
        case byte(UInt8)
        /// Any one byte.
        case one
        /// Any bytes.
        case any
    }

    /// The patterns for the folders around it, the nearest first.
    private let folders: [[Piece]]
    /// The pattern for the name itself.
    let pieces: [Piece]

    /// Patterns are no longer than this, in bytes: as long as a name may be, for each of a few folders.
    static let longest = 1024

    /// Takes pieces that were put together.
    init(_ pieces: [Piece]) {
        (folders, self.pieces) = ([], pieces)
    }

    /// Reads a pattern; nil where it is empty, too long, or has an empty part.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= NameGlob.longest, parts.allSatisfy({ !$0.isEmpty }), let name = parts.last else {
            return nil
        }
        pieces = NameGlob.pieces(name)
        folders = parts.dropLast().reversed().map { NameGlob.pieces($0) }
    }

    /// The pieces of a text.
    static func pieces(_ text: some Sequence<UInt8>) -> [Piece] {
        text.map { byte in
            switch byte {
            case UInt8(ascii: "*"): .any
            case UInt8(ascii: "?"): .one
            default: .byte(byte.folded)
            }
        }
    }

    /// The bytes that stand for themselves.
    static func literal(_ bytes: some Sequence<UInt8>) -> [Piece] { bytes.map { .byte($0.folded) } }

    /// Whether an entry of a tree is meant.
    func matches(_ entry: Int, in tree: TreeSnapshot) -> Bool {
        guard matches(tree.name(of: entry)) else { return false }
        var folder = entry
        for pieces in folders {
            folder = Int(tree.entries[folder].parent)
            guard folder != 0, NameGlob.matches(pieces, tree.name(of: folder)) else { return false }
        }
        return true
    }

    /// Whether a name is meant, whatever folders lie around it.
    func matches(_ name: ArraySlice<UInt8>) -> Bool { NameGlob.matches(pieces, name) }

    /// The bytes before the first piece that stands for several.
    var head: [UInt8] {
        pieces.prefix { $0 != .any && $0 != .one }.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    }

    /// Only the latest `*` is ever tried again: the work is at most the product of both lengths.
    private static func matches(_ pieces: [Piece], _ name: ArraySlice<UInt8>) -> Bool {
        // Most patterns are a star and an ending.
        if case .byte(let last)? = pieces.last, let end = name.last, end.folded != last { return false }
        var (piece, place) = (0, name.startIndex)
        var star: (piece: Int, place: Int)?
        while place < name.endIndex {
            if piece < pieces.count, pieces[piece] == .any {
                star = (piece, place)
                piece += 1
            } else if piece < pieces.count, fits(pieces[piece], name[place]) {
                (piece, place) = (piece + 1, place + 1)
            } else if let last = star {
                star = (last.piece, last.place + 1)
                (piece, place) = (last.piece + 1, last.place + 1)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { $0 == .any }
    }

    private static func fits(_ piece: Piece, _ byte: UInt8) -> Bool {
        switch piece {
        case .byte(let own): own == byte.folded
        case .one, .any: true
        }
    }
}

extension RuleParameters {
    /// Patterns for names: a text or a list.
    mutating func globs(_ key: String) throws(RuleFileError) -> [NameGlob] {
        let line = line
        var globs: [NameGlob] = []
        for text in try texts(key) ?? [] {
            guard let glob = NameGlob(text) else {
                throw RuleFileError(
                    .value, line: line, "\(key) of the \(subject) has a pattern that matches no name: \(text).",
                    nextStep: "Write it like '*.mov' or 'proxy/*.mp4'.")
            }
            globs.append(glob)
        }
        return globs
    }
}
