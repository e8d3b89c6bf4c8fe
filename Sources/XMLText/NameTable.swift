internal import CLibXML2

/// Names as strings, made once each: a manifest of a million files says the same ten names six million times.
///
/// A parser keeps every name it meets at one place as long as it lives, so the place tells the name. Two names that
/// want one slot take it from each other: that costs time, and the table never grows.
struct NameTable {
    private static let size = 1024
    private var slots = [(place: UnsafePointer<UInt8>?, text: String)](repeating: (nil, ""), count: size)

    /// The name that lies at `place`.
    ///
    /// - Parameter parser: is asked whether it keeps the name there; one that it does not keep is not remembered.
    mutating func text(at place: UnsafePointer<UInt8>, of parser: xmlParserCtxtPtr) -> String {
        let slot = Int(UInt(bitPattern: place) % UInt(NameTable.size))
        if slots[slot].place == place { return slots[slot].text }
        let text = String(cString: place)
        if xmlDictOwns(parser.pointee.dict, place) == 1 { slots[slot] = (place, text) }
        return text
    }
}
