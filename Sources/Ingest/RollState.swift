internal import FileTree
internal import Manifests
internal import Offload

/// What a destination holds of a roll before the start.
enum RollState: Sendable {
    /// Nothing.
    case absent
    /// An unfinished roll: its tree, its journal if that is good, the history if it was sealed with failures.
    case unfinished(tree: TreeSnapshot, journal: JournalReading?, history: History?)
    /// A finished roll, with what its manifests hold, and the journal when the run goes on elsewhere.
    case sealed(tree: TreeSnapshot, history: History, journal: JournalReading?)

    /// Looks at a roll; nothing is written.
    static func survey(
        _ place: RollPlace, of card: CardSurvey, on destination: Destination
    ) throws(ObstacleError) -> RollState {
        guard !destination.isNew else { return .absent }
        let finder = RollFinder(place: place, card: card, destination: destination)
        do {
            if let tree = try finder.snapshot(place.roll) { return try finder.sealed(tree) }
            if let tree = try finder.snapshot(place.partial) { return try finder.unfinished(tree) }
            return .absent
        } catch let error as ObstacleError {
            throw error
        } catch {
            let cause = (error as? DiskError).map(\.description) ?? "\(error)"
            throw ObstacleError(
                .destinationUnusable, at: destination.argument,
                "The roll \(place.roll) could not be looked at: \(cause).",
                nextStep: "Check the destination.")
        }
    }
}

/// Looks at one roll on one destination.
private struct RollFinder {
    let place: RollPlace
    let card: CardSurvey
    let destination: Destination

    func snapshot(_ path: RelativePath) throws -> TreeSnapshot? {
        do throws(DiskError) {
            return try TreeWalk.snapshot(of: destination.disk, at: path)
        } catch {
            if error.reason == .notFound { return nil }
            if error.request == .list { throw otherContent("\(path) is there and is not a folder") }
            throw error
        }
    }

    private func journal() throws(DiskError) -> (reading: JournalReading?, exists: Bool) {
        do {
            return (try Journal.read(at: place.journal, on: destination.disk), true)
        } catch let error where error.reason == .notFound {
            return (nil, false)
        }
    }

    private func history(at path: RelativePath) throws -> History? {
        do {
            return try ASCMHL.history(on: destination.disk, at: path, includingNested: true)
        } catch {
            throw ObstacleError(
                .damagedHistory, at: destination.argument, "The history of \(path) does not hold: \(error.sentence)",
                nextStep: "Leave it as it is and use --as to give this card another name; \(another).")
        }
    }

    func sealed(_ tree: TreeSnapshot) throws -> RollState {
        guard let history = try history(at: place.roll), !history.generations.isEmpty else {
            throw otherContent("A folder of that name is there and was not sealed")
        }
        try refuseOtherCard(history)
        try refuseStrangers(tree, at: place.roll)
        let found = try journal().reading
        let journal = found.flatMap {
            $0.header.isSameCard(source: card.volume.identity, listing: card.listing) ? $0 : nil
        }
        return .sealed(tree: tree, history: history, journal: journal)
    }

    func unfinished(_ tree: TreeSnapshot) throws -> RollState {
        let (reading, exists) = try journal()
        let history = try history(at: place.partial)
        if let reading, !reading.header.isSameCard(source: card.volume.identity, listing: card.listing) {
            throw ObstacleError(
                .otherCard, at: destination.argument,
                "\(place.partial) is the unfinished offload of another card, or this card was changed since.",
                nextStep: "Finish that one first, or use \(another).")
        }
        if reading == nil, history == nil {
            let what = exists ? "its journal is damaged" : "its journal is gone"
            throw ObstacleError(
                .damagedJournal, at: destination.argument, "\(place.partial) was begun by an earlier run, and \(what).",
                nextStep: "Move that folder away, or use \(another).")
        }
        if let history { try refuseOtherCard(history) }
        try refuseStrangers(tree, at: place.partial)
        return .unfinished(tree: tree, journal: reading, history: history)
    }

    /// Refuses a roll whose manifests list what is not on the card, or is there in another size.
    private func refuseOtherCard(_ history: History) throws {
        for path in history.paths where !card.isHistory(path) {
            guard let number = card.contents.index.number(at: path), card.contents.isIncluded(number) else {
                throw otherContent("The sealed roll holds \(path), which is not on this card")
            }
            let size = history.record(for: path)?.size ?? ByteCount(card.tree.entries[number].size)
            guard size.bytes == card.tree.entries[number].size else {
                throw otherContent("\(path) in the sealed roll has another size than on this card")
            }
        }
    }

    /// Refuses a roll that holds anything that is not on the card, manifests aside.
    private func refuseStrangers(_ tree: TreeSnapshot, at path: RelativePath) throws {
        for number in tree.entries.indices.dropFirst() {
            let inside = tree.path(of: number)
            if card.isHistory(inside) { continue }
            let there = tree.entries[number]
            if let onCard = card.contents.index.number(at: inside), card.contents.isIncluded(onCard) {
                guard card.tree.entries[onCard].kind != there.kind else { continue }
            } else if isSystemsOwn(inside, there.kind) {
                continue
            }
            throw otherContent("\(path) holds \(inside) (a \(there.kind.name)), which is not on this card")
        }
    }

    /// What systems leave in any folder they show, and what a seal that was stopped leaves: no reason against a roll.
    private func isSystemsOwn(_ path: RelativePath, _ kind: FileAttributes.Kind) -> Bool {
        if SystemNames.contains(path.name, kind) { return true }
        return path.parent.components.contains { SystemNames.contains($0, .folder) }
            || path.components.contains { name in
                name.starts(with: "._".utf8) || name.starts(with: ASCMHL.unfinishedFolder.utf8)
            }
    }

    private func otherContent(_ what: String) -> ObstacleError {
        ObstacleError(.otherContent, at: destination.argument, what + ".", nextStep: "Use \(another).")
    }

    private var another: String { place.another(on: destination) }
}

extension RollPlace {
    /// The next free name on a destination, as an option to paste.
    func another(on destination: Destination) -> String {
        for number in 2...99 {
            let name = Array(roll.name) + Array("_\(number)".utf8)
            let other = RollPlace(roll: roll.parent.appending(component: name))
            let isTaken = [other.roll, other.partial].contains { (try? destination.disk.attributes(of: $0)) != nil }
            if !isTaken { return "--as \(other.roll)" }
        }
        return "--as with another name"
    }
}

extension CardSurvey {
    /// Whether a path lies in a folder `ascmhl`: the history of a roll, not its content.
    func isHistory(_ path: RelativePath) -> Bool {
        path.components.contains { $0.elementsEqual("ascmhl".utf8) }
    }
}
