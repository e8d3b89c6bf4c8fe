import SlateNotes
import Testing

@Suite("A row of slate notes")
struct SlateNoteTests {
    @Test("It says what its cells say, and nothing else")
    func cells() {
        let note = SlateNote(line: 2, cells: [.take: .init("2PK", "Take")])
        #expect(note[.take] == "2PK")
        #expect(note[.scene] == nil)
    }
}
