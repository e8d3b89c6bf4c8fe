import Foundation
import RushesFixtures
import Testing

@Suite("rushes report: the day on one page")
struct ReportTests {
    @Test("one page that says true things of sealed rolls, the same bytes again, and written over only when asked")
    func page() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            #expect(try stage.alone("ingest", "A001", "--to", "A").status == 0)
            let screen = try stage.alone("report", "A", "--output", "day.html", "--title", "Day <1>")
            #expect(screen.status == 0)
            #expect(screen.output.contains("REPORT WRITTEN: "))
            #expect(screen.talk.contains("ffmpeg is not installed: the page has no pictures."))
            let page = try stage.text("day.html")
            #expect(page.hasPrefix("<!doctype html>\n"))
            #expect(page.contains("<h1>Day &lt;1&gt;</h1>"))
            #expect(page.contains("Making it checked no copy"))
            let again = try stage.alone("report", "A", "--output", "day.html", "--title", "Day <1>")
            #expect(again.status == 0 && again.output.contains("was there already"))
            let other = try stage.alone("report", "A", "--output", "day.html", "--title", "Day 2")
            #expect(other.status == 60)
            #expect(try stage.text("day.html") == page)
            let replaced = try stage.alone("report", "A", "--output", "day.html", "--title", "Day 2", "--replace")
            #expect(replaced.status == 0)
            #expect(try stage.text("day.html").contains("<h1>Day 2</h1>"))
        }
    }

    @Test("nothing is written into a roll, and a folder without clips is a mistake of the command")
    func refused() throws {
        try Stage.with(ShotCards.sony) { (stage) throws in
            #expect(try stage.alone("ingest", "A001", "--to", "A").status == 0)
            #expect(try stage.alone("report", "A", "--output", "A/A001/day.html").status == 60)
            #expect(!FileManager.default.fileExists(atPath: stage.path + "/A/A001/day.html"))
            try stage.add("empty", [:])
            #expect(try stage.alone("report", "empty", "--output", "day.html").status == 64)
        }
    }
}
