import Checksums
import FileTree
import Manifests
import Proof
import RushesFixtures
import Testing

@testable import Custody

/// A drive in memory with a sealed roll on it, a good copy of it, and what damages and heals it.
struct Ward {
    static let files: CardBuilder = [
        "Day/A001/CLIP/a.mov": .random(20_000), "Day/A001/CLIP/b.mov": .random(9_000), "Day/A001/CLIP/c.xml": "<c/>",
        "Day/A001/notes.txt": "second unit",
    ]
    static let roll: RelativePath = "Day/A001"
    static let places = RollPlaces(base: "/", roll: roll)
    static let start = Instant(nanoseconds: 1_780_000_000_000_000_000)
    static let bad = [UInt8](repeating: 0xEE, count: 4)

    /// The drive: `a.mov` is damaged, `notes.txt` is missing.
    let damaged: CrashDisk
    /// As it was sealed.
    let good: CrashDisk

    init(kind: String = "ext4") throws {
        let volume = Volume(
            kind: FileSystemKind(named: kind), identity: "\(kind):ward", device: 77, disks: ["sdz"],
            free: .mebibytes(1 << 10), freeFiles: 1 << 20)
        let disk = CrashDisk(volume: volume)
        try Ward.files.write(to: disk)
        try Ward.seal(disk, after: 0)
        good = disk.copy()
        let file = try disk.openForWriting("Day/A001/CLIP/a.mov", direct: false)
        try disk.write(file, Ward.bad, at: 5_000)
        disk.close(file)
        try disk.remove("Day/A001/notes.txt")
        damaged = disk.copy()
    }

    /// Records what lies in the roll.
    static func seal(_ disk: any Disk, after seconds: Int64, detectsRenames: Bool = false) throws {
        let request = RecordRequest(
            tree: try TreeWalk.snapshot(of: disk, at: roll), algorithms: [.xxh64], folderName: Array("A001".utf8),
            creator: Creator(hostname: "cart-1", version: "0"),
            startedAt: Instant(nanoseconds: start.nanoseconds + seconds * 1_000_000_000),
            detectsRenames: detectsRenames)
        var files = HashedFiles(entryCount: request.tree.entries.count)
        let wanted = try ASCMHL.plan(request, on: disk, at: roll).wanted
        _ = InPlaceHashing(disk: disk, tree: request.tree, at: roll, wanted: wanted).run { finding in
            if case .success(let file) = finding.result { files.insert(file) }
        }
        _ = try ASCMHL.record(request, files, on: disk, at: roll)
    }

    /// Heals a disk from another; what was told of each file comes with it.
    @discardableResult
    static func heal(
        _ disk: any Disk, from good: any ReadableDisk, shouldStop: @escaping () -> Bool = { false }
    ) throws -> (outcome: HealOutcome, told: [String: HealFinding.Verdict]) {
        var told: [String: HealFinding.Verdict] = [:]
        var healing = RollHealing(
            request: HealRequest(
                copy: "A", from: "B", creator: Creator(hostname: "cart-1", version: "0"),
                startedAt: Instant(nanoseconds: start.nanoseconds + 60_000_000_000)),
            disk: disk, places: places, good: good, goodTree: try TreeWalk.snapshot(of: good),
            tell: { event in
                if case .file(let finding) = event {
                    told[String(decoding: finding.path, as: UTF8.self)] = finding.verdict
                }
            },
            shouldStop: shouldStop, outcome: HealOutcome(copy: "A", roll: "/Day/A001"))
        let outcome = try healing.run()
        return (outcome, told)
    }

    /// The roll's files without its history.
    static func content(of disk: any ReadableDisk) throws -> TreeContents {
        let all = try TreeContents(of: disk, at: roll)
        return TreeContents(all.nodes.filter { !$0.key.lies(within: "ascmhl") })
    }

    /// What must hold at every moment: the damaged bytes are somewhere, and no name has anything half done.
    func brokenPromises(on disk: any ReadableDisk) throws -> [String] {
        let tree = try TreeContents(of: disk)
        let wrong = try Ward.content(of: damaged)[file: "CLIP/a.mov"]
        let right = try Ward.content(of: good)[file: "CLIP/a.mov"]
        var broken: [String] = []
        let kept = tree.files.filter { tree[file: $0] == wrong && !$0.lies(within: ".rushes") }
        if kept.isEmpty { broken.append("the damaged file is gone") }
        let named = tree[file: "Day/A001/CLIP/a.mov"]
        if named != nil, named != wrong, named != right { broken.append("a.mov is neither damaged nor good") }
        for file in ["CLIP/b.mov", "CLIP/c.xml"] as [RelativePath] {
            let now = tree[file: Ward.roll.appending(file)]
            if try now != Ward.content(of: good)[file: file] { broken.append("\(file) was touched") }
        }
        let notes = tree[file: "Day/A001/notes.txt"]
        if notes != nil, notes != Array("second unit".utf8) { broken.append("notes.txt is not what it was") }
        return broken
    }

    /// Heals once more and expects that everything is in its place and nothing else.
    func expectFinished(_ disk: any Disk, _ comment: Comment) throws {
        let again = try Ward.heal(disk, from: good)
        #expect(again.outcome.status == .done, "\(comment): \(again.told) \(again.outcome.recordFailure ?? "")")
        let differences = try Ward.content(of: disk).differences(from: Ward.content(of: good))
        #expect(differences == [], comment)
        let generations = try ASCMHL.history(on: disk, at: Ward.roll)?.generations.map(\.process) ?? []
        // A stop between the record and the end of the note: what was healed is read and recorded again.
        #expect((2...3).contains(generations.count), comment)
        #expect(try brokenPromises(on: disk) == [], comment)
        #expect(throws: DiskError.self, comment) { try disk.attributes(of: ".rushes") }
    }
}
