import Checksums
import Custody
import FileTree
import Glibc
import Manifests
import RushesFixtures
import Testing

/// What a comparison told, in words that fit a table.
struct Told: Equatable {
    /// `a.mov missing`, sorted; files that are the same are left away.
    var differences: [String] = []
    var same = 0
    var status = RunStatus.done

    init(_ differences: [String] = [], same: Int, _ status: RunStatus) {
        self.differences = differences
        self.same = same
        self.status = status
    }

    /// Compares two things below a folder.
    init(_ first: String, _ second: String, in folder: String) throws {
        var told: [String] = []
        let request = DiffRequest(folder + "/" + first, folder + "/" + second)
        let outcome = try Comparison(request).run(
            tell: { event in
                if case .file(let finding) = event, finding.change != .same { told.append(Told.words(finding)) }
            },
            shouldStop: { false })
        self.init(told.sorted(), same: outcome.same, RunStatus.worst(of: outcome.statuses))
    }

    private static func words(_ finding: DiffFinding) -> String {
        let path = String(decoding: finding.path, as: UTF8.self)
        return switch finding.change {
        case .same: "\(path) same"
        case .sameSize: "\(path) not compared"
        case .changed(.bytes(let place, let pieces)): "\(path) differs from \(place) in \(pieces)"
        case .changed(.sizes(let one, let other)): "\(path) \(one.bytes) then \(other.bytes) bytes"
        case .changed(.checksums(let one, _)): "\(path) other \(one.algorithm.rawValue)"
        case .missing: "\(path) missing"
        case .new: "\(path) new"
        case .renamed(let from): "\(path) was \(String(decoding: from, as: UTF8.self))"
        case .unreadable(_, let side): "\(path) unreadable on the \(side == .first ? "first" : "second")"
        case .folderMissing: "\(path)/ missing"
        case .folderNew: "\(path)/ new"
        }
    }
}

/// Two trees under `A` and `B`, and what their comparison tells.
struct TwoTrees: CustomTestStringConvertible {
    let testDescription: String
    let first: CardBuilder
    let second: CardBuilder
    let told: Told

    init(_ fact: String, _ first: CardBuilder, _ second: CardBuilder, _ told: Told) {
        testDescription = fact
        self.first = first
        self.second = second
        self.told = told
    }
}

@Suite("Two folders are compared by what they hold")
struct FolderDiffTests {
    private static let zeros = CardBuilder.Content.bytes(Array(repeating: 0, count: 5 << 20))

    private static func zeros(but places: [Int], count: Int = 5 << 20) -> CardBuilder.Content {
        var bytes = [UInt8](repeating: 0, count: count)
        for place in places { bytes[place] = 1 }
        return .bytes(bytes)
    }

    static let facts: [TwoTrees] = [
        TwoTrees("nothing in either", [:], [:], Told(same: 0, .done)),
        TwoTrees("equal", ["a.mov": "abc", "s/b": "x"], ["a.mov": "abc", "s/b": "x"], Told(same: 2, .done)),
        TwoTrees(
            "same size, other content", ["a.mov": "abc"], ["a.mov": "abX"],
            Told(["a.mov differs from 2 in 1"], same: 0, .contentDiffers)),
        TwoTrees(
            "cut short, and longer", ["a": "abc", "b": "abc"], ["a": "ab", "b": "abcd"],
            Told(["a differs from 2 in 1", "b differs from 3 in 1"], same: 0, .contentDiffers)),
        TwoTrees(
            "pieces of a MiB count once each, the last byte of one and the first of the next twice",
            ["a": zeros], ["a": zeros(but: [(1 << 20) - 1, 1 << 20, 4 << 20, (4 << 20) + 7])],
            Told(["a differs from 1048575 in 3"], same: 0, .contentDiffers)),
        TwoTrees(
            "what one side has beyond the other's end differs, to the byte",
            ["a": zeros(but: [], count: 1 << 20)], ["a": zeros(but: [], count: (3 << 20) + 1)],
            Told(["a differs from 1048576 in 3"], same: 0, .contentDiffers)),
        TwoTrees(
            "empty files are equal, and other than files with content", ["a": "", "b": ""], ["a": "", "b": "x"],
            Told(["b differs from 0 in 1"], same: 1, .contentDiffers)),
        TwoTrees(
            "two files that swapped their names", ["a": "abc", "b": "xyz"], ["a": "xyz", "b": "abc"],
            Told(["a differs from 0 in 1", "b differs from 0 in 1"], same: 0, .contentDiffers)),
        TwoTrees(
            "a file and its folder under other names are no difference", ["a.mov": "abc", "s/b": "hello"],
            ["c.mov": "abc", "t/b": "hello"], Told(["c.mov was a.mov", "t/b was s/b"], same: 0, .done)),
        TwoTrees(
            "a name that was changed, and content with it", ["a.mov": "abc"], ["b.mov": "abX"],
            Told(["a.mov missing", "b.mov new"], same: 0, .missing)),
        TwoTrees(
            "of two like files under new names nobody knows which is which", ["a": "abc", "b": "abc"],
            ["c": "abc", "d": "abc"], Told(["a missing", "b missing", "c new", "d new"], same: 0, .missing)),
        TwoTrees(
            "an empty file under another name is another file", ["a": ""], ["b": ""],
            Told(["a missing", "b new"], same: 0, .missing)),
        TwoTrees(
            "an empty file that moved with its name is the same", ["s/a": ""], ["t/a": ""],
            Told(["t/a was s/a"], same: 0, .done)),
        TwoTrees(
            "a folder that became a file: the reference does not see it", ["x/a": "abc"], ["x": "other"],
            Told(["x new", "x/a missing"], same: 0, .missing)),
        TwoTrees(
            "a file that became a folder", ["x": "abc"], ["x": .folder],
            Told(["x missing", "x/ new"], same: 0, .missing)),
        TwoTrees(
            "an empty folder that is gone, and one that came", ["e": .folder, "a": "a"], ["f/g": .folder, "a": "a"],
            Told(["e/ missing", "f/ new", "f/g/ new"], same: 1, .missing)),
        TwoTrees(
            "a folder that is now filled, or emptied, is told of by its files", ["e": .folder, "s/a": "a"],
            ["e/b": "bb", "s": .folder], Told(["e/b new", "s/a missing"], same: 0, .missing)),
        TwoTrees(
            "only new files are 21, and missing ones weigh more", ["a": "a"], ["a": "a", "b": "bb"],
            Told(["b new"], same: 1, .notInManifest)),
        TwoTrees(
            "a difference weighs more than anything missing", ["a": "a", "b": "b"], ["a": "x"],
            Told(["a differs from 0 in 1", "b missing"], same: 0, .contentDiffers)),
        TwoTrees(
            "names in the other composition of Unicode (NFC, NFD) are the same name spelled anew",
            ["caf\u{E9}/\u{E9}": "abc", "\u{E8}": ""], ["cafe\u{301}/e\u{301}": "abc", "e\u{300}": ""],
            Told(["cafe\u{301}/e\u{301} was caf\u{E9}/\u{E9}", "e\u{300} was \u{E8}"], same: 0, .done)),
        TwoTrees(
            "and are compared under it", ["caf\u{E9}": "abc"], ["cafe\u{301}": "abX"],
            Told(["cafe\u{301} differs from 2 in 1"], same: 0, .contentDiffers)),
        TwoTrees(
            "NFC and NFD twins are two files", ["\u{E9}": "abc", "e\u{301}": "xyz"],
            ["\u{E9}": "abc", "e\u{301}": "xyz"], Told(same: 2, .done)),
        TwoTrees(
            "what systems leave, and histories, are no content",
            ["a": "a", ".DS_Store": "x", "ascmhl/ascmhl_chain.xml": "<x/>"], ["a": "a", "._a": "twin"],
            Told(same: 1, .done)),
    ]

    @Test("each difference has its kind, and the worst gives the status", arguments: facts)
    func told(_ trees: TwoTrees) throws {
        try withTemporaryFolder { folder in
            for (name, tree) in [("A", trees.first), ("B", trees.second)] {
                #expect(mkdir(folder + "/" + name, 0o755) == 0)
                try tree.write(intoFolder: folder + "/" + name)
            }
            #expect(try Told("A", "B", in: folder) == trees.told)
        }
    }

    @Test("names that are not UTF-8 are compared as the bytes they are")
    func rawNames() throws {
        try withTemporaryFolder { folder in
            let name = try #require(RelativePath([0x61, 0xE9, 0x62]))
            for (place, text) in [("A", "abc"), ("B", "abX")] {
                var tree: CardBuilder = [:]
                tree[name] = .bytes(Array(text.utf8))
                #expect(mkdir(folder + "/" + place, 0o755) == 0)
                try tree.write(intoFolder: folder + "/" + place)
            }
            #expect(
                try Told("A", "B", in: folder)
                    == Told(["a\u{FFFD}b differs from 2 in 1"], same: 0, .contentDiffers))
        }
    }

    @Test("a link is not followed: what it replaced is missing, and two of them are no files")
    func links() throws {
        try withTemporaryFolder { folder in
            for place in ["A", "B"] {
                #expect(mkdir(folder + "/" + place, 0o755) == 0)
                #expect(symlink("/etc", folder + "/" + place + "/out") == 0)
            }
            try (["a": "abc"] as CardBuilder).write(intoFolder: folder + "/A")
            #expect(symlink("/etc/passwd", folder + "/B/a") == 0)
            #expect(mkfifo(folder + "/B/pipe", 0o600) == 0)
            #expect(try Told("A", "B", in: folder) == Told(["a missing"], same: 0, .missing))
        }
    }

    @Test("the time grows with the number of files alone: fifty thousand renames are found")
    func linear() throws {
        try withTemporaryFolder { folder in
            let lines = (0..<50_000).map { number in
                let digits = String(number, radix: 16)
                return String(repeating: "0", count: 32 - digits.count) + digits
            }
            let old = lines.enumerated().map { "\($1)  s\($0 % 100)/\($0).mov\n" }.joined()
            let new = lines.enumerated().map { "\($1)  s\($0 % 100)/renamed \($0).mov\n" }.joined()
            let lists: CardBuilder = ["old.md5": .bytes(Array(old.utf8)), "new.md5": .bytes(Array(new.utf8))]
            try lists.write(intoFolder: folder)
            let told = try Told("old.md5", "new.md5", in: folder)
            #expect(told.differences.count == 50_000)
            #expect(told.status == .done)
        }
    }

    @Test("a stop is heard while files are read, and while two are compared byte by byte", arguments: [1, 3, 8])
    func stopped(_ asks: Int) throws {
        try withTemporaryFolder { folder in
            for (place, seed) in [("A", 1), ("B", 2)] as [(String, UInt64)] {
                #expect(mkdir(folder + "/" + place, 0o755) == 0)
                try (["a": .random(20 << 20, seed: seed)] as CardBuilder).write(intoFolder: folder + "/" + place)
            }
            var left = asks
            let outcome = try Comparison(DiffRequest(folder + "/A", folder + "/B")).run(
                tell: { _ in },
                shouldStop: {
                    left -= 1
                    return left < 0
                })
            #expect(outcome.isInterrupted)
            #expect(outcome.changed == 0)
            #expect(RunStatus.worst(of: outcome.statuses) == .interrupted)
        }
    }
}

@Suite("Manifests and folders are compared in any mix")
struct MixedDiffTests {
    private static let abc = "900150983cd24fb0d6963f7d28e17f72"
    private static let hello = "5d41402abc4b2a76b9719d911017c592"
    private static let folder: CardBuilder = ["a.mov": "abc", "s/b.txt": "hello"]
    private static let list = "\(abc)  a.mov\n\(hello)  s/b.txt\n"

    /// A folder, a list beside it, and what comparing the two tells, list first and folder first.
    static let facts: [(String, String, CardBuilder, Told, Told)] = [
        ("equal", list, folder, Told(same: 2, .done), Told(same: 2, .done)),
        (
            "changed", list, ["a.mov": "abX", "s/b.txt": "hello"],
            Told(["a.mov other md5"], same: 1, .contentDiffers), Told(["a.mov other md5"], same: 1, .contentDiffers)
        ),
        (
            "missing there is new here", list, ["a.mov": "abc"], Told(["s/b.txt missing"], same: 1, .missing),
            Told(["s/b.txt new"], same: 1, .notInManifest)
        ),
        (
            "a list names no folders: empty ones are no difference", "\(abc)  a.mov\n", ["a.mov": "abc", "e": .folder],
            Told(same: 1, .done), Told(same: 1, .done)
        ),
        (
            "names as Windows spells them are found", "\(abc)  a.mov\n\(hello)  s\\b.txt\n", folder,
            Told(same: 2, .done), Told(same: 2, .done)
        ),
        (
            "names in another composition are found", "\(abc)  caf\u{E9}\n", ["cafe\u{301}": "abc"],
            Told(same: 1, .done), Told(same: 1, .done)
        ),
        (
            "what systems leave is compared where the list has it", "\(abc)  .DS_Store\n",
            [".DS_Store": "abX", "Thumbs.db": "x"], Told([".DS_Store other md5"], same: 0, .contentDiffers),
            Told([".DS_Store other md5"], same: 0, .contentDiffers)
        ),
        (
            "a path that leads out of the folder is never followed, and not the same",
            "\(abc)  ../list.md5\n\(abc)  a.mov\n",
            ["a.mov": "abc"], Told(same: 1, .missing), Told(same: 1, .missing)
        ),
        (
            "a file that became a folder", "\(abc)  a.mov\n", ["a.mov": .folder],
            Told(["a.mov missing"], same: 0, .missing), Told(["a.mov new"], same: 0, .notInManifest)
        ),
    ]

    @Test("a list and a folder, either way round", arguments: facts.indices)
    func listAndFolder(_ number: Int) throws {
        let (_, list, tree, listFirst, folderFirst) = Self.facts[number]
        try withTemporaryFolder { folder in
            #expect(mkdir(folder + "/A", 0o755) == 0)
            try tree.write(intoFolder: folder + "/A")
            try (["list.md5": .bytes(Array(list.utf8))] as CardBuilder).write(intoFolder: folder)
            #expect(try Told("list.md5", "A", in: folder) == listFirst)
            #expect(try Told("A", "list.md5", in: folder) == folderFirst)
        }
    }

    @Test("a list that lies in the folder is not missed in itself")
    func listInFolder() throws {
        try withTemporaryFolder { folder in
            var tree = Self.folder
            tree["list.md5"] = .bytes(Array(Self.list.utf8))
            try tree.write(intoFolder: folder)
            #expect(try Told("list.md5", ".", in: folder) == Told(same: 2, .done))
        }
    }

    @Test("two lists are compared by what they say; where no checksum is of one kind, nothing was verified")
    func twoLists() throws {
        try withTemporaryFolder { folder in
            let lists: CardBuilder = [
                "a.md5": .bytes(Array(Self.list.utf8)), "b.md5": .bytes(Array("\(Self.abc)  c.mov\n".utf8)),
                "c.sha1": "a9993e364706816aba3e25717850c26c9cd0d89d  a.mov\n",
                "d.md5": .bytes(Array("\(Self.hello)  a.mov\n\(Self.hello)  s/b.txt\n".utf8)),
            ]
            try lists.write(intoFolder: folder)
            #expect(try Told("a.md5", "a.md5", in: folder) == Told(same: 2, .done))
            #expect(
                try Told("a.md5", "b.md5", in: folder)
                    == Told(["c.mov was a.mov", "s/b.txt missing"], same: 0, .missing))
            #expect(
                try Told("a.md5", "c.sha1", in: folder)
                    == Told(["a.mov not compared", "s/b.txt missing"], same: 0, .missing))
            #expect(
                try Told("a.md5", "d.md5", in: folder) == Told(["a.mov other md5"], same: 1, .contentDiffers))
        }
    }

    @Test("a side that is not there, or says nothing, is refused")
    func refused() throws {
        try withTemporaryFolder { folder in
            try (["a.mov": "abc", "x.md5": "not a list"] as CardBuilder).write(intoFolder: folder)
            for (side, status) in [("none", RunStatus.usage), ("x.md5", .manifestAltered), ("a.mov", .manifestAltered)]
            {
                let error = #expect(throws: CustodyError.self) { try Told(side, ".", in: folder) }
                #expect(error?.status == status)
                #expect(throws: CustodyError.self) { try Told(".", side, in: folder) }
            }
        }
    }
}
