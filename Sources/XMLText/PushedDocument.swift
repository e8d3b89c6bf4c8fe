internal import CLibXML2

/// One document on its way through libxml2's push parser.
///
/// The parser gets no way to load anything, no entities and no tree to build; the first refusal stops it.
struct PushedDocument: ~Copyable {
    private static let isReady: Void = xmlInitParser()

    /// Lies at one place, because the parser calls it there: from ``take(_:)`` and ``finish()`` alone.
    private let listener: UnsafeMutablePointer<Listener>
    private let parser: xmlParserCtxtPtr?
    private var taken = 0

    init(_ visitor: any XMLVisitor) {
        PushedDocument.isReady
        listener = .allocate(capacity: 1)
        listener.initialize(to: Listener(visitor))
        var calls = Listener.calls
        parser = xmlCreatePushParserCtxt(&calls, listener, nil, 0, nil)
        listener.pointee.parser = parser
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    }

    deinit {
        xmlFreeParserCtxt(parser)
        listener.deinitialize(count: 1)
        listener.deallocate()
    }

    /// The line that has been reached, 1 being the first.
    var line: Int { listener.pointee.line }

    /// Parses the next bytes; the first ones are at least four, if there are so many.
    mutating func take(_ bytes: UnsafeRawBufferPointer) throws(XMLReadError) {
        if taken == 0, PushedDocument.isInWideUnits(bytes) { throw refusal(XMLReadError.wideUnits) }
        taken += bytes.count
        listener.pointee.untold += bytes.count
        try push(bytes, isLast: false)
        if listener.pointee.untold > XMLReader.longestTag { throw refusal(XMLReadError.longTag) }
    }

    /// Says that there are no more bytes.
    func finish() throws(XMLReadError) {
        if taken == 0 { throw refusal("it is empty") }
        listener.pointee.isAtEnd = true
        try push(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if !listener.pointee.hasClosedRoot { throw refusal(XMLReadError.cut) }
    }

    private func push(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(XMLReadError) {
        rushes_xml_be_quiet()
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let code = xmlParseChunk(parser, start, Int32(bytes.count), isLast ? 1 : 0)
        if let refusal = listener.pointee.refusal { throw refusal }
        // A converter that meets a bad byte stops the parser and tells nobody but the caller.
        if code != 0 { throw refusal(XMLReadError.badCharacter) }
    }

    private func refusal(_ reason: String) -> XMLReadError { XMLReadError(line: line, reason: reason) }

    /// UTF-32 with a byte order mark or a tag at its start; libxml2 would take it for UTF-16, or mix up its order.
    private static func isInWideUnits(_ bytes: UnsafeRawBufferPointer) -> Bool {
        [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C]].contains { bytes.starts(with: $0) }
    }
}
