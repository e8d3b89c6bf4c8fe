import CLinux
import FileTree
import Glibc
import RushesFixtures
import Testing

@Suite("PosixDisk") struct PosixDiskTests {
    @Test("what is created exists once, and keeps its content", arguments: [false, true], ["", "text"])
    func createIsExclusive(direct: Bool, content: String) throws {
        try withDisk { disk, _ in
            let card = CardBuilder(["A": .bytes(Array(content.utf8))])
            try card.write(to: disk)
            let before = try disk.attributes(of: "A")
            let failure = try #require(throws: DiskError.self) {
                try disk.create("A", permissions: 0o644, direct: direct)
            }
            #expect(failure.reason == .exists)
            #expect(try disk.attributes(of: "A") == before)
        }
    }

    @Test("a rename into a taken name is refused, and neither file changes")
    func renameDoesNotReplace() throws {
        try withDisk { disk, _ in
            let card: CardBuilder = ["A": "one", "B": "two", "C": .folder, "D": .folder]
            try card.write(to: disk)
            for (path, target) in [("A", "B"), ("A", "C"), ("C", "D"), ("C", "A")] as [(RelativePath, RelativePath)] {
                let failure = try #require(throws: DiskError.self) { _ = try disk.rename(path, to: target) }
                #expect(failure.reason == .exists, "\(path) to \(target)")
            }
            #expect(try TreeContents(of: disk).differences(from: card.contents) == [])
        }
    }

    @Test("a rename into a free name is atomic, for files and for folders in use")
    func rename() throws {
        try withDisk { disk, _ in
            try (["A/B/C": "text"] as CardBuilder).write(to: disk)
            #expect(try disk.rename("A/B/C", to: "A/D") == .atomic)
            #expect(try disk.rename("A", to: "E") == .atomic)
            #expect(try disk.contents(of: "E/D", limit: .kibibytes(1)) == Array("text".utf8))
            #expect(throws: DiskError.self) { try disk.attributes(of: "A/B") }
            try disk.replace("E/D", with: "E/D")
            try disk.removeFolder("E/B")
            try disk.makeFolder("E/B", permissions: 0o755)
            #expect(try disk.entries(of: "E/B").isEmpty)
        }
    }

    @Test("permission bits are exact whatever the mask says", arguments: [0o777, 0o600, 0o444, 0o755] as [UInt16])
    func permissions(bits: UInt16) throws {
        try withDisk { disk, _ in
            disk.close(try disk.create("A", permissions: bits, direct: false))
            try disk.makeFolder("B", permissions: bits)
            #expect(try disk.attributes(of: "A").permissions == bits)
            #expect(try disk.attributes(of: "B").permissions == bits)
        }
    }

    @Test("permission bits are exact below a folder with a default access list")
    func permissionsBelowAccessList() throws {
        try withDisk { disk, path in
            // acl(5), version 2: owner rwx, group and others nothing, for everything made inside.
            let list: [UInt8] = [2, 0, 0, 0] + [1, 4, 32].flatMap { [$0, 0, $0 == 1 ? 7 : 0, 0, 255, 255, 255, 255] }
            let folder = open(path, O_RDONLY | O_DIRECTORY)
            defer { close(folder) }
            guard rushes_fsetxattr(folder, "system.posix_acl_default", list, list.count) == 0 else {
                return print("Skipped: the temporary folder's file system keeps no access lists.")
            }
            disk.close(try disk.create("A", permissions: 0o644, direct: false))
            try disk.makeFolder("B", permissions: 0o755)
            #expect(try disk.attributes(of: "A").permissions == 0o644)
            #expect(try disk.attributes(of: "B").permissions == 0o755)
        }
    }

    @Test("times are exact to the nanosecond, and the time of the last access stays")
    func times() throws {
        try withDisk { disk, path in
            try (["A": "text", "B": .folder] as CardBuilder).write(to: disk)
            try setTimes(of: path + "/A", accessed: 86_400, modified: 1)
            for nanoseconds in [0, 1_799_999_999_123_456_789, -1, 999_999_999] as [Int64] {
                let time = Instant(nanoseconds: nanoseconds)
                let file = try disk.openForWriting("A", direct: false)
                try disk.setModified(file, to: time)
                disk.close(file)
                try disk.setModified(ofFolder: "B", to: time)
                #expect(try disk.attributes(of: "A").modified == time)
                #expect(try disk.attributes(of: "B").modified == time)
                #expect(try lastAccess(of: path + "/A") == 86_400)
            }
        }
    }

    @Test("attributes of a file come back as they were set")
    func extendedAttributes() throws {
        try withDisk { disk, _ in
            let file = try disk.create("A", permissions: 0o644, direct: false)
            defer { disk.close(file) }
            let marks = [
                ExtendedAttribute(name: "user.a", value: []), ExtendedAttribute(name: "user.b", value: [0, 255]),
            ]
            let refused = try disk.setExtendedAttributes(file, marks)
            guard refused.isEmpty else {
                return print("Skipped: the temporary folder's file system keeps no user attributes.")
            }
            #expect(try Set(disk.extendedAttributes(of: file)) == Set(marks))
        }
    }

    @Test("an attribute that does not fit is refused by name, and is no full disk")
    func largeAttribute() throws {
        try withDisk { disk, _ in
            // ext4 has one block for all attributes of a file, and says ENOSPC when they do not fit.
            let large = ExtendedAttribute(name: "user.large", value: seededBytes(60_000, seed: 1))
            let small = ExtendedAttribute(name: "user.small", value: [1])
            let file = try disk.create("A", permissions: 0o644, direct: false)
            defer { disk.close(file) }
            let refused = try disk.setExtendedAttributes(file, [large, small])
            guard try disk.volume().kind.name == "ext4" else {
                return print("Skipped: only ext4 is known to refuse large attributes.")
            }
            #expect(refused == ["user.large"])
            #expect(try disk.extendedAttributes(of: file) == [small])
        }
    }

    @Test("direct I/O is granted on ext4, and answered honestly elsewhere", arguments: ["TMPDIR", "/dev/shm"])
    func direct(place: String) throws {
        let body: (PosixDisk) throws -> Void = { disk in
            let buffer = AlignedBuffer(size: 8192)
            buffer.bytes.copyBytes(from: seededBytes(8192, seed: 3))
            let file = try disk.create("A", permissions: 0o644, direct: true)
            if try disk.volume().kind.name == "ext4" { #expect(file.isDirect) }
            try disk.write(file, UnsafeRawBufferPointer(buffer.bytes), at: 0)
            try disk.resize(file, to: ByteCount(5000))
            disk.close(file)
            let reading = try disk.openForReading("A", direct: true)
            defer { disk.close(reading) }
            #expect(reading.isDirect == file.isDirect)
            let found = AlignedBuffer(size: 8192)
            #expect(try disk.read(reading, into: found.bytes, at: 0) == 5000)
            #expect(Array(found.bytes[..<5000]) == Array(buffer.bytes[..<5000]))
        }
        if place == "TMPDIR" { return try withDisk { disk, _ in try body(disk) } }
        var template = Array("\(place)/rushes-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { return print("Skipped: there is no \(place) on this machine.") }
        let path = String(cString: made)
        defer { removeTree(path) }
        try body(PosixDisk(path: path))
    }

    @Test("only regular files are opened for writing")
    func onlyRegularFiles() throws {
        try withDisk { disk, path in
            mkfifo(path + "/A", 0o600)
            // With a reader at its end, a FIFO would take what is written.
            let reader = open(path + "/A", O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            #expect(throws: DiskError.self) { try disk.openForWriting("A", direct: false) }
        }
    }

    @Test("the longest names are listed whole", arguments: [1, 254, 255])
    func longNames(length: Int) throws {
        try withDisk { disk, _ in
            let name = [UInt8](repeating: 0xC3, count: length)
            disk.close(try disk.create(#require(RelativePath(name)), permissions: 0o644, direct: false))
            #expect(try disk.entries(of: .root).map(\.name) == [name])
        }
    }

    @Test("a folder can be listed by several threads at once")
    func listingTogether() throws {
        try withDisk { disk, path in
            for number in 0..<1500 { close(open("\(path)/\(number)", O_CREAT | O_WRONLY, 0o600)) }
            let counts = onThreads(4) { _ in (0..<5).map { _ in (try? disk.entries(of: .root).count) ?? -1 } }
            #expect(Set(counts.flatMap { $0 }) == [1500])
        }
    }

    @Test("hundreds of folders can be in use, each still found", arguments: [1, 4])
    func manyFolders(threads: Int) throws {
        try withDisk { disk, _ in
            let places = (0..<300).map { RelativePath(stringLiteral: "A/\($0)/B") }
            try CardBuilder(Dictionary(uniqueKeysWithValues: places.map { ($0, .bytes(Array("\($0)".utf8))) })).write(
                to: disk)
            let found = onThreads(threads) { _ in
                places.map { path in
                    (try? disk.attributes(of: path).size).map { Int($0.bytes) == path.description.utf8.count } ?? false
                }
            }
            #expect(found.allSatisfy { $0.allSatisfy { $0 } })
        }
    }
}

/// Lends a disk on a fresh folder, and the folder's path.
func withDisk<Result>(_ body: (PosixDisk, String) throws -> Result) throws -> Result {
    try withTemporaryFolder { path in try body(PosixDisk(path: path), path) }
}

func setTimes(of path: String, accessed: Int, modified: Int) throws {
    let times = [timespec(tv_sec: accessed, tv_nsec: 0), timespec(tv_sec: modified, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0)
}

func lastAccess(of path: String) throws -> Int {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status.st_atim.tv_sec
}
