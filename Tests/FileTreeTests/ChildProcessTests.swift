import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("Child processes")
struct ChildProcessTests {
    @Test("What a child has open is known by its path, and of one that is gone nothing is")
    func openPaths() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/A001.mov"
            try Data("film".utf8).write(to: URL(fileURLWithPath: path))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/cat")
            // It reads the pipe it was given first, which stays empty, and holds the other open.
            let input = Pipe()
            process.standardInput = input
            process.standardError = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            try process.run()
            let child = ChildProcess(number: process.processIdentifier)
            #expect(child.openPaths.contains(path))
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(child.openPaths == [])
        }
    }

    @Test("A child under way gets no more memory and processor time than it was left")
    func limits() throws {
        let process = Process()
        // It waits for its input, which never comes.
        let input = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/cat")
        process.standardInput = input
        try process.run()
        defer { try? input.fileHandleForWriting.close() }
        let child = ChildProcess(number: process.processIdentifier)
        child.limit(memory: .mebibytes(512), processorSeconds: 7)
        let limits = try String(contentsOfFile: "/proc/\(process.processIdentifier)/limits", encoding: .utf8)
        let rows = limits.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(rows.contains("Max address space 536870912 536870912 bytes"))
        #expect(rows.contains("Max cpu time 7 7 seconds"))
    }
}
