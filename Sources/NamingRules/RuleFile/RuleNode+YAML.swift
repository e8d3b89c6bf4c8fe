internal import Yams

extension RuleNode {
    /// Lists and maps within each other, and so many values in all: more than any real file has.
    static let deepest = 32
    static let mostNodes = 20_000

    /// Reads YAML: one document, no tags, no anchors, no key twice.
    public init(yaml bytes: [UInt8]) throws(RuleFileError) {
        let text = try RuleText(bytes).text
        let node: Node?
        do {
            // With the basic resolver all values are the texts that stand there; the encoding is not the environment's.
            node = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            let breaks = bytes.indices.count { place in
                bytes[place] == 0x0A || bytes[place] == 0x0D && bytes[(place + 1)...].first != 0x0A
            }
            throw RuleFileError(yaml: error, lines: breaks + 1)
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
                nextStep: "Divide it.")
        }
        switch node {
        case .scalar(let scalar):
            guard scalar.style != .plain || !scalar.string.isEmpty else {
                throw RuleFileError(
                    .value, line: line, "A key or a dash has no value behind it.",
                    nextStep: "Write one, or take the key out; a text of no letters is ''.")
            }
            self.init(content: .text(scalar.string), line: line)
        case .sequence(let sequence):
            var list: [RuleNode] = []
            for value in sequence { list.append(try RuleNode(value, depth: depth + 1, count: &count)) }
            self.init(content: .list(list), line: line)
        case .mapping(let mapping):
            var members: [Member] = []
            for (key, value) in mapping {
                members.append(try Member(key, RuleNode(value, depth: depth + 1, count: &count)))
            }
            self.init(content: .map(members), line: line)
        case .alias:
            throw RuleFileError(
                .notYAML, line: line, "An alias stands for a value here.", nextStep: "Write the value out.")
        }
    }
}

extension RuleNode.Member {
    fileprivate init(_ key: Node, _ value: RuleNode) throws(RuleFileError) {
        let line = key.mark?.line ?? value.line
        guard case .scalar(let scalar) = key else {
            throw RuleFileError(
                .notYAML, line: line, "A list or a map stands where a key should.",
                nextStep: "Write a word before the colon; put a text that begins with a bracket in quotes.")
        }
        self.init(key: scalar.string, line: line, value: value)
    }
}
