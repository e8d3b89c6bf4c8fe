import EditorLogs
import Testing

@Suite("Who is believed")
struct LogValuesTests {
    @Test("The order in which people speak does not matter, and of two equals the later one counts")
    func order() {
        let sources: [(String, LogSource)] = [
            ("c", LogSource(.correction, "fix")), ("s1", LogSource(.slate, "script")),
            ("s2", LogSource(.slate, "report")),
            ("x", LogSource(.sidecar, "ale")),
        ]
        for first in [[0, 1, 2, 3], [3, 1, 2, 0], [1, 3, 0, 2], [1, 0, 3, 2]] {
            var values = LogValues()
            for place in first { values.note(.take, sources[place].0, sources[place].1) }
            #expect(values[.take] == "c")
            #expect(values.all[.take]?.overridden.map(\.text) == ["s2", "s1", "x"], "\(first)")
        }
    }

    @Test("What is said again in the same place is said once")
    func again() {
        var values = LogValues()
        for _ in 0..<3 {
            values.note(.take, "1", LogSource(.correction, "fix"))
            values.note(.take, "2", LogSource(.slate, "script"))
        }
        #expect(values.all[.take]?.overridden.map(\.text) == ["2"])
    }
}
