import EditorLogs
import Foundation
import Glibc
import RushesFixtures
import Testing

@testable import Reports

@Suite("Pictures by ffmpeg", .enabled(if: FilmRoll.isPossible))
struct PictureRunTests {
    private func pictures(
        _ log: EditorLog, limits: PictureLimits = PictureLimits(), path: String? = nil
    ) async -> [ClipPictures?] {
        let run = PictureRun(of: log, limits: limits)
        let drawn = await onOwnThread { run.pictures(in: path, shouldStop: { false }) }
        return log.clips.indices.map { drawn[$0] }
    }

    /// Width and height that a JPEG says in its frame header (ITU-T T.81, B.2.2).
    private func size(_ jpeg: [UInt8]) throws -> [Int] {
        let place = try #require(jpeg.indices.dropLast(8).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        return [Int(jpeg[place + 7]) << 8 | Int(jpeg[place + 8]), Int(jpeg[place + 5]) << 8 | Int(jpeg[place + 6])]
    }

    @Test("three different pictures of a ProRes file, 160 wide, which another reader decodes")
    func prores() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder)
            try roll.shoot("A.mov", "-c:v", "prores_ks", "-profile:v", "0")
            let drawn = await pictures(roll.log([roll.clip("A.mov")]))
            guard case .shown(let jpegs)? = drawn[0] else {
                Issue.record("\(drawn)")
                return
            }
            #expect(Set(jpegs).count == 3)
            let sizes = try jpegs.map(size)
            #expect(sizes == [[160, 90], [160, 90], [160, 90]])
            let again = await pictures(roll.log([roll.clip("A.mov")]))
            #expect(drawn == again)
        }
    }

    @Test("pictures of frames in single files, of MXF, and of a clip whose length nobody knows")
    func formats() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder)
            try roll.shoot("A.%07d.dpx")
            try roll.shoot("B.mxf", "-c:v", "mpeg2video")
            let frames = LoggedClip.Frames(
                folder: ".", prefix: "A.", suffix: ".dpx", runs: [1...50], digits: 7, count: 50, size: 1)
            let log = roll.log([
                roll.clip("A.0000001.dpx", files: frames), roll.clip("B.mxf"), roll.clip("B.mxf", frames: nil),
            ])
            let counts = await pictures(log).map { drawn -> Int in
                guard case .shown(let jpegs)? = drawn else { return 0 }
                return jpegs.count
            }
            #expect(counts == [3, 3, 1])
        }
    }

    @Test("a broken file, a playlist with the name of a film, and a file that is not there cost their own pictures")
    func broken() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder)
            try roll.shoot("A.mov", "-c:v", "mjpeg")
            try roll.lay("B.mov", "this is no film")
            try roll.lay("C.mov", "#EXTM3U\n#EXTINF:1,\n\(roll.path)/A.mov\n#EXT-X-ENDLIST\n")
            try roll.lay("D.mov", "ffconcat version 1.0\nfile A.mov\n")
            let outside = folder + "/outside.mov"
            try FileManager.default.copyItem(atPath: roll.path + "/A.mov", toPath: outside)
            try FileManager.default.createSymbolicLink(atPath: roll.path + "/E.mov", withDestinationPath: outside)
            let names = ["B.mov", "C.mov", "D.mov", "E.mov", "F.mov", "../outside.mov", "A.mov"]
            let drawn = await pictures(roll.log(names.map { roll.clip($0) }))
            let undecoded = ClipPictures.absent("No picture: ffmpeg could not decode it.")
            let unasked = ClipPictures.absent("No picture: ffmpeg was not asked: it is not there.")
            #expect(Array(drawn.prefix(6)) == [undecoded, undecoded, undecoded, unasked, unasked, unasked])
            guard case .shown? = drawn[6] else {
                Issue.record("\(drawn)")
                return
            }
        }
    }

    @Test("a roll that is not sealed is not shown to it: it may be a card")
    func card() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder, sealed: false)
            try roll.shoot("A.mov", "-c:v", "mjpeg")
            let reason = "No picture: its roll is not sealed, and pictures are drawn from sealed copies."
            let drawn = await pictures(roll.log([roll.clip("A.mov")]))
            #expect(drawn == [.absent(reason)])
        }
    }

    @Test("beyond the limit clips say so, in the order of the page")
    func limit() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder)
            try roll.lay("A.mov", "")
            var limits = PictureLimits()
            limits.clips = 1
            let drawn = await pictures(roll.log([roll.clip("A.mov"), roll.clip("A.mov")]), limits: limits)
            #expect(drawn[1] == .absent("No picture: the page has pictures of 1 clips already."))
        }
    }

    @Test("one that hangs is ended, and after too much of that nobody is asked any more")
    func hanging() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder)
            try roll.lay("A.mov", "")
            try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
            try "#!/bin/sh\nexec sleep 1000\n".write(toFile: folder + "/bin/ffmpeg", atomically: true, encoding: .utf8)
            try #require(chmod(folder + "/bin/ffmpeg", 0o755) == 0)
            var limits = PictureLimits()
            (limits.time, limits.timeForTrouble, limits.lanes) = (.milliseconds(200), .milliseconds(100), 1)
            let clips = [roll.clip("A.mov"), roll.clip("A.mov"), roll.clip("A.mov")]
            let drawn = await pictures(roll.log(clips), limits: limits, path: folder + "/bin:/usr/bin:/bin")
            let given = ClipPictures.absent("No picture: ffmpeg took too long on so many others that it was not asked.")
            #expect(drawn == [.absent("No picture: ffmpeg was not done after 0.2 seconds."), given, given])
        }
    }
}

@Suite("Pages without pictures")
struct NoPicturesTests {
    @Test("where ffmpeg is not installed, the page says so once, and how to install it")
    func missing() async {
        let drawn = await onOwnThread {
            PictureRun(of: ReportedDay.small).pictures(in: "/nowhere", shouldStop: { false })
        }
        #expect(drawn == DayPictures(remarks: [FFmpeg.missing]))
        let page = String(decoding: DayReport(ReportedDay.small, pictures: drawn).bytes, as: UTF8.self)
        #expect(page.contains("<p>ffmpeg is not installed: the page has no pictures. Install it with"))
    }

    @Test("a stop ends the drawing, and what is missing says so", .enabled(if: FilmRoll.isPossible))
    func stopped() async throws {
        try await withTemporaryFolder { folder in
            let roll = try FilmRoll(in: folder)
            try roll.lay("A.mov", "")
            let log = roll.log([roll.clip("A.mov")])
            let drawn = await onOwnThread { PictureRun(of: log).pictures(shouldStop: { true }) }
            #expect(drawn.clips == [0: .absent("No picture: the run was stopped.")])
        }
    }
}
