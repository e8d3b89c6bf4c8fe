/// How much of a copy is done on one destination.
public struct LaneProgress: Hashable, Sendable {
    /// Bytes written or, where nothing had to be written, about to be compared.
    public var bytesWritten: Int64 = 0
    /// Bytes read back so far.
    public var bytesReadBack: Int64 = 0
    /// Files that are proved and carry their names.
    public var filesProved = 0
    /// Their bytes.
    public var bytesProved: Int64 = 0
    /// For how long no request has come back, in nanoseconds.
    public var silence: Int64 = 0
    /// Whether it was given up.
    public var isDropped = false

    /// Nothing done yet.
    public init() {}
}
