/// Finds what a file accompanies, by names alone, where no index of the format says it.
///
/// ```swift
/// var matching = SidecarMatching(reel: "A001R2GJ")
/// matching.add("A001C001_150827_R2GJ.mov", of: key)
/// matching.match(for: "A001R2GJ_AVID.ale")  // .reel
/// ```
/// Source: the field notes 3.6, in their order. Names are compared without case.
public struct SidecarMatching: Sendable {
    /// What a file accompanies.
    public enum Match: Hashable, Sendable {
        /// The clip of this key.
        case clip(String, Way)
        /// All clips of the reel.
        case reel
        /// All that lies in the folder.
        case folder
    }

    /// How a file's name leads to its clip.
    public enum Way: String, Hashable, Sendable {
        /// Both have the same stem: `C0001.MP4`, `C0001.XML`.
        case stem
        /// The stem is followed by what the file is to its clip: `C0001M01.XML`, `clip_proxy.mov`.
        case role
        /// The name is that of the whole recording, or of another part: `A001_C001_0527Q9.RMD`.
        case take
        /// The file's whole name stands before the extension: `clip.mov.xmp`.
        case fullName = "full-name"
    }

    /// What cameras and editing systems put behind the stem of a proxy.
    static let proxySuffixes = ["_PROXY", "-PROXY", ".PROXY", "_PRX", "_LR"]

    private let reel: String?
    private let folder: String?
    private let grammars: [ClipName.Grammar]
    private var stems: [String: String] = [:]
    private var takes: [String: String] = [:]
    private var names: [String: String] = [:]

    /// Begins without clips; `grammars` are those that the family writes, all that need no folder when left out.
    public init(reel: String? = nil, folder: String? = nil, grammars: [ClipName.Grammar]? = nil) {
        self.reel = reel?.uppercased()
        self.folder = folder?.uppercased()
        self.grammars = grammars ?? ClipName.Grammar.contextFree
    }

    /// Adds the name of a file that holds what was recorded; where two clips share a name, the first has it.
    public mutating func add(_ essence: String, of key: String) {
        let stem = SidecarMatching.stem(of: essence)
        names[essence.uppercased()] = names[essence.uppercased()] ?? key
        stems[stem.uppercased()] = stems[stem.uppercased()] ?? key
        guard let take = take(of: stem) else { return }
        takes[take] = takes[take] ?? key
    }

    /// What a file of this name accompanies; nil when nothing of it is there: an orphan.
    public func match(for sidecar: String) -> Match? {
        let written = SidecarMatching.stem(of: sidecar)
        let stem = written.uppercased()
        if let key = stems[stem] { return .clip(key, .stem) }
        if let key = withoutRole(stem).lazy.compactMap({ stems[$0] }).first { return .clip(key, .role) }
        if let key = take(of: written).flatMap({ takes[$0] }) { return .clip(key, .take) }
        if let key = names[stem] { return .clip(key, .fullName) }
        if let reel, stem == reel || ["_", "-", "."].contains(where: { stem.hasPrefix(reel + $0) }) { return .reel }
        return stem == folder ? .folder : nil
    }

    /// The stem without each suffix that it may have.
    private func withoutRole(_ stem: String) -> [String] {
        var shorter = SidecarMatching.proxySuffixes.filter(stem.hasSuffix).map { String(stem.dropLast($0.count)) }
        let role = stem.utf8.suffix(3)
        if let letter = role.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter, role.count == 3,
            role.dropFirst().allSatisfy(NamePattern.Letters.digits.contains)
        {
            shorter.append(String(stem.dropLast(3)))
        }
        return shorter.filter { !$0.isEmpty }
    }

    private func take(of stem: String) -> String? {
        ClipName(stem, trying: grammars).map { "\($0.grammar.rawValue) \($0.siblingKey)" }
    }

    private static func stem(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
