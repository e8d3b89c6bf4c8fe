import FileTree
import NamingRules
import RushesFixtures
import SlateNotes
import Testing

/// A folder and a list of what should be in it, written down in a test.
struct ExpectedStage {
    /// What lies in the folder.
    var folder: CardBuilder = [:]
    /// The list, a table with headings.
    var list: String
    /// What the folder is called.
    var name = "DAY"

    /// A folder with these files, each of which holds its own name; `shot.[1001-1003].exr` are three.
    init(_ names: [String], _ list: String, empty: Set<String> = [], called name: String = "DAY") {
        for name in names.flatMap(ExpectedStage.frames) {
            folder[RelativePath(stringLiteral: name)] = .bytes(empty.contains(name) ? [] : Array(name.utf8))
        }
        (self.list, self.name) = (list, name)
    }

    private static func frames(_ name: String) -> [String] {
        let parts = name.split { "[]".contains($0) }.map(String.init)
        let ends = parts.count == 3 ? parts[1].split(separator: "-").compactMap { Int($0) } : []
        guard ends.count == 2 else { return [name] }
        return (ends[0]...ends[1]).map { "\(parts[0])\($0)\(parts[2])" }
    }

    /// What the comparison says.
    func comparison() throws -> ExpectedComparison {
        let disk = CrashDisk()
        try folder.write(to: disk)
        var request = CheckRequest(name: name, rules: nil, now: folder.modified)
        request.expected = try ExpectedDay(SlateFile(Array(list.utf8), at: "list.csv", as: .list))
        return try #require(try Check(request).run(on: disk).expected)
    }

    /// A line for each finding.
    ///
    /// `not-arrived error .: Line 2 expects A001C003, which is not here.`
    func lines() throws -> [String] {
        try comparison().findings.map { "\($0.code.rawValue) \($0.severity.rawValue) \($0.path): \($0.sentence)" }
    }
}
