import ClipMetadata
import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Trouble with mediainfo")
struct MediaInfoTroubleTests {
    /// Limits under which trouble is over soon.
    private static var small: ProbeLimits {
        var limits = ProbeLimits()
        limits.answer = .kibibytes(64)
        limits.askEvery = .milliseconds(10)
        return limits
    }

    struct Case: CustomTestStringConvertible {
        let name: String
        let sentence: String
        var testDescription: String { name }

        init(_ name: String, _ sentence: String) {
            self.name = name
            self.sentence = sentence
        }
    }

    @Test(
        "A file that brings the program down is told, and every other file has its answer",
        arguments: [
            Case("crash", "tool-failed: mediainfo: it crashed (signal 9)"),
            Case("half", "tool-failed: mediainfo: it answered nothing that can be read, and ended with status 0"),
            Case("garbage", "tool-failed: mediainfo: it answered nothing that can be read, and ended with status 0"),
            Case("mute", "tool-failed: mediainfo: it answered nothing that can be read, and ended with status 0"),
            Case("flood", "tool-failed: mediainfo: it answered more than 65.5 kB"),
            Case("twice", "tool-failed: mediainfo: it answered twice for one file"),
            Case("absent", "tool-failed: mediainfo: it said nothing of this file"),
            Case("playlist", "wrong-format: this file only refers to other files"),
            Case("status", "1920"),
        ])
    func guilty(_ trouble: Case) async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            let paths = ["/a.mov", "/b.mov", "/\(trouble.name).mov", "/c.mov", "/d.mov"]
            let answers = await fake.answers(paths, limits: Self.small)
            #expect(answers == ["1920", "1920", trouble.sentence, "1920", "1920"])
        }
    }

    @Test("A file that hangs it is found by the time it takes, and the process is gone")
    func hang() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            var limits = Self.small
            limits.timePerRun = .seconds(2)
            limits.timePerFile = .zero
            let answers = await fake.answers(["/hang.mov", "/b.mov", "/c.mov"], limits: limits)
            #expect(answers == ["tool-failed: mediainfo: it was not done after 2.0 seconds", "1920", "1920"])
            let process = try #require(fake.hanging)
            #expect(kill(process, 0) == -1 && errno == ESRCH)
        }
    }

    @Test("A file that it is seen to be stuck on is found without asking again for it, through links too")
    func stuck() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder)
            try Data("film".utf8).write(to: URL(fileURLWithPath: folder + "/stuck.mov"))
            var limits = Self.small
            limits.timePerRun = .seconds(1)
            limits.timePerFile = .seconds(1)
            let paths = ["/a.mov", "\(folder)/link/stuck.mov"] + (0..<20).map { "/\($0).mov" }
            let answers = await fake.answers(paths, limits: limits)
            let sentence = "tool-failed: mediainfo: it was not done after 2.0 seconds"
            #expect(answers == ["1920", sentence] + Array(repeating: "1920", count: 20))
            #expect(fake.runs == 2)
        }
    }

    @Test("Several files that bring it down are all found")
    func several() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            let paths = (0..<40).map { $0 % 13 == 5 ? "/crash\($0).mov" : "/clip\($0).mov" }
            let answers = await fake.answers(paths, limits: Self.small)
            let expected = paths.map {
                $0.hasPrefix("/crash") ? "tool-failed: mediainfo: it crashed (signal 9)" : "1920"
            }
            #expect(answers == expected)
        }
    }

    @Test("Files without trouble are one process, however many folders they lie in and whatever their names are")
    func oneProcess() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            // The two é differ in their bytes; `://` is no address; the same file twice is asked of once.
            let paths = [
                "/-o/--x.mov", "/a b/$(c).mov", "/\u{E9}.mov", "/e\u{301}.mov", "/http://host/d.mov", "/*.mov",
                "/*.mov",
                "relative.mov", "--Version", "",
            ]
            let answers = await fake.answers(paths)
            let refused = "tool-failed: mediainfo is only given absolute paths"
            #expect(answers == Array(repeating: "1920", count: 7) + Array(repeating: refused, count: 3))
            #expect(fake.runs == 1)
        }
    }

    @Test("A stop ends the process at once, leaves none behind, and says which files were not read")
    func stop() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            var limits = ProbeLimits()
            limits.filesPerRun = 1
            limits.askEvery = .milliseconds(10)
            let answers = await fake.answers(
                ["/a.mov", "/hang.mov", "/c.mov"], limits: limits, shouldStop: { fake.hanging != nil })
            let stopped = "stopped: not read: the run was stopped"
            #expect(answers == ["1920", stopped, stopped])
            let process = try #require(fake.hanging)
            #expect(kill(process, 0) == -1 && errno == ESRCH)
        }
    }

    @Test("Ctrl-C that reaches the program before it reaches us blames no file")
    func interrupted() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            let answers = await fake.answers(["/a.mov", "/interrupt.mov"])
            #expect(answers == Array(repeating: "stopped: not read: the run was stopped", count: 2))
            #expect(fake.runs == 1)
        }
    }

    @Test("When trouble takes too long altogether, what was answered stays and the rest is given up")
    func givenUp() async throws {
        try await withTemporaryFolder { folder in
            let fake = try FakeMediaInfo(in: folder)
            var limits = Self.small
            limits.filesPerRun = 2
            limits.timeForTrouble = .milliseconds(1)
            let answers = await fake.answers(
                ["/a.mov", "/b.mov", "/crash.mov", "/d.mov", "/e.mov"], limits: limits)
            let given = "tool-failed: mediainfo: it failed on other files so often that this one was not tried alone"
            #expect(answers == ["1920", "1920", given, given, given])
        }
    }

    @Test("Without the program in PATH there is none; what lies in the current folder is not it")
    func none() async throws {
        try await withTemporaryFolder { folder in
            #expect(await onOwnThread { MediaInfo.installed(in: folder)?.version } == nil)
            #expect(await onOwnThread { MediaInfo.installed(in: ".:")?.version } == nil)
            _ = try FakeMediaInfo(in: folder)
            #expect(await onOwnThread { MediaInfo.installed(in: folder)?.version } == "99.1")
        }
    }

    @Test(
        "A program that is there and does not work is not called missing",
        arguments: [
            Case("exit 3", "it told none, and ended with status 3"), Case("kill -9 $$", "it crashed (signal 9)"),
            Case("exec sleep 1000", "it did not answer within 0.5 seconds"),
        ])
    func failing(_ trouble: Case) async throws {
        try await withTemporaryFolder { folder in
            try Self.write("#!/bin/sh\n\(trouble.name)\n", to: folder)
            var limits = Self.small
            // What ends by itself has all the time a busy machine needs.
            limits.timeForVersion = trouble.name.hasPrefix("exec sleep") ? .milliseconds(500) : .seconds(60)
            let absence = await Self.absence(in: folder, limits)
            #expect(absence == .failing(trouble.sentence))
        }
    }

    @Test("A stop ends the question for the version too, with everything that a wrapper script started")
    func stoppedVersion() async throws {
        try await withTemporaryFolder { folder in
            try Self.write(
                "#!/bin/sh\nsleep 1000 &\necho $! > \"$0.part\"\nmv \"$0.part\" \"$0.child\"\nwait\n", to: folder)
            let child = { @Sendable in try? String(contentsOfFile: folder + "/mediainfo.child", encoding: .utf8) }
            let absence = await Self.absence(in: folder, Self.small) { child() != nil }
            #expect(absence == .stopped)
            let number = try #require(child().flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
            #expect(Self.isGone(number))
        }
    }

    private static func write(_ script: String, to folder: String) throws {
        try script.write(toFile: folder + "/mediainfo", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/mediainfo")
    }

    private static func absence(
        in folder: String, _ limits: ProbeLimits, shouldStop: @escaping @Sendable () -> Bool = { false }
    ) async -> MediaInfo.Absence? {
        await onOwnThread {
            switch MediaInfo.search(in: folder, limits: limits, shouldStop: shouldStop) {
            case .success: nil
            case .failure(let absence): absence
            }
        }
    }

    /// Whether a process that nobody of ours waits for has ended: it is no more, or waits for its new parent.
    private static func isGone(_ process: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
        return stat.split(separator: ")").last?.split(separator: " ").first == "Z"
    }
}
