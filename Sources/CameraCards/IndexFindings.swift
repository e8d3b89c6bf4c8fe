internal import ClipMetadata
internal import FileTree

/// What may be wrong with a card's own index.
extension CardFinding {
    /// The index says nothing: what it would have linked is linked by names.
    static func unreadableIndex(_ index: RelativePath, _ error: any Error) -> CardFinding {
        let reason = (error as? MetadataError)?.sentence ?? (error as? DiskError)?.description ?? ""
        return CardFinding(
            .index, .warning, at: index, "\(index) cannot be read: \(reason).",
            nextStep: "Copy the card again; if it stays so, look at the card in the camera before it is erased.")
    }

    /// A file that every such card has is not on this one.
    static func noIndex(_ name: String, in folder: RelativePath) -> CardFinding {
        CardFinding(
            .index, .warning, at: folder, "\(name) is not here: software that imports the card may not see its clips.",
            nextStep: "Look for it on the card before it is erased; copy the card again.")
    }

    /// The index names what is not on the card.
    static func notThere(_ what: String, namedBy index: RelativePath, _ severity: Severity) -> CardFinding {
        CardFinding(
            .index, severity, at: index, "\(index) names \(what), which is not there.",
            nextStep: "Look for it on the card before it is erased; copy the card again.")
    }
}
