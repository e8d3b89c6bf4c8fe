// Paths that are texts are cut at their bytes: for a string a slash and an accent behind it are one character.

extension StringProtocol {
    /// The names between the slashes.
    var pathNames: [String] {
        utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The last of them; nil where there is none.
    var lastPathName: String? {
        utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same without an ending of these very bytes; nil where it has another one.
    func without(ending: String) -> String? {
        guard utf8.count >= ending.utf8.count, utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) else {
            return nil
        }
        return String(decoding: utf8.dropLast(ending.utf8.count), as: UTF8.self)
    }
}

extension String {
    /// A path of Windows with slashes, as addresses have it; any other as it is, for which a backslash is a letter.
    var withSlashes: String {
        let slash = UInt8(ascii: "/")
        guard utf8.first != slash else { return self }
        return String(decoding: utf8.map { $0 == UInt8(ascii: "\\") ? slash : $0 }, as: UTF8.self)
    }
}
