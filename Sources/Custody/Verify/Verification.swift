public import FileTree
public import Manifests

/// Something that happens while copies are verified; facts, no words.
public enum VerifyEvent: Sendable {
    /// A path could not be verified at all.
    case refused(CustodyError)
    /// A path was looked at, and reading starts: so many files, so many bytes.
    case began(path: String, witnesses: [VerifyOutcome.Witness], files: Int, size: ByteCount)
    /// So much has been read.
    case progress(read: ByteCount, of: ByteCount)
    /// A file differs; it will be read once more.
    case suspect(path: RelativePath)
    /// What was found of a file.
    case file(FileFinding)
    /// A path is done.
    case finished(VerifyOutcome)
}

/// Verifies backups that any tool made.
public struct Verification {
    private let request: VerifyRequest

    /// Takes a request.
    public init(_ request: VerifyRequest) {
        self.request = request
    }

    /// Verifies every path, one after another.
    ///
    /// - Parameters:
    ///   - tell: is told what happens, on the calling thread.
    ///   - shouldStop: is asked often.
    /// - Returns: the worst status of all paths, and whether threads were left stuck in the system.
    public func run(
        tell: @escaping (VerifyEvent) -> Void, shouldStop: @escaping () -> Bool
    ) -> (status: RunStatus, leftThreadsBehind: Bool) {
        var statuses: Set<RunStatus> = []
        var leftThreadsBehind = false
        for path in request.paths {
            do throws(CustodyError) {
                guard !shouldStop() else { throw .stopped(path) }
                let scope = try scope(of: path)
                guard request.recorder == nil || scope.part.isRoot else { throw .partOfRoll(path) }
                var verdicts = ScopeVerification(scope: scope, request: request, tell: tell, shouldStop: shouldStop)
                let outcome = verdicts.run()
                tell(.finished(outcome))
                statuses.formUnion(outcome.statuses)
                leftThreadsBehind = leftThreadsBehind || outcome.leftThreadsBehind
            } catch {
                tell(.refused(error))
                statuses.insert(error.status)
            }
        }
        return (RunStatus.worst(of: statuses), leftThreadsBehind)
    }

    private func scope(of path: String) throws(CustodyError) -> VerifyScope {
        guard let against = request.against else { return try VerifyScope.finding(path) }
        let manifest = try ManifestArgument.read(against)
        try checkPatterns(of: manifest)
        return try VerifyScope.judging(path, by: manifest, named: against)
    }

    /// A pattern that means nothing the manifest lists is a slip of the pen, and would ask for nothing.
    private func checkPatterns(of manifest: ReadManifest) throws(CustodyError) {
        for text in request.only?.texts ?? [] where !text.hasPrefix("!") {
            let pattern = IgnorePatterns([text])
            guard !manifest.history.paths.contains(where: pattern.matchesOrHolds) else { continue }
            throw CustodyError(
                .usage, at: text, "This pattern means nothing that the manifest lists.",
                nextStep: "Write it as in .gitignore, from the roll's own folder.", status: .usage)
        }
    }
}
