import FileTree
import Foundation
import Testing

@Suite("A file in memory")
struct MemoryFileTests {
    @Test("gives back what was written to its path")
    func roundTrip() throws {
        let file = try MemoryFile()
        #expect(try file.bytes().isEmpty)
        try Data("rushes".utf8).write(to: URL(filePath: file.path))
        #expect(try file.bytes() == Array("rushes".utf8))
    }
}
