/// The names of shots, by their words: which of them stands in a name is found in one walk, however many there are.
struct ShotWords: Sendable {
    private struct Step: Hashable {
        let node: Int
        let word: Int
    }

    private var words: [String: Int] = [:]
    private var steps: [Step: Int] = [:]
    /// The shot that ends at a node.
    private var shots: [Int?] = [nil]
    private(set) var count = 0

    /// Numbers a shot, the same one always alike.
    mutating func add(_ name: [String]) -> Int {
        var node = 0
        for text in name {
            let word = words[text] ?? words.count
            words[text] = word
            let step = Step(node: node, word: word)
            if steps[step] == nil {
                steps[step] = shots.count
                shots.append(nil)
            }
            node = steps[step] ?? 0
        }
        if let shot = shots[node] { return shot }
        shots[node] = count
        count += 1
        return count - 1
    }

    /// The number of a shot that was added; nil for any other.
    func number(of name: [String]) -> Int? {
        var node = 0
        for text in name {
            guard let word = words[text], let next = steps[Step(node: node, word: word)] else { return nil }
            node = next
        }
        return shots[node]
    }

    /// The shot that stands in a name: the one of most words, of two such the last one, since scenes and episodes stand
    /// before shots.
    func shot(in name: [String]) -> Int? {
        let numbers = name.map { words[$0] }
        var best: (length: Int, shot: Int)?
        for start in numbers.indices {
            var node = 0
            for place in start..<numbers.count {
                guard let word = numbers[place], let next = steps[Step(node: node, word: word)] else { break }
                node = next
                guard let shot = shots[node] else { continue }
                let length = place - start + 1
                if length >= best?.length ?? 0 { best = (length, shot) }
            }
        }
        return best?.shot
    }
}
