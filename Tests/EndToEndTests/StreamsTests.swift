import Foundation
import Testing

@Suite("Whatever becomes of the standard streams, the status is true")
struct StreamsTests {
    /// Runs a line of the shell in which `rushes` is the built program.
    private func shell(_ line: String, on stage: Stage) throws -> Screen {
        let function = "rushes() { '\(try Stage.binary)' \"$@\"; }; "
        let run = try RunningCommand("/bin/bash", ["-c", function + line], in: stage.path)
        return try run.finished().steady(in: stage.path)
    }

    @Test(
        "streams that are closed at the start are no others' files",
        arguments: ["<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
    func closedAtTheStart(_ closed: String) throws {
        try Stage.sealed { stage in
            #expect(try shell("rushes verify A/A001 \(closed)", on: stage).status == 0)
            try stage.flip("A/A001/CLIP/A001C002.mov", at: 9)
            #expect(try shell("rushes verify A/A001 --json \(closed)", on: stage).status == 11)
        }
    }

    @Test(
        "output that is lost is told once, and is no success",
        arguments: [
            "verify A/A001", "verify A/A001 --json", "diff A/A001 --json", "flatten A/A001 --output .", "--help",
            "seal A/A001", "ingest A001 --to B --json", "clips A/A001", "clips A/A001 --json", "probe A/A001/INDEX.TXT",
            "check A/A001 --rules camera-originals", "check --list-rules",
        ])
    func lostOutput(_ command: String) throws {
        try Stage.sealed { stage in
            let screen = try shell("rushes \(command) >/dev/full", on: stage)
            #expect(screen.status == 41)
            let told = screen.talk.split(separator: "\n").filter { $0.contains("output") }
            #expect(told == ["The output could not be written: no space left on device."])
        }
    }

    @Test("a worse status than that of lost output stays")
    func lostOutputOfDamage() throws {
        try Stage.sealed { stage in
            try stage.flip("A/A001/CLIP/A001C002.mov", at: 9)
            #expect(try shell("rushes verify A/A001 --json >/dev/full", on: stage).status == 11)
            #expect(try shell("rushes verify >/dev/full", on: stage).status == 64)
        }
    }

    @Test(
        "a reader that leaves early changes no status",
        arguments: [
            ("verify A/A001 --json", 0), ("safe A001 --on A/A001 --json", 42), ("flatten A/A001 --output .", 0),
            ("diff A/A001 --json", 0), ("seal A/A001 --json", 0), ("heal A/A001 --from A001 --json", 0), ("--help", 0),
            ("ingest A001 --to B --json", 0), ("clips A/A001 --json", 0), ("probe A/A001/INDEX.TXT --json", 0),
        ])
    func closedPipe(_ command: String, _ status: Int32) throws {
        try Stage.sealed { stage in
            // The reader is gone before the first word.
            let line = "exec 3> >(exec 0<&-); wait $!; rushes \(command) >&3"
            let screen = try shell(line, on: stage)
            #expect(screen.status == status)
            #expect(!screen.talk.contains("could not be written"))
        }
    }
}
