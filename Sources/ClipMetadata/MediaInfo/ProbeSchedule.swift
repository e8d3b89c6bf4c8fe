/// Which files a program is asked of next, and who is to blame when a run of many fails.
///
/// Files are known by their places in a list. A run that fails is cut into parts that are asked again, until one file
/// is left; that one did it.
struct ProbeSchedule {
    /// What came of one run.
    enum Outcome {
        /// The program answered for these; for some, for all.
        case answered([Int: MediaInfoReport])
        /// It said nothing that can be believed of any of them; why.
        case failed(String)
        /// The same, and finding that out took all the time it had.
        case tookTooLong(String)
        /// It could not be started, and no other run will be.
        case impossible(String)
        /// The person does not want to know any more.
        case stopped
    }

    /// What is known of one file.
    enum Answer {
        case report(MediaInfoReport)
        case failure(String)
        case stopped
    }

    /// What is known, by place.
    private(set) var answers: [Int: Answer] = [:]
    /// Runs still to be made, the next one last.
    private var waiting: [[Int]]
    /// What failed runs may still take.
    private var patience: Duration

    init(runs: [[Int]], patience: Duration) {
        waiting = runs.reversed()
        self.patience = patience
    }

    /// The files for the next run; nil when there is nothing left to ask.
    mutating func next() -> [Int]? { waiting.popLast() }

    /// Notes what came of a run.
    mutating func note(_ outcome: Outcome, of run: [Int], after time: Duration) {
        switch outcome {
        case .answered(let reports):
            for (place, report) in reports { answers[place] = .report(report) }
            let silent = run.filter { reports[$0] == nil }
            if reports.isEmpty {
                divide(run, "it said nothing of this file", after: time)
            } else if !silent.isEmpty {
                waiting.append(silent)
            }
        case .failed(let sentence): divide(run, sentence, after: time)
        case .tookTooLong(let sentence): divide(run, sentence, into: ProbeSchedule.partsOfSlowRuns, after: time)
        case .impossible(let sentence): giveUp(run, .failure(sentence))
        case .stopped: giveUp(run, .stopped)
        }
    }

    /// Parts without the guilty file cost nothing to speak of, the others all their time: so few steps, many parts.
    private static let partsOfSlowRuns = 8

    private mutating func divide(_ run: [Int], _ sentence: String, into parts: Int = 2, after time: Duration) {
        patience -= time
        guard run.count > 1 else {
            for place in run { answers[place] = .failure(sentence) }
            return
        }
        guard patience > .zero else {
            return giveUp(run, .failure("it failed on other files so often that this one was not tried alone"))
        }
        let size = (run.count + parts - 1) / parts
        for start in stride(from: 0, to: run.count, by: size).reversed() {
            waiting.append(Array(run[start..<min(start + size, run.count)]))
        }
    }

    /// Answers for this run, and for all that were to come.
    private mutating func giveUp(_ run: [Int], _ answer: Answer) {
        for place in run + waiting.joined() { answers[place] = answer }
        waiting = []
    }
}
