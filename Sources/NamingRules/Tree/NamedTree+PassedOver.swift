internal import FileTree

extension NamedTree {
    /// What was not looked at because it is neither file nor folder, for people; nil where there is nothing such.
    ///
    /// Links are never followed, so what they name may be missing.
    var passedOver: String? {
        let numbers = tree.entries.indices.filter {
            tree.entries[$0].kind != .file && tree.entries[$0].kind != .folder
        }
        guard let first = numbers.first else { return nil }
        let named = numbers.prefix(NamedTree.mostPassedOver).map {
            "\(tree.path(of: $0)) (\(tree.entries[$0].kind.name))"
        }
        let rest = numbers.count - named.count
        let list = named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        return numbers.count == 1
            ? "\(tree.path(of: first)) is a \(tree.entries[first].kind.name) and was not looked at."
            : "\(numbers.count) links and special files were not looked at: \(list)."
    }

    /// So many are named, the rest is counted.
    private static let mostPassedOver = 3
}
