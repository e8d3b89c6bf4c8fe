/// One reading of a name by a pattern.
struct NameReading {
    /// The names that a pattern may end with are no longer than this: `-T001_TR12_13_D_0001` is the longest there is.
    static let longestTail = 24

    private let bytes: [UInt8]
    /// Which bytes each field holds.
    private(set) var fields: [(field: NamePattern.Field, range: Range<Int>)] = []

    /// Reads the capitals of a name; nil when it does not follow the pattern.
    init?(_ bytes: [UInt8], by pattern: NamePattern) {
        self.bytes = bytes
        guard reads(pattern) else { return nil }
    }

    private mutating func reads(_ pattern: NamePattern) -> Bool {
        let first = max(1, bytes.count - NameReading.longestTail)
        switch pattern.head {
        case .none:
            return meets(pattern.pieces, upTo: 0)
        case .shortest(let field):
            return first <= bytes.count
                && (first...bytes.count).contains { meets(pattern.pieces, after: field, upTo: $0) }
        case .longest(let field):
            return first <= bytes.count
                && (first...bytes.count).reversed().contains { meets(pattern.pieces, after: field, upTo: $0) }
        case .stretches(let field):
            return first <= bytes.count
                && (first...bytes.count).contains { end in
                    meets(pattern.pieces, after: field, upTo: end) && isStretches(upTo: end)
                }
        }
    }

    private func isStretches(upTo end: Int) -> Bool {
        bytes[..<end].split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy { stretch in
            !stretch.isEmpty && stretch.allSatisfy(NamePattern.Letters.alphanumerics.contains)
        }
    }

    private mutating func meets(_ pieces: [NamePattern.Piece], after field: NamePattern.Field, upTo end: Int) -> Bool {
        guard meets(pieces, upTo: end), bytes[..<end].allSatisfy(NamePattern.Letters.anything.contains) else {
            return false
        }
        fields.append((field, 0..<end))
        return true
    }

    /// Whether the pieces are met from `start` to the end of the name.
    private mutating func meets(_ pieces: [NamePattern.Piece], upTo start: Int) -> Bool {
        fields.removeAll(keepingCapacity: true)
        return end(of: pieces, from: start) == bytes.count
    }

    private mutating func end(of pieces: [NamePattern.Piece], from start: Int) -> Int? {
        var place = start
        for piece in pieces {
            guard let next = end(of: piece, from: place) else { return nil }
            place = next
        }
        return place
    }

    private mutating func end(of piece: NamePattern.Piece, from start: Int) -> Int? {
        switch piece {
        case .text(let text):
            return bytes[start...].starts(with: text.utf8) ? start + text.utf8.count : nil
        case .run(let letters, let counts):
            return end(ofRun: letters, counts, from: start)
        case .either(let choices):
            return end(ofFirst: choices, from: start)
        case .maybe(let choices):
            return end(ofFirst: choices, from: start) ?? start
        case .field(let field, let pieces):
            guard let end = end(of: pieces, from: start) else { return nil }
            fields.append((field, start..<end))
            return end
        case .unless(let pieces):
            let known = fields.count
            defer { fields.removeSubrange(known...) }
            return end(of: pieces, from: start) == bytes.count ? nil : start
        case .boundary:
            return start == bytes.count || bytes[start] == UInt8(ascii: "_") ? start : nil
        }
    }

    /// What a choice that was not met in the end had put into fields is taken back.
    private mutating func end(ofFirst choices: [[NamePattern.Piece]], from start: Int) -> Int? {
        let known = fields.count
        for choice in choices {
            if let end = end(of: choice, from: start) { return end }
            fields.removeSubrange(known...)
        }
        return nil
    }

    private func end(ofRun letters: NamePattern.Letters, _ counts: [Int], from start: Int) -> Int? {
        guard let most = counts.max() else { return nil }
        // A character beyond ASCII is counted once, by its first byte.
        var (place, count, ends) = (start, 0, [start])
        while place < bytes.count, letters.contains(bytes[place]) {
            let isContinuation = bytes[place] & 0xC0 == 0x80
            if !isContinuation, count == most { break }
            place += 1
            if isContinuation { ends[count] = place } else { ends.append(place); count += 1 }
        }
        return counts.filter { $0 <= count }.max().map { ends[$0] }
    }
}
