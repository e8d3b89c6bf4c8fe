internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import XMLText

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
        do throws(DiskError) {
            let disk = destination.disk
            let journal = try found { () throws(DiskError) in try Journal.read(at: place.journal, on: disk) } ?? nil
            let hasJournal = try found { () throws(DiskError) in try disk.attributes(of: place.journal) } != nil
            if let tree = try snapshot(place.roll, on: disk) {
                return try sealed(tree, journal, place, card, destination)
            }
            guard let tree = try snapshot(place.partial, on: disk) else { return .absent }
            return try unfinished(tree, journal, hasJournal, place, card, destination)
        } catch let error as DiskError {
            throw ObstacleError(
                .destinationUnusable, at: destination.argument, "\(place.roll) \(error).", nextStep: error.nextStep)
        } catch let error as ObstacleError {
            throw error
        } catch {
            preconditionFailure("only these two are thrown")
        }
    }
}
