/// What recorders write about a take into the free text of a `bext` chunk, a line for each: `sSCENE=A101`.
///
/// Every maker puts a letter of its own before the name: `s` Sound Devices, `z` Zoom, `g` Metacorder, `d` Pro Tools,
/// or none. Keys are names without that letter.
public struct SlateLines: Hashable, Sendable {
    private let values: [String: String]

    /// Takes the lines that have a name in capitals before `=`; of one name the first that says something.
    init(_ text: String) {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let (name, value) = SlateLines.parts(line), values[name] == nil else { continue }
            values[name] = value.said
        }
        self.values = values
    }

    /// The value of a name; nil where it is empty.
    public subscript(name: String) -> String? { values[name] }

    /// The names of tracks by their numbers: `TRK1=Boom`, `TR1=Boom`.
    public var tracks: [(number: Int, name: String)] {
        let found = values.compactMap { key, value -> (number: Int, name: String)? in
            guard let digits = ["TRK", "TR"].first(where: key.hasPrefix).map({ key.dropFirst($0.count) }),
                let number = Int(digits), number > 0
            else { return nil }
            return (number, value)
        }
        return found.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
    }

    private static func parts(_ line: Substring) -> (name: String, value: Substring)? {
        guard let equals = line.firstIndex(of: "=") else { return nil }
        var name = line[..<equals]
        if let first = name.first, ("a"..."z").contains(first) { name.removeFirst() }
        guard let first = name.first, ("A"..."Z").contains(first),
            name.allSatisfy({ ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_" })
        else { return nil }
        return (String(name), line[line.index(after: equals)...])
    }
}
