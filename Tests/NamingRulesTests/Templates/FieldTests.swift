import Testing

@testable import NamingRules

@Suite("A field of a template")
struct FieldTests {
    @Test(
        "takes what its type says, and nothing else",
        arguments: [
            ("{type: text}", ["AGM", "a1"], ["", "a_b", "ä"]),
            ("{type: text, charset: A-Z0-9, len: [3, 4]}", ["AGM", "ATBP", "0A1"], ["AG", "AGMAB", "Agm"]),
            ("{type: text, charset: 'a-z_-', len: 3}", ["a_b", "-_-"], ["ab", "abcd", "ABC"]),
            ("{type: text, charset: 'A-ZÄÖÜ', len: 2}", ["ÄB", "ÖÜ"], ["Ä", "ÄBC", "äb"]),
            ("{type: text, enum: [comp, comp2, fx]}", ["comp", "comp2", "fx"], ["com", "comp22", "Comp"]),
            ("{type: text, case: upper}", ["AGM", "A1"], ["Agm", "agm"]),
            ("{type: text, case: lower}", ["agm", "a1"], ["Agm", "AGM"]),
            ("{type: text, case: camel}", ["mainComp", "m"], ["MainComp", "1a"]),
            ("{type: text, case: pascal, len: [1, 4]}", ["Main", "M"], ["main", "1a", "MainComp"]),
            ("{type: int}", ["0", "7", "1001"], ["007", "", "-1", "1a"]),
            ("{type: int, pad: 3}", ["000", "065", "1000"], ["65", "0065"]),
            ("{type: int, pad: [3, 4]}", ["065", "0065", "1000"], ["65", "00065", "10000"]),
            ("{type: int, pad: 3, range: [101, 110]}", ["101", "110"], ["100", "111", "1010"]),
            ("{type: int, pad: 4, step: 10}", ["0000", "0010", "12340"], ["0015", "010"]),
            ("{type: version}", ["v000", "v001", "v1000"], ["v01", "V001", "v0001", "001", "v"]),
            ("{type: version, prefix: '', pad: 2}", ["01", "100"], ["v01", "1"]),
            ("{type: version, prefix: ver, pad: [3, 4]}", ["ver001", "ver0001"], ["ver01", "v001"]),
            ("{type: frame, pad: 4}", ["0000", "1001", "01000", "-0010"], ["101", "--0010", "1001x"]),
            ("{type: frame, pad: 0}", ["0", "1001"], [""]),
            ("{type: date}", ["20260228", "20240229"], ["20260229", "20261301", "20260100", "260228", "2026-02-28"]),
            ("{type: date, format: YYMMDD}", ["260228", "000229"], ["260229", "20260228"]),
            ("{type: date, format: YYYY-MM-DD}", ["2026-02-28", "2000-02-29"], ["1900-02-29", "20260228"]),
        ] as [(String, [String], [String])])
    func values(field: String, right: [String], wrong: [String]) throws {
        let set = try TemplateStage.field(field)
        #expect((right + wrong).filter(set.fits) == right)
    }

    @Test(
        "is refused with its line and a reason where it can hold nothing, or says two things",
        arguments: [
            ("{type: string}", "type of the field x is string; it takes text, int, version, frame, date."),
            ("{pad: 3}", "The field x has no type."),
            ("{type: text, pad: 3}", "The field x has a key that means nothing: pad."),
            ("{type: text, charset: ''}", "The field x cannot be read: its charset is empty."),
            ("{type: text, charset: '/'}", "The field x cannot be read: its charset is empty."),
            ("{type: text, charset: Z-A}", "The field x cannot be read: the range Z-A runs backwards."),
            (
                "{type: text, charset: A-Z, enum: [AGM, agm]}",
                "The field x cannot be read: its word agm has characters that are not in its charset."
            ),
            ("{type: text, enum: ['']}", "The field x cannot be read: one of its words is empty."),
            (
                "{type: text, enum: [AGM], len: 4}",
                "The field x cannot be read: its word AGM is not as long as its len says."
            ),
            (
                "{type: text, enum: [AGM], case: lower}",
                "The field x cannot be read: its word AGM is not written in the case it asks for."
            ),
            ("{type: text, enum: [a, a]}", "enum of the field x has a word twice, or more than 500."),
            (
                "{type: text, charset: 0-9, case: pascal}",
                "The field x cannot be read: its charset has no letters of the case it asks for."
            ),
            (
                "{type: text, pattern: a, len: 3}", "The field x has a pattern and also charset, len, enum or case."
            ),
            ("{type: text, len: [4, 3]}", "len of the field x goes from 4 to 3, which is backwards."),
            ("{type: int, range: [110, 101]}", "range of the field x goes from 110 to 101, which is backwards."),
            (
                "{type: text, len: [0, 3]}",
                "len of the field x is not a number from 1 to 255, or two as [from, to], the smaller first."
            ),
            ("{type: int, range: [1, 9], step: 10}", "No number fits the range, step and pad of the field x."),
            ("{type: int, range: [1000, 2000], pad: [2, 3]}", "No number fits the range, step and pad of the field x."),
            ("{type: int, step: 0}", "step of the field x is not a number from 1 to 999999999."),
            ("{type: version, prefix: v0}", "prefix of the field x is too long, or ends with a digit."),
            ("{type: date, format: DDMMYY}", "format of the field x is DDMMYY; it takes YYYYMMDD, YYMMDD, YYYY-MM-DD."),
        ])
    func refusals(field: String, sentence: String) {
        let refusal = TemplateStage.refusal("fields:\n  x: \(field)")
        #expect(refusal.hasSuffix(" 2: \(sentence)"), "\(refusal)")
    }

    @Test("is refused where it comes twice, or cannot be named in a template")
    func names() {
        #expect(
            TemplateStage.refusal("fields:\n  'a b': {type: int}") == "value 2: A field cannot be called a b.")
    }

    @Test(
        "says what it may be in words that a person reads",
        arguments: [
            ("{type: text}", "letters and digits"), ("{type: text, charset: A-Z, len: 3}", "3 of A-Z"),
            ("{type: text, len: [3, 4], case: upper}", "3 to 4 letters and digits, in capitals"),
            ("{type: text, enum: [comp, anim, fx]}", "comp, anim or fx"), ("{type: text, enum: [comp]}", "comp"),
            (
                "{type: text, enum: [a, b, c, d, e, f, g, h, i, j]}", "a, b, c, d, e, f, g, h or one of 2 more"
            ),
            (#"{type: text, pattern: '\d{3}'}"#, #"written like \d{3}"#),
            ("{type: int}", "a number without zeros before it"),
            ("{type: int, pad: 4, step: 10, range: [10, 90]}", "4 digits, from 10 to 90, in steps of 10"),
            ("{type: int, pad: [3, 4]}", "3 to 4 digits"), ("{type: version}", "v and 3 digits"),
            ("{type: frame}", "4 digits or more"), ("{type: date}", "a date YYYYMMDD"),
        ])
    func words(field: String, words: String) throws {
        #expect(try TemplateStage.field(field).type(ofField: "x")?.words == words)
    }
}
