import Foundation
import Testing

@Suite("The logs of a day of sample media")
struct LogGoldenTests {
    /// Each format with its status: Final Cut Pro imports no frames in single files, so that these rows are left out.
    private static let statuses: [(format: String, status: Int32)] = [
        ("ale", 0), ("resolve", 0), ("excel", 0), ("fcpxml", 50), ("premiere", 0), ("edl", 0), ("otio", 0),
        ("json", 0),
    ]

    @Test(
        "every format writes its golden files, and the screen says what should be looked at before the cutting room does"
    )
    func goldens() throws {
        try SampleDay.with { (stage) throws in
            for (format, status) in LogGoldenTests.statuses {
                let screen = try SampleDay.log(format, to: format, on: stage)
                #expect(screen.status == status, "\(format): \(screen)")
                var files = try SampleDay.files(format, on: stage).mapValues { LogGoldenTests.steady($0, on: stage) }
                files["screen.txt"] = Data(LogGoldenTests.told(screen).utf8)
                if format == "excel" {
                    // Its bytes are those of a packer; its cells are ours, if somebody is there to read them.
                    files["DAY01.xlsx"] = nil
                    if Judge.isThere {
                        files["DAY01.xlsx.txt"] = try LogGoldenTests.cells(of: "excel/DAY01.xlsx", on: stage)
                    }
                }
                try Golden(format).expect(files, but: Judge.isThere ? [] : ["DAY01.xlsx.txt"])
            }
        }
    }

    @Test("a log read afresh, from rolls whose Logs are gone, is the same log to the byte")
    func afresh() throws {
        try SampleDay.with { (stage) throws in
            let formats = ["ale", "resolve", "fcpxml", "premiere", "edl"]
            for format in formats { _ = try SampleDay.log(format, to: "first-" + format, on: stage) }
            try FileManager.default.removeItem(atPath: stage.path + "/DAY01/Logs")
            for format in formats {
                _ = try SampleDay.log(format, to: "second-" + format, on: stage)
                let (first, second) = (
                    try SampleDay.files("first-" + format, on: stage),
                    try SampleDay.files("second-" + format, on: stage)
                )
                #expect(first == second, "\(format)")
                #expect(!first.isEmpty)
            }
        }
    }

    @Test("a camera that was not jammed finds its sound by an offset, and keeps the timecode of its files")
    func offset() throws {
        try SampleDay.with { (stage) throws in
            let screen = try stage.alone(
                "log", "DAY01", "--format", "ale", "--output", "out/", "--offset", "C003=-00:17:54:16")
            #expect(screen.status == 0)
            let lines = try stage.text("out/DAY01_2398.ale").split(separator: "\r\n").map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
            let headings = try #require(lines.first { $0.first == "Name" })
            let row = try #require(lines.first { $0.first == "C003C002_260312M2" })
            let cells = Dictionary(uniqueKeysWithValues: zip(headings, row))
            let said = ["Start", "Sound TC", "Soundroll", "Scene", "Take"].map { cells[$0] }
            #expect(said == ["10:30:00:00", "10:12:05:08", "SR001", "12B", "1"])
        }
    }

    /// A file without what differs from machine to machine and from minute to minute: where the day lies, when its
    /// copies were proved, and whether the file system is one that can be.
    private static func steady(_ bytes: Data, on stage: Stage) -> Data {
        guard let text = String(data: bytes, encoding: .utf8), !bytes.starts(with: [0xFF, 0xFE]) else { return bytes }
        let steady = text.replacing(stage.path + "/", with: "/media/")
            .replacing(/\d{4}-\d\d-\d\d_\d{6}Z(?:_\d+)?/, with: "TIME")
            .replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "TIME")
            .replacing("read-back", with: "proved")
        return Data(steady.utf8)
    }

    /// A screen without sizes.
    private static func told(_ screen: Screen) -> String {
        let output = screen.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.replacing(/\ +[\d.]+ (?:bytes|kB)$/, with: "")
        }
        return output.joined(separator: "\n") + "\n"
    }

    /// The sheets of a book as openpyxl reads them: a line for each row.
    private static func cells(of book: String, on stage: Stage) throws -> Data {
        let script = """
            import json, openpyxl, sys
            for sheet in openpyxl.load_workbook(sys.argv[1]):
                print(sheet.title)
                for row in sheet.iter_rows(values_only=True):
                    print(json.dumps([cell or '' for cell in row], ensure_ascii=False))
            """
        let screen = try Judge.ask("python", ["-c", script, book], on: stage)
        try #require(screen.status == 0, "\(screen)")
        return steady(Data(screen.output.utf8), on: stage)
    }
}
