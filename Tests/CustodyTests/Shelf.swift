import Checksums
import Custody
import FileTree
import Manifests
import RushesFixtures

/// A folder with manifests of other tools, written out by hand, and what verifying it says.
struct Verified {
    /// The worst status.
    var status = RunStatus.done
    /// What was found of each file that is not simply equal: `a.mov missing`; sorted.
    var findings: [String] = []
    /// The codes of what is said of the manifests, sorted; ``sentences`` says it in full.
    var problems: [String] = []
    var sentences: [String] = []
    /// The codes that a path was refused with.
    var refused: [String] = []
    var equal = 0
    var missing = 0
    /// Files that a history leaves out since it listed them, and that are gone.
    var leftOut = 0

    /// Verifies a folder, or what lies in it.
    ///
    /// - Parameters:
    ///   - files: text by path; a path that ends in a slash is a folder.
    ///   - part: what of the folder is verified; all of it when empty.
    ///   - prepare: is given the folder before it is verified.
    init(
        _ files: [String: String], part: String = "", raw: [String: [UInt8]] = [:],
        request change: (inout VerifyRequest, String) -> Void = { _, _ in },
        prepare: (String) throws -> Void = { _ in }
    ) throws {
        self = try withTemporaryFolder { home in
            let root = home + "/R"
            try Verified.write(files, raw, to: home)
            try prepare(root)
            var request = VerifyRequest(paths: [part.isEmpty ? root : root + "/" + part])
            change(&request, root)
            return Verified(request)
        }
    }

    /// Carries out a request.
    init(_ request: VerifyRequest) {
        var seen = Verified()
        let end = Verification(request).run(tell: { seen.take($0) }, shouldStop: { false })
        seen.status = end.status
        seen.findings.sort()
        seen.problems.sort()
        self = seen
    }

    private init() {}

    private static func write(_ files: [String: String], _ raw: [String: [UInt8]], to home: String) throws {
        var card = CardBuilder(["R": .folder])
        for (path, text) in files {
            guard let place = RelativePath("R/" + (path.hasSuffix("/") ? String(path.dropLast()) : path)) else {
                preconditionFailure("not a relative path: \(path)")
            }
            card[place] = path.hasSuffix("/") ? .folder : .bytes(Array(text.utf8))
        }
        for (path, bytes) in raw {
            guard let place = RelativePath("R/" + path) else { preconditionFailure("not a relative path: \(path)") }
            card[place] = .bytes(bytes)
        }
        try card.write(intoFolder: home)
    }

    private mutating func take(_ event: VerifyEvent) {
        switch event {
        case .refused(let error): refused.append(error.code.rawValue)
        case .file(let finding):
            guard let words = Verified.words(finding.verdict) else { return }
            findings.append("\(String(decoding: finding.path, as: UTF8.self)) \(words)")
        case .finished(let outcome):
            equal += outcome.counts.equal
            missing += outcome.counts.missing
            leftOut += outcome.counts.leftOut
            problems += outcome.problems.map(\.code.rawValue)
            sentences += outcome.problems.map { "\($0.place): \($0.sentence)" }
        case .began, .progress, .suspect: break
        }
    }

    private static func words(_ verdict: FileFinding.Verdict) -> String? {
        switch verdict {
        case .equal: nil
        case .equalInOtherOrder: "other byte order"
        case .differs: "differs"
        case .sizeDiffers(let expected, let found): "size \(found.bytes), not \(expected.bytes)"
        case .sizeEqual: "size only"
        case .notCompared: "not compared"
        case .missing: "missing"
        case .folderMissing: "folder missing"
        case .folderDiffers: "folder differs"
        case .folderNotListed: "folder not listed"
        case .notListed: "not listed"
        case .unreadable: "unreadable"
        case .notAFile(let kind): "\(kind)"
        }
    }
}

/// Text of manifests, element by element.
enum HandMade {
    /// The xxh64 of "abc" and "hello", as everywhere in these tests.
    static let abc = "44bc2cf5ad770999"
    static let hello = "26c7827d889f6da3"
    static let patterns = [".DS_Store", "ascmhl", "ascmhl/"]

    /// A legacy list of these records.
    static func legacy(_ records: String...) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<hashlist version=\"1.1\"><creatorinfo><name>x</name></creatorinfo>"
            + records.map { "<hash>\($0)</hash>" }.joined(separator: "\n") + "</hashlist>\n"
    }

    /// A record of an ASC MHL manifest.
    static func file(
        _ path: String, _ content: String, _ algorithm: ChecksumAlgorithm = .xxh64, action: String? = "original",
        size: String? = nil, was former: String? = nil
    ) -> String {
        let checksum = Checksum.of(Array(content.utf8), algorithm)
        let hash =
            "<\(algorithm.rawValue)\(action.map { " action=\"\($0)\"" } ?? "")>\(checksum)</\(algorithm.rawValue)>"
        let previous = former.map { "<previousPath>\($0)</previousPath>" } ?? ""
        return "<hash><path\(size.map { " size=\"\($0)\"" } ?? "")>\(path)</path>\(hash)\(previous)</hash>"
    }

    /// A record of a folder, without hashes.
    static func folder(_ path: String, was former: String? = nil) -> String {
        "<directoryhash><path>\(path)</path><content/><structure/>"
            + (former.map { "<previousPath>\($0)</previousPath>" } ?? "") + "</directoryhash>"
    }

    /// A whole ASC MHL manifest.
    static func manifest(_ records: [String], ignoring patterns: [String] = patterns, tail: String = "") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<hashlist version=\"2.0\" xmlns=\"urn:ASC:MHL:v2.0\">"
            + "<creatorinfo><creationdate>2026-11-22T01:00:00Z</creationdate><hostname>h</hostname><tool>t</tool>"
            + "</creatorinfo><processinfo><process>in-place</process>"
            + (patterns.isEmpty
                ? "" : "<ignore>" + patterns.map { "<pattern>\($0)</pattern>" }.joined() + "</ignore>")
            + "</processinfo>" + (records.isEmpty ? "" : "<hashes>\n" + records.joined(separator: "\n") + "\n</hashes>")
            + tail + "</hashlist>\n"
    }

    static func name(_ number: Int) -> String {
        String(repeating: "0", count: 4 - String(number).count) + "\(number)_R_2026-11-22_010000Z.mhl"
    }

    /// The files of a history whose generations are these manifests, below `folder`.
    static func history(_ manifests: [String], in folder: String = "") -> [String: String] {
        var files: [String: String] = [:]
        var links: [String] = []
        for (place, text) in manifests.enumerated() {
            let name = name(place + 1)
            files["\(folder)ascmhl/\(name)"] = text
            links.append(link(place + 1, name, "<c4>\(Checksum.of(Array(text.utf8), .c4))</c4>"))
        }
        files["\(folder)ascmhl/ascmhl_chain.xml"] = chain(links)
        return files
    }

    static func link(_ number: Int, _ name: String, _ hash: String) -> String {
        "<hashlist sequencenr=\"\(number)\"><path>\(name)</path>\(hash)</hashlist>"
    }

    static func chain(_ links: [String]) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ascmhldirectory xmlns=\"urn:ASC:MHL:DIRECTORY:v2.0\">"
            + links.joined() + "</ascmhldirectory>\n"
    }

    /// What a parent says of a nested history's manifest.
    static func references(_ paths: [(path: String, text: String)]) -> String {
        "<references>"
            + paths.map {
                "<hashlistreference><path>\($0.path)</path><c4>\(Checksum.of(Array($0.text.utf8), .c4))</c4>"
                    + "</hashlistreference>"
            }.joined() + "</references>"
    }
}

func + (one: [String: String], other: [String: String]) -> [String: String] {
    one.merging(other) { $1 }
}
