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

    init(_ text: String) {
        self.text = text
        folded = SlateHeading.fold(text)
        let known = SlateHeading.known[folded] ?? SlateHeading.known[String(folded.filter { $0 != "#" })]
        (field, rank) = (known?.field, known?.rank ?? .max)
    }

    /// Signs that are a heading of their own, or tell one from another: `*`, `Clip #`.
    private static let signs: Set<Character> = ["#", "*", "✓", "✔"]

    private static func fold(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || signs.contains($0) }
    }

    private static let known: [String: (field: SlateField, rank: Int)] = {
        var known: [String: (field: SlateField, rank: Int)] = [:]
        for (field, names) in synonyms {
            for (rank, name) in names.enumerated() { known[name] = (field, rank) }
        }
        return known
    }()
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

    /// Names of a roll that mean the sound's in a sound report and the camera's everywhere else.
    static let eitherRoll: Set<String> = [
        "tape", "tapename", "roll", "roll#", "rollnumber", "reel", "reel#", "reelname", "reelnumber", "rolle", "card",
        "card#",
    ]
}
