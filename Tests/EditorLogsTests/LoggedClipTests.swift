import EditorLogs
import MediaTime
import Testing

@Suite("A row of the log")
struct LoggedClipTests {
    @Test("Its timecode is read with its rate and its drop-frame, and an impossible one is none")
    func timecode() throws {
        let clip = ShotDay.picture(start: "10:00:00;00@30000/1001", frames: 30)
        #expect(clip.start?.frame == 1_078_920)
        #expect(clip.rate == .ntsc30)
        #expect(clip.span?.end.description == "10:00:01;00")
        #expect(ShotDay.picture(start: "10:01:00;00@30000/1001").start == nil)
        #expect(ShotDay.picture(start: "10:00:00:25@25").start == nil)
    }

    @Test("A value that is set over another keeps what was said before, and by whom")
    func overridden() {
        var clip = ShotDay.picture(saying: [.scene: "12"])
        let script = LogSource(.slate, "script.csv, line 3")
        clip.values.set(.scene, "12A", script)
        clip.values.set(.scene, "12A", LogSource(.correction, "fix.csv, line 2"))
        let scene = clip.values.all[.scene]
        #expect(scene?.text == "12A")
        #expect(scene?.source.origin == .correction)
        #expect(scene?.overridden.map(\.text) == ["12"])
    }

    @Test("Setting the timecode changes the row's own start")
    func changedStart() {
        var clip = ShotDay.picture()
        clip.values.set(.start, "11:00:00:00@25", LogSource(.correction, "fix.csv, line 2"))
        #expect(clip.start?.description == "11:00:00:00")
        #expect(clip.rate == .fps25)
    }
}

@Suite("Paths of the cutting room")
struct PathMapTests {
    @Test(
        "The deepest folder that holds a path counts; what none holds has no path there",
        arguments: [
            ("/mnt/raid/DAY01/A001.mov", "/Volumes/RAID/DAY01/A001.mov"), ("/mnt/raid/fast/x", "D:/x"),
            ("/mnt/raid", "/Volumes/RAID"), ("/mnt/raid2/x", nil),
        ])
    func mapped(_ path: String, _ there: String?) throws {
        let map = PathMap([
            try #require(PathMap.Entry("/mnt/raid=/Volumes/RAID/")), try #require(PathMap.Entry("/mnt/raid/fast=D:")),
        ])
        #expect(map.path(path) == there)
    }

    @Test(
        "Behind a folder that Windows writes with backslashes the rest has them too; addresses have slashes",
        arguments: [
            ("E:\\RAID", "E:\\RAID\\DAY02\\a.mov"), ("E:\\", "E:\\DAY02\\a.mov"), ("E:/", "E:/DAY02/a.mov"),
            ("\\\\srv\\RAID\\", "\\\\srv\\RAID\\DAY02\\a.mov"), ("/odd\\name", "/odd\\name/DAY02/a.mov"),
        ])
    func windows(_ to: String, _ there: String) throws {
        let map = PathMap([try #require(PathMap.Entry("/mnt/raid=" + to))])
        #expect(map.path("/mnt/raid/DAY02/a.mov") == there)
    }

    @Test("Names are compared as bytes: two ways to write an accent are two folders, and a path is cut nowhere else")
    func bytes() throws {
        let map = PathMap([try #require(PathMap.Entry("/mnt/caf\u{E9}=/Volumes/X"))])
        #expect(map.path("/mnt/cafe\u{301}/a.mov") == nil)
        #expect(map.path("/mnt/caf\u{E9}/\u{301}a.mov") == "/Volumes/X/\u{301}a.mov")
    }

    @Test(
        "Without a map every path stays; what is no map is refused",
        arguments: ["raid=/x", "/raid", "/raid=", "=x", "/raid=rel", "/raid=D:rel", "/raid=\\x", "/raid=\\\\"])
    func refused(_ text: String) {
        #expect(PathMap().path("/mnt/x") == "/mnt/x")
        #expect(PathMap.Entry(text) == nil)
    }
}
