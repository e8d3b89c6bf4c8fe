/// A name as a file system compares it, so that two names that are one there are equal.
enum FoldedName: Hashable, Sendable {
    /// Compared byte by byte.
    case bytes([UInt8])
    /// Compared as Unicode does: an accent is the same in its letter and behind it.
    case text(String)
}

/// What is the same to a file system.
struct NameFolding: Hashable, Sendable {
    /// Capitals and small letters.
    let foldsCase: Bool
    /// An accent within its letter and behind it.
    let foldsComposition: Bool

    /// A name as it is compared.
    ///
    /// Bytes that are no text are compared as they are, but for ASCII.
    func folded(_ name: ArraySlice<UInt8>) -> FoldedName {
        if name.isASCII { return .bytes(foldsCase ? name.map(\.folded) : Array(name)) }
        guard let text = String(validating: name, as: UTF8.self) else {
            return .bytes(foldsCase ? name.map(\.folded) : Array(name))
        }
        let folded = foldsCase ? NameFolding.caseFolded(text) : text
        return foldsComposition && !folded.utf8.isASCII ? .text(folded) : .bytes(Array(folded.utf8))
    }

    /// A name in small letters: of each capital its own small letter, where that has no other capital.
    static func small(_ name: ArraySlice<UInt8>) -> [UInt8] {
        guard !name.isASCII, let text = String(validating: name, as: UTF8.self) else { return name.map(\.folded) }
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            let small = scalar.properties.lowercaseMapping
            let capital = small.unicodeScalars.first?.properties.uppercaseMapping ?? ""
            // By their scalars: as texts the sign for kelvin and K are equal.
            return Array((capital.unicodeScalars.elementsEqual([scalar]) ? small : String(scalar)).utf8)
        }
    }

    /// A number that equal names share; names of ASCII, almost all of a million, are not copied for it.
    func hash(of name: ArraySlice<UInt8>, in container: UInt32) -> UInt64 {
        if name.isASCII { return NameFolding.hash(name, container, foldsCase: foldsCase) }
        switch folded(name) {
        case .bytes(let bytes): return NameFolding.hash(bytes[...], container, foldsCase: false)
        case .text(let text):
            var hasher = Hasher()
            hasher.combine(container)
            hasher.combine(text)
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }
    }

    /// The names' FNV-1a.
    ///
    /// Names made to collide only cost time: whoever uses it compares the names themselves.
    private static func hash(_ name: ArraySlice<UInt8>, _ container: UInt32, foldsCase: Bool) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(container) &* 0x9E37_79B9_7F4A_7C15
        for byte in name { hash = (hash ^ UInt64(foldsCase ? byte.folded : byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// Unicode's full case folding by way of the capital (`ß`, `SS` and `ss` are one, as APFS has it); a dotless i stays.
    private static func caseFolded(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { folded, scalar in
            if scalar.value == 0x131 { return folded.unicodeScalars.append(scalar) }
            for capital in scalar.properties.uppercaseMapping.unicodeScalars {
                folded += capital.properties.lowercaseMapping
            }
        }
    }
}
