@testable import ClipMetadata

extension ClipMetadata {
    /// Every claim as a line, in the order people read fields: `frames 210 <- Duration/@value`.
    var saidLines: [String] {
        MetadataField.all.flatMap { field in
            field.texts(self).map { "\(field.name) \($0.value) <- \($0.source.key)" }
        }
    }
}

/// Why a sidecar was refused, as its code and sentence; nil when it was read.
func refusal<Read: Sidecar>(_ type: Read.Type, _ text: String) -> String? {
    refusal(type, Array(text.utf8))
}

/// The same for bytes.
func refusal<Read: Sidecar>(_ type: Read.Type, _ bytes: [UInt8]) -> String? {
    do throws(MetadataError) {
        _ = try Read(bytes, at: "card/FILE")
        return nil
    } catch {
        return "\(error.code.rawValue): \(error.sentence)"
    }
}
