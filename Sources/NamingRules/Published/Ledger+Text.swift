internal import Checksums
internal import FileTree
internal import Manifests

/// A ledger as a file that people read: the schema, then a line a file, its values set apart by tabs.
///
/// ```
/// rushes-ledger/1
/// 2026-11-22T16:00:00Z	9f86d081884c7d659a2feaa0c55ad015	48211004	VFX/publish/AGM_104_comp_v003.mov
/// ```
extension Ledger {
    /// The first line.
    static let schema = "rushes-ledger/1"
    /// A ledger has so many bytes at most: five million files, as many as a manifest may list, with paths of 100 bytes.
    static let mostBytes = ByteCount.mebibytes(1024)
    /// A line has so many bytes at most: the longest path that a tree is walked to, each byte escaped.
    static let longestLine = 100 + 3 * 256 * TreeWalk.deepest

    /// Why a text is no ledger.
    struct Mistake: Error, Hashable {
        /// 1 being the first.
        let line: Int
        /// With a full stop.
        let sentence: String
    }

    /// Reads a ledger's text, every line of which must be right: what was published is never guessed.
    init(text: [UInt8]) throws(Mistake) {
        self.init()
        var number = 0
        var clock = Clock()
        var rest = text[...]
        while !rest.isEmpty {
            number += 1
            guard let end = rest.prefix(Ledger.longestLine + 1).firstIndex(of: UInt8(ascii: "\n")) else {
                throw Mistake(
                    line: number, sentence: rest.count > Ledger.longestLine ? "It is too long." : "It has no end.")
            }
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            if number == 1 {
                guard line.elementsEqual(Ledger.schema.utf8) else {
                    throw Mistake(line: 1, sentence: "It is not \(Ledger.schema).")
                }
            } else if let sentence = take(line, &clock) {
                throw Mistake(line: number, sentence: sentence)
            }
        }
        if number == 0 { throw Mistake(line: 1, sentence: "It is not \(Ledger.schema).") }
    }

    /// Takes one line; what is wrong with it, if something is.
    private mutating func take(_ line: ArraySlice<UInt8>, _ clock: inout Clock) -> String? {
        let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 4, omittingEmptySubsequences: false)
        guard fields.count == 4 else { return "It is not a time, an XXH128, a size and a path with tabs between them." }
        guard let recorded = clock.time(fields[0]) else { return "Its time is not one like 2026-11-22T16:00:00Z." }
        let digits = String(decoding: fields[1], as: UTF8.self)
        guard let content = Checksum(Ledger.algorithm, text: digits) else { return "Its XXH128 is not 32 hex digits." }
        guard let size = Ledger.size(fields[2]) else { return "Its size is not a number of bytes." }
        guard let bytes = LedgerPath.bytes(of: fields[3]), let path = RelativePath(bytes) else {
            return "Its path is not one below the folder."
        }
        guard let line = Line(path: path, size: size, content: content, recorded: recorded), append(line) else {
            return
                "Its path does not come behind the one before it: lines come by the bytes of their paths, none twice."
        }
        return nil
    }

    private static func size(_ field: ArraySlice<UInt8>) -> ByteCount? {
        let text = String(decoding: field, as: UTF8.self)
        return Int64(text).flatMap { $0 >= 0 && "\($0)" == text ? ByteCount($0) : nil }
    }

    /// The text of the ledger.
    var text: [UInt8] {
        var text = Array("\(Ledger.schema)\n".utf8)
        var clock = Clock()
        for place in 0..<count {
            let line = self[place]
            text += clock.text(line.recorded)
            text += Array("\t\(line.content)\t\(line.size.bytes)\t".utf8)
            text += LedgerPath.text(of: line.path)
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }
}

/// Times and their texts; most lines have that of the one before.
private struct Clock {
    private var last: (text: [UInt8], time: Instant)?

    /// Nil for a text that is no time in UTC in whole seconds.
    mutating func time(_ field: ArraySlice<UInt8>) -> Instant? {
        if let last, field.elementsEqual(last.text) { return last.time }
        let text = String(decoding: field, as: UTF8.self)
        // Written otherwise, or no day of any calendar, it would not come back the same.
        guard let time = Instant(xmlDateTime: text), time.utc == text else { return nil }
        last = (Array(field), time)
        return time
    }

    mutating func text(_ time: Instant) -> [UInt8] {
        if let last, last.time == time { return last.text }
        let text = Array(time.utc.utf8)
        last = (text, time)
        return text
    }
}
