import Checksums
import Custody
import FileTree
import Glibc
import Manifests
import RushesFixtures
import Testing

/// What the reference tool (ascmhl 1.2) gets silently wrong, or wrong at all, and what we say instead.
@Suite("Where the reference is wrong")
struct TruthTests {
    private let gen1 = HandMade.manifest([
        HandMade.file("a", "abc"), HandMade.file("s/b", "hello"), HandMade.folder("s"),
    ])
    private let files = ["a": "abc", "s/b": "hello"]

    // MARK: - Silent ones

    @Test("a new folder, though empty, is not in the manifest (reference: never told, 0)")
    func newFolder() throws {
        let verified = try Verified(files + ["new/": "", "s/in/": ""] + HandMade.history([gen1]))
        #expect(verified.status == .notInManifest)
        #expect(verified.findings == ["new folder not listed", "s/in folder not listed"])
    }

    @Test("a new folder is not told where nothing says which folders there were, or it is not ours to tell")
    func newFolderUnknown() throws {
        let filesOnly = HandMade.manifest([HandMade.file("a", "abc"), HandMade.file("s/b", "hello")])
        #expect(try Verified(files + ["new/": ""] + HandMade.history([filesOnly])).status == .done)
        let patterns = HandMade.manifest(
            [HandMade.file("a", "abc"), HandMade.file("s/b", "hello"), HandMade.folder("s")],
            ignoring: HandMade.patterns + ["proxy/"])
        let left = ["proxy/": "", "proxy/x": "x", ".Trashes/": "", ".Trashes/1": "", "s/proxy/": ""]
        #expect(try Verified(files + left + HandMade.history([patterns])).findings == [])
    }

    @Test("a folder that has a history of its own is not new to the one above")
    func newChild() throws {
        let child = HandMade.history([HandMade.manifest([HandMade.file("c", "abc")])], in: "Day02/A001/")
        let verified = try Verified(files + ["Day02/A001/c": "abc"] + HandMade.history([gen1]) + child)
        #expect((verified.status, verified.equal) == (.done, 3))
    }

    @Test("an empty folder that was removed is missing (reference: 10 as well)")
    func removedFolder() throws {
        let manifest = HandMade.manifest([HandMade.file("a", "abc"), HandMade.folder("e")])
        let verified = try Verified(["a": "abc"] + HandMade.history([manifest]))
        #expect((verified.status, verified.findings) == (.missing, ["e folder missing"]))
    }

    @Test("a file in a removed folder's place is no folder (reference: 20 or 0)")
    func fileForFolder() throws {
        let manifest = HandMade.manifest([HandMade.file("a", "abc"), HandMade.folder("e")])
        let verified = try Verified(["a": "abc", "e": "x"] + HandMade.history([manifest]))
        #expect(verified.findings == ["e folder missing", "e not listed"])
    }

    @Test("a folder in a file's place is no file (reference: verify 20, diff 0)")
    func folderForFile() throws {
        let verified = try Verified(["a/": "", "s/b": "hello"] + HandMade.history([gen1]))
        #expect(verified.status == .missing)
        #expect(verified.findings.contains("a missing"))
    }

    @Test("sizes are compared, and a failed record's size never (reference: never)")
    func sizes() throws {
        let one = HandMade.manifest([HandMade.file("a", "abc", size: "3")])
        let failed = HandMade.manifest([HandMade.file("a", "ab", action: "failed", size: "2")])
        let history = HandMade.history([one, failed])
        #expect(try Verified(["a": "abc"] + history).status == .done)
        #expect(try Verified(["a": "ab"] + history).findings == ["a differs"])
        let sizes = try Verified(["a": "ab"] + history, request: { request, _ in request.sizesOnly = true })
        #expect(sizes.findings == ["a size 2, not 3"])
    }

    @Test("a failed hash is never compared with (reference: create does, a good file becomes failed)")
    func failed() throws {
        let failed = HandMade.manifest([HandMade.file("a", "damaged", action: "failed")])
        let history = HandMade.history([gen1, failed])
        #expect(try Verified(files + history).status == .done)
        #expect(try Verified(["a": "damaged", "s/b": "hello"] + history).findings == ["a differs"])
    }

    @Test("every hash that did not fail is compared, not only the first of the first generation")
    func everyHash() throws {
        let later = HandMade.manifest([HandMade.file("a", "other", .md5, action: "verified")])
        #expect(try Verified(files + HandMade.history([gen1, later])).findings == ["a differs"])
    }

    // MARK: - Nested histories

    /// A parent that refers to its child's first generation; the child may have more.
    private func nested(_ childs: [String], refersTo text: String? = nil, child: String = "A001") -> [String: String] {
        let reference = HandMade.references([("\(child)/ascmhl/\(HandMade.name(1))", text ?? childs[0])])
        let parent = HandMade.manifest([HandMade.file("top", "abc"), HandMade.folder("A001")], tail: reference)
        return ["top": "abc", "A001/c": "hello"] + HandMade.history([parent])
            + (childs.isEmpty ? [:] : HandMade.history(childs, in: "A001/"))
    }

    private let child = HandMade.manifest([HandMade.file("c", "hello", .md5)])

    @Test("files of all levels are verified, each by its own history's hashes")
    func levels() throws {
        let verified = try Verified(nested([child]))
        #expect((verified.status, verified.equal) == (.done, 2))
        var damaged = nested([child])
        damaged["A001/c"] = "hellO"
        #expect(try Verified(damaged).findings == ["A001/c differs"])
    }

    @Test("a reference to an older generation of the child is as it should be")
    func olderGeneration() throws {
        let next = HandMade.manifest([HandMade.file("c", "hello", .md5, action: "verified")])
        #expect(try Verified(nested([child, next])).status == .done)
    }

    @Test("a nested history that is gone is told (reference: its files are new, 21, or nothing at all)")
    func childGone() throws {
        let verified = try Verified(nested([], refersTo: child))
        #expect(verified.status == .noHistory)
        #expect(verified.sentences == ["A001: the history above refers to one here, which is gone"])
    }

    @Test("a child's manifest that is not the one referred to is told (reference: printed, 0)")
    func childSwapped() throws {
        let other = HandMade.manifest([HandMade.file("c", "hello", .sha1)])
        let verified = try Verified(nested([other], refersTo: child))
        #expect((verified.status, verified.equal) == (.manifestAltered, 2))
    }

    @Test("a reference to a generation that the child's chain lacks is told")
    func childShorter() throws {
        let reference = HandMade.references([("A001/ascmhl/\(HandMade.name(2))", child)])
        let parent = HandMade.manifest([HandMade.file("top", "abc")], tail: reference)
        let verified = try Verified(
            ["top": "abc", "A001/c": "hello"] + HandMade.history([parent]) + HandMade.history([child], in: "A001/"))
        #expect(verified.status == .manifestMissing)
    }

    @Test("a child in a folder that was renamed is found under its new name")
    func childRenamed() throws {
        let reference = HandMade.references([("A001/ascmhl/\(HandMade.name(1))", child)])
        let parent = HandMade.manifest([HandMade.file("top", "abc"), HandMade.folder("A001")], tail: reference)
        let next = HandMade.manifest([HandMade.folder("B001", was: "A001")])
        let files =
            ["top": "abc", "B001/c": "hello"] + HandMade.history([parent, next])
            + HandMade.history([child], in: "B001/")
        #expect(try Verified(files).status == .done)
        // The same history as the judge of another folder.
        let against = try Verified(files, request: { request, root in request.against = root })
        #expect((against.status, against.refused, against.equal) == (.done, [], 2))
    }

    @Test(
        "references that lead nowhere, out, or to themselves are told, and never followed",
        arguments: [
            ("../ascmhl/0001_x.mhl", RunStatus.done), ("/ascmhl/0001_x.mhl", .done), ("", .done),
            ("ascmhl/\(HandMade.name(1))", .manifestAltered), ("gone/ascmhl/0001_x.mhl", .noHistory),
        ])
    func strangeReferences(_ path: String, _ status: RunStatus) throws {
        let parent = HandMade.manifest([HandMade.file("a", "abc")], tail: HandMade.references([(path, "x")]))
        let verified = try Verified(["a": "abc"] + HandMade.history([parent]))
        #expect(verified.status == status, "\(verified.sentences)")
        #expect(verified.sentences.count == 1, "\(verified.sentences)")
        let against = try Verified(["a": "abc"] + HandMade.history([parent]), request: { $0.against = $1 })
        #expect(against.status == .done || against.refused == ["manifest"])
    }

    @Test("two histories that refer to each other end")
    func loop() throws {
        let inner = HandMade.manifest(
            [HandMade.file("c", "hello")], tail: HandMade.references([("A001/ascmhl/\(HandMade.name(1))", "x")]))
        let files = ["A001/c": "hello"] + HandMade.history([inner], in: "A001/")
        #expect(try Verified(files).status == .noHistory)
    }

    // MARK: - Renames

    @Test(
        "a rename is followed, whether it says verified (the specification) or original (the reference)",
        arguments: ["verified", "original"])
    func rename(_ action: String) throws {
        let next = HandMade.manifest([HandMade.file("c", "abc", action: action, was: "a")])
        let history = HandMade.history([gen1, next])
        #expect(try Verified(["c": "abc", "s/b": "hello"] + history).status == .done)
        #expect(try Verified(["c": "abX", "s/b": "hello"] + history).findings == ["c differs"])
        #expect(try Verified(files + history).findings == ["a not listed", "c missing"])
    }

    @Test("a later generation that calls a renamed file original does not make a change good (reference: it does)")
    func renamedThenOriginal() throws {
        let second = HandMade.manifest([HandMade.file("c", "abc", action: "verified", was: "a")])
        let third = HandMade.manifest([HandMade.file("c", "changed")])
        let verified = try Verified(["c": "changed", "s/b": "hello"] + HandMade.history([gen1, second, third]))
        #expect((verified.status, verified.findings) == (.contentDiffers, ["c differs"]))
    }

    @Test("a chain of renames leads to the last name")
    func renameChain() throws {
        let second = HandMade.manifest([HandMade.file("c", "abc", action: "verified", was: "a")])
        let third = HandMade.manifest([HandMade.file("t/d", "abc", action: "verified", was: "c"), HandMade.folder("t")])
        let history = HandMade.history([gen1, second, third])
        #expect(try Verified(["t/d": "abc", "s/b": "hello"] + history).status == .done)
        #expect(try Verified(["t/d": "abX", "s/b": "hello"] + history).findings == ["t/d differs"])
    }

    @Test("two files that took each other's name in one generation each keep their own hash")
    func swapped() throws {
        let next = HandMade.manifest([
            HandMade.file("a", "hello", action: "verified", was: "s/b"),
            HandMade.file("s/b", "abc", action: "verified", was: "a"),
        ])
        let history = HandMade.history([gen1, next])
        #expect(try Verified(["a": "hello", "s/b": "abc"] + history).status == .done)
        #expect(try Verified(files + history).findings == ["a differs", "s/b differs"])
    }

    @Test("several files that were one keep their hashes apart (reference: one stays missing for ever)")
    func copies() throws {
        let second = HandMade.manifest([
            HandMade.file("c", "abc", action: "verified", was: "a"),
            HandMade.file("d", "abc", action: "verified", was: "a"),
        ])
        let third = HandMade.manifest([HandMade.file("c", "abc", .md5, action: "verified")])
        let fourth = HandMade.manifest([HandMade.file("d", "abd", .md5, action: "failed")])
        let history = HandMade.history([gen1, second, third, fourth])
        #expect(try Verified(["c": "abc", "d": "abc", "s/b": "hello"] + history).status == .done)
    }

    @Test("a new file that takes a name which was given up is its own")
    func nameTakenAgain() throws {
        let second = HandMade.manifest([HandMade.file("c", "abc", action: "verified", was: "a")])
        let third = HandMade.manifest([HandMade.file("a", "another")])
        let verified = try Verified(
            ["a": "another", "c": "abc", "s/b": "hello"] + HandMade.history([gen1, second, third]))
        #expect((verified.status, verified.equal) == (.done, 3))
    }

    @Test("renames in a circle, and of each other again and again, end")
    func renameCircle() throws {
        var generations = [
            HandMade.manifest([
                HandMade.file("a", "abc"), HandMade.file("b", "abc"), HandMade.folder("f"), HandMade.folder("g"),
            ])
        ]
        for _ in 0..<8 {
            generations.append(
                HandMade.manifest([
                    HandMade.file("a", "abc", action: "verified", was: "b"),
                    HandMade.file("b", "abc", action: "verified", was: "a"),
                    HandMade.folder("f", was: "g"), HandMade.folder("g", was: "f"),
                ]))
        }
        #expect(
            try Verified(["a": "abc", "b": "abc", "f/": "", "g/": ""] + HandMade.history(generations)).status == .done)
    }

    @Test("a folder that was renamed is not missing under its old name")
    func renamedFolder() throws {
        let next = HandMade.manifest([
            HandMade.file("t/b", "hello", action: "verified", was: "s/b"), HandMade.folder("t", was: "s"),
        ])
        #expect(try Verified(["a": "abc", "t/b": "hello"] + HandMade.history([gen1, next])).status == .done)
    }

    // MARK: - Patterns

    /// A pattern, files beside `a` and `s/b`, and those of them that are not left out.
    static let patterns: [([String], [String], [String])] = [
        (["/proxy"], ["proxy/x", "s/proxy/x"], ["s/proxy/x"]),
        (["b/proxy"], ["b/proxy/x", "s/b2/proxy/x", "proxy"], ["proxy", "s/b2/proxy/x"]),
        (["proxy/"], ["proxy/x", "s/proxy/y", "d/proxy"], ["d/proxy"]),
        (["*.tmp"], ["x.tmp", "s/y.tmp", "s/tmp"], ["s/tmp"]),
        (["*.tmp", "!keep.tmp"], ["x.tmp", "keep.tmp", "s/keep.tmp"], ["keep.tmp", "s/keep.tmp"]),
        (["# x", "*.tmp"], ["# x", "x.tmp"], ["# x"]),
        (["\\# x"], ["# x"], []),
        (["", "   "], ["x"], ["x"]),
        (["ascmhl", "*.mov"], ["x.mov", "ascmhl.txt"], ["ascmhl.txt"]),
    ]

    @Test("patterns are gitignore's, relative to the root", arguments: TruthTests.patterns)
    func left(_ patterns: [String], _ more: [String], _ left: [String]) throws {
        let manifest = HandMade.manifest(
            [HandMade.file("a", "abc"), HandMade.file("s/b", "hello")], ignoring: HandMade.patterns + patterns)
        let extra = Dictionary(uniqueKeysWithValues: more.map { ($0, "x") })
        let verified = try Verified(files + extra + HandMade.history([manifest]))
        #expect(verified.findings == left.sorted().map { "\($0) not listed" })
    }

    @Test(
        "a card below a folder that a pattern means is verified whole (reference: everything is ignored, 0)",
        arguments: ["proxy", "ascmhl", "x.tmp"])
    func ancestors(_ folder: String) throws {
        let manifest = HandMade.manifest(
            [HandMade.file("a", "abc")], ignoring: HandMade.patterns + ["proxy/", "*.tmp"])
        let files = ["\(folder)/C/a": "abX", "\(folder)/C/new": "n"] + HandMade.history([manifest], in: "\(folder)/C/")
        let verified = try Verified(files, part: "\(folder)/C")
        #expect(verified.findings == ["a differs", "new not listed"])
    }

    @Test("a child's own patterns hold when its parent is verified (reference: 21)")
    func childsPatterns() throws {
        let child = HandMade.manifest([HandMade.file("c", "hello", .md5)], ignoring: HandMade.patterns + ["*.tmp"])
        #expect(try Verified(nested([child]) + ["A001/x.tmp": "x"]).status == .done)
        #expect(try Verified(nested([child]) + ["x.tmp": "x"]).findings == ["x.tmp not listed"])
    }

    @Test("patterns are inherited by a generation that has none")
    func inherited() throws {
        let one = HandMade.manifest([HandMade.file("a", "abc")], ignoring: HandMade.patterns + ["*.tmp"])
        let two = HandMade.manifest([HandMade.file("a", "abc", action: "verified")], ignoring: [])
        #expect(try Verified(["a": "abc", "x.tmp": "x"] + HandMade.history([one, two])).status == .done)
    }

    // MARK: - Links

    @Test("a link to a file of the root is judged by that file's content")
    func linkInside() throws {
        let manifest = HandMade.manifest([HandMade.file("a", "abc"), HandMade.file("l/link", "abc")])
        let links = { (root: String) throws in try link(root, ["l/link": "../l/two", "l/two": "./../a"]) }
        let good = try Verified(["a": "abc", "l/": ""] + HandMade.history([manifest]), prepare: links)
        #expect((good.status, good.equal) == (.done, 2))
        #expect(good.findings == ["l/two symbolicLink"])
        let bad = try Verified(["a": "abX", "l/": ""] + HandMade.history([manifest]), prepare: links)
        #expect((bad.status, bad.equal) == (.contentDiffers, 0))
        #expect(bad.findings == ["a differs", "l/link differs", "l/two symbolicLink"])
    }

    @Test(
        "a link out, to a folder, nowhere, to itself or to an absolute place is never followed",
        arguments: ["../../x", "../x", "s", "gone", "link", "/etc/passwd", "a/b", ".", ""])
    func linkElsewhere(_ target: String) throws {
        let manifest = HandMade.manifest([HandMade.file("a", "abc"), HandMade.file("link", "secret")])
        let verified = try Verified(
            ["a": "abc", "s/": ""] + HandMade.history([manifest]),
            prepare: { root in
                try link(root, ["link": target.isEmpty ? String(repeating: "./", count: 1000) + "gone" : target])
            })
        #expect(verified.status == .missing)
        #expect(verified.findings == ["link missing", "link symbolicLink"])
    }

    private func link(_ root: String, _ links: [String: String]) throws {
        for (name, target) in links { try #require(symlink(target, root + "/" + name) == 0) }
    }
}
