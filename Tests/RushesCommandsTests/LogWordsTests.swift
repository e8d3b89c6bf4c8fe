import EditorLogs
import Testing

@testable import RushesCommands

@Suite("What the log says to people")
struct LogWordsTests {
    @Test("exceptions that differ in the row alone are one line, with the first twenty names")
    func alike() {
        let clips = (1...22).map { "C\($0)" }
        let exceptions =
            clips.map { LogException(.noSound, roll: "A001", clip: $0, "No sound.", nextStep: "Look.") }
            + [
                LogException(.noSound, roll: "A001", clip: "C1", "No sound.", nextStep: "Look."),
                LogException(.noSound, roll: "B001", "Another."), LogException(.noSound, "Of nobody."),
            ]
        #expect(
            AlikeExceptions.groups(of: exceptions).map(\.words) == [
                clips.prefix(20).joined(separator: ", ") + " and 2 more: No sound. Look.", "B001: Another.",
                "Of nobody.",
            ])
    }

    @Test("lines break between words before the edge; what is no terminal, or is very narrow, has none")
    func wrapped() {
        let line = "  A001C001: No sound was recorded while it ran, so look."
        #expect(
            WrappedText.of(line, columns: 40, indent: 4)
                == "  A001C001: No sound was recorded while\n    it ran, so look.")
        for columns in [0, 20, 80] { #expect(WrappedText.of(line, columns: columns, indent: 4) == line) }
        let path = "  file  /media/" + String(repeating: "x", count: 60) + "/A001.mov and more"
        #expect(
            WrappedText.of(path, columns: 40, indent: 8)
                == "  file\n        /media/" + String(repeating: "x", count: 60) + "/A001.mov\n        and more")
    }
}
