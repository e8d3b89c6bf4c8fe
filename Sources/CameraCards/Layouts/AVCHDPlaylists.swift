internal import ClipMetadata
internal import FileTree

/// Which streams of AVCHD are one recording, and what playlists name that is not there.
///
/// A recording longer than a FAT file can be goes on in the next stream; only the playlist says so.
struct AVCHDPlaylists {
    /// Where a stream stands in a recording of several.
    struct Join: Hashable {
        /// The recording's first stream: `00003`.
        let first: String
        /// Which part of it, from 1.
        let part: Int
    }

    /// By the name of the stream; streams that are a recording of their own are not in it.
    private(set) var joins: [String: Join] = [:]
    private(set) var findings: [CardFinding] = []

    init(in root: Int, on card: CardTree) {
        let streams = Set((card.folder(at: "STREAM", from: root).map(card.files(in:)) ?? []).map(card.stem(of:)))
        let told = streams.union(
            (card.folder(at: "CLIPINF", from: root).map(card.files(in:)) ?? []).map(card.stem(of:)))
        var missing = Set<String>()
        for file in card.folder(at: "PLAYLIST", from: root).map(card.files(in:)) ?? []
        where ["MPL", "MPLS"].contains(card.fileExtension(of: file)) {
            guard let playlist = read(file, on: card) else { continue }
            for run in playlist.recordings {
                let isHere = run.contains(where: streams.contains)
                let there = isHere ? run.lastIndex(where: told.contains) : nil
                for (part, name) in run.enumerated() {
                    if run.count > 1 { joins[name] = Join(first: run[0], part: part + 1) }
                    // A part that is missing beside others is told as such, where anything is left behind it.
                    guard !streams.contains(name), part > there ?? -1, missing.insert(name).inserted else { continue }
                    findings.append(.notThere("stream \(name)", namedBy: card.path(of: file), .error))
                }
            }
        }
    }

    private mutating func read(_ file: Int, on card: CardTree) -> AVCHDPlaylist? {
        let place = card.path(of: file)
        do {
            if let playlist = AVCHDPlaylist(try card.contents(of: file)) { return playlist }
            throw MetadataError(.damaged, at: place.description, "it is no whole playlist")
        } catch {
            findings.append(.unreadableIndex(place, error))
            return nil
        }
    }
}

/// The streams that one playlist plays, in order.
///
/// Source: the Blu-ray playlist as libbluray reads it, and what Panasonic's and Canon's camcorders were seen to write
/// (knotless.com, "AVCHD MPL File Format"): JVC joins nothing.
struct AVCHDPlaylist: Hashable {
    /// The names of the streams: `00000`.
    private(set) var streams: [String] = []
    /// The same, those that are one recording together.
    private(set) var recordings: [[String]] = []

    /// How a stream follows the one before: 1 as the first, 5 as a new recording, 6 as the same recording going on.
    private static let goesOn: UInt8 = 6

    /// Nil for bytes that are no playlist, or end before it does.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: "MPLS".utf8), let start = AVCHDPlaylist.number(bytes, at: 8, 4),
            let count = AVCHDPlaylist.number(bytes, at: start + 6, 2)
        else { return nil }
        var place = start + 10
        for _ in 0..<count {
            guard let length = AVCHDPlaylist.number(bytes, at: place, 2), length >= 12,
                place + 2 + length <= bytes.count
            else { return nil }
            let name = bytes[place + 2..<place + 7]
            guard name.allSatisfy(ReelName.isDigit) else { return nil }
            append(String(decoding: name, as: UTF8.self), goesOn: bytes[place + 12] & 0x0F == AVCHDPlaylist.goesOn)
            place += 2 + length
        }
    }

    private mutating func append(_ stream: String, goesOn: Bool) {
        streams.append(stream)
        if goesOn, !recordings.isEmpty {
            recordings[recordings.count - 1].append(stream)
        } else {
            recordings.append([stream])
        }
    }

    /// A big-endian number of up to four bytes; nil beyond the end.
    private static func number(_ bytes: [UInt8], at place: Int, _ count: Int) -> Int? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }
}
