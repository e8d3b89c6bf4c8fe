internal import Checksums
internal import Custody
internal import FileTree
internal import Manifests
internal import Proof

/// What was found of a file, for programs; documented in `docs/json.md`.
struct FileLine: Encodable {
    let type = "file"
    let path: String
    let path_base64: String?
    let verdict: String
    let status: Int32
    let size: Int64?
    let expected_size: Int64?
    let checksums: [String: String]?
    let algorithm: String?
    let expected: String?
    let found: String?
    let second_reading: String?
    let second_found: String?
    let message: String?
    let kind: String?
    let folder_difference: String?
    let manifest: String?
    let manifest_base64: String?

    init(_ finding: FileFinding) {
        path = String(decoding: finding.path, as: UTF8.self)
        path_base64 = JSONLines.base64(finding.path)
        verdict = finding.verdict.name
        status = finding.verdict.status?.rawValue ?? 0
        size = finding.size?.bytes
        checksums =
            finding.checksums.isEmpty
            ? nil
            : Dictionary(finding.checksums.map { ($0.algorithm.rawValue, $0.description) }, uniquingKeysWith: { $1 })
        manifest = finding.manifest?.description
        manifest_base64 = finding.manifest.flatMap { JSONLines.base64($0.bytes) }
        let difference = finding.verdict.difference
        algorithm = difference?.expected.algorithm.rawValue ?? finding.verdict.swapped?.rawValue
        expected = difference?.expected.description
        found = difference?.found.description
        second_reading = difference?.second.name
        second_found = difference?.second.checksum?.description
        expected_size = finding.verdict.expectedSize?.bytes ?? finding.expectedSize?.bytes
        message = finding.verdict.message
        folder_difference = finding.verdict.folderDifference
        kind = if case .notAFile(let kind) = finding.verdict { kind.name } else { nil }
    }
}

extension FileFinding.Verdict {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .equal: "equal"
        case .equalInOtherOrder: "equal_other_order"
        case .differs: "differs"
        case .sizeDiffers: "size_differs"
        case .sizeEqual: "size_equal"
        case .notCompared: "not_compared"
        case .missing: "missing"
        case .folderMissing: "folder_missing"
        case .folderDiffers: "folder_differs"
        case .notListed: "not_listed"
        case .folderNotListed: "folder_not_listed"
        case .unreadable: "unreadable"
        case .notAFile: "not_a_file"
        }
    }

    fileprivate var difference: (expected: Checksum, found: Checksum, second: FileFinding.SecondReading)? {
        if case .differs(let expected, let found, let second) = self { return (expected, found, second) }
        return nil
    }

    /// The algorithm whose number is written in the other byte order.
    fileprivate var swapped: ChecksumAlgorithm? {
        if case .equalInOtherOrder(let algorithm) = self { return algorithm }
        return nil
    }

    fileprivate var folderDifference: String? {
        switch self {
        case .folderDiffers(.content): "content"
        case .folderDiffers(.structure): "structure"
        default: nil
        }
    }

    fileprivate var expectedSize: ByteCount? {
        if case .sizeDiffers(let expected, _) = self { return expected }
        return nil
    }

    /// Why a file is missing, or could not be read the first or the second time.
    fileprivate var message: String? {
        switch self {
        case .missing(let reason): reason
        case .unreadable(let failure): failure.sentence
        case .differs(_, _, .failed(let failure)): failure.sentence
        default: nil
        }
    }
}

extension FileFinding.SecondReading {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .sameAgain: "same"
        case .different: "different"
        case .failed: "failed"
        case .notDone: "not_done"
        }
    }

    fileprivate var checksum: Checksum? {
        if case .different(let checksum) = self { return checksum }
        return nil
    }
}
