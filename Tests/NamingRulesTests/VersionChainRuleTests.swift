import FileTree
import NamingRules
import RushesFixtures
import Testing

/// The findings of version_chain over files of these names.
private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
    try CheckStage(names: names, "rules: [{id: N6, type: version_chain\(keys)}]").lines()
}

/// The same for a folder with contents and times.
private func lines(in folder: CardBuilder, _ keys: String = "") throws -> [String] {
    try CheckStage(folder, "rules: [{id: N6, type: version_chain\(keys)}]").lines()
}

private let ask = "Find out whether they were ever made, and ask for what was."

@Suite("Missing versions")
struct MissingVersionTests {
    @Test("are told once a chain, as ranges; a chain of one version and v000 are fine")
    func gaps() throws {
        #expect(
            try lines(
                [
                    "comp_v001.mov", "comp_v002.mov", "comp_v004.mov", "comp_v008.mov", "other_v003.mov",
                    "zero_v000.mov", "zero_v001.mov", "unnumbered.mov", "frame.0001.mov",
                ], ", gaps: info") == [
                    "N6 V01 info comp_v004.mov [5..<9]: v003 and v005 to v007 are missing: v002 and v008 are there. \(ask)"
                ])
    }

    @Test("before the first are told only where the rule says with what chains begin")
    func start() throws {
        let names = ["a_v003.mov", "b_v001.mov", "c_v000.mov"]
        #expect(try lines(names) == [])
        #expect(
            try lines(names, ", start: 1") == [
                "N6 V01 warn a_v003.mov [2..<6]: v001 to v002 are missing: chains begin with v001 here. \(ask)"
            ])
        #expect(try lines(names, ", start: 1, gaps: off") == [])
    }

    @Test("of files and folders of one name are those of one chain; what lies in a version's folder is its form")
    func folders() throws {
        #expect(
            try lines([
                "AGM_104_comp_v001/4536x3780/AGM_104_comp_v001.1001.exr", "AGM_104_comp_v001/AGM_104_comp_v001.mov",
                "AGM_104_comp_v002/4608x3164/AGM_104_comp_v002.1001.exr", "movs/AGM_104_comp_v002.mov",
                "v001/cut.mov", "v002/cut.mov", "v004/cut.mov", "ep102/v001/cut.mov", "ep102/v002/cut.mov",
            ]) == ["N6 V01 warn v004/cut.mov: v003 is missing: v002 and v004 are there. \(ask)"])
    }

    @Test("are those of a folder where a name means nothing without it")
    func contexts() throws {
        let names = ["sh010/comp_v001.nk", "sh020/comp_v003.nk", "sh010/plate/comp_v001.nk"]
        #expect(try lines(names) == [])
        #expect(try lines(names, ", within: tree, doubled: off").count == 1)
        let shots = ["from/AGM_010_comp_v001.mov", "to/AGM_010_comp_v003.mov"]
        #expect(
            try lines(shots) == [
                "N6 V01 warn to/AGM_010_comp_v003.mov [16..<20]: v002 is missing: v001 and v003 are there. \(ask)"
            ])
        #expect(try lines(shots, ", within: directory") == [])
    }

    @Test("are those of the fields that a template finds, where the rule names them")
    func fields() throws {
        let file = """
            fields:
              shot: {type: int, pad: 4}
              task: {type: text, enum: [comp, anim]}
              vendor: {type: text, charset: A-Z, len: 3}
              version: {type: version, prefix: r, pad: 3}
              n: {type: frame, pad: 4}
            templates: {clip: '{shot}_{task}_{vendor}_{version}.mov', frames: '{shot}_{task}_{vendor}_{version}.{n}.exr'}
            rules: [{id: N6, type: version_chain, group_by: [shot, task], representations: any}]
            """
        let names = [
            "0010_comp_ABC_r001.mov", "b/0010_comp_XYZ_r003.mov", "0010_anim_ABC_r001.mov",
            "0010_comp_ABC_r004.1001.exr",
            "other_v001.mov", "other_v003.mov",
        ]
        let found = try CheckStage(names: names, file).lines()
        #expect(
            found == [
                "N6 V01 warn b/0010_comp_XYZ_r003.mov [16..<20]: r002 is missing: r001 and r003 are there. \(ask)",
                "N6 V01 warn other_v003.mov [6..<10]: v002 is missing: v001 and v003 are there. \(ask)",
            ])
        let chains = try CheckStage(names: names, file).report().chains.chains
        #expect(chains.map(\.name) == ["0010_anim_ABC", "0010_comp_ABC", "other"])
        #expect(throws: RuleFileError.self) {
            try CheckStage(names: names, file.replacing("group_by: [shot, task]", with: "group_by: [reel]")).lines()
        }
    }

    @Test("are counted by the last version of a name, in either case; numbers alone and long ones are none")
    func tokens() throws {
        #expect(
            try lines(
                [
                    "FG01_v001_comp_v001.exr", "FG01_v001_comp_v003.exr", "FG01_v009_comp_v001.exr", "shot_V001.mov",
                    "shot_v003.mov", "mov_0001.mov", "mov_0003.mov", "a_v12345.mov", "a_v12347.mov", "preview1.mov",
                    "preview3.mov",
                ], ", pad: any")
                == [
                    "N6 V01 warn FG01_v001_comp_v003.exr [15..<19]: v002 is missing: v001 and v003 are there. \(ask)",
                    "N6 V01 warn shot_v003.mov [5..<9]: v002 is missing: V001 and v003 are there. \(ask)",
                ])
    }

    @Test("are not told of v02 and v10 as one sequence; frame 0 exists; padding is not that of the end frame")
    func framesAreNoVersions() throws {
        // AYON #1625, #2249 and #2513, pyseq #4.
        let names = [
            "010_comp_v02.0000.exr", "010_comp_v02.0001.exr", "010_comp_v10.0001.exr", "a_v1.999.exr", "a_v1.1000.exr",
        ]
        #expect(
            try lines(names, ", range: any") == [
                "N6 V01 warn 010_comp_v10.0001.exr [9..<12]: v03 to v09 are missing: v02 and v10 are there. \(ask)"
            ])
        let chains = try CheckStage(names: names, "rules: [{id: N6, type: version_chain}]").report().chains.chains
        #expect(chains.map { $0.versions.map(\.frames) } == [[0...1, 1...1], [999...1000]])
    }
}

@Suite("How versions are written")
struct VersionPaddingTests {
    @Test("is told once a chain, with the name that the file could have")
    func padding() throws {
        #expect(
            try lines([
                "a_v009.mov", "a_v010.mov", "a_v11.mov", "b_v999.mov", "b_v1000.mov", "c_v9.mov", "c_v10.mov",
                "d_v001.mov", "d_V002.mov", "d_v003.mov", "e_v8.exr", "e_v9.exr", "e_v010.exr", "e_v011.exr",
            ]) == [
                "N6 V05 warn a_v11.mov [2..<5]: v11 is written otherwise than v009 of the same chain. Rename it. (a_v011.mov)",
                "N6 V05 warn d_V002.mov [2..<6]: V002 is written otherwise than v001 of the same chain. "
                    + "Rename it. (d_v002.mov)",
                "N6 V05 warn e_v8.exr [2..<4]: v8 and v9 are written otherwise than v010 of the same chain. "
                    + "Write v008, and the others so too.",
            ])
    }

    @Test("is nobody's business where the rule says any")
    func any() throws {
        #expect(try lines(["a_v9.mov", "a_v010.mov"], ", pad: any") == [])
    }
}

@Suite("Versions that are there twice")
struct DoubledVersionTests {
    @Test("are told where they differ; a copy, another form and another place in the version's folder are fine")
    func doubled() throws {
        #expect(
            try lines(in: [
                "in/AGM_010_comp_v001.mov": "one", "out/AGM_010_comp_v001.mov": "two",
                "in/AGM_010_anim_v001.mov": "same", "out/AGM_010_anim_v001.mov": "same",
                "in/AGM_010_fx_v001.mov": "short", "out/AGM_010_fx_v001.mov": "longer",
                "in/AGM_010_roto_v001.mov": "full", "proxy/AGM_010_roto_v001.mov": "small",
                "AGM_010_prep_v001/beauty/AGM_010_prep_v001.exr": "b",
                "AGM_010_prep_v001/matte/AGM_010_prep_v001.exr": "m",
                "v001/cut.mov": "cut", "v001/mix.mov": "mix", "a/sh_v001.mov": "left", "b/sh_v001.mov": "right",
            ]) == [
                "N6 V02 error out/AGM_010_comp_v001.mov [17..<21]: v001 lies at 2 paths, and they differ. "
                    + "Find out which is the true one, and give the other a number of its own.",
                "N6 V02 error out/AGM_010_fx_v001.mov [15..<19]: v001 lies at 2 paths, and they differ. "
                    + "Find out which is the true one, and give the other a number of its own.",
            ])
    }

    @Test("are compared frame by frame")
    func frames() throws {
        let folder: CardBuilder = [
            "a/AGM_010_comp_v001.1001.exr": "1", "a/AGM_010_comp_v001.1002.exr": "2",
            "b/AGM_010_comp_v001.1001.exr": "1", "b/AGM_010_comp_v001.1002.exr": "X",
            "a/AGM_010_comp_v002.1001.exr": "3", "a/AGM_010_comp_v002.1002.exr": "4",
            "b/AGM_010_comp_v002.1001.exr": "3", "b/AGM_010_comp_v002.1002.exr": "4",
        ]
        #expect(
            try lines(in: folder) == [
                "N6 V02 error b/AGM_010_comp_v001.1001.exr [15..<19]: v001 lies at 2 paths, and they differ. "
                    + "Find out which is the true one, and give the other a number of its own."
            ])
        #expect(try lines(in: folder, ", doubled: off") == [])
    }
}

@Suite("Content that comes twice")
struct RepeatedVersionTests {
    @Test("under two numbers or two names is told once; papers, looks, empty files and packages are not compared")
    func same() throws {
        #expect(
            try lines(
                in: [
                    "comp_v001.mov": "picture", "comp_v002.mov": "picture", "comp_v003.mov": "PICTURE",
                    "AGM_010_a_v001.exr": "frame", "AGM_020_b_v001.exr": "frame",
                    "comp_v001.cdl": "look", "comp_v002.cdl": "look", "comp_v001.mov.md5": "sum",
                    "comp_v002.mov.md5": "sum",
                    "e_v001.mov": "", "e_v002.mov": "", "asset_v001/wood.png": "w", "asset_v001/iron.png": "i",
                    "asset_v002/wood.png": "w", "asset_v002/iron.png": "j", "x/slate_v001.mov": "s",
                    "y/slate_v001.mov": "s",
                    "v001/cut.mov": "edit", "v002/cut.mov": "edit",
                ], ", representations: any") == [
                    "N6 V03 warn AGM_020_b_v001.exr [10..<14]: It has the same content as a file of another name. "
                        + "Find out which of the names is right.",
                    "N6 V03 warn comp_v002.mov [5..<9]: v002 has the same content as v001. "
                        + "Ask for the new work: perhaps the old file was exported again.",
                    "N6 V03 warn v002/cut.mov: v002 has the same content as v001. "
                        + "Ask for the new work: perhaps the old file was exported again.",
                ])
    }

    @Test("is found in sequences by all of their frames, whatever their numbers")
    func sequences() throws {
        #expect(
            try lines(
                in: [
                    "comp_v001.1001.dpx": "a", "comp_v001.1002.dpx": "b", "comp_v002.1.dpx": "a",
                    "comp_v002.2.dpx": "b",
                    "comp_v003.1001.dpx": "a", "comp_v003.1002.dpx": "c",
                ], ", range: any") == [
                    "N6 V03 warn comp_v002.1.dpx [5..<9]: v002 has the same content as v001. "
                        + "Ask for the new work: perhaps the old file was exported again."
                ])
    }

    @Test("is looked for in all of large files, not only where samples are taken")
    func large() throws {
        var changed = seededBytes(400_000, seed: 7)
        changed[100_000] ^= 1
        #expect(
            try lines(in: [
                "a_v001.mov": .bytes(seededBytes(400_000, seed: 7)), "a_v002.mov": .bytes(changed),
                "a_v003.mov": .bytes(seededBytes(400_000, seed: 8)), "a_v004.mov": .bytes(changed),
            ]) == [
                "N6 V03 warn a_v004.mov [2..<6]: v004 has the same content as v002. "
                    + "Ask for the new work: perhaps the old file was exported again."
            ])
    }

    @Test("is nobody's business where the rule says off")
    func off() throws {
        #expect(try lines(in: ["a_v001.mov": "x", "a_v002.mov": "x"], ", same_content: off") == [])
        #expect(try lines(in: ["a_v001.mov": "x", "a_v002.mov": "x"], ", same_content: error").count == 1)
    }
}

@Suite("Versions and their dates")
struct VersionOrderTests {
    private func lines(_ seconds: [String: Int64], _ keys: String = "") throws -> [String] {
        var folder: CardBuilder = [:]
        for (name, second) in seconds {
            let path = RelativePath(stringLiteral: name)
            folder[path] = .bytes(Array(name.utf8))
            folder.times[path] = Instant(nanoseconds: 1_700_000_000_000_000_000 + second * 1_000_000_000)
        }
        return try NamingRulesTests.lines(in: folder, keys)
    }

    private let advice = "Make sure which of them is the newer work: the highest number counts, not the date."

    @Test("disagree where a higher one was changed before a lower one; two seconds and one hour do not count")
    func order() throws {
        #expect(
            try lines(
                [
                    "a_v001.mov": 0, "a_v002.mov": 100, "a_v003.mov": 50, "a_v004.mov": 200, "b_v001.mov": 2,
                    "b_v002.mov": 0, "c_v001.mov": 3601, "c_v002.mov": 0, "d_v001.mov": 3000, "d_v002.mov": 0,
                    "d_v003.mov": -100, "f_v002.mov": 0, "f_v001.exr": 500,
                ], ", range: any") == [
                    "N6 V04 warn a_v003.mov [2..<6]: v003 was last changed at 2023-11-14T22:14:10Z, before "
                        + "v002 at 2023-11-14T22:15:00Z. \(advice)",
                    "N6 V04 warn d_v003.mov [2..<6]: v003 was last changed at 2023-11-14T22:11:40Z, before "
                        + "v002 at 2023-11-14T22:13:20Z. So is 1 more version of the chain. \(advice)",
                ])
    }

    @Test("of sequences disagree where all of the higher one is older")
    func sequences() throws {
        #expect(
            try lines([
                "a_v001.1.exr": 0, "a_v001.2.exr": 100, "a_v002.1.exr": 50, "a_v002.2.exr": 60, "b_v001.1.exr": 90,
                "b_v001.2.exr": 100, "b_v002.1.exr": 50, "b_v002.2.exr": 60,
            ]).map { $0.prefix(27) } == ["N6 V04 warn b_v002.1.exr [2"])
    }

    @Test("do not matter where the rule orders by number alone")
    func number() throws {
        #expect(try lines(["a_v001.mov": 100, "a_v002.mov": 0], ", order_by: [number]") == [])
    }
}

@Suite("Forms and ranges of versions")
struct VersionFormTests {
    @Test("are told where a version lacks what most since the first with it have")
    func forms() throws {
        let names = [
            "a_v001.mov", "a_v001.exr", "a_v002.mov", "a_v002.exr", "a_v003.mov", "b_v001.mov", "b_v002.mov",
            "b_v002.exr", "b_v003.mov", "b_v003.exr", "c_v001.mov", "c_v001.exr", "c_v002.mov", "d_v001.mov",
            "d_v001.exr", "d_v002.mov", "d_v002.exr", "d_v003.mov", "d_v004.mov", "e_v001.mov", "e_v002.MOV",
        ]
        #expect(
            try lines(names) == [
                "N6 V14 warn a_v003.mov [2..<6]: v003 has mov, and not exr as v001 and v002. "
                    + "Ask for the missing form, or make it."
            ])
        #expect(try lines(names, ", representations: any") == [])
    }

    @Test("count by folder within a version; sizes and formats are no other form")
    func folders() throws {
        #expect(
            try lines(
                [
                    "s_v001/matte/s_v001.exr", "s_v001/2048x1080/s_v001.exr", "s_v002/matte/s_v002.exr",
                    "s_v002/exr/s_v002.exr", "s_v003/s_v003.exr", "v001/x.mov", "v002/x.mov", "v003/notes.txt",
                ], ", range: any") == [
                    "N6 V14 warn s_v003/s_v003.exr [9..<13]: v003 has exr, and not exr in matte as v001 and v002. "
                        + "Ask for the missing form, or make it.",
                    "N6 V14 warn v003/notes.txt: v003 has txt, and not mov as v001 and v002. "
                        + "Ask for the missing form, or make it.",
                ])
    }

    @Test("are told where frames are others than those of the version before, as something to know")
    func ranges() throws {
        let names = [
            "a_v001.1001.exr", "a_v001.1002.exr", "a_v002.1001.exr", "a_v002.1002.exr", "a_v002.1003.exr",
            "a_v003.1001.exr", "a_v003.1002.exr", "a_v003.1003.exr", "b_v001.1001.exr", "b_v002.1001.exr",
        ]
        #expect(
            try lines(names) == [
                "N6 V15 info a_v002.1001.exr: v002 has frames 1001 to 1003, v001 has 1001 to 1002. "
                    + "Make sure that the cut asks for the new range."
            ])
        #expect(try lines(names, ", range: any") == [])
    }
}

@Suite("A chain of versions in the report")
struct VersionChainTests {
    @Test("says what is there, missing and doubled, and that the newest is the highest complete one")
    func chains() throws {
        var folder: CardBuilder = [
            "AGM_010_comp_v001.mov": "1", "AGM_010_comp_v001.1001.exr": "a", "AGM_010_comp_v001.1002.exr": "b",
            "AGM_010_comp_v002.mov": "2", "AGM_010_comp_v002.1001.exr": "c", "AGM_010_comp_v002.1002.exr": "d",
            "AGM_010_comp_v004.mov": "4", "AGM_010_comp_v005.1001.exr": "f", "AGM_010_comp_v005.1003.exr": "g",
            "AGM_010_comp_v005.mov": "5", "AGM_010_comp_v006.mov": "", "old/AGM_010_comp_v002.mov": "22",
            "AGM_010_comp_v006.1001.exr": "h", "AGM_010_comp_v006.1002.exr": "i", "plates/v001/x.exr": "x",
            "AGM_010_comp_v007": .folder, "notes.txt": "n",
        ]
        folder.times["AGM_010_comp_v001.mov"] = Instant(nanoseconds: folder.modified.nanoseconds + 1)
        let report = try CheckStage(folder, "rules: [{id: N6, type: version_chain}]").report()
        let chains = report.chains.chains
        #expect(chains.map(\.name) == ["AGM_010_comp", "plates"])
        #expect(
            chains[0].versions.map { "\($0.label) \($0.forms) \($0.faults.map(\.rawValue))" } == [
                #"v001 ["exr", "mov"] []"#, #"v002 ["exr", "mov"] []"#, #"v004 ["mov"] ["lacks-form"]"#,
                #"v005 ["exr", "mov"] ["holes"]"#, #"v006 ["exr", "mov"] ["empty"]"#,
                #"v007 ["empty folder"] ["empty", "lacks-form"]"#,
            ])
        #expect(chains[0].missing == [3...3])
        #expect(chains[0].doubled == [2])
        #expect(chains[0].newest?.label == "v001")
        #expect(chains[0].versions.map(\.frames) == [1001...1002, 1001...1002, nil, 1001...1003, 1001...1002, nil])
        #expect(chains[0].versions[0].modified == folder.times["AGM_010_comp_v001.mov"])
        #expect(report.chains.unlisted == 0)
    }

    @Test("says of a version that could not be read neither that it is empty nor that the one before it is the newest")
    func unread() throws {
        let folder: CardBuilder = [
            "a_v001/a_v001.mov": "1", "a_v002/a_v002.mov": "2", "a_v003": .folder, "b_v001/b_v001.mov": "b",
            "b_v002/exr": .folder, "c_v001/c_v001.mov": "c", "c_v001/c_v001.exr": "c", "c_v002/c_v002.mov": "d",
            "c_v002/c_v002.exr": "d", "c_v003/c_v003.mov": "e", "c_v003/exr": .folder, "d_v001.mov": "same",
            "d_v002.mov": "sane", "e_v001.mov": "e", "e_v002/proxy": .folder, "f_v001.mov": "f", "f_v002/v2": .folder,
            "f_v003.mov": "",
        ]
        try withTemporaryFolder { root in
            try folder.write(intoFolder: root)
            let disk = SealedDisk(
                base: try PosixDisk(path: root),
                sealed: ["a_v003", "b_v002/exr", "c_v003/exr", "d_v002.mov", "f_v002/v2"])
            let rules = "schema: naming-rules/1\nrules: [{id: N6, type: version_chain}]"
            let file = try RuleFile(yaml: Array(rules.utf8), at: "rules.yaml")
            let report = try Check(CheckRequest(name: "SHOW", rules: file, now: folder.modified)).run(on: disk)
            #expect(
                report.chains.chains.map { chain in
                    "\(chain.name) \(chain.newest?.label ?? "unknown") "
                        + "\(chain.versions.map { $0.faults.map(\.rawValue).joined(separator: "+") })"
                } == [
                    #"a unknown ["", "", "unreadable"]"#, #"b unknown ["", "unreadable"]"#,
                    #"c unknown ["", "", "unreadable"]"#, #"d unknown ["", "unreadable"]"#, #"e v001 ["", "empty"]"#,
                    #"f unknown ["", "unreadable", "empty"]"#, #"f_v002 unknown ["unreadable"]"#,
                ])
            #expect(report.findings.findings.filter { $0.code == .incompleteVersion }.map(\.sentence) == [])
        }
    }

    @Test("has as newest neither what lacks frames nor what is there twice and differs; an even step lacks none")
    func newest() throws {
        let folder: CardBuilder = [
            "holes_v001.1001.exr": "a", "holes_v001.1002.exr": "b", "holes_v001.1004.exr": "c",
            "pair_v001.1001.exr": "a", "pair_v001.1003.exr": "b",
            "twos_v001.1001.exr": "a", "twos_v001.1003.exr": "b", "twos_v001.1005.exr": "c",
            "odd_v001.1001.exr": "a", "odd_v001.1003.exr": "b", "odd_v001.1007.exr": "c",
            "tiles_v001.1001.exr": "a", "tiles_v001.1002.exr": "b", "tiles_v001.1011.exr": "c",
            "a/AGM_010_comp_v001.mov": "1", "a/AGM_010_comp_v002.mov": "2", "b/AGM_010_comp_v002.mov": "two",
            "a/AGM_020_comp_v001.mov": "1", "b/AGM_020_comp_v001.mov": "one",
        ]
        let chains = try CheckStage(folder, "rules: [{id: N6, type: version_chain}]").report().chains.chains
        #expect(
            chains.map { "\($0.name) \($0.newest?.label ?? "none")" } == [
                "AGM_010_comp v001", "AGM_020_comp none", "holes none", "odd none", "pair none", "tiles v001",
                "twos v001",
            ])
    }

    @Test("has names that are not UTF-8, and bytes of any kind")
    func hostileNames() throws {
        var folder: CardBuilder = [:]
        for name in [[0xFF, 0xFE], Array("é".utf8), [0x0A], Array("v".utf8)] {
            for version in ["_v1.mov", "_v3.mov", " v0007", ".v9999.x", "_v"] {
                guard let path = RelativePath(name + Array(version.utf8)) else { continue }
                folder[path] = .bytes(path.bytes)
            }
        }
        #expect(try lines(in: folder, ", pad: any").filter { !$0.contains("V01") } == [])
    }
}

@Suite("The keys of version_chain")
struct VersionChainKeyTests {
    @Test(
        "are refused where they mean nothing",
        arguments: [
            ", gaps: maybe", ", order_by: [number, name]", ", order_by: {a: b}", ", pad: 3", ", start: -1",
            ", start: 10000", ", within: reel", ", gap: warn", ", range: 5", ", representations: both",
            ", same_content: true", ", doubled: [warn]",
        ])
    func refused(keys: String) {
        #expect(throws: RuleFileError.self) { try lines(["a_v001.mov"], keys) }
    }
}

/// A disk with folders that nobody may list, and files that nobody may open; root may open every real one.
private struct SealedDisk: DiskLayer {
    let base: any Disk
    let sealed: Set<RelativePath>

    func willPerform(_ operation: DiskOperation) throws(DiskError) {
        for path in sealed
        where operation == DiskOperation(.list, path) || operation == DiskOperation(.openForReading, path) {
            throw DiskError(.list, at: path, number: 13)
        }
    }
}
