/// What a file with media holds, by its extension.
enum MediaKind: Hashable, Sendable {
    /// A movie, or a camera's clip.
    case movie
    /// One picture, or a sequence of them.
    case frames
    /// Sound alone.
    case sound

    private static let extensions: [(MediaKind, [String])] = [
        (
            .movie,
            [
                "mov", "mp4", "m4v", "mxf", "mts", "m2ts", "m2t", "mpg", "avi", "mkv", "r3d", "rdc", "nev", "crm",
                "braw",
                "rmf", "insv", "360", "arx",
            ]
        ),
        (.frames, ["ari", "arx", "dng", "dpx", "exr", "tif", "tiff", "cin", "tga", "jp2", "j2c", "sgi", "png"]),
        (.sound, ["wav", "bwf", "w64", "rf64", "aif", "aiff"]),
    ]

    private static let known = Dictionary(
        extensions.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { first, _ in first })

    /// No extension of media is longer, in bytes.
    private static let longest = 4

    /// Nil for other extensions, thumbnails and proxies of cameras included: `.THM`, `.LRV`.
    init?(extension text: some Collection<UInt8>) {
        guard (1...MediaKind.longest).contains(text.count) else { return nil }
        guard let kind = MediaKind.known[String(decoding: text, as: UTF8.self).lowercased()] else { return nil }
        self = kind
    }

    /// Whether one may stand for the other: a laboratory's movie for a camera's frames, never sound for a picture.
    func stands(for other: MediaKind) -> Bool { (self == .sound) == (other == .sound) }

    /// A name's stem and extension; the whole name where it has no dot inside.
    static func parts(of name: ArraySlice<UInt8>) -> (stem: ArraySlice<UInt8>, extension: ArraySlice<UInt8>) {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
            return (name, name[name.endIndex...])
        }
        return (name[..<dot], name[(dot + 1)...])
    }
}

/// What stands beside the originals and is never them: proxies and thumbnails.
enum AsideNames {
    private static let folders: Set<String> = [
        "proxy", "proxies", "sub", "thmbnl", "thumbnail", "thumbnails", "thumbs", "icon", "luts", "lut",
    ]
    private static let endings = ["_proxy", "-proxy", ".proxy", " proxy", "_prx", "_lr"].map { Array($0.utf8) }

    /// Whether what lies in a folder of this name stands beside something else.
    static func isFolder(_ name: ArraySlice<UInt8>) -> Bool {
        name.count <= 10 && folders.contains(String(decoding: name, as: UTF8.self).lowercased())
    }

    /// Whether a name without its extension says so.
    static func isStem(_ stem: ArraySlice<UInt8>) -> Bool {
        endings.contains { ending in
            stem.count > ending.count
                && stem.suffix(ending.count).elementsEqual(ending) { one, other in
                    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(one) ? one | 0x20 == other : one == other
                }
        }
    }
}
