/// The heading of a column, and what is asked of it.
struct SlateHeading: Hashable, Sendable {
    /// As it is written, without white space at its ends.
    let text: String
    /// Its letters and digits without case, spaces and punctuation: `Cam. Roll`, `cam_roll` and `CamRoll` are one.
    let folded: String
    /// What the column says; nil where the heading means nothing here.
    let field: SlateField?
    /// How early it stands among the names of its field: of two columns for one field the earlier one is asked first.
    let rank: Int

    init(_ text: String, in kind: SlateFile.Kind = .notes) {
        self.text = text
        folded = SlateHeading.fold(text)
        let listed = kind == .list ? SlateHeading.listed[folded] : nil
        let known = listed ?? SlateHeading.known[folded] ?? SlateHeading.known[String(folded.filter { $0 != "#" })]
        (field, rank) = (known?.field, known?.rank ?? .max)
    }

    /// Signs that are a heading of their own, or tell one from another: `*`, `Clip #`.
    private static let signs: Set<Character> = ["#", "*", "✓", "✔"]

    private static func fold(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || signs.contains($0) }
    }

    private static let known = table(synonyms)
    private static let listed = table(listSynonyms)

    private static func table(_ synonyms: [(SlateField, [String])]) -> [String: (field: SlateField, rank: Int)] {
        var known: [String: (field: SlateField, rank: Int)] = [:]
        for (field, names) in synonyms {
            for (rank, name) in names.enumerated() { known[name] = (field, rank) }
        }
        return known
    }
}

extension SlateHeading {
    /// The names of columns, folded, of each field the more exact one first.
    ///
    /// They are those of slate apps, script supervisors, camera and sound reports, Avid and Resolve; German ones too.
    private static let synonyms: [(SlateField, [String])] = [
        (
            .clip,
            [
                "filename", "sourcefile", "sourcefilename", "originalfilename", "file", "clipname", "clip",
                "name", "dateiname", "datei",
            ]
        ),
        (.clipNumber, ["clip#", "clipnumber", "clipno", "clipnr", "clipindex"]),
        (.camera, ["camera", "cam", "cameraletter", "cameraindex", "cameraid", "camid", "camera#", "kamera"]),
        (
            .cameraRoll,
            [
                "cameraroll", "camroll", "cameraroll#", "camroll#", "rollcard", "rollcard#", "camerareel", "cameracard",
                "cameramag", "card", "card#", "mag", "mag#", "magazine", "roll", "roll#", "rollnumber", "reelname",
                "reel", "reel#", "reelnumber", "rolle", "tape", "tapename",
            ]
        ),
        (
            .soundRoll,
            ["soundroll", "sndroll", "soundroll#", "sndroll#", "soundreel", "audioroll", "sr", "sr#", "tonrolle"]
        ),
        (.scene, ["scene", "scene#", "scenenumber", "sc", "sc#", "scn", "szene"]),
        (.slate, ["slate", "slate#", "slatenumber", "board", "board#", "slatetake", "klappe"]),
        (.shot, ["shot", "shot#", "setup", "setup#", "shotsetup", "einstellung"]),
        (.take, ["take", "take#", "takenumber", "takeno", "tk", "tk#"]),
        (
            .circled,
            [
                "circled", "circle", "circledtake", "circletake", "goodtake", "good", "print", "printed", "select",
                "selected", "ok", "*", "✓", "✔",
            ]
        ),
        (.noGood, ["ng", "nogood"]),
        (
            .notes,
            [
                "notes", "note", "takenotes", "scriptnotes", "comments", "comment", "remarks", "remark", "description",
                "descript", "bemerkungen", "bemerkung",
            ]
        ),
        (.unit, ["unit", "unitname"]),
        (.date, ["shootdate", "shootingdate", "date", "daterecorded", "recorddate", "shootday", "datum", "drehtag"]),
        (.lens, ["lens", "lensmodel", "lenstype", "objektiv"]),
        (
            .start,
            ["starttc", "starttimecode", "tcin", "timecodein", "intc", "tcstart", "start", "in", "timecode", "tc"]
        ),
        (.end, ["endtc", "endtimecode", "tcout", "timecodeout", "outtc", "tcend", "end", "out"]),
        (.rate, ["fps", "framerate", "projectfps", "timecoderate", "tcrate"]),
    ]

    /// Further names of columns, folded, in pull lists and turnovers of visual effects.
    ///
    /// Notes about takes are not asked for them: there a version or a duration is nobody's business.
    private static let listSynonyms: [(SlateField, [String])] = [
        (
            .shot,
            [
                "vfxshot", "vfxshotname", "vfxshotcode", "vfxid", "vfx#", "vfx", "shotname", "shotcode", "shotid",
                "shot",
                "shot#",
            ]
        ),
        (.version, ["version", "versionname", "versionnumber", "version#", "ver", "ver#", "vers", "v#", "v"]),
        (
            .firstFrame,
            [
                "headin", "firstframe", "startframe", "framein", "inframe", "first", "first#", "framestart",
                "framefirst",
            ]
        ),
        (
            .lastFrame,
            ["tailout", "lastframe", "endframe", "frameout", "outframe", "last", "last#", "frameend", "framelast"]
        ),
        (
            .frames,
            [
                "framerange", "range", "frames", "framecount", "frames#", "#frames", "numframes", "numberofframes",
                "totalframes", "duration", "length",
            ]
        ),
    ]

    /// Names of a roll that mean the sound's in a sound report and the camera's everywhere else.
    static let eitherRoll: Set<String> = [
        "tape", "tapename", "roll", "roll#", "rollnumber", "reel", "reel#", "reelname", "reelnumber", "rolle", "card",
        "card#",
    ]
}
