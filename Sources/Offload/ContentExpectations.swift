public import Checksums
public import FileTree

/// What is already known about the content of files before they are read.
public protocol ContentExpectations: Sendable {
    /// Why these checksums of a file are not what was expected; nil when they are, or nothing was.
    func contradiction(of number: Int, size: ByteCount, checksums: [Checksum]) -> FileFailure.Cause?
}

/// Nothing is known.
public struct NoExpectations: ContentExpectations {
    /// Expects nothing.
    public init() {}

    /// Never a contradiction.
    public func contradiction(of number: Int, size: ByteCount, checksums: [Checksum]) -> FileFailure.Cause? { nil }
}
