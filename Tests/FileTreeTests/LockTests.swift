import Foundation
import Glibc
import RushesFixtures
import Synchronization
import Testing

@testable import FileTree

@Suite("Locks") struct LockTests {
    private let here = LockHolder(host: "cart", process: 7, boot: "one")

    @Test("a lock is held once, and free when it was given back")
    func once() throws {
        try withDisk { disk, _ in
            guard case .taken(let lock) = try disk.lock("lock", for: here) else { throw Unexpected() }
            #expect(try disk.contents(of: "lock", limit: .kibibytes(1)) == Array("cart\t7\tone\n".utf8))
            #expect(try disk.lock("lock", for: LockHolder(host: "cart", process: 8, boot: "one")) == .held(by: here))
            disk.unlock(lock)
            #expect(try disk.entries(of: .root).isEmpty)
            guard case .taken(let again) = try disk.lock("lock", for: here) else { throw Unexpected() }
            disk.unlock(again)
        }
    }

    @Test("a lock of another process names its holder, and goes with that process")
    func otherProcess() throws {
        try withDisk { disk, path in
            let other = Process()
            other.executableURL = URL(filePath: "/usr/bin/env")
            // Holds the lock until its standard input ends; says when it has it.
            other.arguments = ["flock", "--no-fork", path + "/lock", "sh", "-c", "echo held; exec cat"]
            let input = Pipe()
            let output = Pipe()
            other.standardInput = input
            other.standardOutput = output
            try (["lock": "elsewhere\t4242\ttwo\n"] as CardBuilder).write(to: disk)
            try other.run()
            #expect(output.fileHandleForReading.readData(ofLength: 5) == Data("held\n".utf8))
            let holder = LockHolder(host: "elsewhere", process: 4242, boot: "two")
            #expect(try disk.lock("lock", for: here) == .held(by: holder))
            kill(other.processIdentifier, SIGKILL)
            other.waitUntilExit()
            guard case .taken(let lock) = try disk.lock("lock", for: here) else { throw Unexpected() }
            disk.unlock(lock)
        }
    }

    @Test("of threads that ask together one gets the lock")
    func together() throws {
        try withDisk { disk, _ in
            for _ in 0..<50 {
                let attempts = onThreads(4) { number in
                    try? disk.lock("lock", for: LockHolder(host: "cart", process: Int32(number), boot: "one"))
                }
                let taken = attempts.compactMap { if case .taken(let lock)? = $0 { lock } else { nil } }
                #expect(taken.count == 1)
                taken.forEach(disk.unlock)
            }
        }
    }

    @Test("where existence is the lock, the first to write its name has it")
    func existence() throws {
        try withDisk { disk, _ in
            // What asking for the other kind of lock leaves: an empty file.
            try (["lock": ""] as CardBuilder).write(to: disk)
            let other = LockHolder(host: "cart", process: 1, boot: "one")
            #expect(try disk.lockByExistence("lock", for: other) == .taken(HeldLock(place: "lock", number: -1)))
            #expect(try disk.lockByExistence("lock", for: here) == .held(by: other))
            #expect(try disk.contents(of: "lock", limit: .kibibytes(1)) == Array(other.line.utf8))
        }
    }

    @Test("a lock by existence is taken over only from who is surely gone")
    func stale() throws {
        let gone = Process()
        gone.executableURL = URL(filePath: "/usr/bin/env")
        gone.arguments = ["true"]
        try gone.run()
        gone.waitUntilExit()
        let cases: [(holder: LockHolder, isStale: Bool)] = [
            (LockHolder(host: "cart", process: 1, boot: "one"), false),
            (LockHolder(host: "cart", process: 1, boot: "an earlier one"), true),
            (LockHolder(host: "cart", process: gone.processIdentifier, boot: "one"), true),
            (LockHolder(host: "another", process: gone.processIdentifier, boot: "an earlier one"), false),
        ]
        for (holder, isStale) in cases {
            try withDisk { disk, _ in
                try CardBuilder(["lock": .bytes(Array(holder.line.utf8))]).write(to: disk)
                let attempt = try disk.lockByExistence("lock", for: here)
                #expect(attempt == (isStale ? .taken(HeldLock(place: "lock", number: -1)) : .held(by: holder)))
                if case .taken(let lock) = attempt {
                    #expect(try disk.contents(of: "lock", limit: .kibibytes(1)) == Array(here.line.utf8))
                    disk.unlock(lock)
                    #expect(try disk.entries(of: .root).isEmpty)
                }
            }
        }
    }

    @Test("of threads that ask for a folder one has it at a time, and nothing of it stays")
    func folder() throws {
        try withDisk { disk, path in
            try disk.makeFolder("A", permissions: 0o755)
            let inside = Mutex(0)
            let results = onThreads(4) { _ in
                Result {
                    for _ in 0..<50 {
                        let lock = try PosixDisk(path: path).lockFolder("A", or: "A/lock", for: here)
                        #expect(
                            inside.withLock {
                                $0 += 1; return $0
                            } == 1)
                        inside.withLock { $0 -= 1 }
                        disk.unlockFolder(lock)
                    }
                }
            }
            for result in results { try result.get() }
            #expect(try disk.entries(of: "A").isEmpty)
        }
    }

    @Test("a folder is waited for while another process holds it")
    func folderOfAnotherProcess() throws {
        try withDisk { disk, path in
            try disk.makeFolder("A", permissions: 0o755)
            let other = Process()
            other.executableURL = URL(filePath: "/usr/bin/env")
            other.arguments = ["flock", "--no-fork", path + "/A", "sh", "-c", "echo held; exec cat"]
            let input = Pipe()
            let output = Pipe()
            other.standardInput = input
            other.standardOutput = output
            try other.run()
            #expect(output.fileHandleForReading.readData(ofLength: 5) == Data("held\n".utf8))
            let isGone = Mutex(false)
            DiskThread.start(named: "killer") {
                isGone.withLock { $0 = true }
                kill(other.processIdentifier, SIGKILL)
            }
            let lock = try disk.lockFolder("A", or: "A/lock", for: here)
            #expect(isGone.withLock { $0 })
            disk.unlockFolder(lock)
            other.waitUntilExit()
        }
    }

    @Test("where folders cannot be locked, a file is, until it goes or its holder surely has")
    func folderFile() throws {
        try withDisk { disk, _ in
            let lock = try disk.lockFile("lock", for: here)
            #expect(try disk.contents(of: "lock", limit: .kibibytes(1)) == Array(here.line.utf8))
            // Also the same process: another thread of it may hold the folder.
            let refusal = #expect(throws: DiskError.self) { try disk.lockFile("lock", for: here, attempts: 2) }
            #expect(refusal?.reason == .busy)
            disk.unlockFolder(lock)
            #expect(try disk.entries(of: .root).isEmpty)
            let earlier = LockHolder(host: "cart", process: 1, boot: "an earlier one")
            try CardBuilder(["lock": .bytes(Array(earlier.line.utf8))]).write(to: disk)
            disk.unlockFolder(try disk.lockFile("lock", for: here, attempts: 2))
            let elsewhere = LockHolder(host: "another", process: 1, boot: "an earlier one")
            try CardBuilder(["lock": .bytes(Array(elsewhere.line.utf8))]).write(to: disk)
            #expect(throws: DiskError.self) { try disk.lockFile("lock", for: here, attempts: 2) }
        }
    }

    @Test("a holder's line is read back", arguments: ["cart\t7\tone\n", "\t0\t\n"])
    func line(text: String) throws {
        #expect(try #require(LockHolder(line: text)).line == text)
    }

    @Test(
        "what is no holder's line is refused",
        arguments: ["", "cart", "cart\t7", "cart\tseven\tone\n", "cart\t7\tone\tmore\n"])
    func noLine(text: String) {
        #expect(LockHolder(line: text) == nil)
    }

    struct Unexpected: Error {}
}
