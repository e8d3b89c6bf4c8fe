public import Checksums
public import FileTree

/// How a file compares with what one manifest says of it.
public enum Judgement: Hashable, Sendable {
    /// Every checksum that could be taken is equal.
    case equal
    /// The same, with a number written in the other byte order than its format says.
    case equalInOtherOrder(ChecksumAlgorithm)
    /// The content is another.
    case differs(expected: Checksum, found: Checksum)
    /// The size is another than the manifest says.
    case sizeDiffers(expected: ByteCount, found: ByteCount)
    /// The manifest gives a size alone, and that is equal; nothing is known of the content.
    case sizeOnly
    /// The manifest gives nothing that could be compared.
    case notCompared

    /// Whether the file is not what the manifest says.
    public var isWrong: Bool {
        switch self {
        case .differs, .sizeDiffers: true
        case .equal, .equalInOtherOrder, .sizeOnly, .notCompared: false
        }
    }

    /// Whether content was compared and found equal.
    public var isEqual: Bool {
        switch self {
        case .equal, .equalInOtherOrder: true
        case .differs, .sizeDiffers, .sizeOnly, .notCompared: false
        }
    }
}

extension TreeManifests {
    /// Compares what was found of a file with all that the manifests say of it.
    ///
    /// - Parameters:
    ///   - number: the file's number in the snapshot.
    ///   - size: its size.
    ///   - checksums: what was computed; none when only sizes are compared.
    /// - Returns: one judgement a manifest that lists the file, by its place in ``sources``.
    public func judge(
        _ number: Int, size: ByteCount, checksums: [Checksum]
    ) -> [(source: Int, judgement: Judgement)] {
        facts.statements(about: number).map { ($0.manifest, Judgement(of: $0, size: size, checksums: checksums)) }
    }
}

extension Judgement {
    /// A wrong checksum weighs more than a wrong size: it says so of the content itself.
    init(of statement: FactTable.Statement, size: ByteCount, checksums: [Checksum]) {
        var isCompared = false
        var otherOrder: ChecksumAlgorithm?
        for alternatives in statement.claims {
            guard let found = checksums.first(where: { $0.algorithm == alternatives[0].algorithm }) else { continue }
            guard alternatives.contains(found) else {
                self = .differs(expected: alternatives[0], found: found)
                return
            }
            isCompared = true
            // XXH32 is written in decimal or hex as well; only the order of bytes is worth a word.
            if alternatives[0] != found, alternatives[0].bytes.reversed() == found.bytes {
                otherOrder = found.algorithm
            }
        }
        if let expected = statement.size, expected != size.bytes {
            self = .sizeDiffers(expected: ByteCount(expected), found: size)
        } else if isCompared {
            self = otherOrder.map { .equalInOtherOrder($0) } ?? .equal
        } else {
            self = statement.size == nil ? .notCompared : .sizeOnly
        }
    }
}
