import NamingRules
import Testing

@Suite("A rule file")
struct RuleFileTests {
    @Test(
        "that is wrong is refused with the line, what is wrong and what to do",
        arguments: [
            ("title: x", " The rule file has no schema. Write schema: naming-rules/1."),
            (
                "# ours\ntitle: x\nschema: naming-rules/2",
                "3: Its schema is naming-rules/2. Write schema: naming-rules/1."
            ),
            ("schema: [a]", "1: schema of the rule file is not a text. Write a text."),
            (
                "schema: naming-rules/1\nscope: [{id: vfx, match: 'VFX/**'}]\nrules:\n  - {id: N1, type: charset, scope: vfx}",
                "2: The rule file has a key that means nothing: scope. Take it out, or mend its spelling."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - id: N3\n    type: portability\n    targets: [ntfs,\n      zfs]",
                "6: targets of the rule N3 has zfs; it takes ntfs, exfat, fat32, apfs, hfs, ext4, xfs, ltfs, smb, s3, udf, avid, xdcam. "
                    + "Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N5, type: uniqueness, keys: [nfd]}",
                "3: keys of the rule N5 has nfd; it takes casefold, nfc. Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N7, type: version_agree, levels: [file, header]}",
                "3: levels of the rule N7 has header; it takes folder, file, metadata. Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N6, type: version_chain, order_by: date}",
                "3: order_by of the rule N6 has date; it takes number, mtime. Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N12, type: roll, unique: [cam, card]}",
                "3: unique of the rule N12 has card; it takes cam, reel, date. Write one of them."
            ),
            (
                "schema: naming-rules/1\ntitle: x",
                "1: The rule file has no rules: nothing would ever be found. Write them under rules:, or name a preset: "
                    + "camera-originals, vfx-exchange, editorial-delivery."
            ),
            (
                "schema: naming-rules/1\nrules: []",
                "1: The rule file has no rules: nothing would ever be found. Write them under rules:, or name a preset: "
                    + "camera-originals, vfx-exchange, editorial-delivery."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: 'N 1', type: charset}",
                "3: A rule cannot be called N 1. Call it by letters, digits, _ and -, 64 at most."
            ),
            (
                "schema: naming-rules/1\nfields: {s",
                "2: A list or map in brackets lacks a comma or its end. Write the comma, or close the bracket."
            ),
            ("- a", "1: The rule file is not a map. Write it as {key: value, …} or as indented lines."),
            (
                "schema: naming-rules/1\nruls: []",
                "2: The rule file has a key that means nothing: ruls. Take it out, or mend its spelling."
            ),
            (
                "schema: naming-rules/1\nrules: N1",
                "2: rules of the rule file is not a list. Begin each of them with a dash."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {type: charset}",
                "3: The rule has no id. Write id: …"
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N1}",
                "3: The rule N1 has no type. Write type: and one of template, charset, portability, length, uniqueness, "
                    + "version_chain, version_agree, immutable, banned_words, sequence, companions, roll."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - id: N1\n    type: chars",
                "4: type of the rule N1 is chars; it takes template, charset, portability, length, uniqueness, version_chain, "
                    + "version_agree, immutable, banned_words, sequence, companions, roll. Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N1, type: charset, severity: warning}",
                "3: severity of the rule N1 is warning; it takes error, warn, info. Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N1, type: charset, severities: {V99: info}}",
                "3: No finding is called V99. Findings are V01 to V18, and words like no-template."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N1, type: charset, severities: {V01: loud}}",
                "3: V01 of the severities of the rule N1 is loud; it takes error, warn, info. Write one of them."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N1, type: charset}\n  - {id: N1, type: length}",
                "4: There are two rules N1. Rename one of them."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: vfx, match: 'VFX/**'}]\nrules:\n  - {id: N1, type: charset, scope: fx}",
                "4: The rule N1 looks at a scope fx, and there is none. There are vfx; or write a pattern like fx/**."
            ),
            (
                "schema: naming-rules/1\nrules:\n  - {id: N1, type: charset, scope: VFX}",
                "3: The rule N1 looks at a scope VFX, and there is none. Describe it under scopes, or write a pattern like "
                    + "VFX/**."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: a, match: 'a/**'}, {id: a, match: 'b/**'}]",
                "2: There are two scopes a. Rename one of them."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: a}]",
                "2: The scope a says nowhere what is in it. Write match: 'FOLDER/**', or detect: cards."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: a, match: b, detect: cards}]",
                "2: The scope a has match and detect. Write match: 'FOLDER/**', or detect: cards."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: a, match: '#b'}]",
                "2: The pattern #b of the scope a matches nothing. Write it like VFX/**, with \\# for a name that begins "
                    + "with #."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: a, match: b, kinds: [clip]}]",
                "2: kinds of the scope a has clip; it takes file, sequence, folder. Write kinds: [file, sequence, folder]."
            ),
            (
                "schema: naming-rules/1\nscopes: [{id: a, match: b, sealed: maybe}]",
                "2: sealed of the scope a is not true or false. Write true or false."
            ),
            (
                "schema: naming-rules/1\ntests:\n  - {expect: ok}",
                "3: The test has no name that a file could have. Write name: and one name, or path: and where it lies below "
                    + "the folder."
            ),
            (
                "schema: naming-rules/1\ntests:\n  - {name: a/b, expect: ok}",
                "3: The test has no name that a file could have. Write name: and one name, or path: and where it lies below "
                    + "the folder."
            ),
            (
                "schema: naming-rules/1\ntests:\n  - {name: a}",
                "3: The test expects nothing. Write expect: ok, or expect: [N1]."
            ),
            (
                "schema: naming-rules/1\ntests:\n  - {name: a, expect: [N7]}",
                "3: The test expects findings of a rule N7, and there is none. Write expect: ok, or the ids of rules."
            ),
        ])
    func refused(yaml: String, sentence: String) {
        #expect(throws: RuleFileError.self) { try RuleFile(yaml: Array(yaml.utf8), at: "house.yaml") }
        do {
            _ = try RuleFile(yaml: Array(yaml.utf8), at: "house.yaml")
        } catch {
            #expect(error.description == "house.yaml:\(sentence)")
        }
    }

    @Test(
        "with a scope that no name could be in is refused with the line",
        arguments: [
            "..", ".", "../**", "./VFX/**", "a/../b", "a/./b", "../", "[", "a/b[", "[]", "[!]", "[a-z", "[^a/]",
        ])
    func impossible(pattern: String) {
        let patterns = [
            "scopes: [{id: a, match: ['VFX/**', '\(pattern)']}]",
            "rules: [{id: N1, type: charset, scope: 'x*/\(pattern)'}]",
        ]
        for yaml in patterns {
            let error = #expect(throws: RuleFileError.self) {
                try RuleFile(yaml: Array("schema: naming-rules/1\n\(yaml)".utf8), at: "house.yaml")
            }
            #expect(error?.line == 2)
            #expect(error?.description.contains("matches nothing. Write it like VFX/**") == true)
        }
    }

    @Test(
        "with a scope whose pattern only looks like one of those is taken",
        arguments: ["..a/**", "a..", "...", "~/x", #"\["#, "[]]", "[!]]", "[[]", "a]", "[a-z]*.mov", "**/b", "/VFX"])
    func possible(pattern: String) throws {
        let yaml = "schema: naming-rules/1\nscopes: [{id: a, match: '\(pattern)'}]\nrules: [{id: N1, type: charset}]"
        #expect(try RuleFile(yaml: Array(yaml.utf8), at: "house.yaml").settings.map(\.id) == ["N1"])
    }

    @Test("with more rules, scopes or tests than a house can have is refused")
    func limits() {
        let rules = (0...200).map { "  - {id: N\($0), type: charset}" }.joined(separator: "\n")
        let scopes = (0...200).map { "  - {id: s\($0), match: a}" }.joined(separator: "\n")
        let tests = (0...1000).map { "  - {name: n\($0), expect: ok}" }.joined(separator: "\n")
        for (key, list) in [("rules", rules), ("scopes", scopes), ("tests", tests)] {
            let error = #expect(throws: RuleFileError.self) {
                try RuleFile(yaml: Array("schema: naming-rules/1\n\(key):\n\(list)".utf8), at: "house.yaml")
            }
            #expect(error?.code == .beyondLimits)
            #expect(error?.line == 3)
        }
    }

    /// Two rules of names, one of them for sequences in VFX alone.
    private static let house = """
        schema: naming-rules/1
        scopes: [{id: vfx, match: 'VFX/**', kinds: [file, sequence]}, {id: ocn, match: 'OCN/**', sealed: true}]
        rules:
          - {id: N1, type: charset, allow: 'A-Za-z0-9._'}
          - {id: N2, type: length, scope: vfx, max_name: 12}
          - {id: N3, type: charset, scope: ocn, allow: 'A-Z0-9._'}
        tests:
          -
        """

    @Test(
        "whose own tests hold is read: a name is in all scopes that look at its kind, a path lies where it lies",
        arguments: [
            "{name: Shot_01.mov, expect: [N3]}", "{name: SHOT_01.MOV, expect: ok}", "{name: A B.MOV, expect: [N1, N3]}",
            "{name: A B.MOV, expect: [N3, N1]}", "{name: LONGER_NAME_01.MOV, expect: [N2]}",
            "{name: LONGER_NAME_01, expect: ok}", "{name: LONGER_NAME_01, kind: file, expect: [N2]}",
            "{name: LONGER_NAME.V001, expect: ok}", "{name: LONGER_NAME.1001.EXR, kind: sequence, expect: [N2]}",
            "{path: VFX/LONGER_NAME_01.MOV, expect: [N2]}", "{path: DOC/LONGER_NAME_01.MOV, expect: ok}",
            "{path: OCN/a b.mov, expect: [N3]}", "{path: VFX/a b, expect: [N1]}", "{name: .hidden, expect: N3}",
        ])
    func holds(test: String) {
        #expect(throws: Never.self) { try RuleFile(yaml: Array("\(Self.house) \(test)".utf8), at: "house.yaml") }
    }

    @Test(
        "whose own tests do not hold is refused with what was expected and what came",
        arguments: [
            (
                "{name: A B.MOV, expect: ok}",
                "Of A B.MOV, findings were expected from no rule, and came from N1, N3. N1: It has a character that the rule does not allow: a space."
            ),
            ("{name: SHOT.MOV, expect: [N1]}", "Of SHOT.MOV, findings were expected from N1, and came from no rule."),
            (
                "{path: OCN/A001/a b.mov, expect: [N1, N3]}",
                "Of OCN/A001/a b.mov, findings were expected from N1, N3, and came from N3."
            ),
        ])
    func fails(test: String, sentence: String) {
        let error = #expect(throws: RuleFileError.self) {
            try RuleFile(yaml: Array("\(Self.house) \(test)".utf8), at: "house.yaml")
        }
        #expect(error?.description == "house.yaml:8: \(sentence) Mend the test, or the rules.")
        #expect(error?.code == .failedTest)
    }

    @Test("gives single kinds of findings a weight of their own")
    func severities() throws {
        let rules = "rules: [{id: N1, type: charset, severity: error, severities: {stray-space: info}}]"
        #expect(
            try CheckStage(names: ["\u{E9}  b.mov"], rules).report().findings.findings
                .map { "\($0.code.rawValue) \($0.severity)" }.sorted()
                == ["illegal-character error", "stray-space info"])
    }
}
