import Foundation
import Testing

/// What a command left on the screen, and its exit status.
struct Screen: Equatable, CustomTestStringConvertible {
    let status: Int32
    /// Standard output: data.
    let output: String
    /// Standard error: talk.
    let talk: String

    init(_ status: Int32, output: String = "", talk: String = "") {
        self.status = status
        self.output = output
        self.talk = talk
    }

    var testDescription: String { "status \(status)\n--- output\n\(output)\n--- talk\n\(talk)\n---" }

    /// The same screen without what differs from machine to machine and from minute to minute.
    ///
    /// Columns are told apart by two spaces, and every copy counts as proved: on a file system that is not on
    /// the list of DESIGN section 1 it is read back, and the words are longer.
    func steady(in folder: String) -> Screen {
        Screen(status, output: Screen.steady(output, in: folder), talk: Screen.steady(talk, in: folder))
    }

    static func steady(_ text: String, in folder: String) -> String {
        let machine = ["lies on the same physical disk", "The card is mounted read-write"]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in !machine.contains { line.contains($0) } }
            .map { line in
                line.replacing(folder + "/", with: "")
                    .replacing(/\d{4}-\d\d-\d\d_\d{6}(?:Z(?:_\d+)?)?/, with: "TIME")
                    .replacing(/\d{4}-\d\d-\d\dT[0-9:.]+(?:Z|[+-]\d\d:\d\d)/, with: "TIME")
                    .replacing(/read, but not shown to come from the device \([^)]*\)/, with: "read from the device")
                    .replacing("most likely the medium holds", with: "the medium holds")
                    .replacing(/\(\w+, [0-9.]+ \w+ free\)/, with: "(FREE)")
                    .replacing(/\d+\.\d s$/, with: "0.0 s")
                    .replacing(/\b[0-9a-f]{16}\b/, with: "HASH")
                    .replacing(/\bread-back(?= on |  )/, with: "proved")
                    .replacing(/(\S) {2,}/) { "\($0.1)  " }
            }
        let joined = lines.joined(separator: "\n")
        return joined.hasSuffix("\n") ? String(joined.dropLast()) : joined
    }
}
