internal import FileTree
internal import Manifests

/// Restores files of a copy that fail its manifest, or are missing, from a copy whose content passes it.
public struct Healing {
    private let request: HealRequest
    private let tell: (HealEvent) -> Void
    private let shouldStop: () -> Bool

    /// - Parameters:
    ///   - tell: is told what happens, on the calling thread.
    ///   - shouldStop: is asked often; files that are healed by then stay healed.
    public init(_ request: HealRequest, tell: @escaping (HealEvent) -> Void, shouldStop: @escaping () -> Bool) {
        self.request = request
        self.tell = tell
        self.shouldStop = shouldStop
    }

    /// Heals.
    ///
    /// - Throws: before anything is changed, where the copy's history does not hold (30 to 33), where there is no
    ///   room or no way to write (60), or where what was named makes no sense (64).
    public func run() throws(CustodyError) -> HealOutcome {
        let good = try Folder(request.goodCopy)
        let roll = try roll()
        guard !roll.overlaps(good.path) else {
            throw CustodyError(
                .usage, at: request.goodCopy, "It is the copy that is to be healed, or one lies in the other.",
                nextStep: "Name another copy with --from.", status: .usage)
        }
        let places = try places(roll)
        let disk: PosixDisk
        do throws(DiskError) {
            disk = try PosixDisk(path: places.base)
        } catch {
            throw CustodyError(error, at: request.copy)
        }
        var outcome = HealOutcome(copy: request.copy, roll: roll)
        outcome.goodCopy = good.path
        var healing = RollHealing(
            request: request, disk: disk, places: places, good: good.disk, goodTree: good.tree, tell: tell,
            shouldStop: shouldStop, outcome: outcome)
        let healed = try healing.run()
        tell(.finished(healed))
        return healed
    }

    /// The roll that is named, or the only one in the folder that is named: its absolute path.
    private func roll() throws(CustodyError) -> String {
        let folder = try Folder(request.copy)
        let all = folder.tree.entries.indices.filter {
            folder.tree.entries[$0].kind == .folder && folder.tree.name(of: $0).elementsEqual("ascmhl".utf8)
        }.map { folder.tree.path(of: Int(folder.tree.entries[$0].parent)) }
        let outermost = all.filter { roll in !all.contains { $0 != roll && roll.lies(within: $0) } }
        guard let first = outermost.first else { throw .noHistory(request.copy) }
        guard outermost.count == 1 else {
            throw CustodyError(
                .usage, at: request.copy, "There are \(outermost.count) rolls in it.", nextStep: "Name one of them.",
                status: .usage)
        }
        return first.isRoot ? folder.path : folder.path.below(first.description)
    }

    /// Damaged files are moved, never copied: what is beside the roll must lie on its volume.
    private func places(_ roll: String) throws(CustodyError) -> RollPlaces {
        let own = Healing.device(of: roll)
        let places = RollPlaces.around(
            roll: roll, isFolder: { Machine.kind(ofPath: $0) == .folder },
            isOnItsVolume: { own != nil && Healing.device(of: $0) == own })
        if let places { return places }
        throw CustodyError(
            .notWritable, at: request.copy,
            "The roll is the root of its volume: there is no place beside it for damaged files.",
            nextStep: "Move the roll into a folder on its volume.", status: .obstacles)
    }

    private static func device(of path: String) -> UInt64? {
        guard let disk = try? CardDisk(path: path) else { return nil }
        return try? disk.attributes(of: .root).device
    }
}

extension String {
    /// Whether two absolute paths are one, or one lies in the other.
    fileprivate func overlaps(_ other: String) -> Bool {
        self == other || hasPrefix(other == "/" ? "/" : other + "/") || other.hasPrefix(self == "/" ? "/" : self + "/")
    }
}

extension CustodyError {
    static func noHistory(_ place: String) -> CustodyError {
        CustodyError(
            .manifest, at: place, "There is no ASC MHL history in it: nothing says what it should hold.",
            nextStep: "Name the roll itself.", status: .noHistory)
    }
}
