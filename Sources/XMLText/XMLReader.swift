/// Reads XML as a stream of elements, and builds no tree of them.
///
/// A document is read only if nothing at all was found wrong and its root was closed. Documents with a DOCTYPE are
/// refused in any encoding, because entities are a way to make a small file large or to reach for other files.
/// Whatever a document holds, reading it takes the memory of its longest text and no more.
public enum XMLReader {
    /// Elements nested deeper than this are refused: manifests nest six deep, and a hostile file would.
    public static let deepest = 64
    /// Bytes of text in an element; a file that some tool made large on purpose would hold more.
    public static let longestText = 10_000_000
    /// Bytes that may come without the end of a tag, a comment or a piece of text: a path takes 4 KiB.
    public static let longestTag = 256 << 10
    /// Attributes of an element, and namespaces declared in it: none of the formats we know has 30.
    public static let mostAttributes = 256

    /// Bytes read at a time: half of a processor's second cache, and as fast as any larger piece.
    private static let pieceSize = 64 << 10
    /// Bytes that tell the encoding: libxml2 waits for as many.
    private static let headSize = 4

    /// Reads a document that arrives in pieces.
    ///
    /// - Parameters:
    ///   - pull: fills the buffer with the next bytes and says how many; 0 at the end, less on a failure that
    ///     its owner remembers.
    ///   - visitor: is told of each element.
    /// - Throws: where and why the document is refused, or whatever refusal the visitor threw.
    public static func read(
        from pull: (UnsafeMutableRawBufferPointer) -> Int, visitor: any XMLVisitor
    ) throws(XMLReadError) {
        var document = PushedDocument(visitor)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
        defer { buffer.deallocate() }
        var filled = 0
        var wanted = headSize
        while true {
            let count = pull(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            guard count >= 0 else {
                throw XMLReadError(line: document.line, reason: "it could not be read to its end")
            }
            filled = min(filled + count, buffer.count)
            if count == 0 { break }
            guard filled >= wanted else { continue }
            try document.take(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
            (filled, wanted) = (0, 1)
        }
        try document.take(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
        try document.finish()
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
    public let attributes: XMLAttributes
    /// The line its tag ends on, 1 being the first.
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
