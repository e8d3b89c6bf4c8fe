import Foundation
import Testing

@Suite("Whatever becomes of the standard streams, the status is true")
struct StreamsTests {
    /// Runs a line of the shell in which `rushes` is the built program.
    private func shell(_ line: String, on stage: Stage) throws -> Screen {
        let function = "rushes() { '\(try Stage.binary)' \"$@\"; }; "
        return try RunningCommand("/bin/bash", ["-c", function + line], in: stage.path).finished().steady(in: stage.path)
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
}
