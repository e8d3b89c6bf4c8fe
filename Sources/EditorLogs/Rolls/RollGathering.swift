internal import CameraCards
internal import ClipMetadata
internal import FileTree

/// Puts the rolls of all folders that were named into one log.
struct RollGathering {
    private let search: @Sendable (() -> Bool) -> Result<MediaInfo, MediaInfo.Absence>
    private let shouldStop: @Sendable () -> Bool
    private var folders: [SearchedFolder] = []
    private var rolls: [(order: Order, roll: GatheredRoll)] = []
    private var remarks: [String] = []
    /// Folders of which rows are in the log, or whose roll is another one's copy.
    private var fruitful: Set<Int> = []
    /// Rolls that were read afresh, whose rows tell what could not be read of them.
    private var fresh: [Int: [RelativePath]] = [:]
    /// Rolls that were found, of which another copy need not be read.
    private var seen: [String: [FoundRoll]] = [:]
    /// The program, once something was read afresh.
    private var mediaInfo: Result<MediaInfo, MediaInfo.Absence>?

    /// Where a roll stands in the log: folders as they were named, rolls of one by path.
    private struct Order: Comparable {
        let folder: Int
        let path: RelativePath

        static func < (one: Order, other: Order) -> Bool { (one.folder, one.path) < (other.folder, other.path) }
    }

    init(
        _ search: @escaping @Sendable (() -> Bool) -> Result<MediaInfo, MediaInfo.Absence>,
        shouldStop: @escaping @Sendable () -> Bool
    ) {
        self.search = search
        self.shouldStop = shouldStop
    }

    /// Adds a folder.
    mutating func add(_ folder: SearchedFolder) { folders.append(folder) }

    /// All rolls of the folders.
    mutating func gathered() throws(LogError) -> GatheredLog {
        let groups = sealedRolls()
        var known: [[RelativePath]] = folders.map { _ in [] }
        var documents: [String: [RollLogs.Document]] = [:]
        for group in groups {
            if shouldStop() { throw .stopped(folders[group[0].folder].path) }
            let logs = group.map { RollLogs(of: $0.roll.name, at: $0.roll.place) }
            let all = logs.flatMap(\.documents).sorted { $0.at > $1.at }
            for remark in logs.flatMap(\.remarks) where !remarks.contains(remark) { remarks.append(remark) }
            documents[group[0].roll.place] = all
            // A copy of a roll is not read again.
            for copy in group.dropFirst() {
                known[copy.folder].append(copy.roll.path)
                fruitful.insert(copy.folder)
            }
            guard let roll = GatheredRoll(group[0].roll, logged: all) else {
                remarks += RollGathering.stale(group[0].roll, all.first)
                continue
            }
            known[group[0].folder].append(group[0].roll.path)
            keep(roll, of: group[0])
        }
        for folder in folders.indices { try readAfresh(folder, besides: known[folder], documents) }
        return log()
    }

    /// A roll and the number of the folder it was found in.
    private typealias Place = (folder: Int, roll: FoundRoll)

    /// The sealed rolls of all folders, each with its other copies behind it.
    private mutating func sealedRolls() -> [[Place]] {
        var groups: [[Place]] = []
        var byName: [String: [Int]] = [:]
        for (number, folder) in folders.enumerated() {
            for path in folder.sealed {
                let roll = FoundRoll(path, in: folder)
                let same = byName[roll.name, default: []].first { groups[$0][0].roll.isCopy(of: roll) }
                if let same {
                    groups[same].append((number, roll))
                } else {
                    byName[roll.name, default: []].append(groups.count)
                    groups.append([(number, roll)])
                }
            }
        }
        for group in groups { seen[group[0].roll.name, default: []].append(group[0].roll) }
        return groups
    }

    private mutating func readAfresh(
        _ number: Int, besides known: [RelativePath], _ documents: [String: [RollLogs.Document]]
    ) throws(LogError) {
        let folder = folders[number]
        let search = CardSearch(folder.tree, on: folder.disk, label: folder.name)
        var cards = search.cards(besides: known)
        // Media that lie in no roll and on no card.
        if let rest = search.rest(besides: known + cards.map(\.path)) { cards.append(rest) }
        guard !cards.isEmpty else { return }
        let volume: Volume
        do throws(DiskError) {
            volume = try folder.disk.volume()
        } catch {
            throw LogError(
                .unreadable, at: folder.argument, "It could not be looked at: \(error).", nextStep: error.nextStep)
        }
        let program = mediaInfo ?? self.search(shouldStop)
        mediaInfo = program
        for card in cards {
            let found = FoundRoll(card.path, in: folder)
            let isSealed = documents[found.place] != nil
            // The same folder may be named twice, or lie in another one that was.
            if !isSealed, seen[found.name, default: []].contains(where: { $0.isCopy(of: found) }) {
                fruitful.insert(number)
                continue
            }
            seen[found.name, default: []].append(found)
            let roll = try GatheredRoll(
                card, as: found, logged: documents[found.place] ?? [], on: volume, program, shouldStop: shouldStop)
            fresh[number, default: []].append(card.path)
            keep(roll, of: (number, found))
        }
    }

    private mutating func keep(_ roll: GatheredRoll, of place: Place) {
        var roll = roll
        if folders[place.folder].isSound { roll.keepSound() }
        if !roll.clips.isEmpty { fruitful.insert(place.folder) }
        rolls.append((Order(folder: place.folder, path: place.roll.path), roll))
    }

    /// Why the newest log of a roll is not taken; nothing where it says nothing of any file, as of a roll of stills.
    private static func stale(_ roll: FoundRoll, _ newest: RollLogs.Document?) -> [String] {
        guard let newest else { return [] }
        guard let changes = roll.content.changes(since: newest.clips) else {
            return ["\(roll.place): its log names files that can be no roll's, so it was read afresh."]
        }
        return changes.isNone ? [] : ["\(roll.place): held against its log, \(changes.clause). It was read afresh."]
    }

    /// Tells of folders that gave nothing, where others gave something.
    private mutating func noteFruitless() {
        guard !fruitful.isEmpty else { return }
        for (number, folder) in folders.enumerated() where !fruitful.contains(number) {
            remarks.append("\(folder.argument): \(folder.isSound ? "No sound" : "No clip") was found in it.")
        }
    }

    /// What could not be read outside rolls that tell it themselves.
    private var unread: [LogException] {
        folders.enumerated().flatMap { number, folder in
            folder.tree.unreadable.filter { failure in
                fresh[number]?.contains { failure.place.lies(within: $0) } != true
            }.map { failure in
                LogException(
                    .unread, "\(folder.path(of: failure.place)): It could not be read: \(failure.cause).",
                    nextStep: failure.nextStep)
            }
        }
    }

    // MARK: - One log

    private mutating func log() -> GatheredLog {
        noteFruitless()
        var log = EditorLog(exceptions: unread)
        for (_, roll) in rolls.sorted(by: { $0.order < $1.order }) {
            log.exceptions += roll.exceptions
            guard !roll.clips.isEmpty else { continue }
            let first = log.clips.count
            log.clips += roll.clips
            for place in first..<log.clips.count { log.clips[place].roll = log.rolls.count }
            log.rolls.append(roll.roll)
        }
        let unreadable = folders.flatMap(\.tree.unreadable)
        let hasUnreadable = !unreadable.isEmpty || rolls.contains { $0.roll.hasUnreadable }
        let name = log.rolls.count == 1 ? log.rolls[0].name : nameOfFolders
        return GatheredLog(log: log, name: name, remarks: remarks, hasUnreadable: hasUnreadable)
    }

    /// `DAY01`, and of several folders of pictures `DAY01_and_1_more`.
    private var nameOfFolders: String {
        let named = folders.indices.filter { fruitful.contains($0) && !folders[$0].isSound }
        guard let first = named.first ?? folders.indices.first else { return "" }
        let more = Set(named.map { folders[$0].path }).count - 1
        return folders[first].name + (more > 0 ? "_and_\(more)_more" : "")
    }
}
