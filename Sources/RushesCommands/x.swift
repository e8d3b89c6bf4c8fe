public import Offload
import FileTree
import Checksums
import Proof
public func harness(_ arguments: [String]) throws {
    let card = try CardDisk(path: arguments[1])
    let tree = try TreeWalk.snapshot(of: card)
    var lanes: [Lane] = []
    for path in arguments[2...] {
        let disk = try PosixDisk(path: path)
        let place = RollPlace(roll: RelativePath("ROLL")!)
        try disk.makeFolder(RollPlace.desks, permissions: 0o755)
        try disk.makeFolder(place.desk, permissions: 0o755)
        try disk.makeFolder(place.staging, permissions: 0o755)
        try disk.makeFolder(place.partial, permissions: 0o755)
        for n in tree.entries.indices.dropFirst() where tree.entries[n].kind == .folder {
            try disk.makeFolder(place.partial.appending(tree.path(of: n)), permissions: 0o755)
        }
        let v = try disk.volume()
        print(v)
        let header = JournalHeader(source: nil, listing: Checksum.of([], .xxh128), entryCount: tree.entries.count, destination: nil, roll: place.roll, algorithms: [.xxh64], startedAt: Machine.now, day: "")
        let journal = try Journal.start(at: place.journal, on: disk, header: header)
        lanes.append(Lane(disk: disk, volume: v, place: place, base: place.partial, needs: tree.entries.map { $0.kind == .file ? .copy : .nothing }, verified: VerifiedFiles(algorithms: [.xxh64], entryCount: tree.entries.count), journal: journal))
    }
    let request = CopyRequest(card: card, cardVolume: try card.volume(), tree: tree, lanes: lanes, algorithms: [.xxh64], comparing: .xxh64)
    let t0 = Machine.ticks
    let outcome = Copier(request).run { progress, events in
        return true
    }
    print(outcome.lanes.map { ($0.verified.count, $0.verified.weakestEvidence as Any, $0.failures.count, $0.failure as Any) }, outcome.cardFailures.count, Double(Machine.ticks - t0) / 1e9)
}
