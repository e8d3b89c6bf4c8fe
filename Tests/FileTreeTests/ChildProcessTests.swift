import FileTree
import Foundation
import Testing

@Suite("Child processes")
struct ChildProcessTests {
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
