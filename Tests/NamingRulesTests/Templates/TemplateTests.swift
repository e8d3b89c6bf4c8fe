import RushesFixtures
import Testing

@testable import NamingRules

@Suite("A template")
struct TemplateTests {
    @Test(
        "takes the names apart that Netflix publishes",
        arguments: [
            (
                "AGM_104_065_010_comp_NFX_v001",
                ["shotver: show=AGM ep=104 scene=065 shot=010 task=comp vendor=NFX version=v001"]
            ),
            (
                "AGM_104_TCC_0010_comp_NFX_v001",
                ["shotver: show=AGM ep=104 seq=TCC shot=0010 task=comp vendor=NFX version=v001"]
            ),
            (
                "AGM_104_TCC_0010_comp_NFX_v001.1023.exr",
                ["frames: show=AGM ep=104 seq=TCC shot=0010 task=comp vendor=NFX version=v001 frame=1023"]
            ),
            // The scene has a letter: real shows bend the digits.
            ("ATBP_0A1_010_FG01_v001", ["plates: show=ATBP scene=0A1 shot=010 plate=FG01 version=v001"]),
            ("AGM_065_010_smoke01_v0012", ["plates: show=AGM scene=065 shot=010 plate=smoke01 version=v0012"]),
        ])
    func published(name: String, answer: [String]) throws {
        #expect(try TemplateStage.set(TemplateStage.house).answer(name) == answer)
    }

    @Test(
        "says how far a wrong name fits, what was expected there, and which characters are wrong; the nearest first",
        arguments: [
            (
                "AGM_104_TCC_0010_comp_NFX_v01",
                "not shotver [26..<29] v01 is not {version}: v and 3 to 4 digits."
            ),
            (
                "agm_104_TCC_0010_comp_NFX_V001",
                "not shotver [0..<3] agm is not {show}: AGM or ATBP; V001 is not {version}: v and 3 to 4 digits."
            ),
            ("AGM_104_TCC_0015_comp_NFX_v001", "not shotver [12..<16] {shot} 0015 is not a multiple of 10."),
            ("AGM_204_TCC_0010_comp_NFX_v001", "not shotver [4..<7] {ep} 204 is not from 101 to 110."),
            (
                "AGM_104_TCC_0010_compo_NFX_v001",
                "not shotver [17..<22] compo is not {task}: comp, anim, fx, roto, prep, light or plate."
            ),
            (
                "AGM_104_TCC_0010_xyz_NFX_v001",
                "not shotver [17..<20] xyz is not {task}: comp, anim, fx, roto, prep, light or plate."
            ),
            ("AGM_104_TCC_0010_comp_NF_v001", "not shotver [22..<24] NF is not {vendor}: 3 of A-Z0-9."),
            (
                "AGM_104_TCC_0010_comp",
                "not shotver [21..<21] It ends where the template shotver expects _ and {vendor}: 3 of A-Z0-9."
            ),
            (
                "AGM_104_TCC_0010_comp-NFX_v001",
                "not shotver [21..<22] - stands where the template shotver expects _ and {vendor}: 3 of A-Z0-9."
            ),
            (
                "AGM_104_TCC_0010_comp_NFX_v001.1023.exx",
                "not frames [36..<39] exx stands where the template frames expects .exr."
            ),
            (
                "AGM_104_TCC_0010_comp_NFX_v001.1023.exr.gz",
                "not frames [39..<42] It goes on with .gz where the template frames ends."
            ),
            ("", "not shotver [0..<0] It ends where the template shotver expects {show}: AGM or ATBP."),
        ])
    func wrong(name: String, nearest: String) throws {
        #expect(try TemplateStage.set(TemplateStage.house).answer(name).first == nearest)
    }

    @Test("is met by all that fit, in the order of the file, instead of by an error")
    func severalFit() throws {
        let set = try TemplateStage.set(
            "fields: {a: {type: text}, n: {type: int}}\ntemplates: {text: '{a}.{ext}', number: '{n}.mov', not: '{n}.exr'}"
        )
        #expect(set.answer("7.mov") == ["text: a=7 ext=mov", "number: n=7"])
    }

    @Test(
        "takes text as it stands, groups within groups, and signs behind a backslash",
        arguments: [
            (#"\({a}\)\{{n}\}\\"#, #"(x){7}\"#, ["t: a=x n=7"]),
            ("{a}(_{n}(-{b})?)?", "x", ["t: a=x"]), ("{a}(_{n}(-{b})?)?", "x_7", ["t: a=x n=7"]),
            ("{a}(_{n}(-{b})?)?", "x_7-y", ["t: a=x n=7 b=y"]),
            ("{a}?[*]", "x?[*]", ["t: a=x"]), ("é{n}", "é7", ["t: n=7"]),
            ("{a}_{n}_{a}", "x_7_x", ["t: n=7 a=x"]),
            ("{a}_{n}_{a}", "x_7_y", ["not t [4..<5] {a} is x before, and y here."]),
            // Side by side, where one tells by itself where it begins or ends.
            ("{a}{v}", "compv001", ["t: a=comp v=v001"]), ("{d}{n}", "202603127", ["t: d=20260312 n=7"]),
            ("{a}/{a}_{n}", "x/x_7", ["t: a=x n=7"]), ("{a}/{a}_{n}", "VFX/x/x_7", ["t: a=x n=7"]),
            ("{a}/{a}_{n}", "y/x_7", ["not t [2..<3] {a} is y before, and x here."]),
            ("{a}/{a}_{n}", "x_7", ["not t [0..<0] The template t expects a folder above it."]),
        ])
    func language(template: String, name: String, answer: [String]) throws {
        let set = try TemplateStage.set(
            """
            fields: {a: {type: text}, b: {type: text}, n: {type: int}, v: {type: version}, d: {type: date}}
            templates: {t: '\(template)'}
            """)
        #expect(set.answer(name) == answer)
    }

    @Test(
        "is refused with its line where a name could not be taken apart in one way only, or not at all",
        arguments: [
            ("'{who}'", "unknown-name 7: The template t has {who}, which is neither a field nor a template."),
            ("'{t}'", "value 7: The template t goes in a circle: t, t."),
            ("'{a}{n}'", "ambiguous 7: The template t has {a} and {n} side by side, and nothing tells where one ends."),
            (
                "'{a}(_{n})?{b}'",
                "ambiguous 7: The template t has {a} and {b} side by side, and nothing tells where one ends."
            ),
            (
                "'{a}(_)?{b}'",
                "ambiguous 7: The template t has {a} and {b} side by side, and nothing tells where one ends."
            ),
            ("'{n'", "value 7: The template t has a { that is not closed."),
            ("'n}'", #"value 7: The template t has a } that closes nothing; write \} for the character."#),
            ("'(n'", #"value 7: The template t has a ( that is not closed; write \( for the character."#),
            ("'(n)'", #"value 7: The template t has a group without ? behind it; write \( and \) for the characters."#),
            ("'n)'", #"value 7: The template t has a ) that closes nothing; write \) for the character."#),
            ("'()?x'", "value 7: The template t has an empty group."), ("''", "value 7: The template t is empty."),
            (#"'\n'"#, #"value 7: The template t has a backslash that is not before one of (){}\."#),
            ("'/{n}'", "value 7: The template t has a / at an end, or two in a row."),
            ("'{a}(/{n})?'", "value 7: The template t has a / in an optional group."),
            ("'{a}/a/a/a/a'", "beyond-limits 7: The template t has more than 4 folders and names."),
            ("[x]", "value 7: The template t is not a text."),
            (
                "'\(String(repeating: "x", count: 501))'", "value 7: The template t is longer than 500 characters."
            ),
        ])
    func refusals(template: String, refusal: String) {
        let fields =
            "fields:\n  a: {type: text}\n  b: {type: text}\n  n: {type: int}\n  l: {type: text, charset: 'a-z_'}\n"
        #expect(TemplateStage.refusal("\(fields)templates:\n  t: \(template)") == refusal)
    }

    @Test(
        "is refused where a name that it makes would be taken apart otherwise",
        arguments: [
            "'({scene}_)?({seq}_)?{shot}'", "'{desc}_{other}'", "'{desc}-{desc}_x({other})?'",
        ])
    func roundTrip(template: String) {
        let refusal = TemplateStage.refusal(
            """
            fields:
              seq:   {type: text, charset: A-Z0-9, len: 3}
              scene: {type: text, charset: A-Z0-9, len: 3}
              shot:  {type: int, pad: 4}
              desc:  {type: text, charset: 'a-z_'}
              other: {type: text, charset: 'a-z_'}
            templates:
              t: \(template)
            """)
        #expect(refusal.hasPrefix("ambiguous 8: The template t can "), "\(refusal)")
    }

    @Test("of templates that use each other in a circle, or without end, is refused")
    func circles() {
        #expect(
            TemplateStage.refusal("templates:\n  a: 'x{b}'\n  b: 'y{a}'")
                == "value 2: The template a goes in a circle: a, b, a.")
        let doubling = (0..<30).map { "  t\($0): '{t\($0 + 1)}{t\($0 + 1)}'\n" }.joined() + "  t30: 'x'\n"
        #expect(
            TemplateStage.refusal("templates:\n\(doubling)")
                == "beyond-limits 2: The template t0 has more than 200 parts.")
        #expect(
            TemplateStage.refusal("fields:\n  a: {type: int}\ntemplates:\n  a: 'x'")
                == "value 4: There are a field and a template a.")
    }

    @Test("puts a name together from values, and leaves out groups that have none")
    func putsTogether() throws {
        let set = try TemplateStage.set(TemplateStage.house)
        var values = ["show": "AGM", "ep": "104", "shot": "0010", "task": "comp", "vendor": "NFX", "version": "v001"]
        #expect(
            set.name(by: 0, from: values).map { String(decoding: $0, as: UTF8.self) } == "AGM_104_0010_comp_NFX_v001")
        values["seq"] = "TCC"
        #expect(
            set.name(by: 0, from: values).map { String(decoding: $0, as: UTF8.self) }
                == "AGM_104_TCC_0010_comp_NFX_v001")
        values["shot"] = "0015"
        #expect(set.name(by: 0, from: values) == nil)
        values["shot"] = nil
        #expect(set.name(by: 0, from: values) == nil)
    }
}
