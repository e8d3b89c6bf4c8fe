internal import FileTree
internal import FrameSequences

/// What one rule finds: it gives each finding the rule's name and weight.
struct RuleFindings {
    let settings: RuleSettings
    let folder: CheckedFolder
    private(set) var list: FindingList
    /// Chains of versions, for the report.
    var chains = VersionChainList()
    /// So many names are told in one finding.
    var mostNamed = VersionStyle.mostNamed
    /// Every name of the tree, once a rename is suggested.
    private var index: TreeIndex?

    init(_ settings: RuleSettings, in folder: CheckedFolder, adding to: FindingList) {
        (self.settings, self.folder, list) = (settings, folder, to)
    }

    /// What to do about a finding.
    enum NextStep {
        /// A sentence.
        case advice(String)
        /// Another name, if one can be told; on a card nothing is renamed, and that is said instead.
        case rename(String?)
        /// A sentence about how it is to be renamed; on a card nothing is, and that is said instead.
        case renaming(String)
    }

    /// Adds a finding about a thing.
    ///
    /// - Parameters:
    ///   - thing: its number in the tree's `things`.
    ///   - marked: bytes of its own name, from 0.
    ///   - severity: its weight where it is not that of the rule's other findings of this code.
    mutating func add(
        _ code: FindingCode, _ thing: Int, marked: Range<Int>? = nil, _ sentence: String, _ nextStep: NextStep,
        others: [Int] = [], severity: Severity? = nil
    ) {
        let named = folder.named
        let path = named.path(of: thing)
        let start = path.bytes.count - path.name.count
        let (words, suggestion) = words(nextStep, thing)
        list.add(
            Finding(
                rule: settings.id, code: code, severity: severity ?? settings.severity(of: code), path: path,
                sequence: named.sequence(of: thing)?.shownName,
                marked: marked.map { ($0.lowerBound + start)..<($0.upperBound + start) }, sentence: sentence,
                nextStep: words, suggestion: suggestion, others: others.map(named.path(of:))))
    }

    /// Adds a finding about a path that carries no thing of the tree.
    ///
    /// - Parameter sequence: how the frames are shown that it is about, the first of which is at the path.
    mutating func add(
        _ code: FindingCode, at path: RelativePath, sequence: [UInt8]? = nil, _ sentence: String, _ nextStep: String,
        severity: Severity? = nil
    ) {
        list.add(
            Finding(
                rule: settings.id, code: code, severity: severity ?? settings.severity(of: code), path: path,
                sequence: sequence, marked: nil, sentence: sentence, nextStep: nextStep, suggestion: nil, others: []))
    }

    private mutating func words(_ nextStep: NextStep, _ thing: Int) -> (String, String?) {
        let isSealed = folder.isSealed(thing)
        switch nextStep {
        case .advice(let sentence): return (sentence, nil)
        case .rename where isSealed, .renaming where isSealed:
            return ("Nothing on a card is renamed: leave it, and tell who recorded it.", nil)
        case .renaming(let sentence): return (sentence, nil)
        case .rename(let name?) where isTaken(name, beside: thing):
            return ("It should be called \(name), and that is there already: look at both.", nil)
        case .rename(let name?): return ("Rename it.", name)
        case .rename(nil): return (Finding.askForName, nil)
        }
    }

    /// Whether another file or folder has the name that is suggested: nobody may be told to write over it.
    private mutating func isTaken(_ name: String, beside thing: Int) -> Bool {
        let tree = folder.named.tree
        let names = index ?? TreeIndex(tree)
        index = names
        return names.child(named: name.utf8, of: Int(tree.entries[folder.named.things[thing].entry].parent)) != nil
    }
}
