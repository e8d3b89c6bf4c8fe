internal import CameraCards
internal import SlateNotes

/// What the name of a recording says of take and track.
enum SoundTrackName {
    /// Letters and digits of a track: `_1`, `_12`, `_L`, `_Tr1`.
    private static let track = 1...4

    /// The name that all tracks of a take share: `12A-T03` of `12A-T03_1`; nil where there is no track.
    static func base(of stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let line = stem.lastIndex(of: UInt8(ascii: "_")), line > stem.startIndex else { return nil }
        let tail = stem[(line + 1)...]
        let isNumber = tail.count <= 2 && tail.allSatisfy(NameWords.isDigit)
        let isLetter = tail.count == 1 && tail.allSatisfy(NameWords.isLetter)
        let isTrack = tail.count > 2 && tail.prefix(2).elementsEqual([UInt8(ascii: "T"), UInt8(ascii: "r")])
        return track.contains(tail.count) && (isNumber || isLetter || isTrack) ? stem[..<line] : nil
    }

    /// The take that a recorder's name tells: `12AT01`, `12A-T001`; nil for other names.
    static func take(of stem: ArraySlice<UInt8>) -> ExpectedTake? {
        let text = String(decoding: stem, as: UTF8.self)
        guard let name = ClipName(text, trying: [.zoom, .soundDevices]),
            let scene = name.scene.flatMap({ SlateNumber($0) }),
            let take = name.take.flatMap({ SlateNumber($0) })
        else { return nil }
        return ExpectedTake(scene: scene, take: take)
    }
}
