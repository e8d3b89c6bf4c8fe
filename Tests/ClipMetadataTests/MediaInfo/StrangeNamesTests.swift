import ClipMetadata
import Foundation
import RushesFixtures
import Testing

@Suite("Strange files for the real mediainfo", .enabled(if: OutsideProgram.areThere(.ffmpeg, .mediainfo)))
struct StrangeNamesTests {
    /// What is heard of each file; ours are all asked of at once.
    private func answers(_ paths: [String]) async -> [String]? {
        await onOwnThread { MediaInfo.installed()?.probe(paths, shouldStop: { false }).map(\.telling) }
    }

    /// Films as wide as this says, all made at once.
    private func makeFilms(_ widths: [String: Int]) async -> Bool {
        let source = ["-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25:duration=0.2"]
        let films = widths.flatMap { path, width in ["-s", "\(width)x64", "-c:v", "mjpeg", path] }
        return await onOwnThread { OutsideProgram.ffmpeg.output(source + films) != nil }
    }

    @Test("Each file has its own answer, whatever its name")
    func names() async throws {
        try await withTemporaryFolder { folder in
            // The two é differ in their bytes alone; a path with :// would be an address.
            let names = [
                "--Version", "-x.mov", "*.mov", "?.mov", "[a].mov", "a b.mov", "\"'$(x)`.mov", "\\n.mov", "\u{E9}.mov",
                "e\u{301}.mov", "http:/host.mov", "\u{1F3AC}.mov", "%41&amp;<.mov", "\t.mov",
            ]
            try FileManager.default.createDirectory(atPath: folder + "/http:", withIntermediateDirectories: true)
            let widths = names.indices.map { 64 + 2 * $0 }
            // ffmpeg takes some of these names for patterns or options of its own.
            let plain = widths.map { "\(folder)/\($0).mov" }
            #expect(await makeFilms(Dictionary(uniqueKeysWithValues: zip(plain, widths))))
            for (film, name) in zip(plain, names) {
                try FileManager.default.moveItem(atPath: film, toPath: "\(folder)/\(name)")
            }
            let paths = names.map { "\(folder)/" + $0.replacing("http:/", with: "http://") }
            #expect(await answers(paths) == widths.map(String.init))
        }
    }

    @Test("A playlist that calls itself a film, a fifo, a folder, nothing, an empty file and a cut one hurt nobody")
    func notFilms() async throws {
        try await withTemporaryFolder { folder in
            #expect(await makeFilms(["\(folder)/film.mov": 128]))
            let film = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/film.mov"))
            try film.prefix(film.count / 2).write(to: URL(fileURLWithPath: "\(folder)/cut.mov"))
            try Data().write(to: URL(fileURLWithPath: "\(folder)/empty.mov"))
            let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n\(folder)/film.mov\n#EXT-X-ENDLIST\n"
            try playlist.write(toFile: "\(folder)/list.mov", atomically: true, encoding: .utf8)
            try FileManager.default.createDirectory(atPath: folder + "/folder.mov", withIntermediateDirectories: true)
            #expect(mkfifo("\(folder)/fifo.mov", 0o600) == 0)
            let names = ["film", "list", "fifo", "folder", "nothing", "empty", "cut", "film"]
            let heard = await answers(names.map { "\(folder)/\($0).mov" })?.map { $0.prefix { $0 != ":" } }
            let failed: Substring = "tool-failed"
            #expect(heard == ["128", "wrong-format", failed, failed, failed, "nothing", "nothing", "128"])
        }
    }
}
