internal import FileTree
internal import FrameSequences

/// What a list expects, beside what is there.
public struct ExpectedComparison: Sendable {
    /// What has not arrived by the lines of the list, then what nobody expected by the order of the tree.
    public internal(set) var findings: [Finding] = []
    /// How many different clips, shots, takes and rolls the list expects, without those that names cannot tell.
    public internal(set) var expected = 0
    /// How many of them are there.
    public internal(set) var arrived = 0
    /// What else is to be said, a sentence each.
    public internal(set) var remarks: [String] = []
}

extension ExpectedDay {
    /// Compares the list with what is there; pure, and linear in both.
    ///
    /// - Parameter name: what the folder is called, which may be a roll's name.
    public func compare(with named: NamedTree, called name: String = "") -> ExpectedComparison {
        var comparing = Comparing(day: self, named: named, arrivals: Arrivals(index, in: named, called: name))
        comparing.run()
        return comparing.result
    }
}

/// A comparison as it is made.
private struct Comparing {
    let day: ExpectedDay
    let named: NamedTree
    let arrivals: Arrivals
    var result = ExpectedComparison()
    /// What has not arrived, by the first line: sentences are made when all is known.
    private var missing: [(line: Int, finding: Finding)] = []
    /// Of rolls with nothing there: the lines, and how many clips they name.
    private var missingRolls: [RollKey: (lines: ExpectedLines, clips: Int, shown: String)] = [:]
    private var untold = ExpectedLines()

    init(day: ExpectedDay, named: NamedTree, arrivals: Arrivals) {
        (self.day, self.named, self.arrivals) = (day, named, arrivals)
    }

    mutating func run() {
        for (asked, arrival) in zip(day.index.asked, arrivals.arrivals) { judge(asked, arrival) }
        for (_, roll) in missingRolls { missing.append((roll.lines.first, finding(ofRoll: roll))) }
        missing.sort { ($0.line, $0.finding.sentence) < ($1.line, $1.finding.sentence) }
        result.findings = missing.map(\.finding) + arrivals.unexpected.map(finding)
        remark()
    }

    // MARK: - What is expected

    private mutating func judge(_ asked: ExpectedIndex.Asked, _ arrival: Arrival) {
        switch asked.thing {
        case .roll(let roll): judge(roll, asked)
        case .take where !arrivals.tellsTakes:
            untold.add(asked.lines)
            if let roll = asked.roll { judge(roll, asked) }
        case .clip, .shot, .take:
            result.expected += 1
            if arrival.isThere {
                result.arrived += 1
                judgeFrames(asked, arrival)
            } else if let empty = arrival.empty {
                add(asked.lines.first, emptiness(asked, empty))
            } else {
                miss(asked)
            }
        }
    }

    private mutating func judge(_ roll: RollKey, _ asked: ExpectedIndex.Asked) {
        result.expected += 1
        if arrivals.rolls.contains(roll) {
            result.arrived += 1
        } else {
            missRoll(
                roll, asked.lines, clips: 0, shown: asked.roll == nil ? asked.shown : "roll \(roll.written)")
        }
    }

    private mutating func missRoll(_ roll: RollKey, _ lines: ExpectedLines, clips: Int, shown: String) {
        var missing = missingRolls[roll] ?? (ExpectedLines(), 0, shown)
        missing.lines.add(lines)
        missing.clips += clips
        missingRolls[roll] = missing
    }

    /// Of a roll of which nothing is there, its clips are not told one by one.
    private mutating func miss(_ asked: ExpectedIndex.Asked) {
        if case .clip(let clip) = asked.thing, let roll = clip.ownRoll,
            !arrivals.rolls.contains(roll), hasSeveralClips(roll)
        {
            missRoll(roll, asked.lines, clips: 1, shown: "roll \(roll.written)")
            return
        }
        let other = otherVersion(asked.thing).map { "; \($0) is" } ?? ""
        add(asked.lines.first, sentence(asked, "which is not here\(other)"))
    }

    private func hasSeveralClips(_ roll: RollKey) -> Bool { (day.index.clipCounts[roll] ?? 0) > 1 }

    private func otherVersion(_ thing: ExpectedThing) -> String? {
        guard case .shot(let shot) = thing, let number = day.index.shots.number(of: shot.words) else { return nil }
        return arrivals.highest[number]?.text
    }

    private mutating func judgeFrames(_ asked: ExpectedIndex.Asked, _ arrival: Arrival) {
        guard let sequence = arrival.sequence else { return }
        let unmet = asked.frames.filter { !arrival.met.contains($0.key) }.min { $0.value.first < $1.value.first }
        guard let meant = unmet ?? asked.frames.min(by: { $0.value.first < $1.value.first }),
            let wrong = arrival.wrong ?? (unmet == nil ? nil : sequence), let frames = named.sequence(of: wrong)
        else { return }
        let words = "\(meant.key.words) of \(asked.shown)"
        let sentence = "\(meant.value.words) \(meant.value.expect) \(words); \(meant.key.difference(to: frames))."
        add(
            meant.value.first,
            finding(
                .frameRange, sentence, "Ask for the frames, or correct the list.", at: named.path(of: wrong),
                sequence: frames.shownName))
    }

    // MARK: - Findings

    private mutating func add(_ line: Int, _ finding: Finding) { missing.append((line, finding)) }

    private func sentence(_ asked: ExpectedIndex.Asked, _ clause: String) -> Finding {
        finding(
            .notArrived, "\(asked.lines.words) \(asked.lines.expect) \(asked.shown), \(clause).",
            "Ask for it, or correct the list.", at: .root)
    }

    private func finding(ofRoll roll: (lines: ExpectedLines, clips: Int, shown: String)) -> Finding {
        let what = roll.clips == 0 ? roll.shown : "\(roll.clips) clip\(roll.clips == 1 ? "" : "s") of \(roll.shown)"
        let clause = roll.clips == 0 ? "which is not here" : "of which nothing is here"
        return finding(
            .notArrived, "\(roll.lines.words) \(roll.lines.expect) \(what), \(clause).",
            "Look for the card before it is used again, or correct the list.", at: .root)
    }

    private func emptiness(_ asked: ExpectedIndex.Asked, _ thing: Int) -> Finding {
        finding(
            .partialFile, "\(asked.lines.words) \(asked.lines.expect) \(asked.shown), and it holds nothing.",
            "Copy or ask for it again.", at: named.path(of: thing), sequence: named.sequence(of: thing)?.shownName)
    }

    private func finding(_ unexpected: Arrivals.Unexpected) -> Finding {
        finding(
            .notExpected, unexpected.sentence, "Ask whoever wrote the list, or put it where it belongs.",
            at: named.path(of: unexpected.thing), sequence: named.sequence(of: unexpected.thing)?.shownName)
    }

    private func finding(
        _ code: FindingCode, _ sentence: String, _ nextStep: String, at path: RelativePath, sequence: [UInt8]? = nil
    ) -> Finding {
        Finding(
            rule: ExpectedDay.rule, code: code, severity: code.severity, path: path, sequence: sequence, marked: nil,
            sentence: sentence, nextStep: nextStep, suggestion: nil, others: [])
    }

    private mutating func remark() {
        if day.silentCount > 0 {
            let rest = day.silentCount - day.silentLines.count
            let lines = day.silentLines.map(String.init).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
            result.remarks.append(
                day.silentCount == 1
                    ? "Line \(lines) of the list names nothing that could be looked for."
                    : "Lines \(lines) of the list name nothing that could be looked for.")
        }
        result.remarks += day.doubtful.remarks
        untold.add(day.pictureTakes)
        if untold.count > 0 {
            result.remarks.append(
                "\(untold.words) \(untold.count == 1 ? "names" : "name") a scene and a take, and no name here tells them."
            )
        }
    }
}

extension ExpectedDay {
    /// What its findings are of: there is no rule.
    static let rule = "expect"
}
