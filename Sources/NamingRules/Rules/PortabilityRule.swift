internal import FileTree
internal import FrameSequences

/// Finds names that will not survive the places they go to.
///
/// It finds, and says which targets object:
/// - forbidden-character: a character that a target refuses or changes (`:`, `?`, a dot or space at the end), and what a
///   Mac writes to a server in place of one (U+F000 to U+F0FF).
/// - reserved-name: `CON`, `aux.txt`, `COM1.mov`: Windows keeps them for devices.
/// - too-long: a name or path that is longer than a target can hold, each counted as that target counts.
/// - too-large: a file that is larger than a target can hold (FAT32: 4 GiB less one byte).
/// - awkward-name: `-rf`, a leading dot, `$` and other characters that shells change, `.mov.mov`.
///
/// Keys:
/// - `targets`: where names go: `ntfs`, `exfat`, `fat32`, `apfs`, `hfs`, `ext4`, `xfs`, `ltfs`, `smb`, `s3`, `udf`,
///   `avid` (bins, projects and what is imported), `xdcam` (clip names of Sony discs). Default `[ntfs, exfat, apfs]`.
/// - `awkward`: the severity of awkward-name, which is a warning unless told, since no copy stops at it.
///
/// ```
/// - {id: N3, type: portability, targets: [ntfs, exfat, apfs, ltfs, s3], severity: error}
/// ```
///
/// Paths are counted below the folder that is checked; where a folder's path is too long already, what lies in it is
/// not told again. It does not flag spaces within a name, accents or other scripts, which all targets take; names that
/// differ only in case are found by `uniqueness`, bytes that are no text by `charset`. That an Avid tape name has 32
/// characters at most is asked by `length` with `max_field: {reel: 32}`.
struct PortabilityRule: Rule {
    let settings: RuleSettings
    private let targets: [TargetSystem]
    /// Characters that some target refuses or changes.
    private let told: ByteSet
    /// Bytes at which a name is looked at closely.
    private let suspicious: ByteSet
    /// Ends at which it is.
    private let ends: ByteSet
    /// Names with so many bytes, all of them ASCII, are short enough for every target.
    private let shortEnough: Int

    private static let usualTargets: [TargetSystem.Key] = [.ntfs, .exfat, .apfs]

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        let awkward = try parameters.word("awkward", Severity.self)
        settings.severities[.awkwardName] = awkward ?? (settings.severity == .info ? .info : .warn)
        self.settings = settings
        targets = try PortabilityRule.keys(&parameters).map(TargetSystem.named)
        var told = targets.reduce(into: ByteSet()) { $0 = $0.union($1.refused) }
        if targets.contains(where: { $0.ofColons != nil }) { told.insert(UInt8(ascii: ":")) }
        self.told = told
        suspicious = told.union(.beyondASCII).union(AwkwardName.changedByShells)
        ends = targets.reduce(into: ByteSet()) { $0 = $0.union($1.cutsAtEnd) }
        shortEnough = targets.compactMap { $0.longestName?.most }.min() ?? .max
    }

    private static func keys(_ parameters: inout RuleParameters) throws(RuleFileError) -> [TargetSystem.Key] {
        guard let node = parameters.take("targets") else { return usualTargets }
        let texts: [RuleNode] = if case .list(let list) = node.content { list } else { [node] }
        var keys: [TargetSystem.Key] = []
        for node in texts {
            guard case .text(let text) = node.content, let key = TargetSystem.Key(rawValue: text) else {
                throw parameters.unknown("targets", node, among: TargetSystem.Key.allCases.map(\.rawValue))
            }
            if !keys.contains(key) { keys.append(key) }
        }
        guard !keys.isEmpty else { throw parameters.wrong("targets", node, "a list with a target in it") }
        return keys
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        var paths = PathLimits(targets, in: named.tree)
        for thing in scope.things {
            let name = named.name(of: thing)
            let isFile = named.things[thing].kind == .file
            if isSuspicious(name, isFile: isFile) { judgeName(thing, name, isFile: isFile, into: &findings) }
            if name.count > shortEnough || name.contains(where: { $0 >= 0x80 }) {
                judgeLength(thing, name, into: &findings)
            }
            let tooLong = paths.clauses(named.things[thing].entry)
            if !tooLong.isEmpty {
                findings.add(
                    .tooLong, thing, "Its path below the folder has \(tooLong.joined(separator: ", and ")).",
                    .advice("Shorten the names of the folders above it, or leave one of them out."))
            }
            judgeSize(thing, named, into: &findings)
        }
    }

    /// Whether anything but the length may be wrong: almost no name.
    private func isSuspicious(_ name: ArraySlice<UInt8>, isFile: Bool) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        if ends.contains(last) || PortabilityRule.suspiciousStarts.contains(first) { return true }
        return name.contains(where: suspicious.contains) || TargetSystem.deviceName(in: name) != nil
            || isFile && FileExtension(name).flatMap { FileExtension(name[..<$0.dot]) } != nil
    }

    private static let suspiciousStarts = ByteSet("-.~ ")

    private func judgeName(
        _ thing: Int, _ name: ArraySlice<UInt8>, isFile: Bool, into findings: inout RuleFindings
    ) {
        let objections = TargetObjections(name, targets)
        if let marked = objections.marked {
            findings.add(
                .forbiddenCharacter, thing, marked: marked, objections.clauses.joined(separator: "; ").asSentence,
                .rename(objections.mended))
        }
        let keeping = targets.filter(\.keepsDeviceNames).map(\.title)
        if !keeping.isEmpty, let device = TargetSystem.deviceName(in: name) {
            let word = String(decoding: name.prefix(device.count), as: UTF8.self)
            findings.add(
                .reservedName, thing, marked: device,
                "\(keeping.inWords) \(keeping.count == 1 ? "keeps" : "keep") the name \(word) for a device.",
                .rename(nil))
        }
        let awkward = AwkwardName(name, told: told, isFile: isFile)
        if let marked = awkward.marked {
            findings.add(
                .awkwardName, thing, marked: marked, "It \(awkward.clauses.joined(separator: "; it ")).",
                .rename(awkward.mended))
        }
    }

    private func judgeLength(_ thing: Int, _ name: ArraySlice<UInt8>, into findings: inout RuleFindings) {
        let objections = LengthObjections(name, targets)
        guard let marked = objections.marked else { return }
        findings.add(.tooLong, thing, marked: marked, objections.sentence, .rename(nil))
    }

    private func judgeSize(_ thing: Int, _ named: NamedTree, into findings: inout RuleFindings) {
        let sequence = named.sequence(of: thing)
        let size = sequence?.largest ?? named.tree.entries[named.things[thing].entry].size
        for target in targets {
            guard let most = target.largestFile, size > most else { continue }
            findings.add(
                .tooLarge, thing,
                "\(sequence == nil ? "It" : "Its largest frame") has \(size) bytes; \(target.title) holds \(most).",
                .advice("Copy it to a volume that can hold it."))
        }
    }
}

extension String {
    /// With a capital at its beginning, unless a name stands there, and a full stop.
    fileprivate var asSentence: String { hasPrefix("a Mac") ? "A\(dropFirst())." : "\(self)." }
}
