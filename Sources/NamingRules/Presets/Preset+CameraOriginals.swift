extension Preset {
    static let cameraOriginalsText = #"""
        # The originals of cameras and recorders, as they came from their cards.
        #
        # Copy this file as a start: rushes check --explain camera-originals > originals.yaml
        schema: naming-rules/1
        title: Camera and sound originals as they came from their cards

        scopes:
          # What lies on a card or roll is sealed: it keeps its names, so no other name is ever suggested there.
          - {id: cards, detect: cards, sealed: true}
          # Cards, and loose media beside them.
          - {id: all, match: '**'}
          - {id: files, match: '**', kinds: [file, sequence]}

        rules:
          # Names of cameras, reels that are there twice, numbers that are missing, reels against days.
          - {id: O1, type: roll, scope: all, grammar: auto, unique: [cam, reel], order: date, day_folder: YYYYMMDD}
          # Frames that are missing or too small.
          - {id: O2, type: sequence, scope: files, exts: [ari, arx, dng], holes: error, size_outlier: 0.5}
          # Sidecars and proxies of clips that are not there.
          - {id: O3, type: companions, scope: files, orphan: ['*.ale', '*.xml', '*.sidecar', '*.rmd']}
          # Nothing on a card is renamed; what other systems refuse is good to know before the copy.
          - {id: O4, type: portability, scope: all, targets: [ntfs, exfat, apfs, ltfs], severity: warn}
          # Two names that become one on the drive of somebody else.
          - {id: O5, type: uniqueness, scope: all, within: directory, keys: [casefold, nfc]}

        tests:
          - {path: A001C003_230415_R1AB.mxf, expect: ok}
          - {path: A_0076C001_230511_184122_a1CTJ.mxf, expect: ok}
          - {path: A001_C001_0527Q9_001.R3D, expect: ok}
          - {path: A001_08151512_C001.braw, expect: ok}
          - {path: C0001.MXF, expect: ok}
          - {path: SR001/12A_T03.wav, expect: ok}
          - {path: A001/notes.pdf, expect: ok}
          # A sidecar without its clip, a clip of nothing, a copy that was never finished.
          - {path: C0001M01.XML, expect: [O3]}
          - {path: A001R2GJ_AVID.ale, expect: [O3]}
          - {path: my holiday.mov, expect: [O1]}
          - {path: A001C003_230415_R1AB.mxf.part, kind: file, expect: [O2]}
          - {path: A001C003_231315_R1AB.mxf, expect: [O1]}
          - {path: GX010048.MP4, expect: ok}
          - {path: DJI_20230828172510_0001_D.MP4, expect: ok}
          - {path: 'A001C003:230415.mxf', expect: [O1, O4]}
          - {path: CON.mov, expect: [O1, O4]}
        """#
}
