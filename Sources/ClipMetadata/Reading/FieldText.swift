extension String {
    /// Text of a field that somebody filled: up to the first NUL, without spaces around it; nil when nothing is left.
    ///
    /// Fields say what encoding they have, and cameras do not keep to it: what is not UTF-8 is read as Latin-1.
    init?(field bytes: some Collection<UInt8>) {
        let bytes = bytes.prefix { $0 != 0 }
        let text =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        guard let said = text.said else { return nil }
        self = said
    }
}
