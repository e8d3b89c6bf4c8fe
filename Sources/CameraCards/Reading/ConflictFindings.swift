internal import ClipMetadata
internal import FileTree
internal import FrameSequences

/// Where those who spoke of a clip disagree, as findings.
enum ConflictFindings {
    /// One for each field; all claims are in the clip's metadata.
    static func of(_ record: ClipRecord, on tree: CardTree) -> [CardFinding] {
        let place = record.clip.essence.first.map { tree.path(of: $0.number) } ?? record.clip.folder
        return record.conflicts.map { field in
            let best = field.best(record.metadata, record.trust)?.value ?? ""
            return CardFinding(
                .conflict, .note, at: place,
                "\(record.clip.name): \(title(of: field)) is told differently: "
                    + witnesses(field.texts(record.metadata)).joined(separator: ", ") + ".",
                nextStep: "\(best) is used; ask the camera crew which is right before it is edited.")
        }
    }

    /// Each value once, with the files that say it; several readers of one file are one witness.
    private static func witnesses(_ claims: [Claim<String>]) -> [String] {
        var values: [(value: String, files: [String])] = []
        for claim in claims {
            let file = claim.source.file.split(separator: "/").last.map(String.init) ?? claim.source.file
            let witness = claim.source.origin == .fileName ? "the name" : file
            if let place = values.firstIndex(where: { $0.value == claim.value }) {
                if !values[place].files.contains(witness) { values[place].files.append(witness) }
            } else {
                values.append((claim.value, [witness]))
            }
        }
        let more = values.count > NumberWords.most ? ["\(values.count - NumberWords.most) more"] : []
        return values.prefix(NumberWords.most).map { "\($0.value) (\($0.files.joined(separator: ", ")))" } + more
    }

    /// What people call a field: `start timecode`.
    private static func title(of field: MetadataField) -> String {
        switch field.name {
        case "start_tc": "start timecode"
        case "frames": "length in frames"
        case "project_fps": "frame rate"
        case "sensor_fps": "sensor frame rate"
        default: field.name.split(separator: "_").joined(separator: " ")
        }
    }
}
