extension Preset {
    static let editorialDeliveryText = #"""
        # Cuts and masters that leave the cutting room, and the bins and projects they come from.
        #
        # Copy this file as a start: rushes check --explain editorial-delivery > house.yaml
        schema: naming-rules/1
        title: Cuts and masters as they leave the cutting room

        fields:
          show: {type: text, charset: A-Za-z0-9, len: [2, 8]}
          ep: {type: text, pattern: '[0-9]{3}'}
          # lock, fine, rough, assembly, dircut, pic2.
          cut: {type: text, pattern: '[A-Za-z][A-Za-z0-9]{1,15}'}
          date: {type: date, format: YYYYMMDD}
          # MASTER, TEXTLESS, TRAILER2.
          desc: {type: text, pattern: '[A-Z][A-Z0-9]{1,15}'}
          res: {type: text, pattern: '[0-9]{3,5}x[0-9]{3,5}|SD|HD|UHD|[2-8]K'}
          fps: {type: text, enum: ['2398', '24', '25', '2997', '2997DF', '30', '50', '5994', '5994DF', '60']}
          audio: {type: text, enum: ['10', '20', '51', '71', ATMOS, MOS]}
          lang: {type: text, pattern: '[A-Z]{2,3}|[a-z]{2,3}(-[A-Z]{2})?'}
          version: {type: version, prefix: v, pad: 2}

        templates:
          cuts: '{show}_({ep}_)?{cut}_{date}_{version}.{ext}'
          masters: '{show}_({ep}_)?{desc}_{res}_{fps}_{audio}_{lang}_{version}.{ext}'

        scopes:
          # Camera originals keep their names. Name your folders of them here, and below behind a !.
          - {id: originals, match: '**/OCN/**', sealed: true}
          # Avid calls its own files as it needs them.
          - {id: avid, match: ['*.avs', 'Avid MediaFiles/**', '**/Avid MediaFiles/**'], sealed: true}
          - id: movies
            match: ['*.mov', '*.mxf', '*.mp4', '*.MOV', '*.MXF', '*.MP4', '!**/OCN/**', '!**/Avid MediaFiles/**']
            kinds: [file]
          # Avid takes 27 characters for a bin or a project; its ending makes four more.
          - {id: bins, match: ['*.avb', '*.avp'], kinds: [file]}

        rules:
          - {id: E1, type: template, scope: movies, any_of: [cuts, masters]}
          - {id: E2, type: charset, allow: 'A-Za-z0-9._-'}
          - {id: E3, type: portability, targets: [ntfs, exfat, apfs, smb]}
          - {id: E4, type: length, max_name: 100, max_path: 240}
          - {id: E5, type: length, scope: bins, max_name: 31}
          - {id: E6, type: banned_words}
          - {id: E7, type: uniqueness, within: directory, keys: [casefold, nfc]}
          - {id: E8, type: version_chain, scope: movies, gaps: info, order_by: [number, mtime], pad: fixed}
          - {id: E9, type: version_agree, levels: [folder, file]}

        tests:
          - {path: AGM_104_lock_20230511_v02.mov, expect: ok}
          - {path: AGM_104_dircut_20230511_v02.mov, expect: ok}
          - {path: ATBP_fine_20230511_v01.mxf, expect: ok}
          - {path: AGM_104_MASTER_UHD_2398_51_EN_v01.mov, expect: ok}
          - {path: AGM_104_TEXTLESS_3840x2160_25_20_de_v01.mov, expect: ok}
          - {path: AGM_104_lock_20231311_v02.mov, expect: [E1]}
          - {path: AGM_104_lock_11052023_v02.mov, expect: [E1]}
          - {path: AGM_104_lock_20230511.mov, expect: [E1]}
          - {path: AGM_104_lock_20230511_v2.mov, expect: [E1]}
          - {path: AGM_104_lock_20230511_v02_final.mov, expect: [E1, E6]}
          - {path: AGM_104_lock_20230511_FINAL.mov, expect: [E1, E6]}
          - {path: 'AGM 104 lock.mov', expect: [E1, E2]}
          - {path: AGM_104_Reel1_Assembly.avb, expect: ok}
          - {path: AGM_104_Reel1_Assembly_Director.avb, expect: [E5]}
          - {path: notes.pdf, expect: ok}
          - {path: 'AVID/AGM_104 Settings.avs', expect: ok}
          - {path: OCN/A001R2GJ/A001C001_260312_R2GJ.mov, expect: ok}
        """#
}
