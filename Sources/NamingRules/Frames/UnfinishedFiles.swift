internal import FileTree

/// Files that hold nothing, and names that copies and recordings carry until they are whole.
enum UnfinishedFiles {
    /// What the names end with: browsers, file transfer, recorders, editors, and our own rolls.
    private static let endings = [".part", ".partial", ".tmp", ".crdownload", ".filepart"].map { Array($0.utf8) }
    /// What editors add to the copy that they keep while they write.
    private static let tilde = UInt8(ascii: "~")

    /// Whether a name ends like that of something unfinished.
    static func isUnfinished(_ name: ArraySlice<UInt8>) -> Bool { end(of: name) != nil }

    /// Where the ending begins.
    private static func end(of name: ArraySlice<UInt8>) -> Int? {
        if name.last == tilde, name.count > 1 { return name.endIndex - 1 }
        for ending in endings where name.count >= ending.count {
            let tail = name.suffix(ending.count)
            if zip(tail, ending).allSatisfy({ $0.folded == $1 }) { return tail.startIndex }
        }
        return nil
    }

    /// Looks at a file or folder.
    static func judge(_ thing: Int, _ findings: inout RuleFindings) {
        let named = findings.folder.named
        let name = named.name(of: thing)
        let isFolder = named.things[thing].kind == .folder
        if let end = end(of: name), !isFolder || name.last != tilde {
            let place = (end - name.startIndex)..<name.count
            findings.add(
                .partialFile, thing, marked: place, "It is named like a copy that was not finished.",
                .advice("Finish the copy, or delete what is left of it."))
        } else if !isFolder, named.tree.entries[named.things[thing].entry].size == 0, name.first != UInt8(ascii: ".") {
            findings.add(.partialFile, thing, "It is empty.", .advice("Copy it or make it again."))
        }
    }
}
