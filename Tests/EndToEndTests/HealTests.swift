import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

/// The card A001 on the drives A and B, as `Day/A001`.
private func copied(_ options: [String] = ["--no-logs"], _ body: (Stage) throws -> Void) throws {
    try Stage.with { stage in
        let ingest = ["ingest", "A001", "--to", "A", "--to", "B", "--as", "Day/A001"] + options
        #expect(try stage.command(ingest).finished().status == 0)
        try body(stage)
    }
}

extension Stage {
    /// The second manifest of a roll.
    fileprivate func second(in roll: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(roll)/ascmhl")
        return "\(roll)/ascmhl/" + (try #require(names.first { $0.hasPrefix("0002") }))
    }

    /// Heals and expects that nothing on the stage is changed by it.
    fileprivate func refused(
        _ arguments: String..., status: Int32, says text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try TreeContents(ofFolder: path)
        let screen = try command(["heal"] + arguments).finished().steady(in: path)
        #expect(screen.status == status, sourceLocation: sourceLocation)
        #expect((screen.output + screen.talk).contains(text), "\(screen)", sourceLocation: sourceLocation)
        #expect(try TreeContents(ofFolder: path).differences(from: before) == [], sourceLocation: sourceLocation)
    }
}

@Suite("Heal a copy from another")
struct HealTests {
    @Test("what is damaged, missing or of another size is restored; what was damaged is kept beside the roll")
    func heals() throws {
        try copied(["--hash", "md5,xxh64"]) { stage in
            try stage.flip("A/Day/A001/CLIP/A001C001.mov", at: 150_000)
            try stage.remove("A/Day/A001/CLIP/A001C002.mov")
            try stage.add("A/Day/A001", ["CLIP/A001C002.mov": "short"])
            try stage.remove("A/Day/A001/INDEX.TXT")
            let damaged = try Data(contentsOf: URL(filePath: stage.path + "/A/Day/A001/CLIP/A001C001.mov"))
            let screen = try stage.rushes("heal", "A", "--from", "B")
            #expect(
                screen.output.replacing("read-back.", with: "proved.") == """
                    RESTORED CLIP/A001C001.mov: it failed the history; proved.
                    RESTORED CLIP/A001C002.mov: it failed the history; proved.
                    RESTORED INDEX.TXT: it was missing; proved.
                    What was damaged lies below A/Logs/Day/A001/damaged.
                    Recorded in Day/A001/ascmhl/0002_A001_TIME.mhl.
                    A HEALED: 3 files restored from B/Day/A001, 1 file was whole.
                    """)
            #expect(screen.status == 0)
            #expect(try stage.differences("A/Day/A001") == [])
            #expect(
                try stage.tree("A").filter { path in
                    ![".json", ".txt", ".csv", ".ale"].contains { path.hasSuffix($0) }
                } == [
                    "Day/A001/CLIP/A001C001.mov", "Day/A001/CLIP/A001C001.xml", "Day/A001/CLIP/A001C002.mov",
                    "Day/A001/EMPTY/", "Day/A001/INDEX.TXT", "Day/A001/ascmhl/0001_A001_TIME.mhl",
                    "Day/A001/ascmhl/0002_A001_TIME.mhl", "Day/A001/ascmhl/ascmhl_chain.xml",
                    "Logs/Day/A001/damaged/CLIP/A001C001.mov", "Logs/Day/A001/damaged/CLIP/A001C002.mov",
                ])
            let kept = try Data(contentsOf: URL(filePath: stage.path + "/A/Logs/Day/A001/damaged/CLIP/A001C001.mov"))
            #expect(kept == damaged)
            let generation = try stage.text(stage.second(in: "A/Day/A001"))
            #expect(generation.contains("<process>in-place</process>"))
            #expect(generation.matches(of: /action="verified"/).count == 6)
            #expect(generation.matches(of: /<hash>/).count == 3)
            #expect(try stage.rushes("verify", "A").status == 0)
        }
    }

    @Test("a restored file has the times, permissions and attributes of the good one")
    func attributes() throws {
        try copied { stage in
            let name = "Day/A001/CLIP/A001C001.mov"
            try stage.run("chmod", "640", "B/" + name)
            try stage.run("touch", "-r", "A001/CLIP/A001C001.mov", "B/" + name)
            let drives = try PosixDisk(path: stage.path)
            let note = ExtendedAttribute(name: "user.note", value: Array("hero".utf8))
            let good = try #require(RelativePath("B/" + name))
            let file = try drives.openForWriting(good, direct: false)
            // Not every file system keeps them.
            let isKept = try drives.setExtendedAttributes(file, [note]).isEmpty
            drives.close(file)
            try stage.flip("A/" + name, at: 1)
            #expect(try stage.rushes("heal", "A", "--from", "B").status == 0)
            var (healed, whole) = (stat(), stat())
            #expect(stat(stage.path + "/A/" + name, &healed) == 0 && stat(stage.path + "/B/" + name, &whole) == 0)
            #expect(healed.st_mtim.tv_sec == whole.st_mtim.tv_sec && healed.st_mtim.tv_nsec == whole.st_mtim.tv_nsec)
            #expect(healed.st_mode == whole.st_mode)
            let restored = try drives.openForReading(try #require(RelativePath("A/" + name)), direct: false)
            defer { drives.close(restored) }
            if isKept { #expect(try drives.extendedAttributes(of: restored) == [note]) }
        }
    }

    @Test("a second damaged file of a name gets a number: nothing is ever put over another file")
    func twice() throws {
        try copied { stage in
            for offset in 1...2 {
                try stage.flip("A/Day/A001/INDEX.TXT", at: offset)
                #expect(try stage.rushes("heal", "A/Day/A001", "--from", "B/Day/A001").status == 0)
            }
            // Without logs of an ingest nobody knows the destination: it is the folder around the roll.
            #expect(
                try stage.tree("A/Day/Logs") == ["A001/damaged/INDEX.TXT", "A001/damaged/INDEX.TXT.2"])
            #expect(try stage.text("A/Day/Logs/A001/damaged/INDEX.TXT").hasPrefix("2!"))
            #expect(try stage.text("A/Day/Logs/A001/damaged/INDEX.TXT.2").hasPrefix("2 b"))
        }
    }

    @Test("a copy that nobody sealed can heal, as long as its content passes the damaged copy's history")
    func plainCopy() throws {
        try copied { stage in
            try stage.flip("A/Day/A001/INDEX.TXT", at: 1)
            #expect(try stage.rushes("heal", "A/Day/A001", "--from", "A001").status == 0)
            #expect(try stage.differences("A/Day/A001") == [])
        }
    }

    @Test("a file that no copy can heal stays as it is (11); others are healed all the same")
    func partly() throws {
        try copied { stage in
            for drive in ["A", "B"] { try stage.flip("\(drive)/Day/A001/CLIP/A001C001.mov", at: 9) }
            try stage.refused(
                "A", "--from", "B", status: 11,
                says: "A NOT HEALED: 1 file could not be restored. Nothing was changed.")
            try stage.flip("A/Day/A001/INDEX.TXT", at: 0)
            try stage.remove("A/Day/A001/CLIP/A001C001.xml")
            try stage.remove("B/Day/A001/CLIP/A001C001.xml")
            let bad = try Data(contentsOf: URL(filePath: stage.path + "/A/Day/A001/CLIP/A001C001.mov"))
            let screen = try stage.rushes("heal", "A", "--from", "B")
            #expect(screen.status == 11)
            #expect(
                screen.output.hasPrefix(
                    """
                    NOT RESTORED CLIP/A001C001.mov: it fails the history, and the file on B/Day/A001 does not pass \
                    the history either.
                    NOT RESTORED CLIP/A001C001.xml: it is missing, and B/Day/A001 has no such file.
                    RESTORED INDEX.TXT: it failed the history;
                    """))
            #expect(try Data(contentsOf: URL(filePath: stage.path + "/A/Day/A001/CLIP/A001C001.mov")) == bad)
            #expect(try stage.text("A/Day/A001/INDEX.TXT") == "2 clips")
        }
    }

    @Test("a whole copy is told to be whole, and nothing is written")
    func whole() throws {
        try copied { stage in
            try stage.refused("A", "--from", "B", status: 0, says: "A WHOLE: 4 files equal to the history.")
        }
    }

    @Test(
        "a copy whose history does not hold is not touched",
        arguments: [
            ("ascmhl", 30, "There is no ASC MHL history in it"), ("altered", 31, "is not the one its chain names"),
            ("ascmhl/ascmhl_chain.xml", 32, "Its history does not hold"),
            ("manifest", 33, "Its history does not hold"),
        ])
    func histories(_ damage: String, _ status: Int32, _ text: String) throws {
        try copied { stage in
            try stage.flip("A/Day/A001/INDEX.TXT", at: 0)
            let manifest = try stage.only(".mhl", in: "A/Day/A001/ascmhl")
            switch damage {
            case "altered": try stage.flip(manifest, at: 60)
            case "manifest": try stage.remove(manifest)
            default: try stage.remove("A/Day/A001/" + damage)
            }
            try stage.refused("A", "--from", "B", status: status, says: text)
        }
    }

    @Test("the same copy, one inside the other, several rolls, or nothing at all is a mistake in the command")
    func mistakes() throws {
        try copied { stage in
            #expect(symlink("A", stage.path + "/link") == 0)
            for (copy, good) in [("A", "A"), ("A/Day/A001", "A"), ("A", "A/Day/A001/CLIP"), ("link", "A/Day/A001")] {
                try stage.refused(copy, "--from", good, status: 64, says: "or one lies in the other")
            }
            try stage.refused("A", "--from", "nowhere", status: 64, says: "nowhere")
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--as", "second", "--no-logs").status == 0)
            try stage.refused("A", "--from", "B", status: 64, says: "There are 2 rolls in it. Name one of them.")
        }
    }

    @Test("what an offload could not copy has no checksum that could prove it, and is not healed (10)")
    func unprovable() throws {
        try copied { stage in
            guard geteuid() == 0 else { return print("Skipped: making a file that cannot be read needs root.") }
            try stage.run("chmod", "777", "A001")
            try stage.run("mkdir", "-m", "777", "C")
            try stage.run("chmod", "000", "A001/INDEX.TXT")
            #expect(try stage.asNobody("ingest", "A001", "--to", "C", "--no-logs").status == 40)
            try stage.run("chmod", "644", "A001/INDEX.TXT")
            try stage.refused(
                "C/A001.partial", "--from", "B/Day/A001", status: 10,
                says: "so the history has no checksum that could prove it. Run rushes ingest again with the card.")
        }
    }

    @Test(
        "a file that a later pattern of the history leaves out is healed, and that no generation lists it is said (0)")
    func leftOut() throws {
        try copied { stage in
            #expect(try stage.rushes("seal", "A/Day/A001", "--ignore", "*.TXT").status == 0)
            try stage.flip("A/Day/A001/INDEX.TXT", at: 0)
            let screen = try stage.rushes("heal", "A", "--from", "B")
            #expect(screen.status == 0)
            #expect(
                screen.output.contains("In no generation, as a pattern of the history leaves it out: INDEX.TXT.")
                    && screen.output.contains("A HEALED: 1 file restored"), "\(screen)")
            try stage.refused("A", "--from", "B", status: 0, says: "A WHOLE: 4 files equal to the history.")
            #expect(try stage.tree("A/Day").filter { $0.hasPrefix(".rushes") } == [])
        }
    }

    @Test("a folder that the history lists and that is gone is made anew; what has its name is left (41)")
    func folders() throws {
        try Stage.with { stage in
            try stage.add("A001", ["EMPTY": .folder])
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--to", "B", "--no-logs").status == 0)
            try stage.remove("A/A001/EMPTY")
            let screen = try stage.rushes("heal", "A", "--from", "B")
            #expect(screen.status == 0)
            #expect(
                screen.output == """
                    RESTORED FOLDER EMPTY: it was missing.
                    A HEALED: 1 folder made anew, 4 files were whole.
                    """)
            #expect(try stage.rushes("verify", "A").status == 0)
            #expect(try stage.tree("A").filter { $0.hasPrefix(".rushes") || $0.hasPrefix("Logs") } == [])
            try stage.remove("A/A001/EMPTY")
            try stage.add("A/A001", ["EMPTY": "a file"])
            try stage.refused(
                "A", "--from", "B", status: 41, says: "1 folder could not be made anew. Nothing was changed.")
        }
    }

    @Test("what has the name of a missing file is moved away if it is a link, and left if it is a folder (41)")
    func inTheWay() throws {
        try copied { stage in
            try stage.remove("A/Day/A001/INDEX.TXT")
            #expect(symlink("CLIP/A001C001.xml", stage.path + "/A/Day/A001/INDEX.TXT") == 0)
            #expect(try stage.rushes("heal", "A", "--from", "B").status == 0)
            #expect(try stage.tree("A/Day/Logs") == ["A001/damaged/INDEX.TXT (symbolic link)"])
            try stage.remove("A/Day/A001/CLIP/A001C001.xml")
            try stage.add("A/Day/A001/CLIP/A001C001.xml", ["inner": "x"])
            let screen = try stage.rushes("heal", "A", "--from", "B")
            #expect(screen.status == 41)
            // An earlier run moved something away; this one moved nothing, and leaves nothing on its desk.
            #expect(
                screen.output == """
                    NOT RESTORED CLIP/A001C001.xml: a folder has its name: move it away.
                    A NOT HEALED: 1 file could not be restored. Nothing was changed.
                    """)
            #expect(try stage.tree("A/Day").filter { $0.hasPrefix(".rushes") } == [])
            #expect(try stage.text("A/Day/A001/CLIP/A001C001.xml/inner") == "x")
        }
    }

    @Test("a run that was killed is finished by the same command, and its files are recorded once")
    func killed() throws {
        try Stage.with { stage in
            for number in 1...3 {
                let file = stage.path + "/A001/CLIP/large\(number).mov"
                #expect(FileManager.default.createFile(atPath: file, contents: nil))
                #expect(truncate(file, 48 << 20) == 0)
            }
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--to", "B", "--no-logs").status == 0)
            for number in 1...3 { try stage.flip("A/A001/CLIP/large\(number).mov", at: number) }
            let run = try stage.command(["heal", "A", "--from", "B", "--json"])
            #expect(run.line(with: "\"verdict\":\"restored\"") != nil)
            run.send(SIGKILL)
            #expect(run.ended() == -9)
            #expect(try stage.rushes("heal", "A", "--from", "B").status == 0)
            #expect(try stage.differences("A/A001") == [])
            #expect(try stage.tree("A").filter { $0.hasPrefix(".rushes") } == [])
            #expect(try stage.tree("A/Logs/A001/damaged").count == 3)
            let manifest = try stage.text(stage.second(in: "A/A001"))
            #expect(manifest.matches(of: /<hash>/).count == 3)
        }
    }

    @Test("another run that writes the roll is waited for by the person (60)")
    func locked() throws {
        try copied { stage in
            try stage.flip("A/Day/A001/INDEX.TXT", at: 0)
            try stage.add("A/Day/.rushes/A001", ["lock": "cart\t4242\tboot\n"])
            let lock = open(stage.path + "/A/Day/.rushes/A001/lock", O_RDWR)
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            defer { close(lock) }
            try stage.refused(
                "A", "--from", "B", status: 60, says: "Another run is writing this roll (process 4242 on cart).")
        }
    }

    @Test("a drive without room, or with the roll at its root, is told before anything is changed (60)")
    func room() throws {
        guard Drives.arePossible else { return }
        try Stage.with(drives: "A", "R") { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--to", "B", "--no-logs").status == 0)
            try stage.run("cp", "-a", "A/A001/.", "R")
            try stage.flip("R/INDEX.TXT", at: 0)
            let root = try stage.rushes("heal", "R", "--from", "B")
            #expect(root.status == 60)
            #expect(root.talk.contains("The roll is the root of its volume"))
            try stage.flip("A/A001/INDEX.TXT", at: 0)
            try stage.run("fallocate", "-l", "20M", "A/full")
            let full = try stage.rushes("heal", "A", "--from", "B")
            #expect(full.status == 60)
            #expect(full.talk.contains("too little. The damaged files are kept."))
            #expect(try stage.tree("A").filter { !$0.hasPrefix("A001/") } == ["full", "lost+found/"])
        }
    }

    @Test("lines for programs")
    func json() throws {
        try copied { stage in
            try stage.flip("A/Day/A001/INDEX.TXT", at: 0)
            let screen = try stage.rushes("heal", "A", "--from", "B", "--json")
            let lines = screen.output.replacing("\"read-back\"", with: "\"proved\"").split(separator: "\n")
                .filter { !$0.contains("\"progress\"") && !$0.contains("\"reading\"") }
            #expect(
                lines.joined(separator: "\n") == """
                    {"ailment":"differs","damaged":"Logs/A001/damaged/INDEX.TXT","evidence":"proved",\
                    "path":"INDEX.TXT","status":0,"type":"file","verdict":"restored"}
                    {"damaged_folder":"A/Day/Logs/A001/damaged","from":"B/Day/A001","interrupted":false,\
                    "manifests":["A001/ascmhl/0002_A001_TIME.mhl"],"path":"A","recorded_late":0,"remaining":0,\
                    "restored":1,"roll":"A/Day/A001","status":0,"type":"healed","whole":3}
                    {"status":0,"type":"finished"}
                    """)
        }
    }
}
