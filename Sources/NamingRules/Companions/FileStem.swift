internal import FrameSequences

/// What the names of files that belong together have in common.
enum FileStem {
    /// A name without its last extension; of a hidden file without one the whole.
    static func stem(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name }
        return name[..<dot]
    }

    /// What the frames of a sequence have before their numbers, without what separates it.
    static func stem(of sequence: FrameSequence) -> ArraySlice<UInt8> {
        var stem = sequence.prefix[...]
        while let last = stem.last, isSeparator(last) { stem.removeLast() }
        return stem
    }

    /// A stem without the number of a part behind it: `A001_C001_0527Q9` of `A001_C001_0527Q9_001`; nil without one.
    static func withoutPart(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let digits = stem.reversed().prefix(while: \.isDecimal).count
        guard parts.contains(digits), stem.count > digits + 1, isSeparator(stem[stem.endIndex - digits - 1]) else {
            return nil
        }
        return stem.dropLast(digits + 1)
    }

    /// A stem without the word behind it: `A001R2GJ` of `A001R2GJ_AVID`; nil where a number or version stands there.
    static func withoutWord(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let separator = stem.lastIndex(where: isSeparator), separator > stem.startIndex,
            separator + 1 < stem.endIndex, !stem[(separator + 1)...].contains(where: \.isDecimal)
        else { return nil }
        return stem[..<separator]
    }

    /// Parts are numbered with so many digits by all makers.
    private static let parts = 2...4

    private static func isSeparator(_ byte: UInt8) -> Bool { VersionToken.isSeparator(byte) }
}
