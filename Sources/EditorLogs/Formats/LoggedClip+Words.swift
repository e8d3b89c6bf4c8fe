extension String {
    /// In one cell of one line: control characters and everything that some reader takes for the end of a line, or of
    /// a cell, become spaces.
    ///
    /// Source: Unicode, general category Cc (tab, CR, LF, VT, FF, NEL among them), and U+2028 and U+2029.
    var inOneCell: String {
        guard !isOneCell else { return self }
        var scalars = UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in unicodeScalars {
            let breaks = scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
            // CR LF is one line end.
            if !(last == "\r" && scalar == "\n") { scalars.append(breaks ? " " : scalar) }
            last = scalar
        }
        return String(scalars)
    }

    /// Whether it can stand in one cell as it is: asked of every cell, and so by its bytes.
    var isOneCell: Bool {
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in utf8 {
            // C2 80 to C2 9F are the upper control characters, E2 80 A8 and E2 80 A9 the separators.
            if byte < 0x20 || byte == 0x7F || last == 0xC2 && byte < 0xA0 { return false }
            if before == 0xE2, last == 0x80, byte == 0xA8 || byte == 0xA9 { return false }
            (before, last) = (last, byte)
        }
        return true
    }

    /// Whether there is nothing to see in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension LoggedClip {
    /// Whether there is something to see in its name where a list shows it.
    var hasName: Bool { !name.inOneCell.isBlank }

    /// The lens by its name: `Zeiss Supreme Prime`; the maker only where the model does not begin with it.
    var lensName: String? {
        let (make, model) = (values[.lensMake], values[.lensModel])
        guard let make, let model else { return model ?? make }
        return model.lowercased().hasPrefix(make.lowercased()) ? model : "\(make) \(model)"
    }

    /// The lens with its focal length: `Zeiss Supreme Prime, 50 mm`.
    var lens: String? {
        let parts = [lensName, values[.focalLength].map { "\($0) mm" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
