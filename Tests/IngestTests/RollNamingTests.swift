import FileTree
import Ingest
import Manifests
import RushesFixtures
import Testing

@Suite("The names that rolls get")
struct RollNamingTests {
    @Test("{n} counts the rolls that are there, those of the same run included, and finds a card's own again")
    func numbers() throws {
        let disk = CrashDisk()
        var other = Cart.small
        other["notes.txt"] = "first unit!"
        var cart = try Cart(on: ["/media/RAID_A": disk])
        cart.cards["/cards/B001"] = try Cart.disk(other)
        cart.request.cards = [Cart.card, "/cards/B001"]
        cart.request.rollPath = try RollTemplate("CAM_{n}")
        let story = try cart.run()
        #expect(story.status == .done)
        #expect(story.outcomes.map(\.roll) == ["CAM_01", "CAM_02"])
        cart.request.cards = [Cart.card]
        let again = try cart.run()
        #expect(again.outcomes.map(\.roll) == ["CAM_01"])
        #expect(again.outcomes.map(\.wasFinished) == [true])
    }

    @Test(
        "a template gives a path",
        arguments: [
            ("{card}", "A001"), ("{day}/Camera/{card}", "20261122/Camera/A001"), ("{volume}_{n}", "RED_01"),
            ("Day 1/B", "Day 1/B"), ("{make}/{camera}/{reel}", "ARRI/A/A001R2GJ"),
        ])
    func paths(_ template: String, _ path: String) throws {
        #expect(try RollTemplate(template).path(value).description == path)
    }

    @Test(
        "a template that gives no path below the destination is refused",
        arguments: [
            (
                "",
                "must be a path below the destination, without an empty part, . or .., and must not begin with a dot."
            ),
            (
                "/A001",
                "must be a path below the destination, without an empty part, . or .., and must not begin with a dot."
            ),
            (
                "../A001",
                "must be a path below the destination, without an empty part, . or .., and must not begin with a dot."
            ),
            (
                ".rushes",
                "must be a path below the destination, without an empty part, . or .., and must not begin with a dot."
            ),
            ("Logs/A001", "Logs is where logs go; choose another name, e.g. --as A001."),
            ("{card", "a { has no }."),
            ("{clip}", "there is no token {clip}; known are {card} {volume} {reel} {camera} {make} {day} {n}."),
        ])
    func refused(_ template: String, _ reason: String) {
        let refusal = #expect(throws: RollTemplate.Refusal.self) { try RollTemplate(template) }
        #expect(refusal?.sentence == "--as \(template): \(reason)")
    }

    @Test("a token that is empty or would change the path's shape is refused", arguments: ["", "a/b", ".."])
    func badValues(_ value: String) throws {
        let template = try RollTemplate("{volume}")
        #expect(throws: RollTemplate.Refusal.self) { try template.path { _ in value } }
    }

    @Test(
        "names that could be any card's",
        arguments: [
            ("NO NAME", true), ("Untitled", true), ("EOS_DIGITAL", true), ("1A2B-3C4D", true),
            ("123e4567-e89b-12d3-a456-426614174000", true), ("dcim", true), ("A001R2GJ", false), ("A001-R2GJ", false),
            ("DEAD-BEE", false),
        ])
    func generic(_ name: String, _ isGeneric: Bool) {
        #expect(CardName.isGeneric(name) == isGeneric)
    }

    /// A Sony card with stills, whose folder any maker has.
    private static let sony: CardBuilder = [
        "PRIVATE/M4ROOT/MEDIAPRO.XML": "<MediaProfile/>", "PRIVATE/M4ROOT/CLIP/C0001.MP4": .random(100),
        "DCIM/100MSDCF/DSC00001.ARW": "raw",
    ]

    private static let red: CardBuilder = [
        "A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": .random(100)
    ]

    @Test("{make} is the maker of the layouts that have one: stills beside clips do not hide it")
    func maker() throws {
        var cart = try Cart(Self.sony, on: ["/media/RAID_A": CrashDisk()])
        cart.request.rollPath = try RollTemplate("{make}/{card}")
        #expect(try cart.run().plans.map(\.roll) == ["Sony/A001"])
    }

    @Test(
        "a token that a card leaves empty is refused with the card, the reason and the next step",
        arguments: [
            (Cart.small, ["A001"], "{make}", "{make} is empty for /cards/A001: its layout tells no maker. Give it"),
            (Cart.small, ["A001"], "{reel}", "{reel} is empty for /cards/A001: nothing on it names its reel. Give it"),
            (
                Cart.small, ["A001"], "{camera}",
                "{camera} is empty for /cards/A001: its clips do not all name one camera. Give it"
            ),
            (
                both, ["A001"], "{make}",
                "{make} is empty for /cards/A001: it is of two makers, RED and Sony. Give it"
            ),
            (
                Cart.small, ["B001", "A001"], "{make}_{card}",
                "{make} is empty for /cards/A001: its layout tells no maker. Copy it alone, with"
            ),
        ])
    func empty(_ card: CardBuilder, _ names: [String], _ template: String, _ reason: String) throws {
        var cart = try Cart(card, on: ["/media/RAID_A": CrashDisk()])
        cart.cards["/cards/B001"] = try Cart.disk(Self.red)
        cart.request.cards = names.map { "/cards/" + $0 }
        cart.request.rollPath = try RollTemplate(template)
        let refusal = #expect(throws: RollTemplate.Refusal.self) { try cart.run() }
        #expect(refusal?.sentence == "--as \(template): \(reason) a name of its own, e.g. --as A001.")
    }

    /// What two cameras left on one card.
    private static let both: CardBuilder = {
        var card = red
        card["PRIVATE/M4ROOT/MEDIAPRO.XML"] = "<MediaProfile/>"
        card["PRIVATE/M4ROOT/CLIP/C0001.MP4"] = .random(100)
        return card
    }()

    private func value(_ token: RollTemplate.Token) -> String? {
        switch token {
        case .card: "A001"
        case .volume: "RED"
        case .reel: "A001R2GJ"
        case .camera: "A"
        case .make: "ARRI"
        case .day: "20261122"
        case .n: "01"
        }
    }
}
