internal import XMLText

extension LogValues {
    /// What counts of a field, as XML can carry it; nil where nobody spoke of it, and for an empty text.
    func xmlText(_ field: LogField) -> String? {
        self[field].flatMap { $0.isEmpty ? nil : XMLWriter.carriable($0) }
    }
}
