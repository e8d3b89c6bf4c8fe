import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("With mediainfo, without it, and where it may not look")
struct MediaInfoTests {
    /// Says of every file that its codec is AVC, and that it is 1280 wide.
    private static let answer = #"""
        for path; do
            case $path in --*) continue ;; esac
            answer="$answer{\"media\":{\"@ref\":\"$path\",\"track\":[{\"@type\":\"Video\",\"Width\":\"1280\",\"Format\":\"AVC\"}]}},"
        done
        printf '[%s]' "${answer%,}"
        """#

    @Test("what it says stands behind what our own readers say, and conflicts are told")
    func installed() throws {
        try Stage.with(ShotCards.alpha) { (stage) throws in
            let environment = try stage.addMediaInfo(Self.answer)
            let screen = try stage.command(["clips", "A001"], environment: environment).finished().steady(
                in: stage.path)
            #expect(screen.status == 0)
            #expect(
                screen.output.hasSuffix(
                    """
                    clip  codec  files
                    DSC00001  AVC  2  still

                    NOTE PRIVATE/M4ROOT/CLIP/C0001.MP4: C0001: width is told differently: 1920 (C0001.MP4), 1280 (C0001.MP4).
                      1920 is used; ask the camera crew which is right before it is edited.
                    """), "\(screen.output)")
            let probed = try stage.command(["probe", "A001/DCIM/100MSDCF/DSC00001.ARW"], environment: environment)
                .finished().steady(in: stage.path)
            #expect(
                probed
                    == Screen(
                        0,
                        output: """
                            A001/DCIM/100MSDCF/DSC00001.ARW
                              not known whether it is whole: it begins like no media file that is known here
                              codec  AVC  container Video/Format
                              width  1280  container Video/Width

                            """))
        }
    }

    @Test("where it is not installed that is said, and costs only what it alone reads")
    func missing() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            let arguments = ["ingest", "A001", "--to", "A"]
            let screen = try stage.command(arguments, environment: Stage.withoutMediaInfo).finished()
            #expect(screen.status == 0)
            #expect(screen.talk.contains("Warning: A: \(Stage.missingMediaInfo)\n"))
            #expect(try stage.text("A/Logs/A001/A001.clips.json").contains("ILME-FX6V"))
        }
    }

    @Test("a stop while it hangs ends with 130, tells what is known, and leaves no process behind")
    func hanging() throws {
        try Stage.with(ShotCards.alpha) { (stage) throws in
            let fifo = stage.path + "/hangs"
            try #require(mkfifo(fifo, 0o666) == 0)
            let environment = try stage.addMediaInfo("echo $$ > \(fifo); exec sleep 1000")
            let run = try stage.command(["clips", "A001"], environment: environment)
            // Opening waits until the program has come so far.
            let opened = try #require(FileHandle(forReadingAtPath: fifo))
            let said = String(decoding: opened.readDataToEndOfFile(), as: UTF8.self)
            let process = try #require(Int32(said.trimmingCharacters(in: .whitespacesAndNewlines)))
            run.send(SIGINT)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.contains("\nINTERRUPTED: not every file was asked what it holds.\n"))
            #expect(screen.output.contains("C0001"))
            #expect(kill(process, 0) == -1 && errno == ESRCH)
        }
    }

    @Test(
        "a card that is mounted read-write is not shown to it; our own readers answer", .enabled(if: Drives.arePossible)
    )
    func mountedReadWrite() throws {
        try Stage.with(drives: "CARD") { (stage) throws in
            try stage.add("CARD", ShotCards.alpha)
            let touched = stage.path + "/touched"
            let environment = try stage.addMediaInfo("echo > \(touched)")
            let screen = try stage.command(["clips", "CARD"], environment: environment).finished()
                .steady(in: stage.path)
            #expect(screen.status == 0)
            #expect(screen.output.contains("\nC0001  10:00:00:00  0.1 s  23.976  1920x1080  "))
            #expect(
                screen.output.hasSuffix(
                    "\nCARD looks like a card and is mounted read-write, and mediainfo could change access times on it: "
                        + "mount it with `mount -o remount,ro CARD`, or read a copy."), "\(screen.output)")
            #expect(access(touched, F_OK) == -1)
            try stage.run("mount", "-o", "remount,ro", stage.path + "/CARD")
            let readOnly = try stage.command(["clips", "CARD"], environment: environment).finished()
            #expect(!readOnly.output.contains("read-write"))
            #expect(access(touched, F_OK) == 0)
        }
    }
}
