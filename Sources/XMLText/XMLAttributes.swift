/// The attributes of an element in their order, by their names as written; namespace declarations are none of them.
///
/// Values lie side by side as bytes, and become strings when they are asked for: of a million elements most are
/// asked for one attribute out of four.
public struct XMLAttributes: RandomAccessCollection, Sendable {
    private var bytes: [UInt8] = []
    /// Names, and where their values end.
    private var fields: [(name: String, end: Int)] = []

    init() {}

    /// The value of the attribute of this name, if it is there.
    public subscript(name: String) -> String? {
        fields.firstIndex { $0.name == name }.map { self[$0].value }
    }

    /// The place of the first.
    public var startIndex: Int { 0 }
    /// The place behind the last.
    public var endIndex: Int { fields.count }

    /// The name and value at this place.
    public subscript(place: Int) -> (key: String, value: String) {
        let start = place == 0 ? 0 : fields[place - 1].end
        return (fields[place].name, String(decoding: bytes[start..<fields[place].end], as: UTF8.self))
    }

    /// - Parameter value: has `&#38;` for every `&`, as libxml2 has it for those that would build a tree of it.
    mutating func append(_ name: String, _ value: UnsafeBufferPointer<UInt8>) {
        var rest = value[...]
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            bytes.append(contentsOf: rest[...ampersand])
            rest = rest[(ampersand + 1)...]
            if rest.starts(with: XMLAttributes.number) { rest = rest.dropFirst(XMLAttributes.number.count) }
        }
        bytes.append(contentsOf: rest)
        fields.append((name, bytes.count))
    }

    private static let number = Array("#38;".utf8)

    /// Forgets all but the memory, unless a visitor has kept what lies there.
    mutating func removeAll() {
        guard !fields.isEmpty else { return }
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }
}
