internal import ClipMetadata
internal import FileTree

/// The names that headers of files carry, by entry.
struct HeaderNames: Sendable {
    private var names: [Int: String] = [:]
    /// What could not be read, by entry, with the reason.
    private(set) var failures: [Int: String] = [:]

    /// The name in the header of an entry's file: DPX and EXR keep one.
    subscript(entry: Int) -> String? { names[entry] }

    /// Formats whose headers have a name.
    private static let formats: [[UInt8]] = ["dpx", "exr"].map { Array($0.utf8) }

    /// Reads the head of a file, or of a sequence's first frame, where its format has a name and its own has a version.
    mutating func read(_ thing: Int, of named: NamedTree, on disk: any ReadableDisk) {
        let format = named.parts(of: thing).suffix.dropFirst()
        guard named.things[thing].kind != .folder,
            HeaderNames.formats.contains(where: { format.lazy.map(\.small).elementsEqual($0) }),
            VersionedName(thing, of: named) != nil
        else { return }
        let entry = named.things[thing].entry
        let path = named.path(of: thing)
        let bytes: FileBytes
        do throws(DiskError) {
            bytes = try FileBytes(path, on: disk)
        } catch {
            failures[entry] = error.cause
            return
        }
        // A damaged head says no name; that it is damaged is for whoever checks contents.
        guard case .frame(let header)? = try? MediaFile(bytes, at: path.description)?.kind else { return }
        names[entry] = header.fileName
    }
}
