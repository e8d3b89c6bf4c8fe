internal import Yams

extension RuleNode {
    /// A rule file has so many bytes at most: all rules of a film fill a few pages.
    static let mostBytes = 65_536
    /// Lists and maps within each other, and so many values in all: more than any real file has, and no file can be
    /// made to grow by repeating what it names once.
    static let deepest = 32
    static let mostNodes = 20_000

    /// Reads YAML: one document, no tags, no anchors.
    public init(yaml bytes: [UInt8]) throws(RuleFileError) {
        guard bytes.count <= RuleNode.mostBytes else {
            throw RuleFileError(
                .beyondLimits, line: nil, "It has \(bytes.count) bytes; a rule file has \(RuleNode.mostBytes) at most.",
                nextStep: "Make sure that this is the rule file.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RuleFileError(.notYAML, line: nil, "It is not UTF-8.", nextStep: "Save it as UTF-8.")
        }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw RuleFileError(.notYAML, line: nil, "It is not YAML: \(error).", nextStep: "Mend it there.")
        }
        guard let node else {
            throw RuleFileError(.notYAML, line: nil, "It is empty.", nextStep: "Write rules into it.")
        }
        var count = 0
        self = try RuleNode(node, depth: 0, count: &count)
    }

    private init(_ node: Node, depth: Int, count: inout Int) throws(RuleFileError) {
        count += 1
        let line = node.mark?.line ?? 1
        guard depth < RuleNode.deepest, count <= RuleNode.mostNodes else {
            throw RuleFileError(
                .beyondLimits, line: line, "It has more values, or deeper ones, than a rule file may.",
                nextStep: "Divide it, or write out what it names by anchors.")
        }
        switch node {
        case .scalar(let scalar):
            self.init(content: .text(scalar.string), line: line)
        case .sequence(let sequence):
            var list: [RuleNode] = []
            for value in sequence { list.append(try RuleNode(value, depth: depth + 1, count: &count)) }
            self.init(content: .list(list), line: line)
        case .mapping(let mapping):
            var members: [Member] = []
            for (key, value) in mapping {
                members.append(
                    Member(
                        key: key.string ?? "", line: key.mark?.line ?? line,
                        value: try RuleNode(value, depth: depth + 1, count: &count)))
            }
            self.init(content: .map(members), line: line)
        case .alias:
            throw RuleFileError(
                .notYAML, line: line, "An alias stands for a value here.", nextStep: "Write the value out.")
        }
    }
}
