internal import Checksums

/// Which checksums of a file a generation lists, and with which action.
///
/// The reference's `create` (its version 1.2), and section 5.6 of the specification.
enum FormatRule {
    /// What a manifest says of a checksum.
    enum Action: String {
        case original, verified, failed
    }

    typealias Entry = (checksum: Checksum, action: Action)

    /// The formats to take: those asked for that the history has, else the first it has, and those asked for.
    static func formats(recorded: [ChecksumAlgorithm], asked: [ChecksumAlgorithm]) -> [ChecksumAlgorithm] {
        guard let first = recorded.first else { return asked }
        return asked.contains(where: recorded.contains) ? asked : [first] + asked
    }

    /// What is listed of a file that the history knows; nil when nothing could be compared.
    ///
    /// A new format is as good as the recorded ones that vouch for it in this very reading: when one of them
    /// differs, it is left out.
    static func entries(found: [Checksum], recorded: [Checksum], asked: [ChecksumAlgorithm]) -> [Entry]? {
        let formats = formats(recorded: recorded.map(\.algorithm), asked: asked)
        var compared: [Entry] = []
        for known in recorded {
            guard let checksum = found.first(where: { $0.algorithm == known.algorithm }) else { continue }
            compared.append((checksum, checksum == known ? .verified : .failed))
        }
        guard !compared.isEmpty else { return nil }
        // A format that was only taken for the folders' hashes is listed when it differs.
        let listed = compared.filter { formats.contains($0.checksum.algorithm) || $0.action == .failed }
        guard !compared.contains(where: { $0.action == .failed }) else { return listed }
        let new = found.filter { checksum in
            formats.contains(checksum.algorithm) && !compared.contains { $0.checksum.algorithm == checksum.algorithm }
        }
        return listed + new.map { ($0, .verified) }
    }
}
