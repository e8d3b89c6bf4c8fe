extension FindingCode {
    /// What it is, in a few words, for headings.
    public var title: String { words.title }

    /// Why it matters, one sentence.
    public var why: String { words.why }

    /// How much it matters unless the rule says otherwise.
    public var severity: Severity { words.severity }

    private var words: (title: String, severity: Severity, why: String) {
        switch self {
        case .missingVersion:
            ("version missing", .warn, "A version that somebody saw and that is not here may be the approved one.")
        case .doubledVersion:
            ("version doubled", .error, "Two people look at the same version and see different pictures.")
        case .sameContent:
            ("same content twice", .warn, "A new number promises new work, and there is none.")
        case .olderThanLower:
            ("order of time", .warn, "The highest number may not be the latest work.")
        case .padding:
            ("numbers written in two ways", .warn, "Lists sort them wrongly, and tools take them for two chains.")
        case .finality:
            ("word for a version", .warn, "There is always a version after final; only a number can say which.")
        case .versionsDisagree:
            ("versions disagree", .error, "Nobody can tell which of the two is meant.")
        case .severalVersions:
            ("several versions in a name", .error, "Tools read the first or the last of them, and differ.")
        case .notOnBackup:
            ("not on the backup", .error, "What lies in one place is lost with that place.")
        case .publishedChanged:
            ("published file changed", .error, "Whoever conformed the published version now sees another picture.")
        case .publishedGone:
            ("published file gone", .error, "Whoever uses the published version will find nothing.")
        case .staleCompanion:
            ("older than its source", .warn, "Decisions are made on pictures that are not the current ones.")
        case .orphan:
            ("belongs to nothing", .warn, "Either it was left behind, or what it belongs to was lost.")
        case .incompleteVersion:
            ("form missing", .warn, "The version cannot be used everywhere the earlier ones could.")
        case .frameRange:
            ("frame range", .error, "Frames that are missing are found in the cinema, or just before.")
        case .partialFile:
            ("empty or unfinished", .error, "It carries the name of a file and holds no picture.")
        case .twinNames:
            ("names that collide", .error, "Copied to another system one of the two overwrites the other.")
        case .twinExtensions:
            ("extension in two ways", .warn, "Copied to another system one of the two overwrites the other.")
        default: wordsOfNames
        }
    }

    private var wordsOfNames: (title: String, severity: Severity, why: String) {
        switch self {
        case .illegalCharacter:
            ("character not allowed", .error, "Whoever receives it will refuse it or rename it by hand.")
        case .invisibleCharacter:
            ("invisible character", .error, "Two names look equal and are not, and no search finds them.")
        case .notText:
            ("not text", .error, "Most systems cannot show, copy or type this name.")
        case .mixedScripts:
            ("letters of several scripts", .error, "Two names look equal and are not, and no search finds them.")
        case .straySpace:
            ("stray space", .warn, "Nobody sees it, systems cut it off, and scripts break at it.")
        case .forbiddenCharacter:
            ("character a target refuses", .error, "The copy stops there, or arrives under another name.")
        case .reservedName:
            ("name a target keeps for itself", .error, "The copy stops there.")
        case .awkwardName:
            ("name tools misread", .warn, "It is hidden, taken for an option, or opened as something else.")
        case .tooLarge:
            ("file too large for a target", .error, "The copy stops there.")
        case .tooLong:
            ("too long", .error, "It is cut off or refused, and cut names collide.")
        case .doubledName:
            ("name there twice", .error, "Collected in one folder, one of the two overwrites the other.")
        case .missingCompanion:
            ("companion missing", .warn, "What it says is needed later, and cannot be made again.")
        case .framePadding:
            ("frame numbers written in two ways", .warn, "Players see two sequences, each with holes.")
        default: wordsOfRolls
        }
    }

    private var wordsOfRolls: (title: String, severity: Severity, why: String) {
        switch self {
        case .doubledReel:
            ("reel doubled", .error, "Conform finds two sources for one timecode.")
        case .unknownClipName:
            ("name of no camera", .warn, "A renamed original cannot be found again from the edit.")
        case .clipGap:
            ("number missing", .warn, "A clip that was shot may not have been copied.")
        case .reelOrder:
            ("order of reels", .warn, "A reel was labelled wrongly, or a clock was wrong.")
        case .wrongDate:
            ("wrong date", .warn, "Whoever looks for the day does not find it.")
        case .notArrived:
            ("not arrived", .error, "It was shot or made, and is not here.")
        case .notExpected:
            ("not expected", .warn, "Either the list is wrong, or this does not belong here.")
        case .unreadable:
            ("could not be read", .error, "Nothing can be said of what lies there.")
        default:
            ("no template fits", .error, "Tools that take names apart do not find shot, task or version.")
        }
    }
}
