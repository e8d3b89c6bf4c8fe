public import FileTree
internal import Subprocess

/// One run of a program from start to end, watched by the thread that asked for it.
public struct ProgramRun: Sendable {
    /// How it ended.
    public enum End: Hashable, Sendable {
        /// By itself; what it said, and its status.
        case exited([UInt8], status: Int32)
        /// By a signal that nobody asked for: it crashed.
        case crashed(signal: Int32)
        /// It took longer than it may, and was killed.
        case tookTooLong(Duration)
        /// It had one of its files open for longer than it may, and was killed; the file's place among them.
        case stuck(Int, Duration)
        /// It said more than it may, and was killed.
        case saidTooMuch(ByteCount)
        /// What it said could not be read; why.
        case lost(String)
        /// Somebody asked us, or it, to stop.
        case stopped
        /// The system did not start it; why.
        case notStarted(String)
    }

    private let program: InstalledProgram
    private let arguments: [String]
    private let limits: ProbeLimits
    private let time: Duration
    private let files: [String]

    /// Prepares a run; nothing is started yet.
    ///
    /// - Parameters:
    ///   - time: after which it is killed.
    ///   - files: the files it is asked about, as paths without links; none where it does not matter on which one it
    ///     works.
    public init(
        program: InstalledProgram, arguments: [String], limits: ProbeLimits, time: Duration, files: [String] = []
    ) {
        (self.program, self.arguments, self.limits) = (program, arguments, limits)
        (self.time, self.files) = (time, files)
    }

    /// Runs it to its end.
    ///
    /// Blocks: for threads of our own, never for those of Swift's pool.
    ///
    /// - Parameter shouldStop: asked several times a second.
    public func end(shouldStop: () -> Bool) -> End {
        let course = Monitor(Course())
        let task = Task {
            let end = await self.run { child in course.withState { $0.child = child } }
            course.withState { $0.end = end }
        }
        let deadline = ContinuousClock.now + time
        var watch = OpenFileWatch(files, patience: limits.time(forFiles: 1))
        while true {
            if let end = course.waited(limits.askEvery) { return interpreted(end) }
            let now = ContinuousClock.now
            guard let end = shouldStop() ? .stopped : now >= deadline ? .tookTooLong(time) : stuck(&watch, course, now)
            else { continue }
            // What it is doing is cancelled with it: swift-subprocess kills it and waits until it is gone.
            task.cancel()
            _ = course.waited(limits.timeToDie)
            return end
        }
    }

    private func stuck(
        _ watch: inout OpenFileWatch, _ course: Monitor<Course>, _ now: ContinuousClock.Instant
    ) -> End? {
        guard !files.isEmpty, let child = course.withState({ $0.child }) else { return nil }
        return watch.stuck(child.openPaths, at: now).map { .stuck($0, watch.patience) }
    }

    /// A signal may be the limit we set, or a person's Ctrl-C, which goes to all programs of a terminal at once.
    private func interpreted(_ end: End) -> End {
        guard case .crashed(let signal) = end else { return end }
        if ChildProcess.requestsToLeave.contains(signal) { return .stopped }
        return signal == ChildProcess.timeIsUp ? .tookTooLong(time) : end
    }

    private func run(_ started: @escaping @Sendable (ChildProcess) -> Void) async -> End {
        // Names are UTF-8 whatever the language of the person.
        let environment = Environment.inherit.updating(["LC_ALL": "C.UTF-8"])
        // A group of its own: what a wrapper script started is killed with it.
        var platform = PlatformOptions()
        platform.processGroupID = 0
        platform.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
        do {
            let result = try await Subprocess.run(
                Configuration(
                    executable: .path(program.path), arguments: Arguments(arguments), environment: environment,
                    platformOptions: platform),
                input: .none, output: .sequence, error: .discarded
            ) { execution in
                let child = ChildProcess(number: execution.processIdentifier.value)
                child.limit(memory: limits.memory, processorSeconds: Int(time.components.seconds) + 1)
                started(child)
                return try await answer(execution.standardOutput)
            }
            switch result.terminationStatus {
            case .exited(let status): return .exited(result.closureResult, status: status)
            case .signaled(let signal): return .crashed(signal: signal)
            }
        } catch is TooMuch {
            return .saidTooMuch(limits.answer)
        } catch let error as SubprocessError where [.spawnFailed, .executableNotFound].contains(error.code) {
            return .notStarted("\(error)")
        } catch {
            return .lost("\(error)")
        }
    }

    /// What it says, as far as it may; whoever throws has it killed.
    private func answer(_ output: SubprocessOutputSequence) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in output {
            guard bytes.count + part.count <= limits.answer.bytes else { throw TooMuch() }
            part.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    private struct TooMuch: Error {}

    fileprivate struct Course: MonitoredState {
        var child: ChildProcess?
        var end: End?
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { end != nil }
    }
}

extension Monitor<ProgramRun.Course> {
    /// The end, if it comes before so much time has passed.
    fileprivate func waited(_ time: Duration) -> ProgramRun.End? {
        let (seconds, attoseconds) = time.components
        wait(as: 0, nanoseconds: seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        return withState { $0.end }
    }
}
