public import SlateNotes

/// Corrections by hand: they are believed before everybody.
public struct Corrections {
    private let file: SlateFile

    /// Takes a file of corrections, whose rows name clips.
    public init(_ file: SlateFile) {
        self.file = file
    }

    /// Notes the corrections, and lists those that no row fits.
    public func apply(to log: inout EditorLog) {}
}
