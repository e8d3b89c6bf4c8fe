import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("Names that travel")
struct PortabilityRuleTests {
    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, "rules: [{id: N3, type: portability\(keys)}]").lines()
    }

    private func lines(_ name: String, to target: String) throws -> [String] {
        try lines([name], ", targets: [\(target)]").map { String($0.dropFirst("N3 ".count)) }
    }

    @Test("are not told, whatever the target", arguments: targets)
    func clean(target: String) throws {
        let names = [
            "AGM_104_010_v001.mov", "a b.mov", "é.mov", "CONTENTS/x.mxf", "console.txt", "COM10.txt", "LPT.x",
            "a.tar.gz",
            "NULL", "auxiliary.mov", "(1).mov", "a+b=c@d.mov", "x.1001.1001.exr", "v1.1.mov", "a..b.mov",
        ]
        #expect(try lines(names, ", targets: [\(target)]") == [])
    }

    @Test(
        "lose or stop at the characters that each target refuses",
        arguments: [
            ("ntfs", "<>:\"|?*\\\u{1}\u{1F}", "NTFS refuses"), ("smb", "<>:\"|?*\\\u{1}\u{1F}", "SMB refuses"),
            ("exfat", "<>:\"|?*\\\u{1}\u{1F}", "exFAT refuses"), ("fat32", "<>:\"|?*\\\u{1}\u{1F}", "FAT32 refuses"),
            ("apfs", ":", "APFS shows a colon as a slash"), ("hfs", ":", "HFS+ shows a colon as a slash"),
            ("ltfs", ":", "LTFS writes a colon as %3A"), ("ext4", "", ""), ("xfs", "", ""), ("udf", "", ""),
            ("xdcam", "", ""),
            ("s3", "\\{}^%`[]\"><~#|\u{1}\u{7F}", "S3 advises against"), ("avid", "\\:*?\"<>|", "Avid refuses"),
        ])
    func refused(target: String, characters: String, sentence: String) throws {
        for byte in UInt8(1)...127 where byte != UInt8(ascii: "/") {
            let character = Character(Unicode.Scalar(byte))
            let found = try lines("a\(character)b", to: target).filter { $0.hasPrefix("forbidden-character") }
            let isControl = byte < 0x20 || byte == 0x7F && target == "s3"
            let isRefused = characters.contains(character) || isControl && characters.contains("\u{1}")
            #expect(found.count == (isRefused ? 1 : 0), "\(byte) on \(target)")
            if isRefused {
                #expect(found[0].contains("[1..<2]: \(sentence)"), "\(found[0])")
                #expect(found[0].hasSuffix(" Rename it. (a_b)"), "\(found[0])")
            }
        }
    }

    @Test("say in one sentence which targets refuse what")
    func sentences() throws {
        #expect(
            try lines(["9:30.mov", "who?.mov", "take 3.", "b ", "c\u{F022}d.mov"]) == [
                "N3 forbidden-character error 9:30.mov [1..<2]: NTFS and exFAT refuse a colon; APFS shows a colon as a slash. "
                    + "Rename it. (9_30.mov)",
                "N3 forbidden-character error b  [1..<2]: NTFS and exFAT do not keep a space at the end. Rename it. (b)",
                "N3 forbidden-character error c\u{F022}d.mov [1..<4]: A Mac wrote U+F022 to a server for a colon. "
                    + "Rename it. (c_d.mov)",
                "N3 forbidden-character error take 3. [6..<7]: NTFS and exFAT do not keep a dot at the end. "
                    + "Rename it. (take 3)",
                "N3 forbidden-character error who?.mov [3..<4]: NTFS and exFAT refuse a question mark. Rename it. (who_.mov)",
            ])
        #expect(
            try lines(["a#<b.mov"], ", targets: [ntfs, s3, avid]") == [
                "N3 forbidden-character error a#<b.mov [1..<2]: S3 advises against #; NTFS and Avid refuse <; "
                    + "S3 advises against <. Rename it. (a_b.mov)"
            ])
        #expect(
            try lines([" a.mov"], ", targets: [avid]") == [
                "N3 forbidden-character error  a.mov [0..<1]: Avid refuses a space at the beginning. Rename it. (a.mov)"
            ])
    }

    @Test(
        "are not those of devices, which Windows keeps whatever stands behind the dot",
        arguments: [
            ("CON", "CON"), ("con.txt", "con"), ("Aux.tar.gz", "Aux"), ("NUL.mov", "NUL"), ("prn", "prn"),
            ("COM1", "COM1"),
            ("com9.log", "com9"), ("LPT1.x", "LPT1"), ("COM¹.txt", "COM¹"), ("con .txt", "con"),
        ])
    func devices(name: String, word: String) throws {
        let end = word.utf8.count
        for (target, title) in [("ntfs", "NTFS"), ("smb", "SMB"), ("exfat", "exFAT"), ("fat32", "FAT32")] {
            #expect(
                try lines(name, to: target) == [
                    "reserved-name error \(name) [0..<\(end)]: \(title) keeps the name \(word) for a device. \(ask)"
                ])
        }
        for target in ["apfs", "hfs", "ext4", "xfs", "ltfs", "s3", "udf", "avid", "xdcam"] {
            #expect(try lines(name, to: target) == [])
        }
    }

    @Test(
        "are as long as each target holds, counted as it counts, and not one more",
        arguments: [
            ("ntfs", "é", 255, "256 UTF-16 units where NTFS takes 255"),
            ("ntfs", "🎬", 127, "256 UTF-16 units where NTFS takes 255"),
            ("smb", "é", 255, "256 UTF-16 units where SMB takes 255"),
            ("exfat", "é", 255, "256 UTF-16 units where exFAT takes 255"),
            ("fat32", "é", 255, "256 UTF-16 units where FAT32 takes 255"),
            ("apfs", "a", 255, "256 bytes where APFS takes 255"), ("apfs", "é", 127, "256 bytes where APFS takes 255"),
            ("hfs", "é", 127, "256 UTF-16 units with accents taken apart where HFS+ takes 255"),
            ("hfs", "한", 85, "258 UTF-16 units with accents taken apart where HFS+ takes 255"),
            ("hfs", "가", 127, "256 UTF-16 units with accents taken apart where HFS+ takes 255"),
            ("hfs", "ΐ", 85, "258 UTF-16 units with accents taken apart where HFS+ takes 255"),
            ("hfs", "Ω", 255, "256 UTF-16 units with accents taken apart where HFS+ takes 255"),
            ("ext4", "é", 127, "256 bytes where ext4 takes 255"), ("xfs", "é", 127, "256 bytes where XFS takes 255"),
            ("ltfs", "é", 255, "256 UTF-16 units where LTFS takes 255"),
            ("udf", "é", 255, "256 characters where UDF takes 255"),
            ("xdcam", "a", 56, "57 characters without its extension where XDCAM takes 56"),
            ("xdcam", "é", 14, "15 characters without its extension where XDCAM takes 14 beyond ASCII"),
        ])
    func lengths(target: String, character: String, most: Int, clause: String) throws {
        let fits = String(repeating: character, count: most)
        #expect(try lines(fits, to: target) == [])
        let marked = "[\(fits.utf8.count)..<\((fits + character).utf8.count)]"
        let name = fits + character
        #expect(try lines(name, to: target) == ["too-long error \(name) \(marked): It has \(clause). \(ask)"])
    }

    @Test("of bins and projects are shorter for Avid, those of clips are not")
    func bins() throws {
        let most = String(repeating: "a", count: 27)
        #expect(try lines(["\(most).avb", "\(most)a.mov", "\(most).avp"], ", targets: avid") == [])
        #expect(
            try lines(["\(most)a.AVB"], ", targets: avid") == [
                "N3 too-long error \(most)a.AVB [27..<28]: It has 28 characters without its extension where Avid takes 27. "
                    + ask
            ])
    }

    @Test(
        "lie in paths as long as each target opens, and only the first that is too long is told",
        arguments: [
            ("ntfs", 259, "UTF-16 units where NTFS takes 259"), ("smb", 259, "UTF-16 units where SMB takes 259"),
            ("apfs", 1024, "bytes where APFS takes 1024"), ("ext4", 4096, "bytes where ext4 takes 4096"),
            ("xfs", 4096, "bytes where XFS takes 4096"), ("s3", 1024, "bytes where S3 takes 1024"),
            ("udf", 1023, "bytes where UDF takes 1023"), ("exfat", nil, ""), ("fat32", nil, ""), ("hfs", nil, ""),
            ("ltfs", nil, ""), ("avid", nil, ""), ("xdcam", nil, ""),
        ] as [(String, Int?, String)])
    func paths(target: String, most: Int?, clause: String) throws {
        func path(_ length: Int) -> String {
            let folders = String(repeating: String(repeating: "d", count: 49) + "/", count: (length - 1) / 50)
            return folders + String(repeating: "f", count: length - folders.count)
        }
        #expect(try lines(path(most ?? 4999), to: target) == [])
        guard let most else { return }
        #expect(
            try lines(path(most + 1), to: target) == [
                "too-long error \(path(most + 1)): Its path below the folder has \(most + 1) \(clause). "
                    + "Shorten the names of the folders above it, or leave one of them out."
            ])
        #expect(try lines([path(most + 120)], ", targets: [\(target)]").count == 1)
    }

    @Test("belong to files that fit: FAT32 ends one byte before 4 GiB")
    func largest() throws {
        // The rule looks at sizes alone, so a file with a hole is as good as 4 GiB.
        try withTemporaryFolder { folder in
            let disk = try PosixDisk(path: folder)
            for (name, size) in [("fits.mov", 4_294_967_295), ("large.mov", 4_294_967_296)] as [(RelativePath, Int64)] {
                let file = try disk.create(name, permissions: 0o644, direct: false)
                try disk.write(file, [0], at: size - 1)
                disk.close(file)
            }
            let rules = "schema: naming-rules/1\nrules: [{id: N3, type: portability, targets: [fat32, exfat]}]"
            let file = try RuleFile(yaml: Array(rules.utf8), at: "rules.yaml")
            let check = Check(CheckRequest(name: "SHOW", rules: file, now: Instant(nanoseconds: 0)))
            #expect(
                try check.run(on: disk).findings.findings.map { "\($0.code.rawValue) \($0.path) \($0.sentence)" } == [
                    "too-large large.mov It has 4294967296 bytes; FAT32 holds 4294967295."
                ])
        }
    }

    @Test("are awkward where shells and programs take them for something else")
    func awkward() throws {
        let names = [
            "-rf", "--help.txt", ".hidden", "~a.mov", "a$b.mov", "a`b!.mov", "clip.mov.mov", "clip.mov.MOV", "a-b.mov",
            "a.b.mov", "clip.mp4.mov", "shot.001.001", "x~", "folder.mov.mov/a.mov",
        ]
        #expect(
            try lines(names, ", severity: error") == [
                "N3 awkward-name warn --help.txt [0..<1]: It begins with a hyphen, which programs take for an option. "
                    + "Rename it. (help.txt)",
                "N3 awkward-name warn -rf [0..<1]: It begins with a hyphen, which programs take for an option. "
                    + "Rename it. (rf)",
                "N3 awkward-name warn .hidden [0..<1]: It begins with a dot, which hides it. \(ask)",
                "N3 awkward-name warn a$b.mov [1..<2]: It has $, which shells change. \(ask)",
                "N3 awkward-name warn a`b!.mov [1..<2]: It has a backtick and !, which shells change. \(ask)",
                "N3 awkward-name warn clip.mov.MOV [4..<12]: It has its extension twice. Rename it. (clip.mov)",
                "N3 awkward-name warn clip.mov.mov [4..<12]: It has its extension twice. Rename it. (clip.mov)",
                "N3 awkward-name warn ~a.mov [0..<1]: It begins with ~, which shells take for a home folder. \(ask)",
            ])
        #expect(try lines(["-rf"], ", awkward: info").map { $0.prefix(20) } == ["N3 awkward-name info"])
        #expect(try lines(["-rf"], ", severity: info").map { $0.prefix(20) } == ["N3 awkward-name info"])
        // What a target refuses is told once.
        #expect(try lines(["a?b"], ", targets: [ntfs]").map { $0.prefix(22) } == ["N3 forbidden-character"])
        #expect(try lines(["a?b"], ", targets: [ext4]").map { $0.prefix(15) } == ["N3 awkward-name"])
    }

    @Test("go to targets that are known", arguments: ["[ntfs, zfs]", "[]", "NTFS"])
    func unknown(targets: String) {
        #expect(throws: RuleFileError.self) { try lines([], ", targets: \(targets)") }
    }
}

private let ask = "Ask whoever made it for a name that follows the rule."
private let targets = [
    "ntfs", "exfat", "fat32", "apfs", "hfs", "ext4", "xfs", "ltfs", "smb", "s3", "udf", "avid", "xdcam",
]
