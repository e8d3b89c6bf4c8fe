extension String {
    /// In one cell of one line: control characters and everything that some reader takes for the end of a line, or of
    /// a cell, become spaces.
    ///
    /// Source: Unicode, general category Cc (tab, CR, LF, VT, FF, NEL among them), and U+2028 and U+2029.
    var inOneCell: String {
        guard !utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return self }
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

    /// Whether there is nothing to see in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension LoggedClip {
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
