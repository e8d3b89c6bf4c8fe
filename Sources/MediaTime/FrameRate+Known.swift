extension FrameRate {
    /// 24000/1001, written 23.976 or 23.98.
    public static let ntsc24 = FrameRate(reduced: 24_000, over: 1001)
    /// 24, cinema.
    public static let fps24 = FrameRate(reduced: 24, over: 1)
    /// 25, PAL.
    public static let fps25 = FrameRate(reduced: 25, over: 1)
    /// 30000/1001, written 29.97.
    public static let ntsc30 = FrameRate(reduced: 30_000, over: 1001)
    /// 30.
    public static let fps30 = FrameRate(reduced: 30, over: 1)
    /// 48000/1001, written 47.952 or 47.95.
    public static let ntsc48 = FrameRate(reduced: 48_000, over: 1001)
    /// 48.
    public static let fps48 = FrameRate(reduced: 48, over: 1)
    /// 50.
    public static let fps50 = FrameRate(reduced: 50, over: 1)
    /// 60000/1001, written 59.94.
    public static let ntsc60 = FrameRate(reduced: 60_000, over: 1001)
    /// 60.
    public static let fps60 = FrameRate(reduced: 60, over: 1)
    /// 100.
    public static let fps100 = FrameRate(reduced: 100, over: 1)
    /// 120000/1001, written 119.88.
    public static let ntsc120 = FrameRate(reduced: 120_000, over: 1001)
    /// 120.
    public static let fps120 = FrameRate(reduced: 120, over: 1)
}
