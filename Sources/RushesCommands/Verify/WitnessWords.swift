internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// What one manifest or history had to say, in a line.
struct WitnessWords {
    let witness: VerifyOutcome.Witness
    /// What the manifest is called that lies elsewhere, or the folder that was verified.
    let names: ManifestNames

    /// For example: `A001: ASC MHL, 2 generations, the last by rushes, 2026-11-22T01:02:03Z: 214 files equal`.
    var line: String { "\(names.of(witness)): \(origin): \(result)" }

    /// Whether the witness was heard on anything that was asked about.
    var isHeard: Bool {
        witness.generations.isEmpty || !parts.isEmpty
    }

    /// Longest name of a tool, and longest time, that is shown: they are whatever somebody wrote there.
    private static let longest = 60

    private var origin: String {
        guard let last = witness.generations.last else { return witness.format.words }
        let maker = [last.tool, last.createdAt].filter { !$0.isEmpty }.map {
            SafeText.of(String($0.prefix(Self.longest)))
        }
        let made = maker.joined(separator: ", ")
        guard witness.format == .ascMHL else { return witness.format.words + (made.isEmpty ? "" : ", \(made)") }
        let count = witness.generations.count
        let newest = count == 1 ? " by" : ", the last by"
        return "\(witness.format.words), \(counted(count, "generation"))" + (made.isEmpty ? "" : "\(newest) \(made)")
    }

    private var result: String {
        guard !witness.generations.isEmpty else { return "it cannot be used" }
        return parts.isEmpty ? "nothing compared" : parts.joined(separator: ", ")
    }

    private var parts: [String] {
        var parts: [String] = []
        if witness.equal > 0 { parts.append("\(counted(witness.equal, "file")) equal") }
        if witness.sizeEqual > 0 { parts.append("\(counted(witness.sizeEqual, "file")) of equal size") }
        if witness.notCompared > 0 { parts.append("\(grouped(witness.notCompared)) with nothing to compare") }
        if witness.differing > 0 {
            parts.append("\(grouped(witness.differing)) \(witness.differing == 1 ? "differs" : "differ")")
        }
        if witness.unreadable > 0 { parts.append("\(grouped(witness.unreadable)) unreadable") }
        if witness.missing > 0 { parts.append("\(grouped(witness.missing)) missing") }
        return parts
    }
}

/// What manifests are called: by their place below the folder, or as the person wrote it.
struct ManifestNames {
    private let against: String?
    private let folder: String

    init(_ outcome: VerifyOutcome) {
        against = outcome.against
        folder = outcome.folder.split(separator: "/").last.map(String.init) ?? "/"
    }

    /// A history is called by its roll, a list by its own name.
    func of(_ witness: VerifyOutcome.Witness) -> String {
        if let against { return SafeText.of(against) }
        guard witness.format == .ascMHL else { return SafeText.of(witness.place) }
        return witness.folder.isRoot ? SafeText.of(folder) : SafeText.of(witness.folder)
    }

    /// Where a manifest lies.
    func of(_ place: RelativePath) -> String { against.map { SafeText.of($0) } ?? SafeText.of(place) }
}

/// What is to be said of a manifest itself, and what that means.
struct ProblemWords {
    let problem: ManifestFinding
    let names: ManifestNames

    var line: String {
        "MANIFEST \(names.of(problem.place)): \(SafeText.of(problem.sentence)).\(meaning.map { " " + $0 } ?? "")"
    }

    private var meaning: String? {
        switch problem.status {
        case 30?: return "Part of the history is not here: what it lists cannot be verified."
        case 31?: return "It is not what was sealed, so nothing is believed of it: get it from another copy."
        case 32?: return "Without its chain a history proves nothing: get the folder ascmhl from another copy."
        case 33?: return "The history has a gap, so nothing is believed of it: get the manifest from another copy."
        default: break
        }
        switch problem.code {
        case .unreadable, .damaged: return "What it lists was not verified."
        case .unknownHash: return "These were not compared."
        case .outside: return "Nothing outside the folder was looked at."
        case .conflict: return "One of them must be wrong."
        case .stray: return "It was not believed."
        case .respelled, .remark: return nil
        }
    }
}
