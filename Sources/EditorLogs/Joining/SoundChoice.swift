/// Which of the takes that were recorded meanwhile are a picture's.
struct SoundChoice {
    /// The one that shares most, and those that follow it or go before it, as where a camera runs on over two takes.
    private(set) var chosen: [SoundCandidate] = []
    /// Others that were recorded at the same time as a chosen one, and share more than ``fifth`` of the picture.
    private(set) var rivals: [SoundCandidate] = []
    /// Others, which share little, or nothing that a chosen one does not.
    private(set) var passedOver: [SoundCandidate] = []
    /// Whether even the first shares so little that it may be the sound of another take.
    let isSlight: Bool

    /// A second take is a rival from a fifth of the picture on (field practice: 20 %).
    static let fifth = 5
    /// A picture over more takes than these is none that anybody cuts; the log stays small.
    static let mostTakes = 64

    /// Chooses; the candidates are sorted, those that share most first.
    init(_ candidates: [SoundCandidate], for picture: PictureClock) {
        let firm = candidates.filter { !SoundChoice.isSlight($0, picture) }
        let slight = candidates.filter { SoundChoice.isSlight($0, picture) }
        isSlight = firm.isEmpty && !slight.isEmpty
        // Timecode comes again every day: what is dated a day beside it counts only where nothing has its own date.
        let hasOwn = firm.contains { !$0.isOfNextDay }
        // A short take that lies within a long picture is its sound, whatever longer one brushes that.
        for candidate in firm + slight where !hasOwn || !candidate.isOfNextDay {
            let stretch = candidate.span.intersection(picture.span)
            let isBeside = chosen.allSatisfy {
                $0.span.intersection(picture.span).shared(with: stretch) < picture.frame
            }
            if chosen.isEmpty {
                chosen.append(candidate)
            } else if !SoundChoice.isSlight(candidate, picture), isBeside, chosen.count < SoundChoice.mostTakes {
                chosen.append(candidate)
            } else if !isBeside, candidate.shared > picture.span.length / SoundChoice.fifth {
                rivals.append(candidate)
            } else {
                passedOver.append(candidate)
            }
        }
    }

    /// Whether less than a fifth of both is shared: the end of one take brushes the start of the next.
    private static func isSlight(_ candidate: SoundCandidate, _ picture: PictureClock) -> Bool {
        candidate.shared < min(picture.span.length, candidate.span.length) / fifth
    }

    /// Whether somebody should look: several takes fit, or hardly one.
    var isDoubtful: Bool { isSlight || !rivals.isEmpty }
}
