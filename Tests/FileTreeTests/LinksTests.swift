import FileTree
import Glibc
import RushesFixtures
import Testing

/// Every operation, by the name a failure prints.
private struct Attempt: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (PosixDisk, RelativePath) throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (PosixDisk, RelativePath) throws -> Void) {
        testDescription = name
        self.run = run
    }

    /// Operations on a name that exists.
    static let onOld: [Attempt] = [
        Attempt("look") { _ = try $0.attributes(of: $1) },
        Attempt("read") { $0.close(try $0.openForReading($1, direct: false)) },
        Attempt("read directly") { $0.close(try $0.openForReading($1, direct: true)) },
        Attempt("write") { $0.close(try $0.openForWriting($1, direct: false)) },
        Attempt("rename") { _ = try $0.rename($1, to: "GONE") },
        Attempt("replace") { try $0.replace("GONE", with: $1) },
        Attempt("be replaced") { try $0.replace($1, with: "OWN") },
        Attempt("remove") { try $0.remove($1) },
        Attempt("lock") { _ = try $0.lock($1, for: LockHolder(host: "h", process: 1, boot: "b")) },
    ]

    /// Operations on a folder that exists.
    static let onFolder: [Attempt] = [
        Attempt("list") { _ = try $0.entries(of: $1) },
        Attempt("flush folder") { try $0.flushFolder($1) },
        Attempt("set folder's time") { try $0.setModified(ofFolder: $1, to: Instant(nanoseconds: 1)) },
        Attempt("lock folder") {
            _ = try $0.lockFolder($1, or: "lock", for: LockHolder(host: "h", process: 1, boot: "b"))
        },
        Attempt("remove folder") { try $0.removeFolder($1) },
    ]

    /// Operations on a name that is free.
    static let onNew: [Attempt] = [
        Attempt("make folder") { try $0.makeFolder($1, permissions: 0o755) },
        Attempt("create") { $0.close(try $0.create($1, permissions: 0o644, direct: false)) },
        Attempt("create directly") { $0.close(try $0.create($1, permissions: 0o644, direct: true)) },
        Attempt("be renamed to") { _ = try $0.rename("OWN", to: $1) },
    ]
}

@Suite("Links in a path") struct LinksTests {
    /// What lies outside, where every link leads.
    private let outside: CardBuilder = ["A/B/C": "outside", "A/B/D": .folder]

    /// A root in which the component at `depth` of `A/B/…` is a link to its namesake outside.
    private func withLink(at depth: Int, _ body: (PosixDisk, String) throws -> Void) throws {
        try withTemporaryFolder { path in
            try (["out": .folder, "in/OWN": "own"] as CardBuilder).write(intoFolder: path)
            try outside.write(intoFolder: path + "/out")
            var folder = path + "/in"
            for component in ["A", "B"].prefix(depth) {
                folder += "/" + component
                mkdir(folder, 0o755)
            }
            let target = path + "/out/" + ["A", "A/B"][depth]
            try #require(symlink(target, folder + "/" + ["A", "B"][depth]) == 0)
            try body(PosixDisk(path: path + "/in"), path)
            #expect(try TreeContents(ofFolder: path + "/out").differences(from: outside.contents) == [])
            #expect(try PosixDisk(path: path).contents(of: "in/OWN", limit: .kibibytes(1)) == Array("own".utf8))
        }
    }

    @Test("a folder that is a link is never gone through", arguments: Attempt.onOld, [0, 1])
    private func old(attempt: Attempt, depth: Int) throws {
        try withLink(at: depth) { disk, _ in
            #expect(throws: DiskError.self) { try attempt.run(disk, "A/B/C") }
        }
    }

    @Test("nothing is made behind a link", arguments: Attempt.onNew, [0, 1])
    private func new(attempt: Attempt, depth: Int) throws {
        try withLink(at: depth) { disk, _ in
            #expect(throws: DiskError.self) { try attempt.run(disk, "A/B/NEW") }
        }
    }

    @Test("a folder behind a link, or that is one, is refused", arguments: Attempt.onFolder, [0, 1])
    private func folders(attempt: Attempt, depth: Int) throws {
        try withLink(at: depth) { disk, _ in
            #expect(throws: DiskError.self) { try attempt.run(disk, "A/B/D") }
            #expect(throws: DiskError.self) { try attempt.run(disk, depth == 0 ? "A" : "A/B") }
        }
    }

    @Test(
        "a link in a file's place is not opened, and its target stays",
        arguments: Attempt.onOld.filter { ["read", "read directly", "write", "lock"].contains($0.testDescription) })
    private func lastComponent(attempt: Attempt) throws {
        try withTemporaryFolder { path in
            try (["in": .folder, "out": "outside"] as CardBuilder).write(intoFolder: path)
            symlink(path + "/out", path + "/in/A")
            #expect(throws: DiskError.self) { try attempt.run(PosixDisk(path: path + "/in"), "A") }
            #expect(try PosixDisk(path: path).contents(of: "out", limit: .kibibytes(1)) == Array("outside".utf8))
        }
    }

    @Test(
        "a link in the way of a new file is not written through",
        arguments: Attempt.onNew.filter { $0.testDescription != "OWN" })
    private func newOverLink(attempt: Attempt) throws {
        try withTemporaryFolder { path in
            try (["in/OWN": "own"] as CardBuilder).write(intoFolder: path)
            symlink(path + "/out", path + "/in/A")
            #expect(throws: DiskError.self) { try attempt.run(PosixDisk(path: path + "/in"), "A") }
            #expect(Machine.kind(ofPath: path + "/out") == nil)
            #expect(try PosixDisk(path: path + "/in").attributes(of: "A").kind == .symbolicLink)
        }
    }

    @Test("a link is itself looked at, renamed and removed")
    func theLinkItself() throws {
        try withTemporaryFolder { path in
            try (["in": .folder, "out": "outside"] as CardBuilder).write(intoFolder: path)
            symlink(path + "/out", path + "/in/A")
            let disk = try PosixDisk(path: path + "/in")
            #expect(try disk.attributes(of: "A").kind == .symbolicLink)
            _ = try disk.rename("A", to: "B")
            try disk.remove("B")
            #expect(try disk.entries(of: .root).isEmpty)
            #expect(Machine.kind(ofPath: path + "/out") == .file)
        }
    }

    @Test("a root that is reached through a link is opened")
    func rootThroughLink() throws {
        try withTemporaryFolder { path in
            try (["real/A": "text"] as CardBuilder).write(intoFolder: path)
            symlink(path + "/real", path + "/link")
            #expect(try PosixDisk(path: path + "/link").attributes(of: "A").kind == .file)
            #expect(try CardDisk(path: path + "/link").attributes(of: "A").kind == .file)
        }
    }
}
