internal import FileTree
internal import Manifests
internal import Offload

/// Finds out whether anything that will be written lies on a card, or in a roll that is already there.
struct PathChecks {
    let request: IngestRequest
    let surroundings: Surroundings
    let cards: [CardSurvey]
    let findings: Preflight.Findings

    func obstacles() -> [Obstacle] {
        cardsTwice() + cards.flatMap(onCard) + destinationsTwice() + findings.cards.flatMap(inOtherRoll)
    }

    private func cardsTwice() -> [Obstacle] {
        cards.indices.filter { index in cards[..<index].contains { $0.path == cards[index].path } }.map { index in
            Obstacle(
                .cardTwice, at: cards[index].argument, "This card is named twice.", nextStep: "Name each card once.")
        }
    }

    private func destinationsTwice() -> [Obstacle] {
        let all = findings.destinations
        return all.indices.filter { index in all[..<index].contains { $0.path == all[index].path } }.map { index in
            Obstacle(
                .sameDestination, at: all[index].argument, "This destination is named twice.",
                nextStep: "Two copies in one folder are one copy: name two drives.")
        }
    }

    // MARK: - On the card

    private func onCard(_ card: CardSurvey) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        for destination in findings.destinations {
            if lies(destination.path, within: card.path) || isFolder(destination, of: card) {
                obstacles.append(
                    Obstacle(
                        .destinationInsideCard, at: destination.argument,
                        "This destination lies on the card \(card.argument).",
                        nextStep: "Choose another destination."))
            } else if written(on: destination).contains(where: {
                lies($0, within: card.path) || lies(card.path, within: $0)
            }) {
                obstacles.append(
                    Obstacle(
                        .cardInsideDestination, at: card.argument,
                        "This card lies where something would be written on \(destination.argument).",
                        nextStep: "Choose another destination, or --as."))
            }
        }
        if case .onDestinationsAnd(let logs) = request.logs, isOnCard(logs, card) {
            obstacles.append(
                Obstacle(
                    .destinationInsideCard, at: logs, "These logs would be written on the card \(card.argument).",
                    nextStep: "Choose another folder for --logs."))
        }
        return obstacles
    }

    /// Everything that this run writes on a destination.
    private func written(on destination: Destination) -> [String] {
        let root = destination.path == "/" ? "" : destination.path
        let rolls = findings.places.flatMap { place in
            [place.roll, place.partial, LogFolder.onDestination.appending(place.roll)].map(\.description)
        }
        return (rolls + [RollPlace.desks.description]).map { root + "/" + $0 }
    }

    private func lies(_ path: String, within folder: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
    }

    /// Whether a destination is a folder of the card under another path: a bind mount, a second mount of the device.
    private func isFolder(_ destination: Destination, of card: CardSurvey) -> Bool {
        guard let root = try? destination.disk.attributes(of: .root) else { return false }
        return isFolder(root, of: card)
    }

    private func isFolder(_ root: FileAttributes, of card: CardSurvey) -> Bool {
        guard root.device == card.volume.device else { return false }
        return card.tree.entries.contains { $0.kind == .folder && $0.inode == root.inode }
    }

    private func isOnCard(_ logs: String, _ card: CardSurvey) -> Bool {
        let slash = logs.lastIndex(of: "/")
        let parent = slash.map { $0 == logs.startIndex ? "/" : String(logs[..<$0]) } ?? "."
        guard let path = surroundings.resolve(logs) ?? surroundings.resolve(parent) else { return false }
        if lies(path, within: card.path) { return true }
        guard let disk = try? surroundings.openDestination(path), let root = try? disk.attributes(of: .root)
        else { return false }
        return isFolder(root, of: card)
    }

    // MARK: - In another roll

    /// A roll of ours is an exact image of a card: nothing else may be put into it.
    private func inOtherRoll(_ card: Preflight.Card) -> [Obstacle] {
        findings.destinations.filter { !$0.isNew }.compactMap { destination in
            var folder = card.place.roll.parent
            while !folder.isRoot {
                let history = try? ASCMHL.history(on: destination.disk, at: folder)
                if history?.generations.contains(where: { $0.tool == "rushes" }) == true {
                    return Obstacle(
                        .badRollName, at: destination.argument,
                        "\(card.place.roll) would lie inside the sealed roll \(folder).",
                        nextStep: "Use --as to give this card a place of its own.")
                }
                folder = folder.parent
            }
            return nil
        }
    }
}
