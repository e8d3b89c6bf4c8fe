internal import CLibXML2

/// Turns the parser's calls into a visitor's, and remembers the first refusal.
///
/// A value at a fixed place instead of an object: it is called ten million times for a million files.
struct Listener {
    var parser: xmlParserCtxtPtr?
    /// Bytes taken since the parser last told something.
    var untold = 0
    var isAtEnd = false
    private(set) var hasClosedRoot = false
    private(set) var refusal: XMLReadError?

    private let visitor: any XMLVisitor
    private var names = NameTable()
    private var attributes = XMLAttributes()
    private var text: [UInt8] = []
    private var depth = 0

    /// Bytes of a character in any encoding: a cut leaves less of one.
    private static let longestCharacter = 8

    init(_ visitor: any XMLVisitor) {
        self.visitor = visitor
    }

    /// The line that has been reached, 1 being the first.
    var line: Int { max(1, Int(xmlSAX2GetLineNumber(parser))) }

    private typealias Name = UnsafePointer<UInt8>

    /// - Parameter fields: name, prefix, namespace, start and end of the value, for each attribute.
    private mutating func begin(_ name: Name, _ namespace: Name?, _ fields: UnsafeBufferPointer<Name?>) {
        guard refusal == nil, let parser else { return }
        untold = 0
        depth += 1
        guard depth <= XMLReader.deepest else { return refuse(XMLReadError.tooDeep) }
        text.removeAll(keepingCapacity: true)
        attributes.removeAll()
        for place in stride(from: 0, to: fields.count, by: 5) {
            guard let local = fields[place], let start = fields[place + 3], let end = fields[place + 4] else {
                continue
            }
            let name = names.text(at: local, of: parser)
            attributes.append(
                fields[place + 1].map { "\(names.text(at: $0, of: parser)):\(name)" } ?? name,
                UnsafeBufferPointer(start: start, count: end - start))
        }
        let element = XMLElement(
            namespace: namespace.map { names.text(at: $0, of: parser) } ?? "", name: names.text(at: name, of: parser),
            attributes: attributes, line: line)
        do throws(XMLReadError) { try visitor.begin(element) } catch { refuse(error) }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil else { return }
        untold = 0
        guard text.count + bytes.count <= XMLReader.longestText else { return refuse(XMLReadError.longText) }
        text.append(contentsOf: bytes)
    }

    private mutating func end(_ name: Name) {
        guard refusal == nil, let parser else { return }
        untold = 0
        depth -= 1
        hasClosedRoot = depth == 0
        let content = String(decoding: text, as: UTF8.self)
        text.removeAll(keepingCapacity: true)
        let name = names.text(at: name, of: parser)
        do throws(XMLReadError) { try visitor.end(name, text: content) } catch { refuse(error) }
    }

    private mutating func hear(_ error: xmlError) {
        guard let reason = XMLReadError.reason(error) else { return }
        guard isAtEnd, !hasClosedRoot else { return refuse(reason) }
        // Whatever is missing at the end of what was cut, the cut is what is wrong; but some converters stop at a bad
        // byte, and all behind it waits.
        refuse(
            rushes_xml_unconverted(parser) > Listener.longestCharacter ? XMLReadError.badCharacter : XMLReadError.cut)
    }

    private mutating func refuse(_ reason: String) {
        refuse(XMLReadError(line: line, reason: reason))
    }

    private mutating func refuse(_ error: XMLReadError) {
        guard refusal == nil else { return }
        refusal = error
        xmlStopParser(parser)
    }
}

extension Listener {
    /// What the parser calls, and for nothing else; its owner is a pointer to a listener.
    static var calls: xmlSAXHandler {
        let characters: charactersSAXFunc = { owner, start, count in
            listener(owner)?.pointee.add(UnsafeBufferPointer(start: start, count: Int(count)))
        }
        var calls = xmlSAXHandler()
        calls.initialized = UInt32(XML_SAX2_MAGIC)
        calls.internalSubset = { owner, _, _, _ in listener(owner)?.pointee.refuse(XMLReadError.documentType) }
        calls.startElementNs = { owner, name, _, namespace, declared, _, count, _, attributes in
            guard let name, let listener = listener(owner) else { return }
            guard max(declared, count) <= XMLReader.mostAttributes else {
                return listener.pointee.refuse(XMLReadError.manyAttributes)
            }
            listener.pointee.begin(name, namespace, UnsafeBufferPointer(start: attributes, count: Int(count) * 5))
        }
        calls.endElementNs = { owner, name, _, _ in
            guard let name else { return }
            listener(owner)?.pointee.end(name)
        }
        calls.characters = characters
        // The same function: a parser with two would guess which white space is meant.
        calls.ignorableWhitespace = characters
        calls.cdataBlock = characters
        calls.comment = { owner, _ in listener(owner)?.pointee.untold = 0 }
        calls.processingInstruction = { owner, _, _ in listener(owner)?.pointee.untold = 0 }
        calls.serror = { owner, error in
            guard let error else { return }
            listener(owner)?.pointee.hear(error.pointee)
        }
        return calls
    }
}

private func listener(_ owner: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Listener>? {
    owner?.assumingMemoryBound(to: Listener.self)
}
