internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import FrameSequences

/// Names of files of one folder, a line each: as clips, as frames, and as what accompanies a clip.
enum FuzzedNames {
    static func read(_ bytes: [UInt8]) {
        let names = bytes.split(separator: 0xA).map { Array($0) }
        for name in names { read(name: String(decoding: name, as: UTF8.self)) }
        group(names)
    }

    private static func read(name: String) {
        for grammar in ClipName.Grammar.allCases {
            guard let read = ClipName(name, by: grammar) else { continue }
            let capitals = String(decoding: name.utf8.map(FuzzedNames.capital), as: UTF8.self)
            precondition(
                ClipName(capitals, by: grammar)?.siblingKey == read.siblingKey, "the case of a name means nothing")
            for family in [nil, .arriClassic, .panasonicP2] as [CardFamily?] {
                FuzzedSidecar.check(read.metadata(place: FuzzedSidecar.place, of: family))
            }
        }
    }

    private static func capital(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }

    /// Every file is a frame or none, and a sequence knows the names of its frames to the byte.
    private static func group(_ names: [[UInt8]]) {
        // Half of the files are small, some empty, as damaged ones are.
        let files = names.enumerated().map { number, name in
            ListedFile(
                name: name, size: ByteCount([4096, 4096, 1, 0][number % 4]),
                modified: Instant(nanoseconds: Int64(number)))
        }
        let found = FrameSequences.group(files)
        let frames = found.sequences.flatMap { sequence in
            sequence.runs.flatMap { $0.map { sequence.name(of: $0) } }
        }
        precondition(found.others == found.others.sorted() && Set(found.others).count == found.others.count)
        let told = (frames + found.others.map { names[$0] }).sorted { $0.lexicographicallyPrecedes($1) }
        precondition(told == names.sorted { $0.lexicographicallyPrecedes($1) }, "no file is lost, none is invented")
        for sequence in found.sequences {
            precondition(sequence.count > 0 && !sequence.description.isEmpty)
            for hole in sequence.holes { precondition(!hole.isEmpty) }
            _ = sequence.holes(framesPerDay: 2_073_600)
        }
    }

    static let seeds = [
        "A001C001_150827_R2GJ.mov\nA_0001C002_240301_140005_a1CTJ.mxf\nA001C001_24030114_CANON.MXF\nA001_C001_0527Q9_001.R3D",
        "A001_08201325_C001.braw\nCinema Camera_1_2024-03-01_1400_C0001\nA001_C0001_20240301140005_0001.MOV\nC0001M01.XML",
        "GX010048.MP4\nGOPR0048.MP4\nGP010048.MP4\nGL010048.LRV\nDJI_20240301140005_0001_D.MP4\nDJI_0001_002.MP4",
        "VID_20240301_140005_00_001.insv\nIMG_E0001.MOV\n00001.MTS\n0001AB.MXF\nClip0001.MOV\nZOOM0001_Tr1.WAV\nA-T001_L_R.WAV",
        "Ninja_S001_S001_T001.MOV\nA001C001H240301_140005_001.MXF\n710_0001_01.MP4\nA001_A001_240301_140005_C001.MOV",
        "s.0999.dpx\ns.1000.dpx\ns.1001.DPX\ns.01001.dpx\ns.1001.5.dpx\ns.-1.dpx\n-12.exr\ncomp_v_02.exr\n0001.ari.gz\na.7.bin",
        "x.08.exr\nx.8.exr\nx.008.exr\nx.8.EXR\nx.999999999999.exr\nx.000000000000.exr\nx 1.jpg\nx_1.jpg\nx-1.jpg\nx.1.jpg",
    ].map { Array($0.utf8) }
}
