import CLinux
import FileTree
import Glibc
import RushesFixtures
import Testing

@Suite("CardDisk") struct CardDiskTests {
    @Test("reading a card leaves the time of the last access of files and folders as it was")
    func accessTimes() throws {
        try withTemporaryFolder { path in
            let card: CardBuilder = ["CLIP/A001.mov": .random(20_000), "CLIP/SUB/B": "text"]
            try card.write(intoFolder: path)
            let places = ["", "/CLIP", "/CLIP/SUB", "/CLIP/A001.mov", "/CLIP/SUB/B"]
            // Older than the change: the usual mount option (relatime) would write a new one.
            for place in places { try setTimes(of: path + place, accessed: 86_400, modified: 172_800) }
            let disk = try CardDisk(path: path)
            _ = try TreeWalk.snapshot(of: disk)
            #expect(try TreeContents(of: disk).differences(from: card.contents) == [])
            for place in places { #expect(try lastAccess(of: path + place) == 86_400, "\(place)") }
        }
    }

    @Test("a FIFO in a file's place is refused and not waited for", arguments: [false, true])
    func fifo(direct: Bool) throws {
        try withTemporaryFolder { path in
            mkfifo(path + "/A001.mov", 0o644)
            #expect(throws: DiskError.self) { try CardDisk(path: path).openForReading("A001.mov", direct: direct) }
        }
    }

    @Test("a file that was replaced by a link after the listing is refused")
    func replacedByLink() throws {
        try withTemporaryFolder { path in
            try (["A001.mov": "picture", "SECRET": "secret"] as CardBuilder).write(intoFolder: path)
            let disk = try CardDisk(path: path)
            #expect(try disk.attributes(of: "A001.mov").kind == .file)
            unlink(path + "/A001.mov")
            symlink(path + "/SECRET", path + "/A001.mov")
            #expect(throws: DiskError.self) { try disk.openForReading("A001.mov", direct: false) }
        }
    }

    @Test("a folder is no file")
    func folder() throws {
        try withTemporaryFolder { path in
            try (["A": .folder] as CardBuilder).write(intoFolder: path)
            let failure = try #require(throws: DiskError.self) {
                try CardDisk(path: path).openForReading("A", direct: false)
            }
            #expect(failure.description == "could not open A: a folder lies where a file should be")
        }
    }

    @Test("a file that is larger than it should be is not read into memory")
    func limit() throws {
        try withTemporaryFolder { path in
            try (["A": .random(1025)] as CardBuilder).write(intoFolder: path)
            #expect(throws: DiskError.self) { try CardDisk(path: path).contents(of: "A", limit: .kibibytes(1)) }
        }
    }
}
