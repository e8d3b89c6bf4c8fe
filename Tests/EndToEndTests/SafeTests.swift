import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

/// Two drives, A and B, that hold the card A001.
private func copied(_ options: [String] = [], _ body: (Stage) throws -> Void) throws {
    try Stage.with(drives: "A", "B") { stage in
        let ingest = ["ingest", "A001", "--to", "A", "--to", "B", "--no-logs"] + options
        #expect(try stage.command(ingest).finished().status == 0)
        try body(stage)
    }
}

extension Screen {
    /// What is on the screen besides yes or no.
    fileprivate func says(_ status: Int32, _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(self.status == status, sourceLocation: sourceLocation)
        for line in lines { #expect(output.contains(line), "\(output)", sourceLocation: sourceLocation) }
    }
}

@Suite("May this card be erased", .enabled(if: Drives.arePossible))
struct SafeTests {
    @Test("yes, when two drives hold every file; nothing is written anywhere")
    func yes() throws {
        try copied { stage in
            let before = try TreeContents(ofFolder: stage.path)
            let screen = try stage.trusting("safe", "A001", "--on", "A", "--on", "B/A001")
            #expect(
                screen.output.replacing(/loop\d+/, with: "loop") == """
                    YES, this card may be erased: A001: 4 files, 500.0 kB, each found with equal content in sealed copies on 2 devices or more, read now from the device.
                      A/A001 (ext4 on loop): 4 of 4 files equal.
                      B/A001 (ext4 on loop): 4 of 4 files equal.
                    Loop devices were trusted as block devices (RUSHES_TRUST_LOOP).
                    """)
            #expect(screen.status == 0)
            #expect(try TreeContents(ofFolder: stage.path).differences(from: before) == [])
        }
    }

    @Test("no, when one bit of one copy is another, although name, size and date are the same")
    func flippedBit() throws {
        try copied { stage in
            let file = stage.path + "/B/A001/CLIP/A001C002.mov"
            let date = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
            try stage.flip("B/A001/CLIP/A001C002.mov", at: 100_000)
            try FileManager.default.setAttributes([.modificationDate: try #require(date)], ofItemAtPath: file)
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                42, "NO: 1 file has too few copies. Keep A001.", "3 of 4 files equal, 1 another content.",
                "LACKING CLIP/A001C002.mov (200.0 kB): on 1 of 2 devices; A: equal, B: another content.")
            // What B lacks, a third copy may have: each file is counted for itself.
            try stage.addDrive("C")
            #expect(try stage.rushes("ingest", "A001", "--to", "C").status == 0)
            try stage.flip("C/A001/INDEX.TXT", at: 0)
            #expect(try stage.trusting("safe", "A001", "--on", "A", "--on", "B", "--on", "C").status == 0)
        }
    }

    @Test("no, when a copy has the card's content and its own manifest says otherwise")
    func contradictsManifest() throws {
        try copied { stage in
            try stage.flip("A001/CLIP/A001C002.mov", at: 7)
            try stage.flip("A/A001/CLIP/A001C002.mov", at: 7)
            try stage.flip("B/A001/CLIP/A001C002.mov", at: 7)
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                42, "A: equal to the card, but not to its own manifest")
        }
    }

    @Test("no, when the card has a clip that was put into the copies without a seal, or not at all")
    func newClips() throws {
        try copied { stage in
            try stage.add("A001", ["CLIP/A001C003.mov": "three", "CLIP/A001C004.mov": "four"])
            for drive in ["A", "B"] { try stage.add("\(drive)/A001", ["CLIP/A001C003.mov": "three"]) }
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                42, "LACKING CLIP/A001C003.mov (5 bytes): on 0 of 2 devices; A: in no manifest of the copy",
                "LACKING CLIP/A001C004.mov (4 bytes): on 0 of 2 devices; A: missing, B: missing.")
        }
    }

    @Test("no, when a history does not hold, is not there, or is of another card")
    func histories() throws {
        try copied { stage in
            try stage.addDrive("C")
            try stage.add("C002", ["CLIP/C002.mov": .random(1000)])
            #expect(try stage.rushes("ingest", "C002", "--to", "C", "--no-logs").status == 0)
            try stage.trusting("safe", "A001", "--on", "A", "--on", "C").says(
                42, "does not count: its history lists nothing that the card holds.",
                "NO: The copies that count lie on 1 device, and 2 are asked for.")
            try stage.flip(try stage.only(".mhl", in: "A/A001/ascmhl"), at: 60)
            try stage.remove("B/A001/ascmhl")
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B", "--copies", "1").says(
                42, "does not count: its history does not hold: the manifest is not the one its chain names",
                "does not count: it has no ASC MHL history, so nothing says what it should hold. Seal it first.")
        }
    }

    @Test("no, when a copy has no more than a packing list, for which no chain vouches")
    func packingList() throws {
        try copied { stage in
            try stage.run("cp", "-a", "B/A001", "B/plain")
            try stage.run("rm", "-r", "B/plain/ascmhl")
            #expect(try stage.command(["flatten", "A/A001", "--output", "B/plain"]).finished().status == 0)
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B/plain").says(42, "it has no ASC MHL history")
        }
    }

    @Test("no, when the copies lie on one device, on the card's own, or are one copy named twice")
    func devices() throws {
        try copied { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--as", "again").status == 0)
            try stage.trusting("safe", "A001", "--on", "A/A001", "--on", "A/again").says(
                42, "NO: The copies that count lie on 1 device, and 2 are asked for.",
                "It shares its device with A/A001: they count as one.")
            try stage.trusting("safe", "A001", "--on", "A/A001", "--on", "A/A001/", "--copies", "1").says(
                0, "does not count: it is the same copy as A/A001.")
            #expect(try stage.rushes("ingest", "A001", "--to", "beside").status == 0)
            try stage.trusting("safe", "A001", "--on", "beside", "--copies", "1").says(
                42, "does not count: it lies on the card's own device.", "NO: No copy counts, and 1 is asked for.")
            // Two rolls that hold the card: nobody guesses which is meant.
            try stage.trusting("safe", "A001", "--on", "A", "--copies", "1").says(
                42, "several rolls in it hold what the card holds; name one of them: A001, again.")
        }
    }

    @Test("no, when fewer copies are named than asked for; one can be asked for, and that is said")
    func numbers() throws {
        try copied { stage in
            try stage.trusting("safe", "A001", "--on", "A").says(
                42, "NO: 1 copy was named, and 2 are asked for: name another with --on, or ask for fewer with --copies."
            )
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B", "--copies", "3").says(
                42, "2 copies were named")
            try stage.trusting("safe", "A001", "--on", "A", "--copies", "1").says(
                0, "YES", "Only 1 copy was asked for: when that is lost, everything is.")
            for wrong in [["--copies", "0"], ["--copies", "65"], ["--least", "hearsay"]] {
                #expect(try stage.command(["safe", "A001", "--on", "A"] + wrong).finished().status == 64)
            }
            #expect(try stage.rushes("safe", "A001").status == 64)
            #expect(try stage.rushes("safe", "A001", "--on", "nowhere").status == 64)
            #expect(try stage.rushes("safe", "nowhere", "--on", "A").status == 64)
        }
    }

    @Test("no, when a file was left out by --ignore; what systems leave needs no copy")
    func leftOut() throws {
        try Stage.with(drives: "A", "B") { stage in
            try stage.add(
                "A001",
                [
                    "CLIP/take.tmp": "x", ".DS_Store": "s", "CLIP/._A001C001.mov": "twin", ".Trashes/501/a": "t",
                    "System Volume Information/b": "i",
                ])
            let ingest = ["ingest", "A001", "--to", "A", "--to", "B", "--ignore", "*.tmp"]
            #expect(try stage.command(ingest).finished().status == 0)
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                42, "NO: 1 file has too few copies. 1 of these was left out of a copy by a pattern (--ignore).",
                "LACKING CLIP/take.tmp (1 byte): on 0 of 2 devices; A: left out by a pattern, B: left out by a pattern."
            )
            try stage.remove("A001/CLIP/take.tmp")
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                0, "4 files that systems leave on cards: they need no copy.",
                "NO COPY NEEDED .Trashes: systems leave it on cards.",
                "NO COPY NEEDED CLIP/._A001C001.mov: systems leave it on cards.")
        }
    }

    @Test("no, when a folder has the name of a system's file, or a chain belongs to no history: these need copies")
    func nothingHides() throws {
        try copied { stage in
            for path in ["CLIP/Thumbs.db/A001C009.mov", "CLIP/ascmhl/ascmhl_chain.xml"] {
                let file = "A001/" + path
                try stage.run("mkdir", "-p", String(file[..<(try #require(file.lastIndex(of: "/")))]))
                try stage.run("cp", "A001/INDEX.TXT", file)
                try stage.run("sh", "-c", "echo footage >> \(file)")
                try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                    42, "LACKING \(path) (15 bytes): on 0 of 2 devices; A: missing, B: missing.")
                try stage.remove(file)
            }
        }
    }

    @Test("links and pipes are named and need no copy; a volume mounted below the card makes it no")
    func specials() throws {
        try copied { stage in
            #expect(symlink("INDEX.TXT", stage.path + "/A001/link") == 0)
            #expect(mkfifo(stage.path + "/A001/pipe", 0o600) == 0)
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                0, "NOT A FILE link: it holds nothing of its own", "NOT A FILE pipe:")
            try stage.addDrive("A001/inner")
            try stage.trusting("safe", "A001", "--on", "A", "--on", "B").says(
                42, "NO: 1 volume is mounted below it and was not looked at.", "MOUNTED inner: another volume.")
        }
    }

    @Test("no, when a file of the card or of a copy is another volume's file that is mounted over its name")
    func boundFiles() throws {
        try copied { stage in
            // A drive of its own: on an overlay nothing could be told.
            try stage.addDrive("CARD")
            try stage.run("cp", "-a", "A001/.", "CARD")
            let (card, copy) = ("\(stage.path)/CARD/INDEX.TXT", "\(stage.path)/A/A001/INDEX.TXT")
            try stage.run("mount", "--bind", card, copy)
            try stage.trusting("safe", "CARD", "--on", "A", "--on", "B").says(
                42, "3 of 4 files equal, 1 a mounted volume.",
                "LACKING INDEX.TXT (7 bytes): on 1 of 2 devices; A: a mounted volume, B: equal.")
            try stage.run("umount", copy)
            #expect(try stage.trusting("safe", "CARD", "--on", "A", "--on", "B").status == 0)
            try stage.run("mount", "--bind", copy, card)
            try stage.trusting("safe", "CARD", "--on", "A", "--on", "B").says(
                42, "NO: 1 volume is mounted below it and was not looked at.", "MOUNTED INDEX.TXT: another volume.")
        }
    }

    @Test("network shares, memory and loop devices count only with --least read-back, and the answer says so")
    func readBack() throws {
        try copied { stage in
            try stage.rushes("safe", "A001", "--on", "A", "--copies", "1").says(
                42, "does not count: what is read there cannot be shown to come from a device. --least read-back")
            try stage.rushes("safe", "A001", "--on", "A", "--copies", "1", "--least", "read-back").says(
                0, "YES", "read back now, but not all of it shown to come from a device (--least read-back).")
            // Whose files the loop devices are is not known: both may lie on one disk.
            try stage.rushes("safe", "A001", "--on", "A", "--on", "B", "--least", "read-back").says(
                42, "lie on 1 device")
            try FileManager.default.createDirectory(atPath: stage.path + "/M", withIntermediateDirectories: true)
            try stage.run("mount", "-t", "tmpfs", "none", stage.path + "/M")
            #expect(try stage.rushes("ingest", "A001", "--to", "M").status == 0)
            try stage.rushes("safe", "A001", "--on", "A", "--on", "M", "--least", "read-back").says(
                0, "M/A001 (tmpfs on memory): 4 of 4 files equal.")
        }
    }

    @Test("where the card's own reading is not shown to come from it, the answer says only of the copies that it was")
    func cardInMemory() throws {
        try copied { stage in
            try stage.add("M", [:])
            try stage.run("mount", "-t", "tmpfs", "none", stage.path + "/M")
            try stage.run("cp", "-a", "A001/.", "M")
            try stage.trusting("safe", "M", "--on", "A", "--copies", "1").says(
                0,
                "each found with equal content in a sealed copy on another device, the copies read now from the device.",
                "Not all that was read of the card was shown to come from it, and not from a cache.")
        }
    }

    @Test("no, when a file or folder of the card cannot be read")
    func unreadable() throws {
        try copied { stage in
            #expect(try stage.asNobody("safe", "A001", "--on", "A", "--on", "B").status == 0)
            try stage.run("chmod", "000", "A001/CLIP/A001C001.mov")
            try stage.asNobody("safe", "A001", "--on", "A", "--on", "B").says(
                42, "NO: 1 file of it could not be read. Keep A001.",
                "UNREADABLE CLIP/A001C001.mov (300.0 kB): could not open CLIP/A001C001.mov: permission was denied.",
                // Nothing is said against the copies.
                "3 of 4 files equal, 1 not compared.")
            let lines = try stage.asNobody("safe", "A001", "--on", "A", "--on", "B", "--json").output
            #expect(lines.matches(of: /"verdict":"not_compared"/).count == 2 && !lines.contains("differs"))
            try stage.run("chmod", "000", "A001/CLIP")
            try stage.asNobody("safe", "A001", "--on", "A", "--on", "B").says(
                42, "NO: 1 folder of it could not be listed: nothing is known of what it holds.",
                "UNREADABLE FOLDER CLIP: permission was denied.")
        }
    }

    @Test("files are found by what they hold, not by their names, and each stands for one")
    func otherNames() throws {
        try copied { stage in
            try stage.add("SAME", ["f1.dpx": "black", "f2.dpx": "black"])
            try stage.add("OTHER", ["g1.dpx": "black", "g2.dpx": "black"])
            try stage.add("ONE", ["f1.dpx": "black"])
            for (card, drive) in [("OTHER", "A"), ("ONE", "B")] {
                #expect(try stage.rushes("ingest", card, "--to", drive, "--no-logs").status == 0)
            }
            try stage.trusting("safe", "SAME", "--on", "A/OTHER", "--copies", "1").says(
                0, "0 of 2 files equal, 2 equal under another name.")
            try stage.trusting("safe", "SAME", "--on", "B/ONE", "--copies", "1").says(
                42, "LACKING f2.dpx (5 bytes): on 0 of 1 device; B/ONE: missing.")
        }
    }

    @Test("two names of one file in a copy are one file, under the card's names and under others")
    func hardLinks() throws {
        try copied { stage in
            try stage.add("SAME", ["f1.dpx": "black", "f2.dpx": "black"])
            for (roll, names) in [("SAME", ["f1.dpx", "f2.dpx"]), ("OTHER", ["g1.dpx", "g2.dpx"])] {
                try stage.add("A/\(roll)", [:])
                try stage.run("cp", "SAME/f1.dpx", "A/\(roll)/\(names[0])")
                try stage.run("ln", "A/\(roll)/\(names[0])", "A/\(roll)/\(names[1])")
                #expect(try stage.rushes("seal", "A/\(roll)").status == 0)
            }
            try stage.trusting("safe", "SAME", "--on", "A/SAME", "--copies", "1").says(
                42,
                "LACKING f2.dpx (5 bytes): on 0 of 1 device; "
                    + "A/SAME: only another name (hard link) of a file that is counted already.")
            try stage.trusting("safe", "SAME", "--on", "A/OTHER", "--copies", "1").says(
                42, "0 of 2 files equal, 1 equal under another name, 1 missing.")
        }
    }

    @Test("no, when there is no file on the card; a history that the card brought is found in its copies")
    func emptyAndSealedCards() throws {
        try copied { stage in
            try stage.add("EMPTY", ["DCIM": .folder])
            try stage.trusting("safe", "EMPTY", "--on", "A", "--on", "B").says(
                42, "NO: There is no file on it that needs a copy: is the card mounted there?")
            for drive in ["A", "B"] {
                #expect(try stage.rushes("ingest", "A/A001", "--to", drive, "--as", "second", "--no-logs").status == 0)
            }
            try stage.add("SEALED", [:])
            try stage.run("cp", "-a", "A/A001", "SEALED/A001")
            try stage.trusting("safe", "SEALED/A001", "--on", "A/second", "--on", "B/second").says(
                0, "5 of 5 files equal.")
        }
    }

    @Test("a stop is no answer: 130, and the card is to be kept")
    func interrupted() throws {
        try Stage.with(drives: "A") { stage in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--no-logs").status == 0)
            for number in 1...4 {
                let file = stage.path + "/A001/large\(number).mov"
                #expect(FileManager.default.createFile(atPath: file, contents: nil))
                #expect(truncate(file, 2 << 30) == 0)
            }
            let run = try stage.command(
                ["safe", "A001", "--on", "A", "--copies", "1", "--json"], environment: Drives.trust)
            #expect(run.line(with: "\"reading\"") != nil)
            run.send(SIGINT)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.contains("\"safe\":false"))
        }
    }

    @Test("lines for programs hold every file that lacks copies")
    func json() throws {
        try copied { stage in
            try stage.flip("B/A001/INDEX.TXT", at: 0)
            let screen = try stage.trusting("safe", "A001", "--on", "A", "--on", "B", "--json")
            let lines = screen.output.replacing(/loop\d+/, with: "loop").split(separator: "\n")
                .filter { !$0.contains("\"progress\"") }
                .map { $0.replacing(/"bytes":501\d\d\d/, with: "\"bytes\":SEALED") }
            #expect(
                lines.joined(separator: "\n") == """
                    {"bytes":500014,"files":4,"path":"A001","type":"reading"}
                    {"bytes":SEALED,"files":5,"path":"A","type":"reading"}
                    {"bytes":SEALED,"files":5,"path":"B","type":"reading"}
                    {"copies":1,"found":[{"copy":0,"verdict":"equal"},{"copy":1,"verdict":"differs"}],\
                    "path":"INDEX.TXT","size":7,"type":"lacking"}
                    {"counts":true,"device":"loop","file_system":"ext4","files":{"equal":4},\
                    "path":"A","roll":"A001","type":"copy"}
                    {"counts":true,"device":"loop","file_system":"ext4","files":{"differs":1,"equal":3},\
                    "path":"B","roll":"A001","type":"copy"}
                    {"bytes":500014,"card":"A001","card_from_device":true,"compared":true,"copies_asked":2,\
                    "copies_from_device":true,"files":4,"interrupted":false,"least":"device",\
                    "reasons":[{"code":"files_lack_copies","count":1}],"safe":false,"status":42,\
                    "system_files":0,"trusts_loop":true,"type":"safe"}
                    {"status":42,"type":"finished"}
                    """)
        }
    }
}
