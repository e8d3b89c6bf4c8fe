internal import ClipMetadata
public import FileTree

/// How much the pictures of a page may take.
public struct PictureLimits: Sendable {
    /// Clips with pictures: three pictures are 20 kB in the page, and a browser should open it at once.
    public var clips = 1000
    /// How many programs work at once: each decodes on one core, and disks are shared.
    public var lanes = 2
    /// Time for the pictures of one clip: an 8K frame takes a second, a sleeping disk ten.
    public var time = Duration.seconds(30)
    /// Time that may be lost altogether on clips that took too long; the others are not asked any more.
    public var timeForTrouble = Duration.seconds(300)
    /// Address space of one program: a frame of 8K with 16 bits a channel is 400 MB with what it is made of.
    public var memory = ByteCount.mebibytes(4096)
    /// The largest picture that is taken into the page: one of 160 × 320 pixels is a fifth of it.
    public var picture = ByteCount.kibibytes(64)

    /// What fits a day of shooting.
    public init() {}

    var probe: ProbeLimits {
        var limits = ProbeLimits()
        limits.memory = memory
        limits.answer = ByteCount.mebibytes(4)
        return limits
    }
}
