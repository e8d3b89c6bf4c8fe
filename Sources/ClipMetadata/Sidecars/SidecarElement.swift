internal import XMLText

/// An element of an XML sidecar, with everything in it.
///
/// Names are without their prefixes: makers change the version in their namespaces every year.
struct SidecarElement: Sendable {
    /// Bytes of a file: the largest index of a card describes some ten thousand clips.
    static let mostBytes = 16 << 20
    /// Elements of a file: ten for each of those clips.
    static let mostElements = 100_000

    /// Its name; some of Panasonic's end with a dot.
    let name: String
    fileprivate let attributes: [(name: String, value: String)]
    fileprivate(set) var children: [SidecarElement] = []
    /// What stands in it behind its last child, if that is anything but white space.
    fileprivate(set) var text: String?

    /// The value of an attribute, if it says anything.
    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value.said }

    /// The first element on the way down these names.
    func first(_ path: String...) -> SidecarElement? {
        path.reduce(self) { element, name in element?.children.first { $0.name == name } }
    }

    /// Its own children of a name.
    func all(_ name: String) -> [SidecarElement] { children.filter { $0.name == name } }

    /// The first element of a name anywhere below; elements are nested 64 deep at most.
    func descendant(_ name: String) -> SidecarElement? {
        for child in children {
            if child.name == name { return child }
            if let found = child.descendant(name) { return found }
        }
        return nil
    }
}

extension SidecarElement {
    /// Reads a document whose root must have this name.
    static func root(_ name: String, of bytes: [UInt8], at place: String) throws(MetadataError) -> SidecarElement {
        guard bytes.count <= mostBytes else {
            throw MetadataError(.beyondLimits, at: place, "it is larger than \(mostBytes >> 20) MiB")
        }
        let builder = SidecarBuilder()
        do throws(XMLReadError) {
            try XMLReader.read(bytes, visitor: builder)
        } catch {
            throw MetadataError(builder.isFull ? .beyondLimits : .damaged, at: place, error.description)
        }
        guard let root = builder.root, root.name == name else {
            throw MetadataError(
                .wrongFormat, at: place, "its outermost element is \(builder.root?.name ?? "none") instead of \(name)")
        }
        return root
    }
}

/// Builds the tree of elements as they end.
private final class SidecarBuilder: XMLVisitor {
    private(set) var root: SidecarElement?
    private(set) var isFull = false
    private var open: [SidecarElement] = []
    private var count = 0

    func begin(_ element: XMLElement) throws(XMLReadError) {
        count += 1
        guard count <= SidecarElement.mostElements else {
            isFull = true
            throw XMLReadError(line: element.line, reason: "it has more than \(SidecarElement.mostElements) elements")
        }
        open.append(SidecarElement(name: element.name, attributes: element.attributes.map { ($0.key, $0.value) }))
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        guard var element = open.popLast() else { return }
        element.text = text.said
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
}
