import FileTree
import Glibc
import Offload
import RushesFixtures
import Testing

@Suite("What of a card belongs to its roll")
struct CardContentsTests {
    static let card: CardBuilder = [
        ".DS_Store": "12345", ".Spotlight-V100/Store/x.db": "1234567", ".hidden": "h", "._lone": "l",
        "CLIP/A.mov": "a", "CLIP/._A.mov": "twin", "CLIP/Thumbs.db": "t", "CLIP/take.tmp": "t", "CLIP/x.part": "p",
        "EMPTY": .folder, "desktop.ini/B.mov": "b", "proxy/A.mov": "p",
    ]

    private func contents(_ patterns: [String] = []) throws -> CardContents {
        try withTemporaryFolder { path in
            try CardContentsTests.card.write(intoFolder: path)
            try #require(symlink("/etc", path + "/LINK") == 0)
            try #require(mkfifo(path + "/PIPE", 0o644) == 0)
            return CardContents(try TreeWalk.snapshot(of: CardDisk(path: path)), ignore: IgnorePatterns(patterns))
        }
    }

    @Test(
        "is everything but what systems leave, twins, links and the like; a folder with a file's system name is the crew's"
    )
    func files() throws {
        let contents = try contents()
        #expect(
            contents.files.map { contents.tree.path(of: $0).description } == [
                "._lone", ".hidden", "CLIP/A.mov", "CLIP/take.tmp", "CLIP/x.part", "desktop.ini/B.mov", "proxy/A.mov",
            ])
        #expect(
            contents.folders.map { contents.tree.path(of: $0).description } == [
                "CLIP", "EMPTY", "desktop.ini", "proxy",
            ])
    }

    @Test("leaves the rest out by name, with count and bytes")
    func leftOut() throws {
        let contents = try contents()
        let lines = contents.leftOut.map {
            "\(contents.tree.path(of: $0.number)) \($0.reason) \($0.files) \($0.size.bytes)"
        }
        #expect(
            lines == [
                ".DS_Store systemFile(\".DS_Store\") 1 5", ".Spotlight-V100 systemFile(\".Spotlight-V100\") 1 7",
                "CLIP/._A.mov appleDouble 1 4", "CLIP/Thumbs.db systemFile(\"Thumbs.db\") 1 1",
                "LINK notAFile(FileTree.FileAttributes.Kind.symbolicLink) 0 0",
                "PIPE notAFile(FileTree.FileAttributes.Kind.fifo) 0 0",
            ])
        #expect(contents.recordedPatterns == [".Spotlight-V100/"])
    }

    @Test("leaves out what the person says, folders with all they hold")
    func ignored() throws {
        let contents = try contents(["proxy/", "*.tmp"])
        #expect(
            contents.files.map { contents.tree.path(of: $0).description } == [
                "._lone", ".hidden", "CLIP/A.mov", "CLIP/x.part", "desktop.ini/B.mov",
            ])
        #expect(contents.recordedPatterns == ["proxy/", "*.tmp", ".Spotlight-V100/"])
    }

    @Test("is listed without what is left out: two lookings are one card, whatever a system added between them")
    func listing() throws {
        var (one, other) = (CardContentsTests.card, CardContentsTests.card)
        one[".Trashes/x"] = "x"
        let same = CardContents(try snapshot(one), ignore: IgnorePatterns([])).listing
        #expect(same == CardContents(try snapshot(other), ignore: IgnorePatterns([])).listing)
        other["CLIP/A.mov"] = "ab"
        #expect(same != CardContents(try snapshot(other), ignore: IgnorePatterns([])).listing)
    }

    private func snapshot(_ card: CardBuilder) throws -> TreeSnapshot {
        let disk = CrashDisk()
        try card.write(to: disk)
        return try TreeWalk.snapshot(of: disk)
    }
}
