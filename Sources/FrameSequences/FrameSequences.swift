public import FileTree

/// A file as a folder lists it, for whoever has no tree.
public struct ListedFile: Sendable {
    /// The raw bytes of its name.
    public let name: [UInt8]
    /// Its size.
    public let size: ByteCount
    /// When it was modified.
    public let modified: Instant

    /// Puts one together.
    public init(name: [UInt8], size: ByteCount, modified: Instant) {
        self.name = name
        self.size = size
        self.modified = modified
    }
}

/// Finds the sequences of frames in a folder by the names of its files; nothing is opened.
///
/// - The digits directly before the extension count, behind `.`, `_`, `-` or a space, or alone in names of pictures;
///   a version (`comp_v02.exr`, `comp_v_02.exr`) is no frame. `-` behind one of these is a sign.
/// - One prefix, one extension in any case, and one way of writing the numbers make a sequence. Numbers that outgrow
///   their zeros stay in it (`999`, `1000`); `08` and `008` are two.
/// - One or two files are a sequence only in formats of pictures; clips (MOV, MXF, R3D, WAV and the like) never are.
/// - Sub-frames (`shot.1001.5.exr` beside `shot.1001.exr`) and second files of one number are in no sequence.
public enum FrameSequences {
    /// What was found in one folder.
    public struct Grouping: Hashable, Sendable {
        /// The sequences, by the place of their first file.
        public let sequences: [FrameSequence]
        /// The numbers of the files that are in none, ascending.
        public let others: [Int]
    }

    /// Groups the files among a folder's entries.
    ///
    /// `children` are their numbers in the tree, best in the tree's own order, by the raw bytes of the names; folders
    /// are left out.
    public static func group(folder: Int, of tree: TreeSnapshot, children: some Collection<Int>) -> Grouping {
        var collection = FrameCollection()
        for number in children where tree.entries[number].kind == .file {
            let entry = tree.entries[number]
            collection.add(tree.name(of: number), ByteCount(entry.size), entry.modified, number: number)
        }
        return collection.grouping(in: tree.path(of: folder))
    }

    /// Groups files by what is known of them; they are numbered by their places, from 0.
    public static func group(_ files: some Sequence<ListedFile>, in folder: RelativePath = .root) -> Grouping {
        var collection = FrameCollection()
        for (number, file) in files.enumerated() {
            collection.add(file.name[...], file.size, file.modified, number: number)
        }
        return collection.grouping(in: folder)
    }
}
