internal import FoundationEssentials

/// Writes one JSON object per line, its members in alphabetical order; documented in `docs/json.md`.
struct JSONLines {
    private let output: Terminal
    private let encoder: JSONEncoder

    /// Nanoseconds between two lines of progress.
    static let betweenProgress: Int64 = 1_000_000_000

    init(_ output: Terminal) {
        self.output = output
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Writes one object.
    func write(_ value: some Encodable) {
        // Encoding these values cannot fail: they hold text, numbers and lists of them.
        guard let bytes = try? encoder.encode(value) else { return }
        output.write(String(decoding: bytes, as: UTF8.self) + "\n")
    }

    /// The bytes of a name that is not UTF-8; nil for one that is.
    static func base64(_ name: [UInt8]) -> String? {
        String(validating: name, as: UTF8.self) == nil ? Data(name).base64EncodedString() : nil
    }
}
