internal import FileTree
internal import FrameSequences

/// Where on a card layouts look, and what lies there.
extension CardTree {
    /// What a folder is called; the root by its label.
    func folderName(_ folder: Int) -> String { folder == 0 ? label : name(of: folder) }

    /// What a folder is called without its last extension; the root by its label.
    func folderStem(_ folder: Int) -> String {
        let name = folderName(folder)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Whether what a folder is called, the root by its label, has this extension.
    func isCalled(_ folder: Int, _ wanted: String) -> Bool {
        folderName(folder).uppercased().hasSuffix("." + wanted)
    }

    /// The folders in which a reel may start: the root, the folders in it, and those in them of the same name.
    ///
    /// A backup of a card that is named as its volume often has the reel's folder twice: `A001R2GJ/A001R2GJ`.
    var reelPlaces: [Int] {
        [0]
            + folders(in: 0).flatMap { folder in
                let name = name(of: folder).uppercased()
                return [folder] + folders(in: folder).filter { self.name(of: $0).uppercased() == name }
            }
    }

    /// The folders in `DCIM` that follow one of these patterns; such a folder, or `DCIM`, may be the root itself.
    func cameraFolders(_ patterns: FolderPattern...) -> [Int] {
        func fits(_ folder: Int) -> Bool { patterns.contains { $0.matches(folderName(folder)) } }
        if fits(0) { return [0] }
        guard let dcim = FolderPattern("DCIM").matches(label) ? 0 : folder(at: "DCIM") else { return [] }
        return folders(in: dcim).filter(fits)
    }

    /// `DCIM`; the root where it, or a folder in it, was given itself.
    var pictures: RelativePath { folder(at: "DCIM").map(path(of:)) ?? .root }

    /// Whether a name has this extension, which is in capitals, without the dot.
    ///
    /// Compares bytes, because a folder of a hundred thousand frames is asked for many extensions.
    func hasExtension(_ number: Int, _ wanted: StaticString) -> Bool {
        let name = tree.name(of: number)
        return wanted.withUTF8Buffer { wanted in
            guard name.count > wanted.count + 1 else { return false }
            let end = name.suffix(wanted.count + 1)
            return end.first == UInt8(ascii: ".")
                && zip(end.dropFirst(), wanted).allSatisfy { CardTree.folded($0) == $1 }
        }
    }

    /// The frames of a folder that end so, and the numbers of its other files.
    func frames(in folder: Int, _ extensions: StaticString...) -> (sequences: [FrameSequence], others: [Int]) {
        frames(in: folder, extensions)
    }

    /// The same for extensions in a list.
    func frames(in folder: Int, _ extensions: [StaticString]) -> (sequences: [FrameSequence], others: [Int]) {
        var (frames, others) = ([Int](), [Int]())
        for file in files(in: folder) {
            if extensions.contains(where: { hasExtension(file, $0) }) {
                frames.append(file)
            } else {
                others.append(file)
            }
        }
        let found = FrameSequences.group(folder: folder, of: tree, children: frames)
        return (found.sequences, (others + found.others).sorted())
    }

    /// The first file in a folder with one of these extensions.
    func firstFile(in folder: Int, _ extensions: StaticString...) -> Int? { firstFile(in: folder, extensions) }

    /// The same for extensions in a list.
    func firstFile(in folder: Int, _ extensions: [StaticString]) -> Int? {
        children(of: folder).first { child in !isFolder(child) && extensions.contains { hasExtension(child, $0) } }
    }
}
