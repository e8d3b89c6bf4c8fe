import FileTree
import FrameSequences
import RushesFixtures
import Testing

@Suite("Sequences of frames in a folder") struct FrameSequencesTests {
    @Test("are one for each prefix, extension and way of writing numbers")
    func one() {
        #expect(
            found(
                names("shot.", 1...3) + names("shot.", 1...3, ".dpx") + names("plate.", 1001...1002) + ["notes.txt"])
                == ["shot.[0001-0003].exr", "shot.[0001-0003].dpx", "plate.[1001-1002].exr", "notes.txt"])
    }

    @Test("have holes where numbers are missing")
    func holes() {
        #expect(
            found(names("shot.", 1...3) + names("shot.", 7...9) + names("shot.", 11...11))
                == ["shot.[0001-0011].exr without 4-6 without 10-10"])
        // Tiles of a texture are numbered like frames.
        #expect(found(["tex.1001.exr", "tex.1002.exr", "tex.1011.exr"]) == ["tex.[1001-1011].exr without 1003-1010"])
    }

    @Test("grow out of their zeros: 999 goes on as 1000")
    func growth() {
        #expect(found(names("shot.", 998...1002, width: 3)) == ["shot.[998-1002].exr"])
        #expect(found(names("shot.", 1...1002, width: 3)) == ["shot.[001-1002].exr"])
        #expect(found(names("shot.", 1...12, width: 1)) == ["shot.[1-12].exr"])
        // pyseq, issue 79: it lost the zeros.
        #expect(found(["file.001.exr", "file.100.exr", "file.101.exr"]) == ["file.[001-101].exr without 2-99"])
        #expect(found(names("shot.", 9998...10_001)) == ["shot.[9998-10001].exr"])
    }

    @Test("are two where the same numbers are filled up to two widths")
    func widths() {
        #expect(
            found(names("shot.", 8...101, width: 2) + names("shot.", 8...9, width: 3))
                == ["shot.[08-99].exr", "shot.[008-101].exr without 10-99"])
        // fileseq, issue 94: they became photo.04, .08, .09 and .15.
        #expect(
            found(["photo.004.jpg", "photo.08.jpg", "photo.009.jpg", "photo.015.jpg"])
                == ["photo.[004-015].jpg without 5-8 without 10-14", "photo.[08].jpg"])
        #expect(
            found(names("shot.", 1...3, width: 2) + names("shot.", 1...3, width: 3))
                == ["shot.[01-03].exr", "shot.[001-003].exr"])
        #expect(
            found(names("shot.", 1...3, width: 4) + names("shot.", 1...3, width: 1))
                == ["shot.[0001-0003].exr", "shot.[1-3].exr"])
    }

    @Test("go through zero, with the sign counted as printf counts it")
    func negative() {
        #expect(found(names("shot.", 0...2) + ["shot.-001.exr", "shot.-002.exr"]) == ["shot.[-002-0002].exr"])
        #expect(found(["shot.-1.exr", "shot.-2.exr", "shot.0.exr", "shot.1.exr"]) == ["shot.[-2-1].exr"])
    }

    @Test("are never made of versions")
    func versions() {
        #expect(
            found(names("010_comp_v02.", 1...2) + names("010_comp_v10.", 1...2))
                == ["010_comp_v02.[0001-0002].exr", "010_comp_v10.[0001-0002].exr"])
        #expect(
            found(["comp_v01.exr", "comp_v02.exr", "comp_v03.exr"]) == ["comp_v01.exr", "comp_v02.exr", "comp_v03.exr"])
    }

    @Test(
        "are never made of clips and their sidecars",
        arguments: [
            ["C0001.MP4", "C0002.MP4", "C0003.MP4", "C0001M01.XML", "C0002M01.XML", "C0003M01.XML"],
            ["A001_C001_0102AB_001.R3D", "A001_C001_0102AB_002.R3D", "A001_C001_0102AB_003.R3D"],
            ["A101_1.WAV", "A101_2.WAV", "A101_3.WAV", "A101_4.WAV"],
            ["DJI_0001.MOV", "DJI_0002.MOV", "DJI_0003.MOV"], ["00000.MTS", "00001.MTS", "00002.MTS"],
        ])
    func clips(_ names: [String]) {
        #expect(found(names) == names)
    }

    @Test("of one or two files are made of pictures alone, and of three of anything else")
    func few() {
        #expect(found(["a.1.exr"]) == ["a.[1].exr"])
        #expect(found(["a.1.ARI", "a.2.ARI"]) == ["a.[1-2].ARI"])
        #expect(found(["a.1.vdb", "a.2.vdb"]) == ["a.1.vdb", "a.2.vdb"])
        #expect(found(["a.1.vdb", "a.2.vdb", "a.3.vdb"]) == ["a.[1-3].vdb"])
        #expect(found(["1.vdb", "2.vdb", "3.vdb"]) == ["1.vdb", "2.vdb", "3.vdb"])
    }

    @Test("leave sub-frames out as odd files")
    func subframes() {
        #expect(
            found(names("shot.", 1001...1003) + ["shot.1001.5.exr", "shot.1002.25.exr"])
                == ["shot.[1001-1003].exr", "shot.1001.5.exr", "shot.1002.25.exr"])
        // A number in front that belongs to no sequence is part of the shot's name.
        #expect(found(["sh_010.jpg"] + names("sh_010.", 1...2)) == ["sh_[010].jpg", "sh_010.[0001-0002].exr"])
        #expect(
            found(["sh_010.exr", "sh_020.exr", "sh_030.exr"] + names("sh_010.", 1...9))
                == ["sh_[010-030].exr without 11-19 without 21-29", "sh_010.[0001-0009].exr"])
    }

    @Test("do not care how the extension is written, and know it for each frame")
    func capitals() throws {
        let files = ["a.0001.dpx", "a.0002.DPX", "a.0003.dpx", "a.0003.DPX"].map { listed($0) }
        let grouping = FrameSequences.group(files)
        let sequence = try #require(grouping.sequences.first)
        #expect(grouping.sequences.count == 1)
        #expect(sequence.runs == [1...3])
        #expect(
            (1...3).map { String(decoding: sequence.name(of: $0), as: UTF8.self) } == [
                "a.0001.dpx", "a.0002.DPX", "a.0003.dpx",
            ])
        // The second file of frame 3 is none of the sequence.
        #expect(grouping.others == [3])
    }

    @Test("come out the same in whatever order the files do")
    func order() {
        let sorted = names("A.", 990...1010, width: 3) + names("B.", 1...9) + names("A_", 5...6)
        let expected = ["A.[990-1010].exr", "A_[0005-0006].exr", "B.[0001-0009].exr"]
        for _ in 0..<20 { #expect(found(sorted.shuffled()).sorted() == expected) }
    }

    @Test("carry size and time of what they are made of")
    func sums() throws {
        let files = [
            listed("a.1.exr", size: 30, modified: 7), listed("a.2.exr", size: 20, modified: 9),
            listed("a.3.exr", size: 25, modified: 5),
        ]
        let sequence = try #require(FrameSequences.group(files, in: "vfx/a").sequences.first)
        #expect(sequence.count == 3)
        #expect(sequence.size == ByteCount(75))
        #expect([sequence.smallest, sequence.largest] == [20, 30])
        #expect([sequence.earliest.nanoseconds, sequence.latest.nanoseconds] == [5, 9])
        #expect(sequence.path(of: 2) == "vfx/a/a.2.exr")
        let broken = [listed("a.1.exr", size: .max), listed("a.2.exr", size: .max), listed("a.3.exr", size: .min)]
        #expect(FrameSequences.group(broken).sequences.first?.size == ByteCount(.max))
    }

    @Test("are found in a tree, folder by folder, by the numbers of its entries")
    func tree() throws {
        let disk = CrashDisk()
        let card: CardBuilder = [
            "A001/A001C001.0000001.ari": "one", "A001/A001C001.0000002.ari": "", "A001/A001.ale": "ale",
            "A001/A001C001.0000003.ari": .folder, "A001/B.0001.ari/x": "x",
        ]
        try card.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        let folder = try #require(tree.number(at: "A001"))
        let children = tree.entries.indices.filter { $0 != 0 && Int(tree.entries[$0].parent) == folder }
        let grouping = FrameSequences.group(folder: folder, of: tree, children: children)
        #expect(grouping.sequences.map(\.description) == ["A001C001.[0000001-0000002].ari"])
        #expect(grouping.sequences.first?.path(of: 2) == "A001/A001C001.0000002.ari")
        #expect(grouping.sequences.first?.empty == [2...2])
        #expect(grouping.others.map { tree.path(of: $0) } == ["A001/A001.ale"])
    }
}
