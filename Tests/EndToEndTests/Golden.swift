import Foundation
import Testing

/// What a command is to write, to the byte: a folder of `Goldens`, which Git leaves as it is.
///
/// With RUSHES_GOLDENS=write the folder is made anew from what the command writes now; `git diff` shows what that
/// changes, and somebody has to want it.
struct Golden {
    /// The name of its folder.
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// Whether goldens are made in this run instead of being compared.
    static let areWritten = ProcessInfo.processInfo.environment["RUSHES_GOLDENS"] == "write"

    private var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/" + name)
    }

    /// Expects that these are its files, and each of them equal.
    ///
    /// - Parameter unseen: files of it that nobody can make in this run.
    func expect(
        _ made: [String: Data], but unseen: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if Golden.areWritten { try write(made, but: unseen) }
        let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)).subtracting(unseen)
        #expect(names.sorted() == made.keys.sorted(), "files of \(name)", sourceLocation: sourceLocation)
        for (file, bytes) in made.sorted(by: { $0.key < $1.key }) where names.contains(file) {
            let golden = try Data(contentsOf: folder.appending(path: file))
            guard golden != bytes else { continue }
            let place = Golden.difference(Golden.text(golden), Golden.text(bytes))
            Issue.record("\(name)/\(file) is another one, \(place)", sourceLocation: sourceLocation)
        }
    }

    private func write(_ made: [String: Data], but unseen: Set<String>) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for old in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !unseen.contains(old) {
            try FileManager.default.removeItem(at: folder.appending(path: old))
        }
        for (file, bytes) in made { try bytes.write(to: folder.appending(path: file)) }
    }

    /// A file as people read it: with a mark of UTF-16 it is that, else UTF-8.
    static func text(_ bytes: Data) -> String {
        bytes.starts(with: [0xFF, 0xFE])
            ? String(data: bytes, encoding: .utf16) ?? "" : String(decoding: bytes, as: UTF8.self)
    }

    /// Characters that are shown before the first that differs, and of each of the two lines at most.
    private static let (before, shown) = (60, 160)

    /// Where two texts begin to differ: the line's number, and of either line what stands there, controls escaped.
    private static func difference(_ golden: String, _ made: String) -> String {
        let (old, new) = (lines(of: golden), lines(of: made))
        let line = zip(old, new).prefix { $0 == $1 }.count
        let (gone, come) = (old.dropFirst(line).first ?? [], new.dropFirst(line).first ?? [])
        let start = max(0, zip(gone, come).prefix { $0 == $1 }.count - before)
        let parts = [gone, come].map { part in
            String(String.UnicodeScalarView(part.dropFirst(start).prefix(shown))).debugDescription
        }
        return "line \(line + 1):\n- \(parts[0])\n+ \(parts[1])"
    }

    /// Its lines; a CR before the LF belongs to them, so that lines that end in another way are other lines.
    private static func lines(of text: String) -> [[Unicode.Scalar]] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }
}
