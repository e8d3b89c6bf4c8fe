internal import Checksums
internal import Custody
internal import FileTree
internal import Ingest
internal import Proof

/// What is to be said of one file: what was expected, what was found, and what to do.
struct FindingWords {
    let finding: FileFinding
    let names: ManifestNames
    /// Whether what was read came from the device, as far as is known, and not from a cache.
    let isFromDevice: Bool

    /// One line; nil for what is as it should be.
    var line: String? {
        switch finding.verdict {
        case .equal, .sizeEqual: nil
        case .equalInOtherOrder(let algorithm):
            "NOTE \(path): the manifest has its \(algorithm.rawValue) in the other byte order than its format says; "
                + "the content is equal."
        case .differs(let expected, let found, let second):
            "DIFFERS \(path): \(size)\(expected.algorithm.rawValue) \(expected) expected, \(found) found, "
                + words(second, expected)
        case .sizeDiffers(let expected, let found):
            "DIFFERS \(path): \(exact(expected)) expected, \(exact(found)) found"
                + (finding.checksums.isEmpty
                    ? ". \(Self.restore)" : ", though no checksum of it differs: perhaps the manifest has it wrong.")
        case .notCompared: "NOT COMPARED \(path): it is listed without a checksum or size that is known."
        case .missing(let reason?): "MISSING \(path): the offload could not copy it: \(SafeText.of(reason))."
        case .missing(nil): "MISSING \(path)\(listed)"
        case .folderMissing: "MISSING FOLDER \(path)\(listed)"
        case .folderDiffers(.content): "FOLDER DIFFERS \(path): what its files hold is not what was sealed."
        case .folderDiffers(.structure):
            "FOLDER DIFFERS \(path): its files hold what was sealed under other names or elsewhere."
        case .notListed: "NOT LISTED \(path)"
        case .folderNotListed: "FOLDER NOT LISTED \(path)"
        case .unreadable(let failure): "UNREADABLE \(path): \(SafeText.of(failure.sentence)). \(failure.nextStep)"
        case .notAFile(let kind): "NOT A FILE \(path): \(kind.name), neither followed nor read."
        }
    }

    private static let restore = "Restore it from another copy."

    private var path: String { finding.path.isEmpty ? "." : SafeText.of(finding.path[...]) }

    private var listed: String { finding.manifest.map { ": listed in \(names.of($0))." } ?? "" }

    private var size: String {
        guard let expected = finding.expectedSize, let found = finding.size else { return "" }
        return "\(exact(expected)) expected, \(exact(found)) found; "
    }

    private func exact(_ size: ByteCount) -> String { counted(Int(size.bytes), "byte") }

    private func words(_ second: FileFinding.SecondReading, _ expected: Checksum) -> String {
        switch second {
        case .sameAgain:
            "twice the same: \(isFromDevice ? "the medium" : "most likely the medium") holds it so. \(Self.restore)"
        case .different(expected):
            "and equal when it was read again: suspect the cable, the reader or the memory. Try another and verify "
                + "again."
        case .different(let again):
            "\(again) when it was read again: different each time, so suspect the cable, the reader or the memory. Try "
                + "another and verify again."
        case .failed(let failure):
            "and it could not be read again (\(SafeText.of(failure.sentence))). Check the cable and the reader, and "
                + "verify again."
        case .notDone: "not read again, as it was stopped. Verify again."
        }
    }
}
