import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures

/// A cart with cards and drives in memory, and runs over them.
struct Cart {
    /// Two clips, one larger than three slots, an empty file, an empty folder, a file that ends on a grain.
    static let small: CardBuilder = [
        "CLIP/A001C001.mov": .random(50_000),
        "CLIP/A001C002.mov": .random(10_000),
        "CLIP/A001C002.xml": "<clip/>",
        "EMPTY": .folder,
        "INDEX.bin": .random(4096),
        "LOG/empty.log": .bytes([]),
        "notes.txt": "second unit",
    ]

    /// The same as it should be found; made once, because thousands of copies are compared with it.
    static let contents = small.contents

    static let card = "/cards/A001"

    /// What lies where; a path that is not here does not exist.
    var cards: [String: any ReadableDisk]
    var drives: [String: any Disk]
    var request: IngestRequest

    /// A cart with one card.
    ///
    /// - Parameter drives: the destinations, in order.
    init(disk card: any ReadableDisk, on drives: KeyValuePairs<String, any Disk>) {
        cards = [Cart.card: card]
        self.drives = Dictionary(uniqueKeysWithValues: drives.map { ($0.key, $0.value) })
        request = IngestRequest(cards: [Cart.card], destinations: drives.map(\.key), version: "0")
        request.limits.slotSize = .kibibytes(16)
        request.limits.slots = 4
        request.limits.readers = 2
        request.limits.readersBackPerDestination = 2
        request.limits.readBackSize = .kibibytes(16)
        request.limits.filesPerGroup = 2
        request.limits.bytesPerGroup = .kibibytes(32)
        request.limits.directFrom = .kibibytes(8)
    }

    /// A cart whose card is written down.
    init(_ card: CardBuilder = Cart.small, on drives: KeyValuePairs<String, any Disk>) throws {
        self.init(disk: try Cart.disk(card), on: drives)
    }

    /// A card in memory, mounted read-only.
    static func disk(_ card: CardBuilder) throws -> CrashDisk {
        let disk = CrashDisk(volume: .card())
        try card.write(to: disk)
        return disk.copy()
    }

    private var surroundings: Surroundings {
        let (cards, drives) = (cards, drives)
        let missing: Int32 = 2
        return Surroundings(
            openCard: { (path) throws(DiskError) in
                guard let disk = cards[path] ?? drives[path] else {
                    throw DiskError(.open, at: .root, number: missing)
                }
                return disk
            },
            openDestination: { (path) throws(DiskError) in
                guard let disk = drives[path] else { throw DiskError(.open, at: .root, number: missing) }
                return disk
            },
            makeDestination: { _ throws(DiskError) in },
            resolve: { cards[$0] == nil && drives[$0] == nil ? nil : $0 },
            kind: { cards[$0] == nil && drives[$0] == nil ? nil : .folder })
    }

    /// What a run said, and how it ended.
    struct Story {
        var status = RunStatus.done
        var leftThreadsBehind = false
        var obstacles: [Obstacle] = []
        var warnings: [Warning] = []
        var recognised: [CardSurvey] = []
        var plans: [CardPlan] = []
        var outcomes: [CardOutcome] = []
        var events: [OffloadEvent] = []

        mutating func take(_ event: IngestEvent) {
            switch event {
            case .obstacles(let found): obstacles = found
            case .recognised(let card): recognised.append(card)
            case .warning(let warning): warnings.append(warning)
            case .planned(let plan): plans.append(plan)
            case .finished(let outcome, _): outcomes.append(outcome)
            case .copying(_, let event): events.append(event)
            case .progress, .sealing: break
            }
        }
    }

    /// Runs the whole story.
    ///
    /// - Parameters:
    ///   - change: what this run asks for besides.
    ///   - shouldStop: asked whether somebody pressed Ctrl-C.
    @discardableResult
    func run(
        _ change: (inout IngestRequest) throws -> Void = { _ in }, until shouldStop: @escaping () -> Bool = { false }
    ) throws -> Story {
        var request = request
        try change(&request)
        var story = Story()
        let ending = try Ingest(request, in: surroundings).run(tell: { story.take($0) }, shouldStop: shouldStop)
        story.status = ending.status
        story.leftThreadsBehind = ending.leftThreadsBehind
        return story
    }
}

extension Volume {
    /// A card's: read-only, with a name of its own.
    static func card(_ kind: String = "exfat", label: String = "A001") -> Volume {
        Volume(
            kind: FileSystemKind(named: kind), mountPoint: "/cards/\(label)", source: "/dev/sdc1",
            identity: "\(kind):\(label)", label: label, device: 5, disks: ["sdc"], isReadOnly: true, free: .zero)
    }

    /// A drive's, with much room.
    static func drive(
        _ name: String = "RAID_A", _ kind: String = "ext4", device: UInt64 = 77, disk: String = "sdz",
        free: ByteCount = .mebibytes(1 << 20), freeFiles: UInt64? = nil, isReadOnly: Bool = false,
        isSystem: Bool = false
    ) -> Volume {
        Volume(
            kind: FileSystemKind(named: kind), mountPoint: "/media/\(name)", source: "/dev/\(disk)1",
            identity: "\(kind):\(name)", label: name, device: device, disks: [disk], isReadOnly: isReadOnly,
            isSystem: isSystem, free: free, freeFiles: freeFiles)
    }
}

extension CrashDisk {
    /// A second drive, on another physical disk.
    static func second(_ kind: String = "ext4") -> CrashDisk {
        CrashDisk(volume: .drive("RAID_B", kind, device: 78, disk: "sdy"))
    }
}
