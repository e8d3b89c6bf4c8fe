public import CameraCards
public import Checksums
public import FileTree
public import Manifests
public import NamingRules
public import Offload

/// A card as it was found before the start.
public struct CardSurvey: Sendable {
    /// The card as the person wrote it.
    public let argument: String
    /// Its path without links.
    public let path: String
    /// Its name: the last component of the path.
    public let name: String
    /// Its disk.
    public let disk: any ReadableDisk
    /// Its volume.
    public let volume: Volume
    /// What of it belongs to the roll.
    public let contents: CardContents
    /// The manifests it brings.
    public let manifests: TreeManifests
    /// What wrote it, and its clips.
    public let card: Card
    /// What is to be said of its names, besides what ``card`` says of its clips.
    public let names: CardNames
    /// XXH128 of its whole listing.
    public let listing: Checksum

    /// What it holds.
    public var tree: TreeSnapshot { contents.tree }

    /// Looks at a card; nothing is written.
    static func survey(
        _ argument: String, ignore: IgnorePatterns, in surroundings: Surroundings
    ) throws(ObstacleError) -> CardSurvey {
        guard let path = surroundings.resolve(argument), let kind = surroundings.kind(argument) else {
            throw ObstacleError(
                .cardMissing, at: argument, "There is no such card.",
                nextStep: "Check the path and that it is mounted.")
        }
        guard kind == .folder else {
            throw ObstacleError(
                .cardMissing, at: argument, "This is a \(kind.name), not a card.",
                nextStep: "Name the folder that the card is mounted on.")
        }
        do throws(DiskError) {
            let disk = try surroundings.openCard(path)
            let contents = CardContents(try TreeWalk.snapshot(of: disk), ignore: ignore)
            guard !contents.files.isEmpty || !contents.tree.unreadable.isEmpty else {
                throw DiskError(.list, at: .root, number: CardSurvey.nothingThere)
            }
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            let card = Card(CardTree(contents.tree, on: disk, label: name))
            return CardSurvey(
                argument: argument, path: path, name: name,
                disk: disk, volume: try disk.volume(), contents: contents,
                manifests: TreeManifests.found(on: disk, in: contents.tree),
                card: card,
                names: CardNames(
                    of: contents.tree, on: disk, name: name, now: Machine.now, besides: card),
                listing: contents.listing)
        } catch let error where error.number == CardSurvey.nothingThere {
            throw ObstacleError(
                .cardEmpty, at: argument, "There is no file to copy on this card.",
                nextStep: "Check that it is the right card and that it is mounted.")
        } catch {
            throw ObstacleError(
                .cardUnreadable, at: argument, "The card could not be read: \(error.cause).", nextStep: error.nextStep)
        }
    }

    /// Stands for "the card holds no file"; no system error has this number.
    private static let nothingThere: Int32 = -1

    /// What is worth knowing of the card before it is copied.
    var warnings: [Warning] {
        var warnings: [Warning] = []
        if !volume.isReadOnly, !volume.isSystem {
            warnings.append(
                Warning(
                    at: argument,
                    "The card is mounted read-write; nothing is written to it, but mounting it with "
                        + "`mount -o ro` makes sure that nothing else writes either."))
        }
        for problem in manifests.problems {
            warnings.append(Warning(at: argument, "\(problem.place): \(problem.sentence)"))
        }
        for missing in manifests.missing {
            warnings.append(
                Warning(at: argument, "\(missing.path) is listed in \(missing.manifest) and is not on the card."))
        }
        return warnings + cardWarnings
    }

    /// Findings that are told one by one; the log of clips has all.
    private static let mostFindings = 20

    /// What is wrong with the card's clips, the worst first: good to know while the camera crew is still there.
    private var cardWarnings: [Warning] {
        let findings = card.findings.filter { $0.severity != .note }.sorted { $0.severity < $1.severity }
        let more = findings.count - CardSurvey.mostFindings
        return findings.prefix(CardSurvey.mostFindings).map { finding in
            Warning(at: argument, "\(finding.sentence) \(finding.nextStep)")
        } + (more > 0 ? [Warning(at: argument, "\(grouped(more)) more findings: rushes clips lists all.")] : [])
    }
}

/// An obstacle that stops a survey.
struct ObstacleError: Error {
    let obstacle: Obstacle

    init(_ code: Obstacle.Code, at place: String, _ sentence: String, nextStep: String) {
        obstacle = Obstacle(code, at: place, sentence, nextStep: nextStep)
    }
}
