// Made by scripts/make-rule-texts from the doc comments of the rules: change them, and run it again.

extension RuleType {
    /// What people read of it: what it finds, its keys, an example.
    public var explanation: String {
        switch self {
        case .bannedWords:
            #"""
            Finds words that claim what only a version number can say.

            It finds V06: `final`, `latest`, `copy` and their like, `(1)`, ` - Copy` and `Copy of`. A word counts only as a whole part
            of a name, and only where it claims something: beside the version (`final_v002`, `v002_final`) or at the end of the
            name before its extension (`comp_FINAL2`, `edit (1)`). Words that follow each other are told together.

            Keys:
            - `tokens`: the words. Capitals do not matter, a number may follow (`final2`), `use_this` is two words with anything
              between them, `(n)` is a number of one to three digits in parentheses. Default `final, finals, latest, newest, new,
              old, copy, fixed, def, ok, approved, use_this, do_not_use, (n)`.
            - `except`: names that are never told: part of a name, `*` for anything, `^` for its beginning, `$` for its end.

            ```
            - {id: N9, type: banned_words, tokens: [final, latest, new, copy], except: ['^finalists']}
            ```

            It does not flag `NEW_YORK_v002`, `newsroom_v002` or `finalists_v001`: there the word is part of a place or of another
            word. A year in parentheses (`(2019)`) is no copy. A folder that is called by such a word alone (`old`, `approved`)
            sorts files and names none of them, so it is not told; `comp_final` is.
            """#
        case .charset:
            #"""
            Finds characters that names should not have.

            It finds, once for each name, with the further places counted:
            - illegal-character: a character that `allow` does not have: a space, `é`, `#`.
            - invisible-character: what nobody sees: no-break and zero-width spaces, marks that turn the direction of reading, soft
              hyphens, variation selectors, line ends.
            - stray-space: a space at the beginning, at the end or before the extension, several in a row, a tab; also where
              spaces are allowed.
            - mixed-scripts: a Cyrillic or Greek letter that looks Latin among Latin letters: `A001С003` with a Cyrillic С.
            - not-text: bytes that are no UTF-8; they are shown as `\xE9`.

            Keys:
            - `allow`: the characters names may have, as in a pattern: `A-Z` is a range, `\-` a hyphen. Default
              `A-Za-z0-9._-`, which every system and every house takes.

            ```
            - {id: N2, type: charset, scope: vfx, allow: 'A-Za-z0-9._-'}
            ```

            It suggests a name where that is sure: `_` for a space, the Latin letter for one that only looks Latin. It never
            spells accents out: only whoever gave the name knows how. It does not flag a whole Cyrillic or Greek word for its
            script (`комп2K` mixes nothing), nor any character that `allow` names.
            """#
        case .companions:
            #"""
            Files that belong together: what is missing, left behind, or older than what it was made of.

            It finds:
            - missing-companion: a companion that is not there; one that is only wanted is worth knowing, whatever the rule weighs.
            - V13: a sidecar or proxy that belongs to nothing in its roll. On a card its own maker's rules decide. Elsewhere a
              recording must be around its folder whose name is that of the sidecar, also with a role or word behind it
              (`C0001M01.XML`, `clip_AVID.ale`), without the number of a part, or in full (`clip.mov.xmp`); or the sidecar is named
              by its reel or folder.
            - V12: a proxy or thumbnail that is older than what it was made of.

            Keys:
            - `when`: the names of the files and sequences that need companions: `'*.mov'`, `['*.mov', 'OCN/*.mxf']`. Letters count
              in any case.
            - `need`: where their companions lie: `'{stem}.md5'`, `'../audio/{stem}.wav'`. `{stem}` is the name without extension
              (of a sequence without number), `{name}` the whole name, `{reel}` the reel that a camera's name tells, `{parent}`
              the folder; `*` stands for anything. With `?` at the end it is only wanted. `..` comes first, and never leads out of
              the folder that is checked: nothing is looked for there.
            - `orphan`: the names of sidecars that must belong to something: `['*.ale', '*.xml']`.
            - `stale`: what was made of a file, by what it is called: `{proxy: 'proxy/{stem}*.mp4'}`. Two seconds make no
              difference: some file systems count so.

            ```
            - {id: N11, type: companions, when: '*.mov', need: ['{stem}.md5?'], orphan: ['*.ale', '*.xml', '*.sidecar'],
               stale: {proxy: 'proxy/{stem}*.mp4'}}
            ```

            Not flagged: a proxy that is not there (say it in `need`); indexes and settings that a card has for all its clips; a
            companion by `{reel}` where the name tells none; whatever is only older by its date after a copy that changed the dates
            of both.
            """#
        case .immutable:
            #"""
            Published files stay as they are: nobody changes, moves or deletes them.

            It finds published files that changed (V10) and published files that are gone (V11). Frames of one sequence are told
            together, and so is a folder that is gone with all that was published in it. Where a file that the ledger has was moved
            within the folder, and has its name, size and content still, it is told where it lies now.

            What was published is known from two places:
            - a ledger: a text file outside the folder. `--ledger FILE --record` writes down every file of this rule's scope
              that it does not have yet, with its size and its content; `--ledger FILE` compares. A line of the ledger is never
              changed: a file that changed is found each time, until it is put back;
            - the ASC MHL histories in the folder, if there are any. Their files are compared by size; where the time of a file
              is not the one its history lists, the file is read and its content compared.

            A file that the ledger has is compared by its content. It is read for that, unless a history lists it with the same
            size, the same time and the checksum that the ledger uses.

            Keys:
            - `record`: where it is written down what was published: `publish-ledger`, and nothing else is known; it may be left
              out.
            - `histories`: whether ASC MHL histories count as well: `true` (default) or `false`.

            ```yaml
            rules:
              - {id: N8, type: immutable, scope: 'VFX/publish/**', record: publish-ledger, severity: error}
            ```

            What it does not flag: files that were never written down, new files beside published ones, and a file's time alone:
            copying changes times, and no picture. Without a ledger and without a history it finds nothing, and the check says
            that it had nothing to compare with.
            """#
        case .length:
            #"""
            Finds names, paths and fields that are too long.

            It finds too-long: a name with its extension, a path below the folder that is checked, a field of a template. The
            part that is too much is marked. Where a folder's own path is too long already, what lies in it is not told again.

            Keys:
            - `max_name`: how long a name may be; default 100.
            - `max_path`: how long a path below the folder may be; default 240, which leaves room for the place above it on
              Windows.
            - `max_field`: how long fields of templates may be; for example `{reel: 32}`, since Avid and EDLs cut longer reels.
            - `unit`: `characters` (default), `bytes`, `utf16`, or `hfs` (UTF-16 with accents taken apart).

            ```
            - {id: N4, type: length, max_name: 100, max_path: 240, max_field: {reel: 32}}
            ```

            All frames of a sequence are one name. A name that fits no template has no fields, so none is too long. What a file
            system itself can hold is asked by the rule `portability`.
            """#
        case .portability:
            #"""
            Finds names that will not survive the places they go to.

            It finds, and says which targets object:
            - forbidden-character: a character that a target refuses or changes (`:`, `?`, a dot or space at the end), and what a
              Mac writes to a server in place of one (U+F000 to U+F0FF).
            - reserved-name: `CON`, `aux.txt`, `COM1.mov`: Windows keeps them for devices.
            - too-long: a name or path that is longer than a target can hold, each counted as that target counts.
            - too-large: a file that is larger than a target can hold (FAT32: 4 GiB less one byte).
            - awkward-name: `-rf`, a leading dot, `$` and other characters that shells change, `.mov.mov`.

            Keys:
            - `targets`: where names go: `ntfs`, `exfat`, `fat32`, `apfs`, `hfs`, `ext4`, `xfs`, `ltfs`, `smb`, `s3`, `udf`,
              `avid` (bins, projects and what is imported), `xdcam` (clip names of Sony discs). Default `[ntfs, exfat, apfs]`.
            - `awkward`: the severity of awkward-name, which is a warning unless told, since no copy stops at it.

            ```
            - {id: N3, type: portability, targets: [ntfs, exfat, apfs, ltfs, s3], severity: error}
            ```

            Paths are counted below the folder that is checked; where a folder's path is too long already, what lies in it is
            not told again. It does not flag spaces within a name, accents or other scripts, which all targets take; names that
            differ only in case are found by `uniqueness`, bytes that are no text by `charset`. That an Avid tape name has 32
            characters at most is asked by `length` with `max_field: {reel: 32}`.
            """#
        case .roll:
            #"""
            Camera cards and sound rolls: clips that are missing, reels that are doubled or out of order, wrong dates.

            It looks at the cards and rolls in its scope; where the rule names a scope, also at recordings there that lie on none.
            It finds:
            - clip-gap: clips and parts whose numbers say that they should be here (C001, C003), and tracks of sound that are not.
            - V16: a part that is much shorter than the others, so that its end was lost.
            - missing-companion: an index of a card that is not there, cannot be read, or names what is not there.
            - V13: recordings on a card that belong to none of its clips.
            - unknown-clip-name: a recording whose name no camera gives; worth knowing only where the card itself lists the clip,
              since some cameras let people choose titles.
            - doubled-reel: a clip that is there twice, and a reel that two rolls are called by.
            - reel-order: a reel of an earlier day than the reel before it.
            - wrong-date: days that no calendar has, that are still to come, or that clocks show which were never set (1970, 1980
              and 2000-01-01), in names and in dates of files; clips of another day than the folder they lie in; a folder whose day
              is written in another order than the rule's, where the clips in it show which day is meant.

            Keys:
            - `grammar`: `auto`, or `off` for no unknown-clip-name; auto.
            - `unique`: what only one roll may have together: `cam`, `reel`, `date`; `[cam, reel]`. `[]` looks for no doubled reels.
            - `order`: `date`, or `off` for no reel-order; date.
            - `day_folder`: how folders of days are written: `YYYYMMDD`, `YYMMDD` or `YYYY-MM-DD`. Without it folders say no day.

            ```
            - {id: N12, type: roll, scope: card, grammar: auto, unique: [cam, reel], order: date, day_folder: 'YYYYMMDD'}
            ```

            Not flagged: names of sound, which mixers choose; stills; clips that were recorded after midnight of their folder's
            day; files that were copied later than their day; HDE copies beside their originals; the same takes on two cards that
            recorded together, unless they are of one family. Empty files and missing frames are the business of a `sequence`
            rule, sidecars without clips that of a `companions` rule.
            """#
        case .sequence:
            #"""
            Frames that are missing, empty, damaged or numbered in two ways, and files that are empty or unfinished.

            It finds, once for each sequence of frames:
            - V15: frames missing between the first and the last, as ranges; a first or last frame that is not the one the rule
              says; frames beside the step; files numbered between the frames (`shot.1001.5.exr`); frames that are much smaller
              than the others.
            - V16: frames that hold nothing.
            - V18: frames whose extension is written otherwise than that of the others (`.EXR` among `.exr`).
            - frame-padding: one name whose numbers are written with two widths (`.08.` beside `.008.`), or with fewer digits than
              the rule says.

            And for every file of its scope, whatever its kind:
            - V16: files that hold nothing, and names of copies or recordings that were never finished (`.part`, `.partial`, `.tmp`,
              `.crdownload`, `.filepart`, `~` at the end).

            Keys:
            - `exts`: the extensions whose numbering is looked at; all formats in which frames are rendered or recorded, but not
              JPEG and PNG, whose numbers are mostly those of photographs.
            - `holes`: what a missing frame weighs: `error`, `warn`, `info` or `off`; the weight of the rule.
            - `step`: every how many frames there is one; 1.
            - `first`, `last`: the number that a sequence begins or ends with; any.
            - `pad`: how many digits the numbers have at least; any.
            - `size_outlier`: a frame with less than this share of the middle frame's size is damaged; 0.5. 0 looks for none.
            - `day_frames`: the frames of a day, for sequences numbered by timecode: from the last of them to 0 there is no hole.
              ARI and ARX are always taken so; their rate is guessed from their numbers.

            ```
            - {id: N10, type: sequence, exts: [exr, dpx, ari], holes: error, first: 1001, pad: 4, size_outlier: 0.5}
            ```

            Not flagged: frame 0 and negative frames; numbers that outgrow their zeros (`999`, `1000`); texture tiles (UDIM: 1001,
            1002, 1011, 1012), whose numbers have gaps by nature; one or two pictures with short numbers (`still_02.tif`), which are
            no sequence; photographs of phones and drones; `first`, `last`, `step` and `pad` where a camera numbered the
            frames; small frames in formats that
            compress, because a black picture is small there, unless most frames are of exactly one size. Hidden files may be empty.
            """#
        case .template:
            #"""
            Names must follow one of the house's templates.

            A template says what a name is made of, and in which order: show, episode, shot, task, version. Files are looked at
            with their extension, folders by their own name, and a sequence by the name of its first frame.

            It finds (no-template): a name that no template fits. It tells what the template that fits furthest expected, and
            marks the characters that are wrong. A value that cannot be is told as such: a shot that is not a multiple of 10,
            an episode out of range, a day that is not in the calendar. Where only capitals and small letters or the zeros of a
            number are wrong, and there is one way to mend them, the right name is suggested; nothing is ever renamed. No name is
            suggested where another field takes the word as it is, or where a separator may be missing (`compNFX`).

            Keys:
            - any_of: the templates that may be used; all of the file unless told.

            Templates are written under `templates`, their fields under `fields`:
            - `{shot}` is a field, or all of another template; `{ext}` needs no description: letters and digits, 8 at most.
            - `({scene}_)?` may be missing as a whole.
            - A field that comes twice must be the same both times. `{shotver}/{shotver}.{frame}.exr` looks at the folder too.
            - `\(` and `\{` are the characters themselves.

            Types of fields:
            - text: charset (letters and digits), len (`3` or `[3, 4]`), enum (a list of words), case (upper, lower, camel,
              pascal); or instead a pattern for the whole field, with `[A-Z]`, `.`, `\d`, `\w`, groups, `|`, `*`, `+`, `?` and
              `{2,4}`, 200 characters at most.
            - int: pad (`4` for at least 4 digits, `[3, 4]` for 3 or 4), range (`[101, 110]`), step (`10`).
            - version: prefix (v), pad (3), start (1).
            - frame: pad (4 digits or more).
            - date: format (YYYYMMDD, YYMMDD or YYYY-MM-DD).

            ```
            fields:
              show:    {type: text, charset: A-Z, len: 3}
              shot:    {type: int, pad: 4, step: 10}
              task:    {type: text, enum: [comp, anim, roto]}
              version: {type: version}
              frame:   {type: frame}
            templates:
              shot:    '{show}_{shot}_{task}_{version}'
              frames:  '{shot}.{frame}.exr'
            rules:
              - {id: N1, type: template, scope: vfx, any_of: [shot, frames]}
            ```

            It does not flag what its scope leaves out: folders that only hold others, like VFX or 4536x3780, follow no template,
            so say `kinds: [file, sequence]` in the scope where folders need no name of their own.
            """#
        case .uniqueness:
            #"""
            Finds names that are one name somewhere else.

            It finds, once for all names that collide:
            - V17: names of one folder that differ only in capitals, or only in how an accent is written (`é` as one character or
              as `e` with an accent), or both. Windows and macOS take them for one.
            - V18: names that differ in nothing but how the extension is written (`.mov` and `.MOV`), and files of one name in
              several of the `formats`. Where they are one version and their contents differ, V02 tells that instead.
            - doubled-name: with `within: tree`, the same name in several folders.

            Keys:
            - `within`: `directory` (default): a name is the only one in its folder; `tree`: in the whole scope.
            - `keys`: what is no difference: `casefold` (capitals), `nfc` (how accents are written). Default both.
            - `formats`: extensions of which a name should have only one in a folder, for example `[mov, mp4]`. Default none.

            ```
            - {id: N5, type: uniqueness, within: directory, keys: [casefold, nfc]}
            ```

            A clip with its sidecars or its proxy in another format is no fault, so formats are only compared where the rule
            says which. Folders are only compared within their own folder: every shot has its `exr`. All frames of a sequence
            are one name, and parts of one sequence in several folders are doubled only where they share frames. Frames of one
            sequence whose extensions are written in two ways are told by the rule `sequence`.
            """#
        case .versionAgree:
            #"""
            Checks that a name has one version, and that folder and header say the same one.

            What it finds:
            - V07: the folder says another version than the file in it (`v002/shot_v003.nk`, `shot_comp_v002/shot_comp_v003.mov`),
              or the header of a DPX or EXR file has the name of another version. Of a sequence the first frame's header is read.
            - V08: a name has more than one version (`shot_v01_v02.nk`, `shot_v01v2.nk`, `FG01_v001_comp_v003.exr`). The last of
              them is the one that counts in all other rules.

            Keys:
            - `levels: [folder, file, metadata]`: what must agree; `[folder, file]`. With `metadata` the headers are read.
            - `several: error | warn | info | off`: how much several versions in a name matter; `error`.

            ```
            - {id: N7, type: version_agree, levels: [folder, file, metadata]}
            ```

            It does not flag a folder that is the version of something else: `delivery_v003` may hold `shot_comp_v001.mov`, since
            the names differ. A header with another name says nothing of this one either: renders keep the headers of their
            plates. The same version in folder and file is fine, however many zeros each has.
            """#
        case .versionChain:
            #"""
            Puts the versions of each piece of work in a row, and says what is wrong with the row.

            A chain is all that has one name but for the version: `AGM_104_comp_v001.mov`, `AGM_104_comp_v002.mov`, and the folder
            `AGM_104_comp_v003` with its frames. A version is a `v` with one to four digits between `.`, `_`, `-` or spaces; of
            several in a name the last counts. A file without one has that of the folder it lies in (`v003/cut.mov`). A name of
            three words with a number in it (`AGM_104_comp`) is the same work wherever it lies; any other (`comp`, `shot_010`) only
            within its folder, where folders called after versions, sizes or formats do not count.

            What it finds:
            - V01: numbers are missing in a chain (v001, v002, v004). One finding a chain.
            - V02: a version lies at two paths, in the same form, and they differ.
            - V03: two versions, or two names, have the same content. Papers, looks and checksums are not compared.
            - V04: a higher version was last changed before a lower one. Two seconds do not count, and neither does exactly one
              hour: that is how drives show summer time.
            - V05: one chain is written in two ways: `v9` beside `v010`, `V001` beside `v001`.
            - V14: a version lacks a form (exr, mov) that more than half of the versions since the first with it have.
            - V15: the frames of a version are not those of the one before it; worth knowing, no more.

            The newest version is the highest that is complete, never the one with the newest date: it has no empty file, no
            missing frames (one every second number or so is none that misses), every form that is usual in its chain, and does
            not lie at two paths that differ. Where a higher one could not be read, nobody knows which is the newest.

            Contents are compared only between files or sequences of equal size: first by the checksums of manifests in the
            folder whose size and date still hold, then by a few samples, and only where these are equal by reading all of them.

            Keys:
            - `gaps: error | warn | info | off`: how much a missing version matters; `warn`.
            - `start: 1`: the number that chains begin with; without it the lowest that is there.
            - `order_by: [number, mtime]`: `[number]` alone leaves dates out.
            - `pad: fixed | any`: whether a chain is written in one way; `fixed`.
            - `doubled: error | warn | info | off`: V02; `error`.
            - `same_content: error | warn | info | off`: V03; `warn`. `off` saves the reading.
            - `representations: same | any`: V14; `same`.
            - `range: same | any`: V15; `same`.
            - `within: auto | directory | tree`: where a name is one work; `auto` as told above.
            - `group_by: [show, ep, shot, task]`: fields of the templates that make a chain, wherever the names lie; the version
              is then the field of that type. Names that no template fits are put together as told above.

            ```
            - {id: N6, type: version_chain, scope: vfx, gaps: info, order_by: [number, mtime], pad: fixed}
            ```

            It does not flag a chain of one version, v000, a version that has more forms than the others, or copies that are equal.
            A folder with a version and many files in it repeats what did not change: such files are not held to be one version
            under two numbers.
            """#
        }
    }
}
