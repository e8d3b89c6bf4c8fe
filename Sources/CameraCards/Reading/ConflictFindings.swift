internal import ClipMetadata
internal import FileTree

/// Where those who spoke of a clip disagree, as findings.
enum ConflictFindings {
    /// One for each field; all claims are in the clip's metadata.
    static func of(_ record: ClipRecord, on tree: CardTree) -> [CardFinding] {
        let place = record.clip.essence.first.map { tree.path(of: $0.number) } ?? record.clip.folder
        return record.conflicts.map { field in
            let claims = field.texts(record.metadata)
            let more = claims.count > NumberWords.most ? " and \(claims.count - NumberWords.most) more" : ""
            let words = claims.prefix(NumberWords.most).map {
                "\($0.value) (\($0.source.origin.rawValue), \($0.source.key) in \($0.source.file))"
            }
            let best = field.best(record.metadata, record.trust)?.value ?? ""
            return CardFinding(
                .conflict, .note, at: place,
                "\(record.clip.name): \(field.name) is told differently: \(words.joined(separator: ", "))\(more).",
                nextStep: "\(best) is used; if that is wrong, correct it in the log.")
        }
    }
}
