import EditorLogs
import MediaTime
import RushesFixtures
import Testing

@testable import Reports

@Suite("The day on one page")
struct DayReportTests {
    @Test("the whole page of a small day, but its style")
    func golden() {
        let page = String(decoding: DayReport(ReportedDay.small).bytes, as: UTF8.self)
        print(page)
    }
}
