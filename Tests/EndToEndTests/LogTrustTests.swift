import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Which logs of a roll are believed, and what is told of folders")
struct LogTrustTests {
    private static let roll = "A/20260312/C001"
    private static let logs = "A/Logs/20260312/C001"

    /// Changes the document that ingest left of the camera's roll.
    private func change(_ stage: Stage, _ change: (inout [String: Any]) -> Void) throws {
        let url = URL(fileURLWithPath: "\(stage.path)/\(Self.logs)/C001.json")
        let read = try JSONSerialization.jsonObject(with: try Data(contentsOf: url)) as? [String: Any]
        var document = try #require(read)
        change(&document)
        try JSONSerialization.data(withJSONObject: document).write(to: url)
    }

    /// Changes the first row of it.
    private static func row(_ key: String, _ value: Any) -> (inout [String: Any]) -> Void {
        { document in
            var clips = document["clips"] as? [[String: Any]] ?? []
            clips[0][key] = value
            document["clips"] = clips
        }
    }

    @Test("a log that names files outside its roll, none, or sound of its own is not taken at its word")
    func lies() throws {
        let sound: [String: Any] = [
            "rows": [0], "offset": Int.min, "overlap": 1, "start": "10:00:00:00@24", "is_doubtful": false,
        ]
        let copies: [Any] = (0..<300).map { ["at": "2099", "path": "/p\($0)", "record": "r"] }
        let lies: [(String, (inout [String: Any]) -> Void)] = [
            ("no rows", { $0["clips"] = [Any]() }), ("absolute", Self.row("source", "/etc/passwd")),
            ("climbing", Self.row("source", "../../../../etc/passwd")),
            (
                "no files",
                { document in
                    Self.row("files", [Any]())(&document)
                    Self.row("source", "../../../../etc/passwd")(&document)
                }
            ),
            ("sound far away", Self.row("sound", [sound])),
            ("sound that is none", Self.row("sound", [sound.merging(["offset": 7]) { $1 }])),
            ("no frames", Self.row("frames", Self.frames)),
            (
                "hundreds of copies",
                { document in
                    var rolls = document["rolls"] as? [[String: Any]] ?? []
                    rolls[0]["copies"] = copies
                    document["rolls"] = rolls
                }
            ),
        ]
        try LogTests.onADay { (stage) throws in
            let document = try stage.text(Self.logs + "/C001.json")
            for (name, lie) in lies {
                try document.write(toFile: "\(stage.path)/\(Self.logs)/C001.json", atomically: true, encoding: .utf8)
                try change(stage, lie)
                let found = try stage.alone("find", Self.roll, "--clip", "C0001")
                #expect(found.status == 0, "\(name): \(found)")
                #expect(found.output.hasPrefix("C0001\n"), "\(name): \(found)")
                #expect(found.output.contains("file  \(Self.roll)/XDROOT/Clip/C0001.MXF"), "\(name): \(found)")
                #expect(!found.output.contains("sound"), "\(name)")
                #expect(found.output.contains("2 clips of 1 roll"), "\(name)")
            }
        }
    }

    /// Frames that no roll can hold.
    private static var frames: [String: Any] {
        [
            "folder": "XDROOT", "prefix": "x", "suffix": ".dpx", "runs": [[0, Int.max]], "digits": Int.min,
            "count": Int.max, "size": 1,
        ]
    }

    @Test("recordings that came to a roll after its log are noticed, whatever their kind")
    func added() throws {
        try LogTests.onADay { (stage) throws in
            try stage.add(Self.roll, ["XDROOT/Clip/late.mov": "x", "notes.txt": "x"])
            let found = try stage.alone("find", Self.roll, "--clip", "C0001")
            #expect(found.status == 0)
            #expect(
                found.talk
                    == "A/20260312/C001: held against its log, 1 file is not named in it (XDROOT/Clip/late.mov). "
                    + "It was read afresh.")
        }
    }

    @Test("what lies among the logs is taken for what it is")
    func amongLogs() throws {
        try LogTests.onADay { (stage) throws in
            let logs = "\(stage.path)/\(Self.logs)"
            try stage.add(Self.logs, ["C001_20260313T000000Z.clips.json": "{}"])
            #expect(symlink("C001.json", logs + "/C001_20260313T000001Z.json") == 0)
            #expect(mkfifo(logs + "/C001_20260313T000002Z.json", 0o644) == 0)
            let found = try stage.command(["find", Self.roll, "--clip", "C0001"]).finished()
            let remarks = found.talk.split(separator: "\n").compactMap { $0.split(separator: ": ").last }
            #expect(
                remarks == [
                    "This is a symbolic link and no file. It is passed over.",
                    "This is a FIFO and no file. It is passed over.",
                ])
        }
    }

    @Test("folders that give nothing are told; a part of a roll is none; several folders are named")
    func folders() throws {
        try LogTests.onADay { (stage) throws in
            try stage.add("empty", [:])
            let arguments = ["--format", "ale", "--output", "out/"]
            let some = try stage.command(
                ["log", Self.roll, "cards/SR001", "empty", "--sound", "A/20260312/C001"] + arguments
            )
            .finished().steady(in: stage.path)
            #expect(some.status == 0, "\(some)")
            #expect(some.talk.contains("empty: No clip was found in it."))
            #expect(try stage.tree("out") == ["C001_and_1_more.ale"])
            let part = try stage.command(["log", Self.roll + "/XDROOT"] + arguments).finished().steady(in: stage.path)
            #expect(part.status == 64)
            #expect(part.talk.hasPrefix("\(Self.roll)/XDROOT: This is a part of the roll "))
        }
    }

    @Test("a roll without logs has its path below the folder; one that is not whole makes the log incomplete")
    func withoutLogs() throws {
        try LogTests.onADay { (stage) throws in
            try FileManager.default.removeItem(atPath: stage.path + "/A/Logs")
            try FileManager.default.moveItem(
                atPath: "\(stage.path)/\(Self.roll)", toPath: "\(stage.path)/\(Self.roll).partial")
            let screen = try stage.alone("log", "A", "--format", "ale", "--output", "out/")
            #expect(screen.status == 10)
            #expect(screen.output.contains("UNFINISHED (1)\n  20260312/C001: The roll is not whole"))
            #expect(screen.output.contains("LOG NOT COMPLETE: 1 roll is not whole: 2 clips of 2 rolls"))
        }
    }

    @Test("what may not be read is named, and is no lack of clips")
    func unreadable() throws {
        try LogTests.onADay { (stage) throws in
            for roll in ["C001", "SR001"] { #expect(chmod("\(stage.path)/A/20260312/\(roll)", 0) == 0) }
            defer { for roll in ["C001", "SR001"] { chmod("\(stage.path)/A/20260312/\(roll)", 0o755) } }
            try stage.add("out", [:])
            let screen = try stage.rushesAsNobody("log", "A/20260312", "--format", "ale", "--output", "out")
            #expect(screen.status == 40, "\(screen)")
            #expect(
                screen.output.contains("  A/20260312/C001: It could not be read: permission was denied."), "\(screen)")
            #expect(screen.talk.contains("Not everything there could be read, and no clip was found in the rest."))
        }
    }
}
