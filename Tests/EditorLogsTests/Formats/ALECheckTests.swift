import MediaTime
import Testing

@testable import EditorLogs

@Suite("What is checked before an ALE is written")
struct ALECheckTests {
    private static let columns = ["Name", "Tracks", "Start", "End", "Duration", "FPS", "Tape", "Sound TC"]
    private static let row = ["A1", "VA1", "10:00:00;00", "10:00:01;00", "00:00:01:00", "29.97", "A001", ""]

    private func clauses(
        _ rows: [[String]] = [row], columns: [String] = columns, fps: String? = "29.97"
    ) -> [String] {
        let head = [("FIELD_DELIM", "TABS")] + (fps.map { [("FPS", $0)] } ?? [])
        let pairs = head.map { ALETable.Pair(key: $0.0, value: $0.1) }
        return ALECheck(ALETable(head: pairs, columns: columns, rows: rows)).faults.map {
            "\($0.row.map(String.init) ?? "log"): \($0.clause)"
        }
    }

    @Test("A good log passes, over midnight too")
    func good() {
        let late = ["A2", "V", "23:59:59;00", "00:00:00;00", "00:00:01:00", "", "A001", "10:00:00;00"]
        #expect(clauses([Self.row, late]).isEmpty)
    }

    @Test(
        "One wrong cell is one fault",
        arguments: [
            (0, "", "it has no name"), (1, "", "it has no tracks"),
            (0, "A\t", "it has control characters or line ends"),
            (2, "10:01:00;00", "its Start or End is no timecode of 29.97 frames a second"),
            (2, "10:00:00:00", "its Start, End and Duration do not agree"),
            (2, "10;00;00;00", "its Start or End is no timecode of 29.97 frames a second"),
            (2, "", "its Start or End is no timecode of 29.97 frames a second"),
            (3, "24:00:00;00", "its Start or End is no timecode of 29.97 frames a second"),
            (3, "10:00:00;30", "its Start or End is no timecode of 29.97 frames a second"),
            (3, "10:00:01;01", "its Start, End and Duration do not agree"),
            (4, "00:00:01:30", "its Duration is no count of frames"),
            (4, "00:00:01;00", "its Duration is no count of frames"),
            (4, "00:00:01:01", "its Start, End and Duration do not agree"),
            (5, "25", "its FPS is not that of the head"), (6, "", "it has neither Tape nor Source File"),
            (7, "10:00:00:00", "its Sound TC or Auxiliary TC1 counts in another way"),
        ])
    func oneCell(_ place: Int, _ text: String, _ clause: String) {
        var row = Self.row
        row[place] = text
        #expect(clauses([row]) == ["0: \(clause)"])
    }

    @Test("A clip without a frame, a row of another width and a second one of one name are faults")
    func rows() {
        var empty = Self.row
        (empty[3], empty[4]) = (empty[2], "00:00:00:00")
        #expect(clauses([empty]) == ["0: it has no frame, or a whole day of them"])
        #expect(clauses([Self.row, Self.row]) == ["1: another row has the same Name, Tape and Start"])
        #expect(clauses([Self.row.dropLast()]) == ["0: it has 7 cells and not 8"])
    }

    @Test("The whole log can be wrong")
    func whole() {
        #expect(clauses([], fps: "120") == ["log: the head has no rate that logs can have"])
        #expect(clauses([], columns: Self.columns + ["tape"]) == ["log: two columns have one name"])
        #expect(clauses([], columns: ["Name", "Tracks", "Start"]) == ["log: it lacks a column that Avid asks for"])
        #expect(
            clauses([], columns: Self.columns + ["Camera Operator"])
                == ["log: a column's name is longer than 14 characters"])
        #expect(clauses([], columns: Self.columns + (0..<57).map { "C\($0)" }) == ["log: it has more than 64 columns"])
        let untimed = ["Name", "Tracks", "Start", "End", "Tape"]
        #expect(clauses([["A1", "V", "", "", "T"]], columns: untimed, fps: nil).isEmpty)
        #expect(
            clauses([["A1", "V", "10:00:00:00", "", "T"]], columns: untimed, fps: nil)
                == ["0: it has timecode in a log that has none"])
    }

    @Test("Our headings keep to Avid's limits, and are spelled as its table spells them")
    func headings() {
        let headings = ALEColumn.allCases.map(\.rawValue)
        #expect(headings.count <= ALEColumn.most)
        #expect(headings.allSatisfy { $0.count <= ALEColumn.longestName && !$0.contains("  ") })
        #expect(
            headings.prefix(23) == [
                "Name", "Tracks", "Start", "End", "Duration", "FPS", "Tape", "Source File", "Source Path", "UNC Path",
                "Shoot Date", "Scene", "Take", "Camera", "Camroll", "Soundroll", "Sound TC", "Auxiliary TC1",
                "DESCRIPT", "Comments", "ASC_SOP", "ASC_SAT", "Image Size",
            ])
    }
}
