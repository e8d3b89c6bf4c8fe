extension Preset {
    static let vfxExchangeText = #"""
        # Shots that go to visual effects and come back, named as Netflix asks for: show, episode, sequence or scene, shot,
        # task, vendor, version. Any show may use it.
        #
        # Copy this file as a start: rushes check --explain vfx-exchange > house.yaml
        schema: naming-rules/1
        title: Shots and plates exchanged with visual effects, as Netflix has them named

        fields:
          show: {type: text, charset: A-Za-z0-9, len: [3, 4]}
          ep: {type: text, pattern: '[0-9]{3}'}
          seq: {type: text, charset: A-Z, len: 3}
          # 065, 065A, 0A1: real shows bend the digits.
          scene: {type: text, pattern: '[0-9][0-9A-Z]{2}[A-Z]?'}
          shot: {type: text, pattern: '[0-9]{3,4}'}
          task: {type: text, pattern: '[a-z][a-z0-9]{1,15}'}
          vendor: {type: text, charset: A-Z0-9, len: 3}
          # PL01, FG01, BG01, smoke01: a new pull is a new version, not a new number.
          plate: {type: text, pattern: '[A-Z]{2}[0-9]{2}|[a-z]{2,12}[0-9]{2}'}
          version: {type: version, prefix: v, pad: [3, 4]}
          frame: {type: frame, pad: 4}

        templates:
          # A shot lies in a sequence, or in a scene, or in a scene of a sequence. Where a series leaves out both, its
          # episode cannot be told from a scene: AGM_104_0010_comp_NFX_v001 is taken as shot 0010 of scene 104, and passes.
          inseq: '{show}_({ep}_)?{seq}_({scene}_)?{shot}'
          inscene: '{show}_({ep}_)?{scene}_{shot}'
          seqver: '{inseq}_{task}_({vendor}_)?{version}(.{frame})?.{ext}'
          scenever: '{inscene}_{task}_({vendor}_)?{version}(.{frame})?.{ext}'
          seqplate: '{inseq}_{plate}_{version}(.{frame})?.{ext}'
          sceneplate: '{inscene}_{plate}_{version}(.{frame})?.{ext}'

        scopes:
          # Camera originals keep their names. Name your folders of them here, and below behind a !.
          - {id: originals, match: '**/OCN/**', sealed: true}
          # Pictures and projects; paperwork, looks and lists are called as their senders call them.
          - id: pictures
            match: ['*.exr', '*.dpx', '*.tif', '*.tiff', '*.mov', '*.mxf', '*.mp4', '*.EXR', '*.DPX', '*.MOV', '*.MXF',
              '!**/OCN/**']
            kinds: [file, sequence]

        rules:
          - {id: N1, type: template, scope: pictures, any_of: [seqver, scenever, seqplate, sceneplate]}
          - {id: N2, type: charset, allow: 'A-Za-z0-9._-'}
          - {id: N3, type: portability, targets: [ntfs, exfat, apfs, ltfs, smb]}
          - {id: N4, type: length, max_name: 100, max_path: 240}
          - {id: N5, type: uniqueness, within: directory, keys: [casefold, nfc]}
          # Vendors skip versions, and copying changes dates: both are worth knowing, and no fault.
          - id: N6
            type: version_chain
            scope: pictures
            gaps: info
            order_by: [number, mtime]
            pad: fixed
            severities: {V04: info}
          - {id: N7, type: version_agree, levels: [folder, file]}
          # Finds something once a ledger says what was delivered: rushes check --ledger FILE.
          - {id: N8, type: immutable, record: publish-ledger, severity: error}
          - {id: N9, type: banned_words}
          - {id: N10, type: sequence, exts: [exr, dpx, tif, tiff], holes: error}

        tests:
          # Netflix's own examples, as movies and as frames.
          - {path: AGM_104_065_010_comp_NFX_v001.mov, expect: ok}
          - {path: AGM_104_TCC_0010_comp_NFX_v001.mov, expect: ok}
          - {path: AGM_104_TCC_065_0010_comp_NFX_v001.1001.exr, expect: ok}
          - {path: AGM_104_065_010_PL01_v001.1023.exr, expect: ok}
          - {path: AGM_104_065_010_FG01_v002.1023.exr, expect: ok}
          - {path: AGM_104_065_010_smoke01_v001.1023.exr, expect: ok}
          - {path: ATBP_0A1_010_FG01_v001.01000.exr, expect: ok}
          # The movie beside the frames of a plate.
          - {path: ATBP_0A1_010_PL01_v001.mov, expect: ok}
          - {path: AGM_104_TCC_0010_BG01_v001.mov, expect: ok}
          - {path: AGM_104_TCC_0010_comp_NFX_v0001.mov, expect: ok}
          # Originals of cameras.
          - {path: OCN/A001R2GJ/A001C001_260312_R2GJ.mov, expect: ok}
          - {path: 'DAY01/OCN/XDROOT/Clip/Interview Anna.MXF', expect: ok}
          # A film has no episodes, and may leave its vendor out.
          - {path: ATBP_065_0010_roto_v1012.mov, expect: ok}
          - {path: ATBP_TCC_0010_prep_ABC_v003.1001.dpx, expect: ok}
          # Without a sequence or scene: nobody can tell.
          - {path: AGM_104_0010_comp_NFX_v001.mov, expect: ok}
          # Words that only look like final ones.
          - {path: AGM_104_065_010_comp_NEW_v002.mov, expect: [N9]}
          - {path: newsroom_v002, kind: folder, expect: ok}
          - {path: finalists_v001, kind: folder, expect: ok}
          - {path: NEW_YORK_v002, kind: folder, expect: ok}
          # Wrong ones.
          - {path: AGM_104_065_010_comp_NFX_v01.mov, expect: [N1]}
          - {path: AGM_104_065_010_comp_NFX_V001.mov, expect: [N1]}
          - {path: AGM_104_065_010_comp_NFX.mov, expect: [N1]}
          - {path: AGM_104_0010_final_FINAL2.mov, expect: [N1, N9]}
          - {path: AGM_104_065_010_comp_NFX_v001_final.mov, expect: [N1, N9]}
          - {path: 'AGM_104_065_010_comp NFX_v001.mov', expect: [N1, N2]}
          - {path: 'AGM_104_065_010_comp_NFX_v001 (1).mov', expect: [N1, N2, N9]}
          - {path: 'AGM_104_065_010_comp_NFX_v001:2.mov', expect: [N1, N2, N3]}
          - {path: AGM_104_065_010_comp_NFX_v001.23.exr, expect: [N1]}
          - {path: AGM_104_065_010_comp_v001_v002.mov, expect: [N1, N7]}
          - {path: AGM_104_TCC_120_PL1_v001.1001.exr, expect: [N1]}
          - {path: AGM_104_TCC_020_compNFX_v001.mov, expect: [N1]}
          - {path: plates, expect: ok}
          - {path: 4536x3780, expect: ok}
        """#
}
