import ClipMetadata
import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("A file read at any place") struct FileBytesTests {
    private let content = seededBytes(100_000, seed: 7)

    private func recorded() throws -> RecordingDisk {
        let disk = CrashDisk()
        try CardBuilder(["A.MOV": .bytes(content)]).write(to: disk)
        return RecordingDisk(disk)
    }

    @Test("gives the bytes that are there, and no more", arguments: [0, 1, 8, 16_383, 16_384, 40_000])
    func pieces(_ count: Int) throws {
        let disk = try recorded()
        let bytes = try FileBytes("A.MOV", on: disk)
        #expect(bytes.size == 100_000)
        for offset in [0, 5, 16_380, 99_990, 3, 99_999, 100_000, 200_000] {
            let end = min(content.count, offset + count)
            let expected = offset < end ? Array(content[offset..<end]) : []
            #expect(try bytes.bytes(at: Int64(offset), count: count) == expected, "at \(offset)")
        }
        #expect(try bytes.bytes(at: -1, count: 8) == [])
    }

    @Test("neighbours cost one request")
    func requests() throws {
        let disk = try recorded()
        let bytes = try FileBytes("A.MOV", on: disk)
        for offset in stride(from: 0, to: 16_384, by: 8) { _ = try bytes.bytes(at: Int64(offset), count: 8) }
        #expect(disk.operations([.read]).count == 1)
    }

    @Test("the file is open as long as somebody may read it")
    func closing() throws {
        try withTemporaryFolder { folder in
            try CardBuilder(["A.MOV": "x"]).write(intoFolder: folder)
            let disk = try CardDisk(path: folder)
            var bytes: FileBytes? = try FileBytes("A.MOV", on: disk)
            #expect(bytes?.size == 1)
            #expect(try openFiles(in: folder) == 1)
            bytes = nil
            #expect(try openFiles(in: folder) == 0)
        }
    }

    /// How many files below a folder this process has open.
    private func openFiles(in folder: String) throws -> Int {
        let descriptors = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: descriptors).count {
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\($0)")
            return target?.hasPrefix(folder + "/") == true
        }
    }
}
