/// Who holds a lock: enough for a person to find the run.
public struct LockHolder: Hashable, Sendable {
    /// The machine's name.
    public let host: String
    /// The process number there.
    public let process: Int32
    /// Tells one boot of the machine from the next, so that a lock left by a power cut is known as stale.
    public let boot: String

    /// Names a holder.
    public init(host: String, process: Int32, boot: String) {
        self.host = host
        self.process = process
        self.boot = boot
    }

    /// One line: host, process and boot, separated by tabs.
    public var line: String { "\(host)\t\(process)\t\(boot)\n" }

    /// Reads the line back; nil when it is not one.
    public init?(line: String) {
        let fields = line.split(separator: "\n").first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
        guard fields.count == 3, let process = Int32(fields[1]) else { return nil }
        self.init(host: String(fields[0]), process: process, boot: String(fields[2]))
    }
}

/// A lock that this process holds.
public struct HeldLock: Hashable, Sendable {
    /// Where the lock lies.
    public let place: RelativePath
    /// The open lock file; -1 when the lock is the file's existence.
    public let number: Int32

    /// Names a lock.
    public init(place: RelativePath, number: Int32) {
        self.place = place
        self.number = number
    }
}

/// What came of asking for a lock.
public enum LockAttempt: Hashable, Sendable {
    case taken(HeldLock)
    /// Another run holds it; nil when it left no name.
    case held(by: LockHolder?)
}

/// A folder that this run holds for as long as it decides and writes.
public struct FolderLock: Hashable, Sendable {
    /// The folder, or the file that stands for it.
    public let place: RelativePath
    /// The open folder; -1 when the lock is the existence of the file.
    public let number: Int32

    /// Names a lock.
    public init(place: RelativePath, number: Int32) {
        self.place = place
        self.number = number
    }
}
