internal import FileTree
internal import FrameSequences

/// Sequences of one folder and one name: what lies between their frames, and which are one sequence written in two ways.
struct FrameSiblings {
    /// What sequences share that differ in nothing but the width of their numbers.
    private struct Key: Hashable {
        let folder: Int
        let prefix: [UInt8]
        let suffix: [UInt8]
    }

    private let named: NamedTree
    /// The things, in the order of the tree.
    private var things: [Key: [Int]] = [:]
    private var order: [Key] = []
    private var folders: Set<Int> = []

    init(_ named: NamedTree) {
        self.named = named
    }

    mutating func add(_ sequence: FrameSequence, _ thing: Int) {
        let key = Key(
            folder: Int(named.tree.entries[named.things[thing].entry].parent), prefix: sequence.prefix,
            suffix: sequence.suffix.map(\.folded))
        if things[key, default: []].isEmpty { order.append(key) }
        things[key, default: []].append(thing)
        folders.insert(key.folder)
    }

    /// Finds numbers of two widths, and files numbered between frames.
    func judge(_ findings: inout RuleFindings, beside scope: [Int]) {
        for key in order {
            let twins = things[key] ?? []
            guard twins.count > 1, let most = twins.max(by: { count($0) < count($1) }) else { continue }
            for thing in twins where thing != most { padding(of: thing, most, &findings) }
        }
        var between: [Int: [Int]] = [:]
        for thing in scope where named.things[thing].kind == .file {
            guard let key = frame(before: thing), let sequence = things[key]?.first else { continue }
            between[sequence, default: []].append(thing)
        }
        for (sequence, files) in between.sorted(by: { $0.key < $1.key }) {
            let names = files.prefix(FrameSiblings.mostNames).map {
                NameCharacter.escaped(named.name(of: $0))
            }
            let rest = files.count > names.count ? " and \(files.count - names.count) more" : ""
            findings.add(
                .frameRange, sequence,
                "\(files.count) \(files.count == 1 ? "file is" : "files are") numbered between its frames: "
                    + "\(names.joined(separator: ", "))\(rest).",
                .advice("Take them out, if they were rendered for motion blur or by mistake."), others: files)
        }
    }

    /// A sentence that lists more names than these is not read.
    private static let mostNames = 3

    private func count(_ thing: Int) -> Int { named.sequence(of: thing)?.count ?? 0 }

    private func padding(of thing: Int, _ other: Int, _ findings: inout RuleFindings) {
        guard let sequence = named.sequence(of: thing), let most = named.sequence(of: other) else { return }
        let digits = sequence.prefix.count..<(named.name(of: thing).count - sequence.suffix.count)
        findings.add(
            .framePadding, thing, marked: digits,
            "Its numbers are written \(words(sequence.padding)), those of \(most) \(words(most.padding)).",
            .advice("Number all frames in one way, with zeros to one width."), others: [other])
    }

    private func words(_ padding: FrameSequence.Padding) -> String {
        switch padding {
        case .natural: "without zeros"
        case .padded(let width): "with \(width) digits"
        }
    }

    /// What the name of a file like `shot.1001.5.exr` shares with the frames around it.
    private func frame(before thing: Int) -> Key? {
        let entry = named.things[thing].entry
        let folder = Int(named.tree.entries[entry].parent)
        guard folders.contains(folder) else { return nil }
        let name = named.name(of: thing)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")),
            let inner = name[..<dot].lastIndex(of: UInt8(ascii: ".")), isNumber(name[(inner + 1)..<dot])
        else { return nil }
        let whole = name[..<inner].reversed().prefix(while: \.isDecimal).count
        guard whole > 0 else { return nil }
        return Key(
            folder: folder, prefix: Array(name[..<(inner - whole)]), suffix: name[dot...].map(\.folded))
    }

    private func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool { !bytes.isEmpty && bytes.allSatisfy(\.isDecimal) }
}
