internal import MediaTime

/// The rasters that a project of Media Composer can have: a log is refused by a project of another one.
enum ALERaster: String, Hashable, CaseIterable {
    case ntsc = "NTSC"
    case pal = "PAL"
    case hd720 = "720"
    case hd1080 = "1080"
    case custom = "CUSTOM"

    /// By width and height: DCI 2K is 1080 high and no 1080.
    init(width: Int, height: Int) {
        self =
            switch height {
            case 1080 where width <= 1920: .hd1080
            case 720 where width <= 1280: .hd720
            case 576 where width <= 1024: .pal
            case 486 where width <= 864: .ntsc
            default: .custom
            }
    }

    /// Nil where nobody said its size.
    init?(_ clip: LoggedClip) {
        guard let width = clip.values[.width].flatMap({ Int($0) }), width > 0,
            let height = clip.values[.height].flatMap({ Int($0) }), height > 0
        else { return nil }
        self.init(width: width, height: height)
    }
}

/// What all rows of one log have in common: the head of an ALE is said for all of them.
struct ALEClass: Hashable {
    /// How their timecode counts.
    let base: TimecodeBase
    /// What project takes them.
    let raster: ALERaster

    /// Slow before fast, counting every number before dropping some, small before large.
    static func comesBefore(_ one: ALEClass, _ other: ALEClass) -> Bool {
        if one.base.rate != other.base.rate { return one.base.rate < other.base.rate }
        if one.base.isDropFrame != other.base.isDropFrame { return other.base.isDropFrame }
        return one.raster.place < other.raster.place
    }
}

extension ALERaster {
    fileprivate var place: Int { ALERaster.allCases.firstIndex(of: self) ?? 0 }
}
