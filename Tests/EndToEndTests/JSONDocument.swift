import Foundation
import Testing

/// `docs/json.md`, as a table: the members of every type of line of a command.
struct JSONDocument {
    private var members: [String: Set<String>] = [:]

    init(of command: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/json.md"), encoding: .utf8)
        let start = try #require(text.range(of: "\n## Lines of `\(command) --json`\n"))
        let rest = text[start.upperBound...]
        let section = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
        var type = ""
        for line in section.split(separator: "\n") {
            if let heading = line.firstMatch(of: /^### `(\w+)`/) { type = String(heading.1) }
            // Members stand in the first column; those of a line with one member, in its sentence.
            let names = line.hasPrefix("|") ? line.split(separator: "|")[0] : line.contains("` is the ") ? line : ""
            for name in names.matches(of: /`(\w+)`/) { members[type, default: []].insert(String(name.1)) }
        }
    }

    /// The members of a line that the document does not explain; `type` and the names in `checksums` need no word.
    func unexplained(_ line: [String: Any]) -> [String] {
        guard let type = line["type"] as? String, let known = members[type] else { return ["no type"] }
        return JSONDocument.names(in: line).subtracting(known).subtracting(["type"]).sorted()
    }

    private static func names(in value: Any) -> Set<String> {
        if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(names(in: $1)) } }
        guard let object = value as? [String: Any] else { return [] }
        return object.reduce(into: Set(object.keys)) { found, member in
            if member.key != "checksums" { found.formUnion(names(in: member.value)) }
        }
    }
}
