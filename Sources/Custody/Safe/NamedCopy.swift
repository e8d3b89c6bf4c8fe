internal import FileTree
internal import Manifests
internal import Proof

/// A copy as it was named: what lies there, on what it stands, and whether it can count at all.
struct NamedCopy {
    let argument: String
    let search: RollSearch?
    let volume: Volume?
    let place: PhysicalPlace?
    var roll: RelativePath?
    var disqualification: SafeAnswer.Disqualification?

    /// The absolute path of the roll, where one was chosen.
    var rollPath: String? {
        guard let search, let roll else { return nil }
        return roll.isRoot ? search.folder.path : search.folder.path.below(roll.description)
    }

    /// Opens a copy; one that cannot be looked at does not count, and one that is not there is the person's mistake.
    init(_ argument: String, card: CardToErase, _ request: SafeRequest) throws(CustodyError) {
        self.argument = argument
        do throws(CustodyError) {
            let search = try RollSearch(argument)
            let volume = try NamedCopy.volume(of: search.folder)
            let place = PhysicalPlace(of: volume, trustsLoop: request.trustsLoop)
            (self.search, self.volume, self.place) = (search, volume, place)
            disqualification = NamedCopy.disqualification(search, volume, place, card, request)
        } catch {
            guard error.status != .usage else { throw error }
            (search, volume, place) = (nil, nil, nil)
            disqualification = .unusable(error)
        }
    }

    private static func volume(of folder: Folder) throws(CustodyError) -> Volume {
        do throws(DiskError) {
            return try folder.disk.volume()
        } catch {
            throw CustodyError(error, at: folder.argument)
        }
    }

    private static func disqualification(
        _ search: RollSearch, _ volume: Volume, _ place: PhysicalPlace, _ card: CardToErase, _ request: SafeRequest
    ) -> SafeAnswer.Disqualification? {
        if place.sharesAnything(with: PhysicalPlace(of: card.volume, trustsLoop: request.trustsLoop)) {
            return .onCardsDevice
        }
        if search.manifests.histories.isEmpty { return .noHistory }
        if request.least == .fromDevice, !volume.showsDevice(trustingLoop: request.trustsLoop) { return .noDevice }
        return nil
    }

    /// Chooses the roll that lists what the card holds.
    mutating func choose(by choice: RollChoice) {
        guard disqualification == nil, let search else { return }
        switch choice.roll(in: search) {
        case .roll(let roll):
            self.roll = roll
            disqualification = search.damage(of: roll).map { .damagedHistory($0) }
        case .several(let rolls): disqualification = .severalRolls(rolls)
        case .none:
            let damage = search.manifests.problems.first { $0.status != nil }
            disqualification = damage.map { .damagedHistory($0) } ?? .otherContent
        }
    }

    /// What is known of it so far.
    var facts: SafeAnswer.Copy {
        var copy = SafeAnswer.Copy(argument: argument)
        copy.roll = roll
        copy.volume = volume
        copy.device = place?.words ?? ""
        copy.disqualification = disqualification
        return copy
    }
}
