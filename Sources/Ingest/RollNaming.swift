internal import CameraCards
internal import FileTree
internal import Offload

/// Finds the path of a card's roll: the one an unfinished run gave it, else what the template gives now.
struct RollNaming {
    let request: IngestRequest
    let survey: CardSurvey
    let destinations: [Destination]
    let startedAt: Instant
    /// What other cards of the run are called.
    var taken: [RelativePath] = []

    /// Numbers that `{n}` tries before it gives up.
    private static let mostNumbers = 999

    func found() throws(RollTemplate.Refusal) -> (RelativePath, day: String) {
        let today = request.day ?? Machine.localDay(of: startedAt)
        for header in unfinishedRuns where request.day == nil || header.day == request.day {
            for number in 1...(request.rollPath.uses(.n) ? RollNaming.mostNumbers : 1) {
                if try path(day: header.day, number: number) == header.roll, !taken.contains(header.roll) {
                    return (header.roll, header.day)
                }
            }
        }
        guard request.rollPath.uses(.n) else { return (try path(day: today, number: 1), today) }
        for number in 1...RollNaming.mostNumbers {
            let path = try path(day: today, number: number)
            if !taken.contains(path), isFree(path) { return (path, today) }
        }
        throw RollTemplate.Refusal(sentence: "--as \(request.rollPath.text): no number is free.")
    }

    private func path(day: String, number: Int) throws(RollTemplate.Refusal) -> RelativePath {
        for token in RollTemplate.Token.allCases where request.rollPath.uses(token) {
            if (value(of: token, day, number) ?? "").isEmpty { throw refusal(of: token) }
        }
        return try request.rollPath.path { value(of: $0, day, number) }
    }

    private func value(of token: RollTemplate.Token, _ day: String, _ number: Int) -> String? {
        switch token {
        case .card: survey.name
        case .volume: survey.volume.label
        case .reel: survey.card.reel
        case .camera: survey.card.camera
        case .make: survey.card.make
        case .day: day
        case .n: number < 10 ? "0\(number)" : "\(number)"
        }
    }

    // MARK: - What a card does not tell

    private func refusal(of token: RollTemplate.Token) -> RollTemplate.Refusal {
        let next = request.cards.count > 1 ? "Copy it alone, with" : "Give it"
        return RollTemplate.Refusal(
            sentence: "--as \(request.rollPath.text): {\(token.rawValue)} is empty for "
                + "\(SafeText.of(survey.argument)): \(reason(of: token)). \(next) a name of its own, e.g. --as A001.")
    }

    private func reason(of token: RollTemplate.Token) -> String {
        switch token {
        case .card: "it is the root of the system, which has no name"
        case .volume: "its volume has no label"
        case .reel: several(survey.card.reels, "reels") ?? "nothing on it names its reel"
        case .camera: "its clips do not all name one camera"
        case .make: several(survey.card.makers, "makers") ?? "its layout tells no maker"
        case .day, .n: "there is none"
        }
    }

    private func several(_ names: [String], _ what: String) -> String? {
        guard names.count > 1 else { return nil }
        let count = names.count == 2 ? "two" : "\(names.count)"
        return "it is of \(count) \(what), \(SafeText.of(names.joined(separator: names.count == 2 ? " and " : ", ")))"
    }

    /// Free, or this card's own.
    private func isFree(_ path: RelativePath) -> Bool {
        let place = RollPlace(roll: path)
        return destinations.allSatisfy { destination in
            let taken = [place.roll, place.partial].contains { (try? destination.disk.attributes(of: $0)) != nil }
            guard !destination.isNew, taken else { return true }
            if case .sealed? = try? RollState.survey(place, of: survey, on: destination) { return true }
            return false
        }
    }

    /// What journals on the destinations say of unfinished runs of this very card.
    private var unfinishedRuns: [JournalHeader] {
        destinations.filter { !$0.isNew }.flatMap { destination -> [JournalHeader] in
            let desks = (try? destination.disk.entries(of: RollPlace.desks)) ?? []
            return desks.compactMap { desk in
                guard let folder = RollPlace.desks.appending(desk.name),
                    let journal = folder.appending("journal".utf8),
                    let header = try? Journal.read(at: journal, on: destination.disk)?.header,
                    header.isSameCard(source: survey.volume.identity, listing: survey.listing)
                else { return nil }
                return header
            }
        }
    }
}
