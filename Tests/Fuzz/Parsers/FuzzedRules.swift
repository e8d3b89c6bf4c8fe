internal import FileTree
internal import NamingRules
internal import RushesFixtures

/// A rule file, and what it finds in a small folder.
enum FuzzedRules {
    static func read(_ bytes: [UInt8]) {
        let outcome = rules(bytes)
        switch (outcome, rules(bytes)) {
        case (.failure(let error), .failure(let again)):
            precondition(error == again, "a file is refused for the same reason twice")
            precondition(error.sentence.hasSuffix(".") && error.nextStep.last.map { ".…".contains($0) } == true)
            let lines = bytes.count { $0 == 0xA || $0 == 0xD } + 1
            precondition(error.line.map { (1...lines).contains($0) } ?? true, "a line is one of the file's")
        case (.success(let file), .success(let again)):
            precondition(findings(file) == findings(again), "the same rules find the same twice")
        default: preconditionFailure("a file is read or refused, not both")
        }
    }

    private static func rules(_ bytes: [UInt8]) -> Result<RuleFile, RuleFileError> {
        do throws(RuleFileError) { return .success(try RuleFile(yaml: bytes, at: "rules.yaml")) } catch {
            return .failure(error)
        }
    }

    private static func findings(_ file: RuleFile) -> [Finding] {
        var findings: [Finding] = []
        let request = CheckRequest(name: "SHOW", rules: file, now: Instant(nanoseconds: 1_773_400_000_000_000_000))
        expect("a folder in memory can be checked") {
            findings = try Check(request).run(on: folder.copy()).findings.findings
        }
        return findings
    }

    private static let folder: CrashDisk = {
        let disk = CrashDisk()
        var tree: CardBuilder = [
            "VFX/AGM_104_065_010_comp_NFX_v001/AGM_104_065_010_comp_NFX_v001.1001.exr": "1",
            "VFX/AGM_104_065_010_comp_NFX_v001/AGM_104_065_010_comp_NFX_v001.1003.exr": "",
            "VFX/AGM_104_065_010_comp_NFX_v002.mov": "m", "VFX/agm_104_065_010_comp_NFX_v002.mov": "n",
            "VFX/final cut\u{301}.mov": "f", "OCN/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r",
        ]
        if let path = RelativePath([0x61, 0xFF, 0x2E, 0x6D]) { tree[path] = .bytes([1]) }
        expect("a folder in memory can be written") { try tree.write(to: disk) }
        return disk.copy()
    }()

    static let seeds = [
        """
        fields: {show: {type: text, charset: A-Z, len: [3, 4]}, version: {type: version, pad: 3}}
        templates: {shot: '{show}_({version})?'}
        scopes: [{id: vfx, match: ['VFX/**', '!*.exr'], kinds: [file]}, {id: card, detect: cards, sealed: true}]
        rules: [{id: N1, type: template, scope: vfx, any_of: [shot]}]
        """,
        """
        rules:
          - {id: N2, type: charset, allow: 'A-Za-z0-9._-', severities: {stray-space: info}}
          - {id: N3, type: portability, targets: [ntfs, s3], severity: warn}
          - {id: N4, type: length, max_name: 10, max_path: 40}
          - {id: N5, type: uniqueness, within: directory, keys: [casefold, nfc]}
        tests: [{name: 'a b', expect: [N2]}, {path: a/b.mov, kind: file, expect: ok}]
        """,
        """
        rules:
          - {id: N6, type: version_chain, scope: 'VFX/**', gaps: info, order_by: [number, mtime], pad: fixed}
          - {id: N7, type: version_agree, levels: [folder, file, metadata]}
          - {id: N8, type: immutable, record: publish-ledger}
          - {id: N9, type: banned_words, tokens: [final], except: ['^finalists']}
        """,
        """
        rules:
          - {id: N10, type: sequence, exts: [exr], holes: error, first: 1001, size_outlier: 0.5}
          - {id: N11, type: companions, when: '*.mov', need: ['{stem}.md5?'], orphan: ['*.ale']}
          - {id: N12, type: roll, grammar: auto, unique: [cam, reel], order: date}
        """,
        "a: [[[[{b: 'c'}, \"\\u00e9\"]]]]\n- - - x\n? y", "title: x # y\n---\n'a': *b",
    ].map { Array("schema: naming-rules/1\n\($0)\n".utf8) }
}
