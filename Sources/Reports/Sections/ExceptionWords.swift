internal import EditorLogs

/// How soon somebody should look at something.
enum Urgency: CaseIterable {
    case act
    case check
    case know

    /// The word that stands beside the colour.
    var word: String {
        switch self {
        case .act: "Act on this"
        case .check: "Check"
        case .know: "Good to know"
        }
    }
}

extension LogException.Code {
    /// The heading of all exceptions of this kind.
    var title: String {
        switch self {
        case .leftOut: "Left out"
        case .noTimecode: "No timecode"
        case .noLength: "No length"
        case .oddRate: "Odd frame rates"
        case .doubledName: "Names that occur twice"
        case .overlap: "Timecode that overlaps"
        case .reelFromFolder: "Reel taken from the folder"
        case .noSound: "Picture without sound"
        case .noPicture: "Sound without picture"
        case .slightOverlap: "Sound for a part of the picture"
        case .twoCandidates: "Two takes of sound fit"
        case .offSpeed: "Off speed"
        case .constantOffset: "Camera that was not jammed"
        case .slateUnmatched: "Slate notes that fit no clip"
        case .slateRefused: "Slate notes that cannot be"
        case .disagreement: "Notes that disagree"
        case .unknownColumn: "Columns that are not known"
        case .correctionRefused: "Corrections that cannot be"
        case .correctionUnmatched: "Corrections that fit no clip"
        case .outsideMap: "Outside the map"
        case .changedText: "Changed text"
        case .unread: "Not read"
        case .notProved: "Not proved"
        case .unfinished: "Offloads that did not finish"
        case .missing: "Files that are gone"
        case .cardFinding: "On the cards"
        case .stills: "Still pictures"
        case .doubledReel: "Reels that are there twice"
        }
    }

    /// How soon somebody should look at it.
    var urgency: Urgency {
        switch self {
        case .leftOut, .unread, .notProved, .unfinished, .missing: .act
        case .reelFromFolder, .offSpeed, .outsideMap, .changedText, .stills, .unknownColumn: .know
        default: .check
        }
    }

    /// All kinds in the order of the page: the most urgent first, copies before all else, the others as they are named.
    static var inOrderOfPage: [LogException.Code] {
        let copies: [LogException.Code] = [.unfinished, .missing, .notProved]
        let all = copies + allCases.filter { !copies.contains($0) }
        return Urgency.allCases.flatMap { urgency in all.filter { $0.urgency == urgency } }
    }
}
