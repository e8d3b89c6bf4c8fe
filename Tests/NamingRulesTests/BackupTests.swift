import FileTree
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("A backup holds every version that the folder holds, and no newer one")
struct BackupTests {
    /// What is found, without a rule file: `V09 error a_v001.mov: It is …`.
    static func lines(_ folder: CardBuilder, _ copy: CardBuilder) throws -> [String] {
        try report(folder, copy).findings.findings.map { finding in
            "\(finding.code.rawValue) \(finding.severity.rawValue) \(finding.path): \(finding.sentence)"
        }
    }

    static func report(_ folder: CardBuilder, _ copy: CardBuilder) throws -> CheckReport {
        let (disk, other) = (CrashDisk(), CrashDisk())
        try folder.write(to: disk)
        try copy.write(to: other)
        var request = CheckRequest(name: "SHOW", rules: nil, now: folder.modified)
        request.backup = BackupRequest("/copy", on: other)
        let report = try Check(request).run(on: disk)
        // A copy is looked at and never written to.
        #expect(try TreeContents(of: other) == copy.contents)
        return report
    }

    static let remark = "The backup was compared by names and sizes; no content was read."

    @Test("A whole copy has no findings: in the same place, under another parent, newer by date, with system files")
    func whole() throws {
        let folder: CardBuilder = [
            "VFX/AGM_010_comp_v001.mov": "one", "VFX/AGM_010_comp_v002.mov": "two", "VFX/.DS_Store": "here",
            "README": "text", "plates/0001.dpx": "frame", "plates/0002.dpx": "frame", "EMPTY": .folder,
        ]
        var copy = folder
        copy["VFX/.DS_Store"] = "other"
        copy["ascmhl/chain.xml"] = "x"
        copy.modified = Instant(nanoseconds: 0)
        var report = try Self.report(folder, copy)
        #expect(report.findings.findings.isEmpty)
        #expect(report.remarks == [Self.remark])
        var rolled: CardBuilder = [:]
        for (path, content) in folder.entries { rolled["DAY01/SHOW".path.appending(path)] = content }
        report = try Self.report(folder, rolled)
        #expect(report.findings.findings.isEmpty)
        #expect(report.remarks == [Self.remark, "5 files lie elsewhere on the backup."])
    }

    @Test("A missing version is an error where it is the latest of its chain and form, else a warning")
    func missing() throws {
        let folder: CardBuilder = [
            "a/AGM_010_comp_v001.mov": "1", "a/AGM_010_comp_v002.mov": "22", "a/AGM_010_comp_v002.exr": "2222",
            "a/AGM_010_comp_v003.mov": "333", "a/notes.txt": "text", "b/AGM_020_comp_v001.mov": "1234",
            "c/v001/AGM_030.mov": "12345", "c/v002/AGM_030.mov": "123456",
        ]
        let copy: CardBuilder = ["a/AGM_010_comp_v001.mov": "1", "c/v002/AGM_030.mov": "123456"]
        #expect(
            try Self.lines(folder, copy) == [
                "V09 error a/AGM_010_comp_v002.exr: It is the latest version, and it is not on the backup.",
                "V09 warn a/AGM_010_comp_v002.mov: This version is not on the backup.",
                "V09 error a/AGM_010_comp_v003.mov: It is the latest version, and it is not on the backup.",
                "V09 error a/notes.txt: It is not on the backup.",
                "V09 error b/AGM_020_comp_v001.mov: It is the latest version, and it is not on the backup.",
                "V09 warn c/v001/AGM_030.mov: This version is not on the backup.",
            ])
    }

    @Test("Frames are told by their numbers, and a file of another size by both")
    func frames() throws {
        var folder: CardBuilder = ["edit/cut_v002.mov": "12345", "edit/cut_v001.mov": "1234"]
        var copy: CardBuilder = ["edit/cut_v002.mov": "123", "edit/cut_v001.mov": "12"]
        for frame in 1001...1020 {
            folder["AGM_010_v001/AGM_010_v001.\(frame).exr".path] = "frame"
            if frame < 1010 { copy["AGM_010_v001/AGM_010_v001.\(frame).exr".path] = frame == 1005 ? "fra" : "frame" }
            folder["AGM_020_v001/AGM_020_v001.\(frame).exr".path] = "frame"
            copy["AGM_020_v001/AGM_020_v001.\(frame).exr".path] = frame == 1007 || frame > 1018 ? "f" : "frame"
        }
        let report = try Self.report(folder, copy)
        #expect(
            report.findings.findings.map {
                "\($0.severity.rawValue) \(String(decoding: $0.sequence ?? $0.path.bytes, as: UTF8.self)): \($0.sentence)"
            }
                == [
                    "error AGM_010_v001.[1001-1020].exr: 11 of its 20 frames are not on the backup: 1010 to 1020.",
                    "error AGM_020_v001.[1001-1020].exr: 3 of its 20 frames have another size on the backup: "
                        + "1007, 1019 and 1020.",
                    "warn edit/cut_v001.mov: It has 4 bytes here and 2 on the backup.",
                    "error edit/cut_v002.mov: It has 5 bytes here and 3 on the backup.",
                ])
    }

    @Test("A newer version on the backup is told at the latest one here; older ones and other chains are not")
    func newer() throws {
        let folder: CardBuilder = [
            "a/AGM_010_comp_v002.mov": "2", "a/AGM_010_comp_v003.mov": "3", "a/AGM_020/AGM_020_v001/AGM_020.mov": "12",
            "b/comp_v005.mov": "5", "c/comp_v001.mov": "123",
        ]
        var copy = folder
        copy["a/AGM_010_comp_v001.mov"] = "1"
        copy["a/AGM_010_comp_v004.mov"] = "4"
        copy["a/AGM_010_comp_v007.mov"] = "7"
        copy["a/AGM_010_comp_v009.nk"] = "9"
        copy["a/AGM_020/AGM_020_v002/AGM_020.mov"] = "12"
        copy["a/AGM_099_comp_v009.mov"] = "9"
        let expected = [
            "V09 error a/AGM_010_comp_v003.mov: The backup has a newer version: v007, in AGM_010_comp_v007.mov; here the "
                + "latest is v003.",
            "V09 error a/AGM_020/AGM_020_v001/AGM_020.mov: The backup has a newer version: v002, in AGM_020.mov; here the "
                + "latest is v001.",
        ]
        #expect(try Self.lines(folder, copy) == expected)
        var rolled: CardBuilder = [:]
        for (path, content) in copy.entries { rolled["DAY01".path.appending(path)] = content }
        #expect(try Self.lines(folder, rolled) == expected)
    }

    @Test("What is only on the backup is counted, and the first few are named; what lies elsewhere here is not")
    func alone() throws {
        var folder: CardBuilder = ["a/x_v001.mov": "1", "b/y.txt": "22", "s_v001.1001.exr": "f"]
        var copy: CardBuilder = [
            "a/x_v001.mov": "1", "old/y.txt": "22", "AGM_0200_comp_v001.mov": "lost", "s_v001.1001.exr": "f",
        ]
        #expect(
            try Self.report(folder, copy).remarks == [
                Self.remark, "1 file lies elsewhere on the backup.",
                "1 file is only on the backup: AGM_0200_comp_v001.mov.",
            ])
        for frame in 1002...1010 { copy["s_v001.\(frame).exr".path] = "f" }
        for name in ["b/1.txt", "b/2.txt", "c.txt"] { copy[name.path] = .bytes(Array(name.utf8)) }
        folder["DAY"] = .folder
        #expect(
            try Self.report(folder, copy).remarks.last
                == "13 files are only on the backup: AGM_0200_comp_v001.mov, b/1.txt, b/2.txt and 2 more.")
    }

    @Test("One frame is one: is, has and it")
    func oneFrame() throws {
        var folder: CardBuilder = [:]
        for frame in 1001...1004 { folder["s_v001.\(frame).exr".path] = "frame" }
        var copy = folder
        copy["s_v001.1002.exr"] = nil
        func words() throws -> [String] {
            try Self.report(folder, copy).findings.findings.map { "\($0.sentence) \($0.nextStep)" }
        }
        #expect(try words() == ["1 of its 4 frames is not on the backup: 1002. Copy it there."])
        copy["s_v001.1003.exr"] = nil
        #expect(try words() == ["2 of its 4 frames are not on the backup: 1002 and 1003. Copy them there."])
        copy = folder
        copy["s_v001.1002.exr"] = "f"
        #expect(
            try words() == [
                "1 of its 4 frames has another size on the backup: 1002. Find out which of the two is whole, and copy "
                    + "that."
            ])
    }

    @Test("A folder of which nothing is there is told as one; its versions are told each")
    func absentFolder() throws {
        let folder: CardBuilder = [
            "CARD/CLIP/A001.mov": "1", "CARD/CLIP/A002.mov": "22", "CARD/index.xml": "333", "one/only.txt": "4444",
            "VFX/AGM_010_comp_v001.mov": "55555", "VFX/AGM_010_comp_v002.mov": "666666", "kept.txt": "x",
        ]
        #expect(
            try Self.lines(folder, ["kept.txt": "x"]) == [
                "V09 error CARD: None of 3 files in it is on the backup.",
                "V09 warn VFX/AGM_010_comp_v001.mov: This version is not on the backup.",
                "V09 error VFX/AGM_010_comp_v002.mov: It is the latest version, and it is not on the backup.",
                "V09 error one/only.txt: It is not on the backup.",
            ])
        #expect(
            try Self.lines(["a/x.txt": "1", "b.txt": "22"], [:]) == [
                "V09 error .: None of 2 files in it is on the backup."
            ])
    }

    @Test("A file of the backup stands for one file alone: equal frames of one shot are not taken for another's")
    func once() throws {
        var folder: CardBuilder = [:]
        var copy: CardBuilder = [:]
        for frame in 1...5 {
            folder["shotA/000\(frame).dpx".path] = "frame"
            folder["shotB/000\(frame).dpx".path] = "frame"
            copy["shotB/000\(frame).dpx".path] = "frame"
        }
        #expect(try Self.lines(folder, copy) == ["V09 error shotA/0001.dpx: It is not on the backup."])
        var rolled: CardBuilder = [:]
        for (path, content) in copy.entries { rolled["DAY01".path.appending(path)] = content }
        #expect(try Self.lines(folder, rolled) == ["V09 error shotA/0001.dpx: It is not on the backup."])
        copy["other/0001.dpx"] = "frame"
        let report = try Self.report(folder, copy)
        #expect(report.remarks == [Self.remark, "1 file lies elsewhere on the backup."])
        #expect(
            report.findings.findings.map(\.sentence) == ["4 of its 5 frames are not on the backup: 2 to 5."])
    }

    @Test("What could not be read on the backup is told, and nothing is said of what may lie there")
    func unread() throws {
        try withTemporaryFolder { root in
            let folder: CardBuilder = ["a/x.txt": "1", "b/y.txt": "22", "b/c/z.txt": "333"]
            try folder.write(intoFolder: root)
            let disk = try PosixDisk(path: root)
            var request = CheckRequest(name: "SHOW", rules: nil, now: folder.modified)
            request.backup = BackupRequest("/copy", on: BlindDisk(base: disk, blind: "b"))
            let report = try Check(request).run(on: disk)
            #expect(
                report.findings.findings.map { "\($0.rule) \($0.code.rawValue) \($0.path)" } == ["backup unreadable b"])
            #expect(report.remarks == [Self.remark, "2 files lie where the backup could not be read."])
            request.backup = BackupRequest("/copy", on: BlindDisk(base: disk, blind: .root))
            #expect(try Check(request).run(on: disk).findings.findings.map(\.code) == [.unreadable])
        }
    }

    @Test("A backup that is the folder itself, lies in it or around it, or is none, is refused")
    func places() throws {
        try withTemporaryFolder { root in
            let tree: CardBuilder = ["SHOW/VFX": .folder, "SHOW2": .folder, "file": "x"]
            try tree.write(intoFolder: root)
            func code(_ copy: String) -> String {
                do throws(CheckArgumentError) {
                    return try BackupRequest("\(root)/\(copy)", of: "\(root)/SHOW").argument.replacing(root, with: "")
                } catch {
                    return "\(error.code.rawValue): \(error.sentence)"
                }
            }
            let within = "wrong-place: The backup and the folder that is checked lie in each other."
            #expect(code("SHOW2") == "/SHOW2")
            #expect(code("SHOW") == "wrong-place: This is the folder that is checked.")
            #expect(code("SHOW2/../SHOW") == "wrong-place: This is the folder that is checked.")
            #expect(code("SHOW/VFX") == within)
            #expect(code(".") == within)
            #expect(code("none") == "not-there: There is nothing there.")
            #expect(code("file") == "not-there: This is not a folder.")
        }
    }
}

extension String {
    fileprivate var path: RelativePath { RelativePath(stringLiteral: self) }
}
