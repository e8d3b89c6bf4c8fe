public import FileTree
public import Proof
internal import XMLText

/// Histories of rolls as the ASC Media Hash List v2.0 defines them.
///
/// "ASC MHL Specification" v1.0 (2022) with its two schemas; what its reference tool does beyond or against
/// them is noted where it matters.
public enum ASCMHL {
    /// The namespace of manifests.
    static let namespace = "urn:ASC:MHL:v2.0"
    /// The namespace of chains.
    static let chainNamespace = "urn:ASC:MHL:DIRECTORY:v2.0"
    /// The namespace of what we add to a manifest.
    static let ownNamespace = "urn:rushes:transfer:1"
    /// The folder of a history, directly in the folder it is about.
    static let folderName = Array("ascmhl".utf8)
    /// The folder in which a first generation is put together; one that is left behind is of no account.
    public static let unfinishedFolder = "ascmhl" + HistoryFolder.unfinished
    /// The list of a history's manifests.
    static let chainName = Array("ascmhl_chain.xml".utf8)
    /// What the spec's Appendix C ignores; without the second, the reference reports its own manifests as new files.
    static let defaultIgnore = [".DS_Store", "ascmhl", "ascmhl/"]

    /// Seals a transfer: writes the next generation of the roll's history, and of the histories nested in it.
    ///
    /// Sealing again with the same request returns the same receipt and writes nothing, so a run that was
    /// killed can simply seal again.
    ///
    /// - Parameters:
    ///   - request: what lies there, and the proofs.
    ///   - disk: the destination.
    ///   - roll: where the roll's folder lies now.
    /// - Throws: before anything is written where the history is damaged or contradicts the proofs. A failure
    ///   while writing leaves nothing that looks like a manifest and is not one.
    public static func seal(
        _ request: SealRequest, on disk: any Disk, at roll: RelativePath
    ) throws(ManifestError) -> SealReceipt {
        let outcome = try Seal(source: GenerationSource(request), disk: disk, roll: roll).run()
        var receipt = SealReceipt()
        receipt.manifests = outcome.manifests
        receipt.listed = outcome.listed
        receipt.unlistable = outcome.counts.values.reduce(0) { $0 + $1.unlistable }
        receipt.uncompared = outcome.counts.values.reduce(0) { $0 + $1.uncompared.count }
        return receipt
    }

    /// What has to be read before ``record(_:_:on:at:)`` can say something of a folder.
    ///
    /// - Throws: with a status of the published table where a history is not whole, nested ones included.
    public static func plan(
        _ request: RecordRequest, on disk: any ReadableDisk, at folder: RelativePath
    ) throws(ManifestError) -> GenerationPlan {
        let contents = RollContents(
            tree: request.tree, isPresent: request.isPresent, ignore: request.ignore, isInPlace: true)
        let scopes = try RollScopes(of: contents, on: disk, at: folder) { (place, _) throws(ManifestError) in
            try history(on: disk, at: place)
        }
        try scopes.checkReferences()
        return GenerationPlan(request, scopes, at: folder)
    }

    /// Records what was found in a folder that nobody copied with us: appends a generation to its history, or begins
    /// one, and so for the histories nested in it.
    ///
    /// What is said of each file is decided under a lock, from what its history holds then. A file that differs
    /// from its history is listed as failed; one that is gone is not listed: whoever compares tells of it.
    ///
    /// - Parameters:
    ///   - request: what lies there and what is asked for.
    ///   - files: what was hashed, as ``plan(_:on:at:)`` wants it.
    ///   - disk: where it lies.
    ///   - folder: the folder.
    /// - Throws: before anything is written where a history is damaged, a name cannot be carried, or the medium is
    ///   read-only.
    public static func record(
        _ request: RecordRequest, _ files: HashedFiles, on disk: any Disk, at folder: RelativePath
    ) throws(ManifestError) -> RecordReceipt {
        let outcome = try Seal(source: GenerationSource(request, files), disk: disk, roll: folder).run()
        var receipt = RecordReceipt()
        receipt.manifests = outcome.manifests
        for (_, counts) in outcome.counts.sorted(by: { $0.key < $1.key }) {
            receipt.original += counts.original
            receipt.verified += counts.verified
            receipt.failed += counts.failed
            receipt.renamed += counts.renamed
            receipt.uncompared += counts.uncompared
        }
        return receipt
    }

    /// Where a history's chain and manifests lie.
    static func folder(of scope: RelativePath) -> RelativePath { scope.appending(component: folderName) }

    /// Text for an element or attribute, with what XML cannot carry replaced by `_`.
    static func carriable(_ text: String) -> String {
        XMLWriter.canCarry(text.utf8)
            ? text
            : String(
                String.UnicodeScalarView(text.unicodeScalars.map { XMLWriter.canCarry(String($0).utf8) ? $0 : "_" }))
    }
}
