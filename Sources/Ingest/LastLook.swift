internal import FileTree
internal import Offload
internal import Proof

/// Looks at a destination afresh, by its path, before anything is claimed of it.
///
/// The folders a run works in stay open. A drive that is unmounted in mid-run (`umount -l`), or a folder that
/// somebody moves away, is still written to through them, and every file proved there; yet nobody would find them
/// where they are said to be.
struct LastLook {
    let card: CardSurvey
    let surroundings: Surroundings

    /// Whether the destination's path still leads to the folder that was written to, and every proved file of an
    /// unfinished roll lies under its name; nil when all is well.
    func problem(of run: LaneRun) -> DestinationFailure.Cause? {
        guard let lane = run.lane else { return nil }
        do throws(DiskError) {
            let disk = try surroundings.openDestination(run.destination.path)
            let (now, then) = (try disk.attributes(of: .root), try lane.disk.attributes(of: .root))
            guard now.inode == then.inode, now.device == then.device else { return .exchanged }
            guard lane.base == run.place.partial else { return nil }
            return try missing(lane, on: disk).map { .moved($0) }
        } catch {
            return error.reason == .notFound ? .exchanged : .refused(error)
        }
    }

    /// The first proved file that is not under its name.
    private func missing(_ lane: Lane, on disk: any Disk) throws(DiskError) -> RelativePath? {
        for number in card.contents.files where lane.verified.evidence(of: number) != nil {
            let path = lane.base.appending(card.tree.path(of: number))
            do throws(DiskError) {
                let there = try disk.attributes(of: path)
                guard there.kind == .file, there.size.bytes == card.tree.entries[number].size else { return path }
            } catch {
                // Other: a link or a file where a folder was.
                guard [.notFound, .other].contains(error.reason) else { throw error }
                return path
            }
        }
        return nil
    }
}
