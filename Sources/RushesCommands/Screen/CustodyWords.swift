internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests
internal import Proof

/// Says why a command could not do what it was asked.
protocol RefusalPrinter {
    /// Nothing was done.
    func tell(refusal: CustodyError)
}

extension CustodyError {
    /// Where, what and what to do, for people.
    var words: String {
        let next = nextStep.isEmpty ? "" : " \(SafeText.of(nextStep))"
        return "\(SafeText.of(place)): \(SafeText.of(sentence))\(next)"
    }
}

extension MissingFile {
    /// Where it should lie, in the manifest's own bytes.
    var place: [UInt8] { folder.isRoot ? bytes : folder.bytes + [UInt8(ascii: "/")] + bytes }
}

extension DiskError {
    /// A folder that could not be listed.
    var unreadableFolder: String {
        "UNREADABLE FOLDER \(SafeText.of(place)): \(cause). \(nextStep) Nothing is known of what it holds."
    }
}

extension HashingFailure {
    /// What the person can do about it.
    var nextStep: String {
        switch self {
        case .changedWhileRead: "Find out what writes there, then run the same command again."
        case .disk(let error):
            switch error.reason {
            case .hardware:
                "Check the cable and the reader, then run the same command again; if it stays so, restore it from "
                    + "another copy."
            case .denied: "Check the permissions, or run as a user who may read it."
            case .gone: "Connect the drive again, then run the same command again."
            default: error.nextStep
            }
        }
    }
}
