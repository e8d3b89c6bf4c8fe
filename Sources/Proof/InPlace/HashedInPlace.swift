public import Checksums
public import FileTree

/// Proof that one file was read where it lies, whole and undisturbed, and what its checksums are.
///
/// Only hashing in place makes one. It says what is there now and compares nothing: a manifest of process
/// `in-place` is sealed from these, never one of process `transfer`.
public struct HashedInPlace: Hashable, Sendable {
    /// The file's number in the snapshot of its tree.
    public let number: Int
    /// How many bytes were read: its size.
    public let size: ByteCount
    /// Its checksums, in the order of declaration of the algorithms.
    public let checksums: [Checksum]
    /// Whether the bytes were shown to come from the device and not from a cache.
    public let isFromDevice: Bool
    /// When its last byte was read.
    public let hashedAt: Instant

    init(number: Int, size: ByteCount, checksums: [Checksum], isFromDevice: Bool, hashedAt: Instant) {
        self.number = number
        self.size = size
        self.checksums = checksums
        self.isFromDevice = isFromDevice
        self.hashedAt = hashedAt
    }

    /// Its checksum by an algorithm, if that was asked for.
    public func checksum(_ algorithm: ChecksumAlgorithm) -> Checksum? {
        checksums.first { $0.algorithm == algorithm }
    }
}

/// Why a file could not be hashed where it lies.
public enum HashingFailure: Error, Hashable, Sendable {
    /// The disk refused.
    case disk(DiskError)
    /// Its size, times or number on the volume changed while it was read.
    case changedWhileRead

    /// Why, as a clause for whoever names the file and says what was not done: "permission was denied".
    public var cause: String {
        switch self {
        case .disk(let error): error.cause
        case .changedWhileRead: sentence
        }
    }

    /// What happened, for people, without a full stop.
    public var sentence: String {
        switch self {
        case .disk(let error): error.description
        case .changedWhileRead: "it was changed while it was read"
        }
    }
}
