import Testing

@testable import ClipMetadata

@Suite("Finding who brings the program down")
struct ProbeScheduleTests {
    /// Runs a schedule over files of which some fail every run they are in; gives the guilty, and how many runs it took.
    private func outcome(
        files: Int, guilty: Set<Int>, silent: Set<Int> = [], failure: ProbeSchedule.Outcome = .failed("crash")
    ) -> (failed: Set<Int>, runs: Int) {
        var schedule = ProbeSchedule(runs: [Array(0..<files)], patience: .seconds(600))
        var runs = 0
        while let run = schedule.next() {
            runs += 1
            let isFailing = !guilty.isDisjoint(with: run)
            let reports = Dictionary(
                uniqueKeysWithValues: run.filter { !silent.contains($0) }
                    .map { ($0, MediaInfoReport(path: "/\($0)", tracks: [])) })
            schedule.note(isFailing ? failure : .answered(reports), of: run, after: .milliseconds(10))
        }
        let failed = schedule.answers.filter { if case .failure = $0.value { true } else { false } }
        #expect(schedule.answers.count == files)
        return (Set(failed.keys), runs)
    }

    @Test(
        "Exactly the guilty fail, and finding each of n takes two runs for each halving",
        arguments: [
            (1, [0], 1), (2, [1], 3), (256, [], 1), (256, [0], 17), (256, [255], 17), (256, [0, 255], 31),
            (5, [0, 1, 2, 3, 4], 9),
        ] as [(Int, Set<Int>, Int)])
    func guilty(files: Int, guilty: Set<Int>, runs: Int) {
        let outcome = outcome(files: files, guilty: guilty)
        #expect(outcome.failed == guilty)
        #expect(outcome.runs == runs)
    }

    @Test("Who hangs is found in few steps, because each of them takes all its time")
    func slow() {
        let limits = ProbeLimits()
        var schedule = ProbeSchedule(runs: [Array(0..<256)], patience: limits.timeForTrouble)
        var waited = Duration.zero
        while let run = schedule.next() {
            let hangs = run.contains(100)
            let time = hangs ? limits.time(forFiles: run.count) : .zero
            waited += time
            let reports = run.map { ($0, MediaInfoReport(path: "/\($0)", tracks: [])) }
            schedule.note(
                hangs ? .tookTooLong("hang") : .answered(Dictionary(uniqueKeysWithValues: reports)), of: run,
                after: time)
        }
        #expect(waited < limits.timeForTrouble / 3)
        #expect(schedule.answers.count == 256)
        #expect(outcome(files: 256, guilty: [100], failure: .tookTooLong("hang")).failed == [100])
        #expect(outcome(files: 9, guilty: [0, 8], failure: .tookTooLong("hang")).failed == [0, 8])
    }

    @Test("Files that a good answer leaves out are asked of once more, by themselves")
    func silent() {
        let outcome = outcome(files: 8, guilty: [], silent: [2, 5])
        #expect(outcome.failed == [2, 5])
        #expect(outcome.runs == 4)
    }

    @Test("Runs are cut by number of files and by length of arguments, in order; none is empty")
    func runs() {
        var limits = ProbeLimits()
        limits.filesPerRun = 3
        limits.argumentBytes = 40
        let paths = ["/a", "/b", "/c", "/d", "/" + String(repeating: "e", count: 60), "/f", "/gggggggggggg"]
        #expect(limits.runs(of: paths, places: [0, 1, 2, 3, 4, 5, 6]) == [[0, 1, 2], [3], [4], [5, 6]])
        #expect(limits.runs(of: paths, places: []) == [])
    }
}
