internal import FileTree
internal import Manifests
internal import Offload

/// Everything that is found out before the first byte moves.
struct Preflight {
    let request: IngestRequest
    let surroundings: Surroundings
    let startedAt: Instant

    /// A card with its way on every destination.
    struct Card {
        let survey: CardSurvey
        let place: RollPlace
        let day: String
        let states: [RollState]
    }

    /// What was found.
    struct Findings {
        var cards: [Card] = []
        /// Where the rolls of all cards would lie, those that meet an obstacle included.
        var places: [RollPlace] = []
        var destinations: [Destination] = []
        var obstacles: [Obstacle] = []
        var warnings: [Warning] = []
    }

    func findings() throws(RollTemplate.Refusal) -> Findings {
        var findings = Findings()
        var surveys: [CardSurvey] = []
        for argument in request.cards {
            do throws(ObstacleError) {
                surveys.append(try CardSurvey.survey(argument, ignore: request.ignore, in: surroundings))
            } catch {
                findings.obstacles.append(error.obstacle)
            }
        }
        for argument in request.destinations {
            do throws(ObstacleError) {
                findings.destinations.append(try Destination.survey(argument, in: surroundings))
            } catch {
                findings.obstacles.append(error.obstacle)
            }
        }
        for survey in surveys { try add(survey, to: &findings) }
        findings.obstacles +=
            PathChecks(request: request, surroundings: surroundings, cards: surveys, findings: findings).obstacles()
        findings.obstacles += mountObstacles(findings.destinations)
        for destination in findings.destinations.indices {
            findings.obstacles += roomObstacles(destination, findings)
            let (kind, argument) = (
                findings.destinations[destination].volume.kind, findings.destinations[destination].argument
            )
            for card in findings.cards {
                findings.obstacles += NameChecks.obstacles(card.place, on: kind, at: argument)
                findings.obstacles += NameChecks.obstacles(card.survey.contents, on: kind, at: argument)
            }
        }
        findings.warnings += surveys.flatMap(\.warnings) + diskWarnings(findings.destinations)
        return findings
    }

    // MARK: - Names

    private func add(_ survey: CardSurvey, to findings: inout Findings) throws(RollTemplate.Refusal) {
        if request.rollPath.uses(.card), CardName.isGeneric(survey.name) {
            findings.obstacles.append(
                Obstacle(
                    .genericName, at: survey.argument, "\(survey.name) could be any card's name.",
                    nextStep: "Say which roll this is, e.g. --as A001."))
            return
        }
        let naming = RollNaming(
            request: request, survey: survey, destinations: findings.destinations, startedAt: startedAt,
            taken: findings.cards.map(\.place.roll))
        let (path, day) = try naming.found()
        if findings.cards.contains(where: { $0.place.roll == path }) {
            findings.obstacles.append(
                Obstacle(
                    .samePath, at: survey.argument, "Two cards of this run would both become \(path).",
                    nextStep: "Use a token in --as that tells them apart, e.g. --as {card}_{n}, or two runs."))
            return
        }
        findings.places.append(RollPlace(roll: path))
        var states: [RollState] = []
        for destination in findings.destinations {
            do throws(ObstacleError) {
                states.append(try RollState.survey(RollPlace(roll: path), of: survey, on: destination))
            } catch {
                findings.obstacles.append(error.obstacle)
            }
        }
        findings.obstacles += survey.historyObstacles
        guard states.count == findings.destinations.count else { return }
        findings.obstacles +=
            OutgrownRolls(survey, RollPlace(roll: path), states, on: findings.destinations).obstacles()
        findings.cards.append(Card(survey: survey, place: RollPlace(roll: path), day: day, states: states))
    }

    // MARK: - Volumes

    private static let mountFolders = ["/mnt", "/media", "/run/media", "/Volumes"]

    private func mountObstacles(_ destinations: [Destination]) -> [Obstacle] {
        destinations.flatMap { destination -> [Obstacle] in
            var obstacles: [Obstacle] = []
            let isInMountFolder = Preflight.mountFolders.contains {
                destination.path == $0 || destination.path.hasPrefix($0 + "/")
            }
            if isInMountFolder, destination.volume.isSystem, !request.allowsSystemDisk {
                obstacles.append(
                    Obstacle(
                        .nothingMounted, at: destination.argument,
                        "Nothing is mounted here: this folder lies on the system's own disk.",
                        nextStep: "Mount the drive, or say --system-disk if this is meant."))
            }
            if destination.volume.isReadOnly {
                obstacles.append(
                    Obstacle(
                        .destinationReadOnly, at: destination.argument, "This volume is mounted read-only.",
                        nextStep: "Mount it writable, or choose another destination."))
            }
            return obstacles
        }
    }

    private func diskWarnings(_ destinations: [Destination]) -> [Warning] {
        var warnings: [Warning] = []
        for (index, destination) in destinations.enumerated() {
            for other in destinations[..<index]
            where !Set(other.volume.disks).isDisjoint(with: destination.volume.disks) {
                let disk = destination.volume.disks.joined(separator: ", ")
                warnings.append(
                    Warning(
                        at: destination.argument,
                        "This lies on the same physical disk (\(disk)) as \(other.argument): "
                            + "if that disk fails, both copies are gone."))
                break
            }
        }
        return warnings
    }

    /// Room for all cards of the run, on the volume that this and other destinations share.
    private func roomObstacles(_ index: Int, _ findings: Findings) -> [Obstacle] {
        let destination = findings.destinations[index]
        let sharing = findings.destinations.indices.filter {
            findings.destinations[$0].volume.device == destination.volume.device
        }
        guard sharing.first == index else { return [] }
        var needed = ByteCount.zero
        var files = 0
        for card in findings.cards {
            for place in sharing {
                let sizes = card.filesToCopy(place).map { card.survey.tree.entries[$0].size }
                guard !sizes.isEmpty else { continue }
                needed += RoomChecks.needed(sizes, blockSize: destination.volume.blockSize)
                files += sizes.count + card.survey.contents.folders.count
            }
        }
        guard files > 0 else { return [] }
        let names = sharing.map { findings.destinations[$0].argument }.joined(separator: ", ")
        return RoomChecks.obstacles(needed: needed, files: files, volume: destination.volume, at: names)
    }
}

extension Preflight.Card {
    /// Files that a destination does not hold yet, as far as their names and sizes tell.
    func filesToCopy(_ destination: Int) -> [Int] {
        let tree: TreeSnapshot
        switch states[destination] {
        case .absent: return survey.contents.files
        case .unfinished(let found, _, _): tree = found
        case .sealed(let found, _, _): tree = found
        }
        let standing = Standing(card: survey, tree: tree)
        return survey.contents.files.filter { standing.attributes(of: $0)?.size.bytes != survey.tree.entries[$0].size }
    }

    /// The plan for people.
    func plan(_ destinations: [Destination]) -> CardPlan {
        CardPlan(
            card: survey, roll: place.roll,
            copies: destinations.enumerated().map { index, destination in
                let files = filesToCopy(index)
                let kind: CardPlan.Copy.Kind =
                    switch states[index] {
                    case .absent: .copy
                    case .unfinished: .continue
                    case .sealed: files.isEmpty ? .compare : .grow
                    }
                return CardPlan.Copy(
                    destination: destination.argument, volume: destination.volume, kind: kind, files: files.count,
                    bytes: files.reduce(0) { $0 + survey.tree.entries[$1].size })
            })
    }
}

extension CardSurvey {
    /// A history on the card whose chain does not hold cannot be continued, and must not be covered up.
    var historyObstacles: [Obstacle] {
        manifests.problems.filter { !isLeftOut($0.place) }.compactMap { problem in
            if problem.code == .stray, isHistory(problem.place) {
                return damaged(
                    "\(problem.place) lies in a history on the card and is not in its chain: "
                        + "the roll could not be sealed.")
            }
            guard problem.status != nil else { return nil }
            return damaged("The ASC MHL history \(problem.place) on the card does not hold: \(problem.sentence)")
        }
    }

    private func damaged(_ sentence: String) -> Obstacle {
        Obstacle(
            .damagedHistory, at: argument, sentence,
            nextStep:
                "Fetch the card's content anew from where it came, or leave its history out with --ignore ascmhl/.")
    }

    /// What --ignore leaves out is not copied, and in nobody's way; a history goes by its folder or by what it is about.
    private func isLeftOut(_ place: RelativePath) -> Bool {
        let history = place.appending(component: "ascmhl".utf8)
        return [place, place.parent, history].contains { path in
            contents.index.number(at: path).map { $0 != 0 && !contents.isIncluded($0) } ?? false
        }
    }
}
