internal import Checksums

/// A plain list of checksums, as md5sum, sha1sum, xxhsum and their like write it.
///
/// GNU lines (`HEX  name`, `HEX *name`, a backslash in front when the name is escaped), BSD lines
/// (`MD5 (name) = HEX`), lines that end in CRLF, lists that end each line with a zero byte.
struct ChecksumList {
    struct Line: Equatable {
        /// The raw bytes of the name; nil when there is only a hash, of the file that the list is named after.
        var name: [UInt8]?
        var hash: ListedHash
    }

    private let text: ArraySlice<UInt8>
    private let named: ChecksumAlgorithm?
    private let isXXH: Bool

    /// The algorithm a list's file name speaks of, by its ending or its whole name; nil when it says nothing clear.
    static func algorithm(ofListNamed name: some Collection<UInt8>) -> ChecksumAlgorithm? {
        let kind = kind(ofListNamed: name) ?? ""
        return ChecksumAlgorithm(rawValue: kind == "xxh128sum" ? "xxh128" : kind)
    }

    /// Whether a file's name says that it is a list of checksums.
    static func isName(_ name: some Collection<UInt8>) -> Bool { kind(ofListNamed: name) != nil }

    /// `md5`, `sha1`, `xxh128`… or `xxh` when the name does not say which.
    private static func kind(ofListNamed name: some Collection<UInt8>) -> String? {
        // By bytes first: this is asked of every file of a card, and hardly any is a list.
        let bytes = Array(name)
        let dot = bytes.lastIndex(of: UInt8(ascii: "."))
        guard isMarked(bytes[...]) || isMarked(dot.map { bytes[($0 + 1)...] } ?? []) else { return nil }
        let name = String(decoding: bytes, as: UTF8.self).lowercased()
        guard !name.hasPrefix("._") else { return nil }
        let ending = name.split(separator: ".").last.map(String.init) ?? name
        for kind in ["md5", "sha1", "sha256", "sha512", "xxh32", "xxh64", "xxh128", "xxh3", "xxhash", "xxh"] {
            let isEnding = name.contains(".") && (ending == kind || ending == kind + "sum" || ending == kind + "sums")
            let isWhole = [kind + "sum", kind + "sums", kind + "sum.txt", kind + "sums.txt"].contains(name)
            if isEnding || isWhole { return kind == "xxhash" ? "xxh" : kind }
        }
        return nil
    }

    /// Whether a name, or its ending, starts as those of lists do; letters of either case.
    private static func isMarked(_ text: ArraySlice<UInt8>) -> Bool {
        marks.contains { text.count >= $0.count && zip(text, $0).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
    }

    private static let marks = ["md5", "sha", "xxh"].map { Array($0.utf8) }

    /// Takes a list; `name` is its file's own name, which may say what its hashes are.
    init(_ bytes: [UInt8], name: some Collection<UInt8>) {
        named = ChecksumList.algorithm(ofListNamed: name)
        isXXH = ChecksumList.kind(ofListNamed: name)?.hasPrefix("xxh") ?? false
        text = ChecksumList.utf8(bytes)
    }

    /// Reads it line by line, without comments: a list may have a million lines.
    ///
    /// - Parameter take: is given each line's number, 1 being the first; nil for what is no line of such a list.
    func read<Failure: Error>(_ take: (Int, Line?) throws(Failure) -> Void) throws(Failure) {
        let isZeroEnded = text.contains(0)
        let isFromWindows = !isZeroEnded && endsAllLinesInCR
        var rest = text
        var number = 0
        while !rest.isEmpty {
            number += 1
            let row = rest.prefix { $0 != (isZeroEnded ? 0 : 0xA) }
            rest = rest[row.endIndex...].dropFirst()
            let line = isFromWindows && row.last == 0xD ? row.dropLast() : row
            if ChecksumList.isComment(line) { continue }
            try take(number, Line(line, named: named, isXXH: isXXH, isEscapable: !isZeroEnded))
        }
    }

    /// A name may end in CR; a list from Windows ends every line in one.
    private var endsAllLinesInCR: Bool {
        var last: UInt8 = 0xA
        for byte in text {
            if byte == 0xA, last != 0xD, last != 0xA { return false }
            last = byte
        }
        return true
    }

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == 0xD || $0 == 0x9 }
        return rest.isEmpty || rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: ";")
    }

    /// Without a byte order mark; UTF-16 becomes UTF-8.
    private static func utf8(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return bytes.dropFirst(3) }
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes[...] }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { (place: Int) -> UInt16 in
            let high = bytes[isLittle ? place + 1 : place]
            let low = bytes[isLittle ? place : place + 1]
            return UInt16(high) << 8 | UInt16(low)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)[...]
    }
}

extension ChecksumList.Line {
    fileprivate init?(_ line: ArraySlice<UInt8>, named: ChecksumAlgorithm?, isXXH: Bool, isEscapable: Bool) {
        let isEscaped = isEscapable && line.first == UInt8(ascii: "\\")
        var rest = isEscaped ? line.dropFirst() : line
        if let read = ChecksumList.Line(bsd: rest) {
            self = read
            if isEscaped { name = read.name.map { ChecksumList.Line.unescaped($0[...]) } }
            return
        }
        let digits = rest.prefix { !ChecksumList.Line.isSpace($0) }
        guard let hash = ChecksumList.Line.hash(digits, named: named, isXXH: isXXH) else { return nil }
        rest = rest[digits.endIndex...]
        guard !rest.allSatisfy(ChecksumList.Line.isSpace) else {
            self.init(name: nil, hash: hash)
            return
        }
        // One space, then a space or a star: a name may itself start with either.
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "*") { rest = rest.dropFirst() }
        // TeraCopy: "HEX ?XXHASH64*name".
        if rest.first == UInt8(ascii: "?"), let star = rest.firstIndex(of: UInt8(ascii: "*")) {
            rest = rest[(star + 1)...]
        }
        self.init(name: isEscaped ? ChecksumList.Line.unescaped(rest) : Array(rest), hash: hash)
    }

    /// `SHA256 (name) = HEX`; the name may hold anything, so the first and the last mark count.
    private init?(bsd line: ArraySlice<UInt8>) {
        var line = line
        if line.last == 0xD { line = line.dropLast() }
        guard let open = line.firstIndex(of: UInt8(ascii: "(")), open > line.startIndex,
            let close = line.lastIndex(of: UInt8(ascii: ")")), close > open,
            line[(close + 1)...].starts(with: " = ".utf8)
        else { return nil }
        var kind = String(decoding: line[..<open], as: UTF8.self).trimmed.lowercased()
        let isLittleEndian = kind.hasSuffix("_le")
        if isLittleEndian { kind.removeLast(3) }
        if kind == "xxh3_64" { kind = "xxh3" }
        let digits = String(decoding: line[(close + 4)...], as: UTF8.self).trimmed
        guard let algorithm = ChecksumAlgorithm(rawValue: kind.replacing("-", with: "")),
            let checksum = Checksum(algorithm, text: digits)
        else { return nil }
        let bytes = isLittleEndian ? checksum.bytes.reversed() : checksum.bytes
        self.init(
            name: Array(line[(open + 1)..<close]), hash: ListedHash([Checksum(algorithm, unchecked: bytes)]))
    }

    /// The digits alone only say how long the digest is; the list's name says whose it is.
    private static func hash(_ digits: ArraySlice<UInt8>, named: ChecksumAlgorithm?, isXXH: Bool) -> ListedHash? {
        // xxhsum from 0.8.2 on tells XXH3 from XXH64 so.
        if digits.starts(with: "XXH3_".utf8) { return hash(digits.dropFirst(5), named: .xxh3, isXXH: true) }
        let text = String(decoding: digits, as: UTF8.self)
        if let named, let hash = hash(text, named) { return hash }
        let algorithm: ChecksumAlgorithm? =
            switch digits.count {
            case 8 where isXXH: .xxh32
            case 16: .xxh64
            case 32: isXXH ? .xxh128 : .md5
            case 40: .sha1
            case 64: .sha256
            case 128: .sha512
            default: nil
            }
        return algorithm.flatMap { hash(text, $0) }
    }

    /// `xxhsum --little-endian` writes the same line with the digits the other way round, and does not say so.
    private static func hash(_ text: String, _ algorithm: ChecksumAlgorithm) -> ListedHash? {
        switch algorithm {
        case .xxh32, .xxh64, .xxh3, .xxh128: ListedHash(algorithm, eitherOrder: text)
        case .c4, .md5, .sha1, .sha256, .sha512: Checksum(algorithm, text: text).map { ListedHash([$0]) }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x9 || byte == 0xD }

    /// `\\`, `\n` and `\r`, as GNU writes them.
    private static func unescaped(_ name: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = name
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            bytes.append(next == UInt8(ascii: "n") ? 0xA : next == UInt8(ascii: "r") ? 0xD : next)
        }
        return bytes
    }
}
