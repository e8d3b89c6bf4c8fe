internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Reads XML as a stream of elements, and builds no tree of them.
///
/// A document is only well-formed if nothing at all was reported and the root was closed: the parser's own
/// answer is true for a file that was cut off before its last tag. Documents with a DOCTYPE are refused in any
/// encoding, because entities are a way to make a small file large or to reach for other files.
public enum XMLReader {
    /// Elements nested deeper than this are refused: manifests nest six deep, and a hostile file would.
    public static let deepest = 64

    /// Reads a document that arrives in pieces.
    ///
    /// - Parameters:
    ///   - pull: fills the buffer with the next bytes and says how many; 0 at the end, less on a failure that
    ///     its owner remembers.
    ///   - visitor: is told of each element.
    /// - Throws: where and why the document is refused, or whatever refusal the visitor threw.
    public static func read(
        from pull: @escaping (UnsafeMutableRawBufferPointer) -> Int, visitor: any XMLVisitor
    ) throws(XMLReadError) {
        let prolog = Prolog()
        let stream = PullStream { buffer in
            let count = pull(buffer)
            if count > 0 { prolog.look(at: UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return prolog.holdsDocumentType ? -1 : count
        }
        let parser = XMLParser(stream: stream)
        let listener = Listener(visitor: visitor, prolog: prolog)
        parser.delegate = listener
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        let wasContent = parser.parse()
        if prolog.holdsDocumentType { throw XMLReadError(line: 1, reason: "it holds a DOCTYPE") }
        if let refusal = listener.refusal { throw refusal }
        if stream.hasFailed { throw XMLReadError(line: parser.lineNumber, reason: "it could not be read to its end") }
        if !listener.hasClosedRoot {
            throw XMLReadError(line: parser.lineNumber, reason: "it ends before its last tag")
        }
        if !wasContent { throw XMLReadError(line: parser.lineNumber, reason: "it is not well-formed XML") }
    }

    /// Reads a document that is all in memory.
    public static func read(_ bytes: [UInt8], visitor: any XMLVisitor) throws(XMLReadError) {
        var next = 0
        try read(
            from: { buffer in
                let count = min(buffer.count, bytes.count - next)
                buffer.copyBytes(from: bytes[next..<next + count])
                next += count
                return count
            }, visitor: visitor)
    }
}

/// Is told of the elements of a document, in order.
public protocol XMLVisitor: AnyObject {
    /// An element starts.
    func begin(_ element: XMLElement) throws(XMLReadError)
    /// An element ends; `text` is what stood in it behind its last child, white space included.
    func end(_ name: String, text: String) throws(XMLReadError)
}

/// The start of an element.
public struct XMLElement: Sendable {
    /// The namespace it belongs to; empty when there is none.
    public let namespace: String
    /// Its name without a prefix.
    public let name: String
    /// Its attributes by their names as written.
    public let attributes: [String: String]
    /// The line it starts on, 1 being the first.
    public let line: Int
}

/// Why a document was refused.
public struct XMLReadError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, 1 being the first.
    public let line: Int
    /// What is wrong, as a clause.
    public let reason: String

    /// Names a place and a reason.
    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    /// Place and reason: `line 12: it holds a DOCTYPE`.
    public var description: String { "line \(line): \(reason)" }
}

/// What comes before the root element: the only place where a DOCTYPE can stand.
private final class Prolog {
    private static let documentType = Array("<!DOCTYPE".utf8)
    private var tail: [UInt8] = []
    private(set) var holdsDocumentType = false
    var isOver = false

    /// Zero bytes are passed over, so that UTF-16 and UTF-32 are seen through.
    func look(at bytes: UnsafeRawBufferPointer) {
        guard !isOver, !holdsDocumentType else { return }
        tail += bytes.lazy.filter { $0 != 0 }
        var place = tail.startIndex
        while let found = tail[place...].firstIndex(of: UInt8(ascii: "<")) {
            if tail[found...].starts(with: Prolog.documentType) { return holdsDocumentType = true }
            place = found + 1
        }
        tail.removeFirst(max(0, tail.count - Prolog.documentType.count))
    }
}

/// Hands the parser what a closure gives.
private final class PullStream: InputStream {
    private let pull: (UnsafeMutableRawBufferPointer) -> Int
    private(set) var hasFailed = false

    init(_ pull: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
        self.pull = pull
        super.init(data: Data())
    }

    override func open() {}
    override func close() {}
    override var hasBytesAvailable: Bool { !hasFailed }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength length: Int) -> Int {
        let count = hasFailed ? -1 : pull(UnsafeMutableRawBufferPointer(start: buffer, count: length))
        if count < 0 { hasFailed = true }
        // To answer -1 makes Foundation ask for a stream error, which a subclass cannot have: it would crash.
        return max(0, count)
    }
}

/// Turns the parser's calls into a visitor's, and remembers the first refusal.
private final class Listener: NSObject, XMLParserDelegate {
    private let visitor: any XMLVisitor
    private let prolog: Prolog
    private var text = ""
    private var depth = 0
    private(set) var refusal: XMLReadError?
    private(set) var hasClosedRoot = false

    init(visitor: any XMLVisitor, prolog: Prolog) {
        self.visitor = visitor
        self.prolog = prolog
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        prolog.isOver = true
        depth += 1
        guard depth <= XMLReader.deepest else { return refuse(parser, "its elements are nested too deep") }
        text.removeAll(keepingCapacity: true)
        let local = name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) } ?? name
        let element = XMLElement(
            namespace: namespaceURI ?? "", name: local, attributes: attributes, line: parser.lineNumber)
        tell(parser) { visitor throws(XMLReadError) in try visitor.begin(element) }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        depth -= 1
        hasClosedRoot = depth == 0
        let local = name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.index(after: $0)...]) } ?? name
        tell(parser) { visitor throws(XMLReadError) in try visitor.end(local, text: text) }
        text.removeAll(keepingCapacity: true)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        text += String(decoding: block, as: UTF8.self)
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        refuse(parser, "it is not well-formed XML (\((error as NSError).code))")
    }

    func parser(_ parser: XMLParser, validationErrorOccurred error: any Error) {
        refuse(parser, "it is not well-formed XML")
    }

    func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
        refuse(parser, "it holds a DOCTYPE")
    }

    func parser(
        _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?, systemID: String?
    ) {
        refuse(parser, "it holds a DOCTYPE")
    }

    func parser(_ parser: XMLParser, foundElementDeclarationWithName name: String, model: String) {
        refuse(parser, "it holds a DOCTYPE")
    }

    private func tell(_ parser: XMLParser, _ body: (any XMLVisitor) throws(XMLReadError) -> Void) {
        guard refusal == nil else { return }
        do throws(XMLReadError) {
            try body(visitor)
        } catch {
            refusal = error
            parser.abortParsing()
        }
    }

    private func refuse(_ parser: XMLParser, _ reason: String) {
        guard refusal == nil else { return }
        refusal = XMLReadError(line: max(1, parser.lineNumber), reason: reason)
        parser.abortParsing()
    }
}
