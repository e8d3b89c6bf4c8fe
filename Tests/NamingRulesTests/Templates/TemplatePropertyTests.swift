import RushesFixtures
import Testing

@testable import NamingRules

@Suite("Taking names apart")
struct TemplatePropertyTests {
    /// Fields whose values never hold a sign that parts fields.
    private static let fields = [
        "{type: text}", "{type: text, charset: A-Z, len: [2, 4]}", "{type: text, enum: [comp, comp2, fx]}",
        "{type: text, case: camel}", #"{type: text, pattern: '\d{3}[A-Z]?'}"#, "{type: int}",
        "{type: int, pad: 4, step: 10}", "{type: int, pad: [3, 4], range: [20, 900]}", "{type: version}",
        "{type: version, prefix: take, pad: 2}", "{type: frame, pad: 4}", "{type: date}",
        "{type: date, format: YYMMDD}",
        "{type: text, charset: 'ÄÖÜa-z', len: [1, 5]}",
    ]

    @Test("gives back the values that a name was made of, for any template", arguments: 0..<30)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...7, using: &generator)
        let used = (0..<count).map { _ in Self.fields.randomElement(using: &generator) ?? "" }
        let described = used.enumerated().map { "  f\($0.offset): \($0.element)\n" }.joined()
        // Each optional part ends with a sign of its own, so that no two can be mistaken for one another.
        let signs = ["#", "+", "=", "~", "@", ",", "^"]
        let pieces = (0..<count).map { number in
            Bool.random(using: &generator) ? "({f\(number)}\(signs[number]))?" : "{f\(number)}\(signs[number])"
        }
        let set = try TemplateStage.set("fields:\n\(described)templates:\n  t: '\(pieces.joined())end'\n")
        var samples = SampleNumbers(seed: UInt64(seed))
        for _ in 0..<20 {
            var values: [String: String] = [:]
            for (number, piece) in pieces.enumerated() where !piece.hasPrefix("(") || Bool.random(using: &generator) {
                let field = try #require(set.fields.first { $0.name == "f\(number)" })
                values[field.name] = field.sample(&samples, likely: Charset([]))
            }
            let name = try #require(set.name(by: 0, from: values), "\(values)")
            var matcher = TemplateMatcher(set)
            guard case .fits(let matches) = matcher.match(name[...], templates: [0]) else {
                Issue.record("\(String(decoding: name, as: UTF8.self)) does not fit \(pieces.joined())")
                continue
            }
            #expect(matches[0].fields.mapValues { String(decoding: name[$0], as: UTF8.self) } == values)
        }
    }

    @Test(
        "costs no more than the name's length times the program's, whatever the pattern",
        arguments: ["(a|aa)+", "(a|a|a|b)+c", "(a+a+)+b", "a{0,99}a{99}", "(.*a){9}x", "([ab]+[bc]+)+d"])
    func isLinear(pattern: String) throws {
        var machine = NameMachine(try NameProgram(PatternText.grammar(of: pattern)))
        for name in [
            String(repeating: "a", count: 250), String(repeating: "ab", count: 120),
            String(repeating: "a", count: 249) + "b",
        ] {
            let before = machine.work
            _ = machine.fits(Array(name.utf8)[...])
            let steps = machine.program.steps.count
            #expect(machine.work - before <= (name.utf8.count + 1) * (steps + 1) * 3)
        }
    }

    @Test("does the same work for every further name, once the bytes of names are known")
    func keepsWhatItLearned() throws {
        var matcher = TemplateMatcher(try TemplateStage.set(TemplateStage.house))
        let name = Array("AGM_104_065_010_comp_NFX_v001".utf8)
        #expect(matcher.first(of: [0], taking: name[...]) == 0)
        let first = matcher.work
        #expect(matcher.first(of: [0], taking: name[...]) == 0)
        // A look into a table for each byte, then the steps of the one way.
        #expect(matcher.work - first < name.count * 5)
        #expect(first > (matcher.work - first) * 3)
    }

    @Test("survives names that are no text, too long, or more different than can be kept")
    func hostileNames() throws {
        var matcher = TemplateMatcher(try TemplateStage.set(TemplateStage.house))
        for seed in 0..<400 {
            let bytes = seededBytes(seed % 300, seed: UInt64(seed))
            #expect(matcher.first(of: [0, 1, 2], taking: bytes[...]) == nil)
            guard case .fitsNone(let mismatches) = matcher.match(bytes[...], templates: [0, 1, 2]) else {
                Issue.record("noise fits")
                continue
            }
            #expect(
                mismatches.allSatisfy {
                    (0...bytes.count).contains($0.wrong.lowerBound) && $0.wrong.upperBound <= bytes.count
                })
        }
        let long = Array(repeating: UInt8(ascii: "a"), count: 5_000)
        #expect(try !TemplateStage.field("{type: text}").fits(String(decoding: long, as: UTF8.self)))
    }

    @Test("forgets states when there are too many, and still answers the same")
    func forgets() throws {
        // Read from the end, each form of the last twelve bytes that were seen is a state of its own: 4,096.
        var machine = NameMachine(try NameProgram(PatternText.grammar(of: "[ab]{11}a[ab]*")))
        var most = 0
        for number in 0..<4_000 {
            let bits = (0..<23).map { (number &* 2_654_435_761) >> $0 & 1 == 1 ? UInt8(ascii: "a") : UInt8(ascii: "b") }
            #expect(machine.fits(bits[...]) == (bits[11] == UInt8(ascii: "a")))
            most = max(most, machine.states)
        }
        #expect(most > machine.states && most <= NameMachine.mostStates)
    }
}
