/// How names of one grammar are written, as pieces that are met from left to right.
///
/// A piece takes what it can and never gives back, so a name is read in one go, whatever its length; the grammars are
/// written so that nothing is lost by it.
struct NamePattern {
    /// One piece.
    indirect enum Piece {
        /// Exactly this.
        case text(String)
        /// As many as there are, if it is one of these numbers; else the largest of them that is not more.
        case run(Letters, [Int])
        /// The first of these that is met.
        case either([[Piece]])
        /// The first of these that is met, or nothing.
        case maybe([[Piece]])
        /// What a field holds.
        case field(Field, [Piece])
        /// The name may not end like this from here.
        case unless([Piece])
        /// Here the name ends, or `_` follows.
        case boundary
    }

    /// What stands before the pieces, which then are met at the name's end.
    enum Head {
        /// Nothing: the pieces are the whole name.
        case none
        /// Anything but control characters, as short as it can be.
        case shortest(Field)
        /// Anything but control characters, as long as it can be.
        case longest(Field)
        /// Letters and digits, in stretches with `_` between them.
        case stretches(Field)
    }

    let head: Head
    let pieces: [Piece]

    /// The pieces are the whole name.
    init(_ pieces: [Piece]) {
        self.init(.none, pieces)
    }

    /// The pieces follow the head.
    init(_ head: Head, _ pieces: [Piece]) {
        self.head = head
        self.pieces = pieces
    }
}

extension NamePattern {
    /// The fields of ``ClipName``.
    enum Field {
        case camera, reel, position, clip, kind, prefix, part, frame, date, time, serial, role, track, user, scene, take
    }

    /// A set of ASCII characters, with or without everything beyond.
    struct Letters {
        private let low: UInt64
        private let high: UInt64
        private let others: Bool

        /// Those of a text.
        init(_ text: String) {
            var bits: (low: UInt64, high: UInt64) = (0, 0)
            for byte in text.utf8 where byte < 128 {
                if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
            }
            (low, high) = bits
            others = false
        }

        /// All but `excluded`, but no control characters.
        init(allBut excluded: Letters) {
            low = ~excluded.low & ~0xFFFF_FFFF
            high = ~excluded.high & ~(1 << 63)
            others = true
        }

        func contains(_ byte: UInt8) -> Bool {
            if byte >= 128 { return others }
            return byte < 64 ? low >> UInt64(byte) & 1 == 1 : high >> UInt64(byte - 64) & 1 == 1
        }

        static let digits = Letters("0123456789")
        static let letters = Letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        static let alphanumerics = Letters("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        static let anything = Letters(allBut: Letters(""))
    }
}
