/// A small file that somebody named on the command line.
public struct NamedFile: Sendable {
    /// The path as the person wrote it.
    public let argument: String

    /// Names a file.
    public init(_ argument: String) {
        self.argument = argument
    }

    /// All that it holds.
    ///
    /// - Parameter limit: a larger one is refused.
    public func contents(limit: ByteCount) throws(NamedFileError) -> [UInt8] {
        guard let path = Machine.resolvedPath(argument) else { throw .nothingThere }
        let bytes = Array(path.utf8)
        // A resolved path is absolute: it has a slash.
        let name = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        guard Machine.kind(ofPath: path) == .file, let file = RelativePath(Array(bytes[name...])) else {
            throw .notAFile
        }
        do throws(DiskError) {
            return try CardDisk(path: String(decoding: bytes[..<name], as: UTF8.self)).contents(of: file, limit: limit)
        } catch {
            // EFBIG: what a disk answers for more than was asked for; its own words are about writing.
            throw error.number == 27 ? .tooLarge(limit) : .unreadable(error)
        }
    }
}

/// Why a named file could not be read.
public enum NamedFileError: Error, Hashable, Sendable {
    /// There is nothing at its path.
    case nothingThere
    /// A folder, or something else, is there.
    case notAFile
    /// It is larger than the limit.
    case tooLarge(ByteCount)
    /// The disk refused.
    case unreadable(DiskError)

    /// What is wrong, for people, with a full stop.
    public var sentence: String {
        switch self {
        case .nothingThere: "There is nothing there."
        case .notAFile: "This is not a file."
        case .tooLarge(let limit): "It is larger than \(limit), as no such file is."
        case .unreadable(let error): "It could not be read: \(error.cause)."
        }
    }
}
