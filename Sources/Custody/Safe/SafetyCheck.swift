internal import Checksums
public import FileTree
internal import Manifests
internal import Proof

/// What happens while it is found out whether a card may be erased.
public enum SafeEvent: Sendable {
    /// A card or copy is being read: so many files, so many bytes.
    case reading(path: String, files: Int, size: ByteCount)
    /// So much of it has been read.
    case progress(read: ByteCount, of: ByteCount)
    /// A file has too few copies.
    case lacking(SafeAnswer.LackingFile)
    /// The answer.
    case finished(SafeAnswer)
}

/// Finds out whether a card may be erased.
///
/// Nothing is written anywhere. No record of an earlier reading is believed: the card and every copy are read now.
public struct SafetyCheck {
    private let request: SafeRequest
    private let tell: (SafeEvent) -> Void
    private let shouldStop: () -> Bool
    private var card: CardToErase
    private var copies: [NamedCopy] = []
    private var answer: SafeAnswer

    /// Looks at the card.
    ///
    /// - Parameters:
    ///   - tell: is told what happens, on the calling thread.
    ///   - shouldStop: is asked often.
    /// - Throws: where the card is not there.
    public init(
        _ request: SafeRequest, tell: @escaping (SafeEvent) -> Void, shouldStop: @escaping () -> Bool
    ) throws(CustodyError) {
        self.request = request
        self.tell = tell
        self.shouldStop = shouldStop
        card = try CardToErase(request.card)
        answer = SafeAnswer(card, request)
    }

    /// Reads the card and its copies, and answers.
    ///
    /// - Throws: where a copy that was named is not there.
    public mutating func run() throws(CustodyError) -> SafeAnswer {
        for argument in request.copies { copies.append(try NamedCopy(argument, card: card, request)) }
        judgeCard()
        if canStillBeSafe(), !card.files.isEmpty { compare() }
        answer.trustedLoop = request.trustsLoop && copies.contains { $0.volume?.isOnLoop == true }
        tell(.finished(answer))
        return answer
    }

    // MARK: - What can be known without reading

    private mutating func judgeCard() {
        if card.files.isEmpty { answer.reasons.append(.empty) }
        if !card.tree.unreadable.isEmpty { answer.reasons.append(.foldersUnreadable(card.tree.unreadable.count)) }
        if !card.mounts.isEmpty { answer.reasons.append(.mounts(card.mounts.count)) }
    }

    /// The devices that hold copies which may count; false and said when these can never be enough.
    private mutating func canStillBeSafe() -> Bool {
        let groups = countCopies()
        if copies.count < request.copiesAsked {
            answer.reasons.append(.fewNamed(copies.count))
            return false
        }
        guard groups >= request.copiesAsked else {
            answer.reasons.append(.fewCopies(groups))
            return false
        }
        return true
    }

    /// Writes down how the copies stand, and counts the devices of those that may count.
    private mutating func countCopies() -> Int {
        answer.copies = copies.map(\.facts)
        var found: Set<Int> = []
        for (place, group) in groups {
            if let first = groups.first(where: { $0.group == group && $0.place < place }) {
                answer.copies[place].sharesDeviceWith = copies[first.place].argument
            }
            found.insert(group)
        }
        return found.count
    }

    /// The copies that may count, each with the number of its device.
    private var groups: [(place: Int, group: Int)] {
        let counting = copies.indices.filter { copies[$0].disqualification == nil && copies[$0].place != nil }
        return Array(zip(counting, counting.compactMap { copies[$0].place }.groups))
    }

    // MARK: - Reading

    private mutating func compare() {
        let algorithms = copies.reduce(AlgorithmSet(Content.algorithm)) { set, copy in
            set.union(AlgorithmSet(copy.search?.manifests.historyAlgorithms ?? []))
        }
        guard readCard(algorithms) else { return }
        let choice = RollChoice(card, algorithms)
        for place in copies.indices { copies[place].choose(by: choice) }
        disqualifyRepeated()
        guard canStillBeSafe() else { return }
        var holders = [UInt64](repeating: 0, count: card.files.count)
        var verdicts: [Int: [CopyVerdict]] = [:]
        for (place, group) in groups {
            guard let found = readCopy(place) else { return }
            verdicts[place] = found
            for (file, verdict) in found.enumerated() where verdict.isGood { holders[file] |= 1 << UInt64(group) }
        }
        answer.isCompared = true
        judge(holders, verdicts)
        if !card.isUnchanged() { answer.reasons.append(.changed) }
    }

    private mutating func readCard(_ algorithms: AlgorithmSet) -> Bool {
        tell(.reading(path: request.card, files: card.files.count, size: card.size))
        var reading = Reading(
            disk: card.folder.disk, tree: card.tree, trustsLoop: request.trustsLoop, shouldStop: shouldStop)
        let size = card.size
        let tell = tell
        card.read(algorithms, by: &reading) { tell(.progress(read: $0, of: size)) }
        answer.isCardFromDevice = card.hashed.areAllFromDevice
        return ended(reading)
    }

    /// The same folder, or one in it, is the same copy, however it was named.
    private mutating func disqualifyRepeated() {
        for place in copies.indices {
            guard copies[place].disqualification == nil, let path = copies[place].rollPath else { continue }
            let earlier = copies[..<place].first { other in
                guard other.disqualification == nil, let before = other.rollPath else { return false }
                return path == before || path.hasPrefix(before.below("")) || before.hasPrefix(path.below(""))
            }
            if let earlier { copies[place].disqualification = .namedBefore(earlier.argument) }
        }
    }

    /// Nil when it was stopped.
    private mutating func readCopy(_ place: Int) -> [CopyVerdict]? {
        guard let search = copies[place].search, let roll = copies[place].roll, let volume = copies[place].volume else {
            return nil
        }
        var copy = CopyReading(search, roll: roll, on: volume, least: request.least)
        let files = copy.files
        let size = files.keys.reduce(ByteCount.zero) { $0 + ByteCount(search.folder.tree.entries[$1].size) }
        tell(.reading(path: copies[place].argument, files: files.count, size: size))
        var reading = Reading(
            disk: search.folder.disk, tree: search.folder.tree, trustsLoop: request.trustsLoop, shouldStop: shouldStop)
        copy.read(by: &reading) { tell(.progress(read: $0, of: size)) }
        guard ended(reading) else { return nil }
        if !copy.isFromDevice { answer.areCopiesFromDevice = false }
        let verdicts = copy.verdicts(on: card)
        answer.copies[place].counts = Dictionary(verdicts.map { ($0, 1) }, uniquingKeysWith: +)
        return verdicts
    }

    private mutating func ended(_ reading: Reading) -> Bool {
        if reading.leftThreadsBehind { answer.leftThreadsBehind = true }
        if reading.wasStopped { answer.isInterrupted = true }
        return !reading.wasStopped
    }

    // MARK: - Judging

    private mutating func judge(_ holders: [UInt64], _ verdicts: [Int: [CopyVerdict]]) {
        var (lacking, leftOut) = (0, 0)
        for (file, number) in card.files.enumerated() {
            let unreadable = card.failures[number]?.sentence
            let isRead = unreadable == nil && card.contents[number] != nil
            let count = isRead ? holders[file].nonzeroBitCount : 0
            guard count < request.copiesAsked else { continue }
            let found = verdicts.mapValues { $0[file] }
            if isRead { lacking += 1 }
            if found.values.contains(.leftOut) { leftOut += 1 }
            tell(
                .lacking(
                    SafeAnswer.LackingFile(
                        path: card.tree.path(of: number), size: ByteCount(card.tree.entries[number].size),
                        copies: count, unreadable: isRead ? nil : unreadable ?? "it was not read", verdicts: found)))
        }
        if !card.failures.isEmpty { answer.reasons.append(.filesUnreadable(card.failures.count)) }
        if lacking > 0 { answer.reasons.append(.filesLackCopies(lacking)) }
        if leftOut > 0 { answer.reasons.append(.filesLeftOut(leftOut)) }
    }
}
