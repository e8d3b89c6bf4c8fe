internal import ArgumentParser
internal import Checksums
internal import FileTree
internal import Manifests

extension IgnorePatterns {
    /// Patterns of an option; refuses those that would match nothing.
    init(checking texts: [String], of option: String) throws {
        self.init(texts)
        for text in texts where !self.texts.contains(text) {
            throw ValidationError("\(option) \(text): this pattern is empty, a comment, or too long.")
        }
    }
}

extension ChecksumAlgorithm {
    /// What `--hash` lists, separated by commas; each once.
    static func sealable(named list: String) throws -> [ChecksumAlgorithm] {
        var algorithms: [ChecksumAlgorithm] = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            guard let algorithm = ChecksumAlgorithm(rawValue: String(name)), sealable.contains(algorithm) else {
                let known = sealable.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--hash: there is no \"\(name)\"; choose from \(known).")
            }
            if !algorithms.contains(algorithm) { algorithms.append(algorithm) }
        }
        return algorithms
    }
}

extension Creator {
    /// Whoever runs this command, on this machine.
    static func here(author: String? = nil, note: String? = nil) -> Creator {
        Creator(hostname: Machine.hostName, version: RushesCommand.version, author: author, comment: note ?? "")
    }
}

extension Machine {
    /// Whether a loop device counts as a disk: for tests, and told when it is used.
    static var trustsLoop: Bool { environment("RUSHES_TRUST_LOOP") == "1" }
}
