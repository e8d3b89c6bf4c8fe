import FileTree
import NamingRules
import RushesFixtures
import Testing

@testable import Reports

@Suite("A check on one page")
struct CheckPageTests {
    /// The page of a folder that is held against rules of versions, characters and frames.
    private func page(_ names: [String], verdict: String = "2 errors.", isReadable: Bool = true) throws -> String {
        let disk = CrashDisk()
        var folder: CardBuilder = [:]
        for name in names { folder[RelativePath(stringLiteral: name)] = .bytes(Array(name.utf8)) }
        try folder.write(to: disk)
        let rules = try RuleFile(yaml: Array(Self.rules.utf8), at: "house.yaml")
        let report = try Check(CheckRequest(name: "SHOW", rules: rules, now: folder.modified)).run(
            on: isReadable ? disk : FailingDisk(disk, failingAt: 1, .fromThenOn, only: [.openForReading]))
        let question = CheckPage.Question(
            folder: "SHOW", rules: rules.settings, verdict: verdict, at: folder.modified)
        return String(decoding: CheckPage(report, of: question).bytes, as: UTF8.self)
    }

    private static let rules = """
        schema: naming-rules/1
        rules:
          - {id: N2, type: charset, allow: 'A-Za-z0-9._-'}
          - {id: N6, type: version_chain, gaps: warn}
          - {id: N10, type: sequence, exts: [exr], holes: error}
        """

    private static let show = [
        "comp/a_v001.mov", "comp/a_v002.mov", "comp/a_v004.mov", "comp/b c.mov", "plates/p.1001.exr",
        "plates/p.1002.exr", "plates/p.1004.exr",
    ]

    @Test("says what was checked, against what and when, and how much was found of each weight")
    func heading() throws {
        let page = try page(Self.show)
        #expect(
            page.contains("<h1>Check of SHOW</h1><p>2 errors.</p><p>Checked 2026-03-12 09:30:15 UTC</p>"))
        #expect(page.contains("<dt>Errors</dt><dd class=\"act\">2</dd>"))
        #expect(page.contains("<dt>Warnings</dt><dd class=\"check\">1</dd>"))
        #expect(page.contains("<dt>Notes</dt><dd class=\"none\">0</dd>"))
    }

    @Test("the characters that are wrong are marked, and none else")
    func marked() throws {
        #expect(try page(Self.show).contains("<code>comp/b<mark> </mark>c.mov</code>"))
    }

    @Test("each group can be hidden by its weight, its rule and its kind, and nothing has to run for it")
    func filters() throws {
        let page = try page(Self.show)
        for (box, word) in [
            ("s0", "Errors"), ("s1", "Warnings"), ("r0", "N2"), ("r1", "N6"), ("c0", "V01 version missing"),
        ] {
            #expect(page.contains("<input type=\"checkbox\" checked id=\"\(box)\"> \(word)</label>"), "\(box)")
            #expect(page.contains("body:has(#\(box):not(:checked)) .\(box) { display: none; }"), "\(box)")
        }
        #expect(page.contains("<article class=\"check-band s1 r1 c0\">"))
        #expect(!page.contains("<script"))
    }

    @Test("chains are a table of what is there, missing and newest; sequences are ranges with their holes")
    func tables() throws {
        let page = try page(Self.show)
        #expect(
            page.contains(
                "<span class=\"there\">v001 to v002</span> <span class=\"gone\">v003 missing</span> "
                    + "<span class=\"there\">v004</span> </td><td class=\"strong\">v004</td><td>v003</td>"))
        #expect(page.contains("<td>1001 to 1002, 1004</td><td>1003</td>"))
    }

    @Test("versions that could not be read are no complete ones, and none of them is the newest")
    func unread() throws {
        let page = try page(["a_v001.mov", "a_v002.mov"], isReadable: false)
        #expect(page.contains("<span class=\"part\">v001 to v002 unread</span> </td><td class=\"none\">–</td>"))
    }

    @Test("a folder in which nothing is wrong has no filters, and says so")
    func clean() throws {
        let page = try page(["a_v001.mov"], verdict: "Nothing found in 1 name.")
        #expect(page.contains("<p>Nothing was found.</p>") && !page.contains("<form"))
    }

    @Test("names are text on the page, whatever stands in them; bytes that are no text are shown as such")
    func hostile() throws {
        var page = try page(["<script>alert(1)<", "x\u{202E}y.mov", "\"><img src=x>"], verdict: "</p><script>")
        #expect(!page.contains("<script") && !page.contains("<img") && !page.unicodeScalars.contains("\u{202E}"))
        for word in ["http:", "https:", "<link", "<iframe", "url(", "@import"] {
            #expect(!page.contains(word), "\(word)")
        }
        var writer = HTMLWriter()
        writer.path(Array("é".utf8) + [0xE9, 0x07] + Array("<é".utf8), marked: 5..<6)
        page = String(decoding: writer.bytes, as: UTF8.self)
        #expect(page == "é\\xe9\\x07&lt;<mark>é</mark>")
    }

    @Test("of many findings of a kind five hundred are shown, the others counted")
    func many() throws {
        let page = try page((1...510).map { "a \($0).mov" })
        #expect(page.ranges(of: "<mark> </mark>").count == 500 && page.contains("… and 10 more"))
    }
}
