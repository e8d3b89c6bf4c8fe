import Foundation
import Testing

/// `docs/json.md`, as a table: the members of every type of line of a command.
struct JSONDocument {
    /// What the tables of a type name in their first column.
    private var members: [String: Set<String>] = [:]
    /// What is named anywhere where a type is explained: members of its members.
    private var named: [String: Set<String>] = [:]

    /// Reads what is said of a command's lines.
    ///
    /// - Parameter others: commands whose lines these are too, `as of` them.
    init(of command: String, and others: String...) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/json.md"), encoding: .utf8)
        for other in others { try read(other, in: text) }
        try read(command, in: text)
    }

    private mutating func read(_ command: String, in text: String) throws {
        let start = try #require(text.range(of: "\n## Lines of `\(command) --json`\n"))
        let rest = text[start.upperBound...]
        let section = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
        var type = ""
        for line in section.split(separator: "\n") {
            if let heading = line.firstMatch(of: /^### `(\w+)`/) {
                type = String(heading.1)
                (members[type], named[type]) = ([], [])
            }
            // Members stand in the first column; those of a line with one member, in its sentence.
            let names = line.hasPrefix("|") ? line.split(separator: "|")[0] : line.contains("` is the ") ? line : ""
            for name in names.matches(of: /`(\w+)`/) { members[type, default: []].insert(String(name.1)) }
            for name in line.matches(of: /`(\w+)`/) { named[type, default: []].insert(String(name.1)) }
        }
    }

    /// The members of a line that the document does not explain; `type` and the names in `checksums` need no word.
    func unexplained(_ line: [String: Any]) -> [String] {
        guard let type = line["type"] as? String, let known = members[type] else { return ["no type"] }
        let inside = line.filter { $0.key != "checksums" }.values
            .reduce(into: Set<String>()) { $0.formUnion(unexplained(in: $1, of: type)) }
        return Set(line.keys).subtracting(known).union(inside).subtracting(["type"]).sorted()
    }

    /// The same of what a member holds, which may be lines of other types.
    private func unexplained(in value: Any, of type: String) -> Set<String> {
        if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(unexplained(in: $1, of: type)) } }
        guard let object = value as? [String: Any] else { return [] }
        if object["type"] is String { return Set(unexplained(object)) }
        let own = (members[type] ?? []).union(named[type] ?? [])
        // `as of` another line: what is explained there.
        let known = own.reduce(into: own) { $0.formUnion(named[$1] ?? []) }
        return object.reduce(into: Set(object.keys).subtracting(known)) { found, member in
            if member.key != "checksums" { found.formUnion(unexplained(in: member.value, of: type)) }
        }
    }
}
