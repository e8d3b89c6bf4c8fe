import EditorLogs
import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("Writing the files of a log")
struct LogWritingTests {
    private static let files = [LogFiles.File("A.ale", [1, 2]), LogFiles.File("A_2997DF.ale", [3])]

    private static func tree(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    private static func write(_ files: [LogFiles.File], _ output: String, replacing: Bool = false) throws -> [Bool] {
        let output = try LogOutput(output, endings: LogFormat.ale.endings)
        return try LogWriting(to: output, isReplacing: replacing).write(output.named(files)).map(\.wasThere)
    }

    @Test("a folder is one that is there, one that ends in a slash, and one without an ending of the format")
    func places() throws {
        try withTemporaryFolder { (path: String) throws in
            try FileManager.default.createDirectory(atPath: path + "/day.ale", withIntermediateDirectories: false)
            #expect(try LogOutput(path + "/day.ale", endings: ["ale"]).file == nil)
            #expect(try LogOutput(path + "/new.ale/", endings: ["ale"]).file == nil)
            #expect(try LogOutput(path + "/20260312", endings: ["ale"]).file == nil)
            #expect(try LogOutput(path + "/A001.ALE", endings: ["ale"]).file == "A001.ALE")
            #expect(try LogOutput(path + "/A001.ale", endings: ["ale"]).logName(or: "X") == "A001")
            #expect(try LogOutput(path, endings: ["ale"]).logName(or: "X") == "X")
            for wrong in [
                path + "/A001.csv", path + "/day.prproj", path + "/2026.03.12", "-", path + "/none/A001.ale",
                path + "/none/day/", "", "/..", path + "/..",
            ] {
                guard wrong != path + "/..", wrong != "/.." else { continue }
                #expect(throws: LogError.self, "\(wrong)") { try LogOutput(wrong, endings: ["ale"]) }
            }
        }
    }

    @Test("where a folder should be made, a file is in the way; a name may begin with a mark that combines")
    func odd() throws {
        try withTemporaryFolder { (path: String) throws in
            try Data([9]).write(to: URL(fileURLWithPath: path + "/log"))
            #expect(
                throws: LogError(
                    .exists, at: path + "/log", "A file is there, where a folder should be made.",
                    nextStep: "Choose another --output.")
            ) {
                try LogOutput(path + "/log", endings: ["ale"])
            }
            #expect(try LogOutput(path + "/\u{301}o.ale", endings: ["ale"]).file == "\u{301}o.ale")
        }
    }

    @Test("a stop before the first file has its name leaves nothing", arguments: 0...2)
    func stopped(after questions: Int) throws {
        try withTemporaryFolder { (path: String) throws in
            let output = try LogOutput(path, endings: ["ale"])
            var asked = 0
            let stop = {
                asked += 1
                return asked > questions
            }
            do throws(LogError) {
                _ = try LogWriting(to: output, isReplacing: false).write(Self.files, shouldStop: stop)
                Issue.record("it was not stopped")
            } catch {
                #expect(error.code == .stopped)
            }
            #expect(try Self.tree(path) == [])
        }
    }

    @Test("all files are written, twice the same ones stay, and nothing else is left")
    func written() throws {
        try withTemporaryFolder { (path: String) throws in
            #expect(try Self.write(Self.files, path + "/new/") == [false, false])
            #expect(try Self.write(Self.files, path + "/new/") == [true, true])
            #expect(try Self.tree(path + "/new") == ["A.ale", "A_2997DF.ale"])
        }
    }

    @Test("another file is an obstacle unless it may be replaced; a folder always is, and all are told")
    func obstacles() throws {
        try withTemporaryFolder { (path: String) throws in
            try Data([9, 9]).write(to: URL(fileURLWithPath: path + "/A.ale"))
            try FileManager.default.createDirectory(
                atPath: path + "/A_2997DF.ale", withIntermediateDirectories: false)
            let output = try LogOutput(path, endings: ["ale"])
            let found = LogWriting(to: output, isReplacing: false).obstacles(to: Self.files, besides: [])
            #expect(found.map(\.code) == [.exists, .exists])
            #expect(found.map(\.place) == [path + "/A.ale", path + "/A_2997DF.ale"])
            let replacing = LogWriting(to: output, isReplacing: true)
            #expect(replacing.obstacles(to: Self.files, besides: []).map(\.place) == [path + "/A_2997DF.ale"])
            #expect(try replacing.write([Self.files[0]]).map(\.wasThere) == [false])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/A.ale")) == Data([1, 2]))
        }
    }

    @Test("nothing is written into a roll, whether it is sealed or was just read")
    func rolls() throws {
        try withTemporaryFolder { (path: String) throws in
            try CardBuilder(["A001/ascmhl": .folder, "A001/CLIP": .folder, "B001/CLIP": .folder]).write(
                intoFolder: path)
            for roll in ["A001/CLIP", "B001/CLIP", "B001"] {
                let output = try LogOutput("\(path)/\(roll)", endings: ["ale"])
                let found = LogWriting(to: output, isReplacing: true).obstacles(to: [], besides: [path + "/B001"])
                #expect(found.map(\.code) == [.insideRoll])
            }
        }
    }

    @Test("one file that was named takes one file; of two forms it takes that of its ending")
    func named() throws {
        try withTemporaryFolder { (path: String) throws in
            let ale = try LogOutput(path + "/day.ale", endings: ["ale"])
            #expect(try ale.named([Self.files[0]]) == [LogFiles.File("day.ale", [1, 2])])
            #expect(throws: LogError.self) { try ale.named(Self.files) }
            let forms = [LogFiles.File("A.xlsx", [1]), LogFiles.File("A.csv", [2])]
            let sheet = try LogOutput(path + "/day.csv", endings: LogFormat.excel.endings)
            #expect(try sheet.named(forms) == [LogFiles.File("day.csv", [2])])
        }
    }

    @Test("a disk that fails at any step leaves whole files, and names the one that it did not take")
    func failing() throws {
        try withTemporaryFolder { (path: String) throws in
            let counting = FailingDisk(try PosixDisk(path: path))
            _ = try LogWriting(to: LogOutput(path, endings: ["ale"]), isReplacing: false) { _ in counting }
                .write(Self.files)
            for number in 1...counting.operationCount {
                try withTemporaryFolder { (path: String) throws in
                    let disk = FailingDisk(
                        try PosixDisk(path: path), failingAt: number, .once, number: FailingDisk.noSpace)
                    let writing = try LogWriting(to: LogOutput(path, endings: ["ale"]), isReplacing: false) { _ in disk
                    }
                    do throws(LogError) {
                        _ = try writing.write(Self.files)
                    } catch {
                        #expect(error.code == .notWritten)
                    }
                    for name in try Self.tree(path) where !name.hasPrefix(".rushes-") {
                        let whole = try #require(Self.files.first { $0.name == name })
                        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")) == Data(whole.bytes))
                    }
                }
            }
        }
    }
}
