import EditorLogs
import RushesFixtures
import Testing

@testable import Reports

@Suite("The day on one page")
struct DayReportTests {
    /// The page of a log, without its style sheet.
    private func page(_ report: DayReport) throws -> String {
        let page = String(decoding: report.bytes, as: UTF8.self)
        let sheet = try #require(page.firstRange(of: "\(PageStyle.sheet)"))
        return page.replacingCharacters(in: sheet)
    }

    @Test("the whole page of a small day, but its style")
    func golden() throws {
        #expect(try page(DayReport(ReportedDay.small)) == Self.small)
    }

    @Test("what stood in names, notes and titles is text on the page, wherever it is shown")
    func hostile() throws {
        let evil = "</td><script>alert(1)</script>\"'&\u{202E}"
        let fields = Dictionary(uniqueKeysWithValues: LogField.allCases.map { ($0, evil) })
        let said = fields.merging([.circled: "yes", .noGood: "yes"]) { $1 }
        let clips = [
            ReportedDay.picture(evil, source: evil, marks: [evil], saying: said),
            ReportedDay.sound(evil, source: evil, saying: said),
        ]
        var log = ReportedDay.log(
            clips, LogException.Code.allCases.map { LogException($0, roll: evil, clip: evil, evil, nextStep: evil) })
        log.rolls = log.rolls.map { roll in
            LoggedRoll(
                path: evil, folder: evil, title: evil, isSound: roll.isSound,
                copies: [RollCopy(path: evil, record: evil, at: evil)])
        }
        let pictures = DayPictures([0: .absent(evil)], remarks: [evil])
        let page = try page(DayReport(log, title: evil, pictures: pictures))
        #expect(!page.contains("<script"))
        #expect(!page.unicodeScalars.contains("\u{202E}"))
        #expect(page.components(of: "</td>") == page.components(of: "<td"))
        #expect(page.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\\u{202e}"))
    }

    @Test("the page forbids a browser to load or run anything, and itself asks for nothing")
    func policy() throws {
        let page = try page(DayReport(ReportedDay.small))
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
        for word in ["http:", "https:", "<script", "<link", "<iframe", "url(", "@import"] {
            #expect(!String(decoding: DayReport(ReportedDay.small).bytes, as: UTF8.self).contains(word))
        }
    }

    @Test("of many exceptions of one kind a hundred are listed, the others counted, and what all ask for is said once")
    func many() throws {
        let exceptions = (1...120).map {
            LogException(.noSound, clip: "A\($0)", "No sound.", nextStep: "Ask the mixer.")
        }
        let page = try page(DayReport(ReportedDay.log([ReportedDay.picture("A")], exceptions)))
        #expect(page.components(of: "No sound.") == 100)
        #expect(page.contains("Check · 120"))
        #expect(page.contains("… and 20 more; rushes log --format json lists all."))
        #expect(page.components(of: "Ask the mixer.") == 1)
    }

    @Test("a day without anything to look at says so, and a log without rows is a page too")
    func quiet() throws {
        #expect(try page(DayReport(EditorLog())).contains("Nothing was found that somebody should look at."))
        #expect(try page(DayReport(EditorLog(), title: "Day 3")).contains("<h1>Day 3</h1>"))
    }

    @Test("every kind of exception has its place on the page, copies before all else")
    func order() {
        let order = LogException.Code.inOrderOfPage
        #expect(Set(order) == Set(LogException.Code.allCases))
        #expect(order.count == LogException.Code.allCases.count)
        #expect(Array(order.prefix(3)) == [.unfinished, .missing, .notProved])
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }

    /// Without a part.
    fileprivate func replacingCharacters(in range: Range<Index>) -> String {
        String(self[..<range.lowerBound] + self[range.upperBound...])
    }
}

extension DayReportTests {
    /// The page of the small day.
    fileprivate static let small = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src da\
        ta:">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="rushes">
        <title>Rushes of 2026-03-12</title>
        <style>

        </style>
        </head>
        <body>
        <header><h1>Rushes of 2026-03-12</h1>\
        <p>Shot on 2026-03-12 · 1 camera roll, 1 sound roll · Newest record of 2026-03-12 21:30:00 UTC</p>\
        <p>This page repeats what is on record. Making it checked no copy: <b>rushes verify</b> does.</p></header>
        <section class="look">
        <h2>Look at this first</h2>
        <article class="act-band"><div><h3>Not proved</h3><span class="act">Act on this · 1</span></div>
        <ul><li><b>20260312/A001R2GJ</b> 1 of its 2 rows is not proved. <i>Keep the card.</i></li>
        </ul></article>
        <article class="check-band"><div><h3>No timecode</h3><span class="check">Check · 1</span></div>
        <ul><li><b>A001C001</b> It has no timecode. <i>Look at it.</i></li>
        </ul></article>
        <article class="check-band"><div><h3>Sound without picture</h3><span class="check">Check · 1</span></div>
        <ul><li><b>WILD01</b> No picture ran meanwhile.</li>
        </ul></article>
        </section>
        <section class="narrow">
        <h2>What was shot</h2>
        <dl><div><dt>Picture</dt><dd>10.0 s<small>2 clips, 1 of unknown length</small></dd></div>
        <div><dt>Circled</dt><dd>10.0 s<small>1 take</small></dd></div>
        <div><dt>Sound</dt><dd>40.0 s<small>2 takes</small></dd></div>
        <div><dt>On disk</dt><dd>2.0 GB<small>sound: 15.0 MB</small></dd></div>
        <div><dt>Scenes</dt><dd>2<small>2, 12A</small></dd></div>
        </dl>
        <table>
        <thead><tr><th>Camera</th><th class="n">Rolls</th><th class="n">Clips</th><th class="n">Length</th>\
        <th class="n">Circled</th><th class="n">Circled length</th><th class="n">Size</th></tr></thead>
        <tbody>
        <tr><td class="name">A · ARRI ALEXA Mini</td><td class="n">1</td><td class="n">2</td>\
        <td class="n">10.0 s, 1 of unknown length</td><td class="n">1</td><td class="n">10.0 s</td>\
        <td class="n">2.0 GB</td></tr>
        </tbody>
        </table>
        </section>
        <section class="clips">
        <h2>Clips by scene</h2>
        <table>
        <thead><tr><th>Take</th><th>Clip</th><th>Camera</th><th>TC in</th><th>TC out</th><th class="n">Length</th>\
        <th>Lens</th><th>Sound</th><th>Notes</th></tr></thead>
        <tbody>
        <tr class="scene"><th colspan="9">Scene 2<span>1 clip · length unknown</span></th></tr>
        <tr><td class="none">–</td><td class="name">A001C001<small>A001C001.mov</small><small class="act">not proved\
        </small></td><td class="words">A · ARRI ALEXA Mini</td><td class="tc"><span class="check">no timecode</span>\
        </td><td class="none">–</td><td class="n"><span class="check">unknown</span></td><td class="none">–</td>\
        <td class="none">–</td><td class="none">–</td></tr>
        </tbody>
        <tbody>
        <tr class="scene"><th colspan="9">Scene 12A<span>1 clip · 10.0 s</span></th></tr>
        <tr><td class="strong"><span class="circle">2</span><small>circled</small></td><td class="name">A001C003\
        <small>A001C003.mov</small></td><td class="words">A · ARRI ALEXA Mini</td><td class="tc">10:00:00:00</td>\
        <td class="tc">10:00:10:00</td><td class="n">10.0 s<small>240 f at 23.976</small></td>\
        <td class="words">Cooke S4 32, 32 mm</td><td class="words"><div>12AT02, 12AT02</div></td>\
        <td class="notes">Best &lt;ever&gt;
        soft at end</td></tr>
        </tbody>
        </table>
        </section>
        <section class="sound">
        <h2>Sound</h2>
        <table>
        <thead><tr><th>Sound</th><th>Roll</th><th>Scene</th><th>Take</th><th>TC in</th><th class="n">Length</th>\
        <th>Tracks</th><th>Picture</th></tr></thead>
        <tbody>
        <tr><td class="name">12AT02<small>2 files</small></td><td class="words">SR001</td><td>12A</td>\
        <td class="strong">2</td><td class="tc">10:00:00:00</td><td class="n">20.0 s</td><td class="words">Boom, Ann\
        </td><td class="words">A001C003</td></tr>
        <tr><td class="name">WILD01</td><td class="words">SR001</td><td class="none">–</td><td class="strong">–</td>\
        <td class="tc">10:00:00:00</td><td class="n">20.0 s</td><td class="words">2 channels</td><td>\
        <span class="check">no picture</span></td></tr>
        </tbody>
        </table>
        </section>
        <section class="formats">
        <h2>Raster, rate and colour</h2>
        <table>
        <thead><tr><th>Camera</th><th>Raster</th><th>Rate</th><th>Sensor rate</th><th>Codec</th><th>Colour</th>\
        <th>Look</th><th class="n">Clips</th><th class="n">Length</th></tr></thead>
        <tbody>
        <tr><td class="name">A · ARRI ALEXA Mini</td><td class="none">–</td><td class="none">–</td>\
        <td class="none">–</td><td class="none">–</td><td class="none">–</td><td class="none">–</td><td class="n">1\
        </td><td class="n">length unknown</td></tr>
        <tr><td class="name">A · ARRI ALEXA Mini</td><td>3840 × 2160</td><td>23.976</td><td class="none">–</td>\
        <td class="words">ProRes 4444</td><td class="words">LogC</td><td class="none">–</td><td class="n">1</td>\
        <td class="n">10.0 s</td></tr>
        </tbody>
        </table>
        </section>
        <section class="rolls">
        <h2>Rolls and their copies</h2>
        <table>
        <thead><tr><th>Roll</th><th class="n">Clips</th><th class="n">Size</th><th>Copy</th><th>What is on record\
        </th><th>Since</th><th>Record</th></tr></thead>
        <tbody>
        <tr><td class="strong" rowspan="2">20260312/A001R2GJ<small>ARRI</small></td><td class="n" rowspan="2">2</td>\
        <td class="n" rowspan="2">2.0 GB</td><td class="words">/media/RAID/20260312/A001R2GJ</td><td class="words">\
        <div class="check">1: listed by a manifest; nobody knows how it was checked</div><div class="good">1: proved\
        </div></td><td class="tc">2026-03-12 19:00:00 UTC</td><td class="words">A001R2GJ_ingest.json</td></tr>
        <tr><td class="words">/media/LTO/A001R2GJ</td><td class="words"><div class="act">1: no record</div>\
        <div class="check">1: read back and equal, not shown to come from the device</div></td>\
        <td class="tc">2026-03-12 21:30:00 UTC</td><td class="words">A001R2GJ_ingest.json</td></tr>
        </tbody>
        <tbody>
        <tr><td class="strong" rowspan="1">20260312/SR001<small>Sound Devices</small></td>\
        <td class="n" rowspan="1">3</td><td class="n" rowspan="1">15.0 MB</td>\
        <td class="words">/media/RAID/20260312/SR001</td><td class="words"><div class="good">proved</div></td>\
        <td class="tc">2026-03-12 19:10:00 UTC</td><td class="words">SR001_ingest.json</td></tr>
        </tbody>
        </table>
        </section>
        <footer><p>TC out is the frame behind the last one. Lengths are exact and cut off, never rounded up. A dash s\
        tands where nobody said anything.</p></footer>
        </body>
        </html>

        """
}
