import Foundation
import RushesFixtures
import Testing

/// A day of sample media on the destination DAY01: four cards and a roll of sound, with a script supervisor's notes and
/// an assistant's correction.
enum SampleDay {
    private static let media = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "sample-media").path

    /// One line is of a clip that nobody shot; a note would be a formula, had it the chance.
    private static let notes = [
        "Clip,Camera,Scene,Take,Circled,Comments", "A001C001_260312_R2GJ,A,12A,1,,\"plane\tat the end\"",
        #"A001C002_260312_R2GJ,A,12A,2PK,yes,"=good(), ""keep""""#, "C003C002_260312M2,C,12C,1,,MOS <no sound> & windy",
        "A001C009_260312_R2GJ,A,12D,1,,",
    ].map { $0 + "\r\n" }.joined()

    /// The frames do not say when they were shot; the camera report does, of the first.
    private static let correction = "Clip,Start TC,FPS,Scene,Take\nB002C001_260312_R1AB,10:00:00:06,23.976,12A,1\n"

    /// Lends a stage with the day.
    static func with(_ body: (Stage) throws -> Void) throws {
        try Stage.with(["CLIP": .folder]) { (stage) throws in
            try stage.add(".", ["notes.csv": .bytes(Array(notes.utf8)), "fixes.csv": .bytes(Array(correction.utf8))])
            for card in ["cards/A001R2GJ", "cards/B002R1AB", "cards/C003", "cards/D004", "sound/SR001"] {
                let name = card.split(separator: "/")[1]
                let run = try stage.alone("ingest", "\(media)/\(card)", "--to", "DAY01", "--as", "20260312/\(name)")
                try #require(run.status == 0, "\(run)")
            }
            try body(stage)
        }
    }

    /// Writes a log of the day as it would be for the cutting room.
    static func log(_ format: String, to folder: String, on stage: Stage) throws -> Screen {
        try stage.alone(
            "log", "DAY01", "--format", format, "--output", folder + "/", "--slate", "notes.csv", "--correct",
            "fixes.csv", "--map", stage.path + "/DAY01=/Volumes/RAID/DAY01")
    }

    /// The files of a log.
    static func files(_ folder: String, on stage: Stage) throws -> [String: Data] {
        let folder = stage.path + "/" + folder
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, try Data(contentsOf: URL(filePath: folder + "/" + name)))
            })
    }
}
