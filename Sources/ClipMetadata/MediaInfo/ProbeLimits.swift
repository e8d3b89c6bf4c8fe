public import FileTree

/// How much a program that reads media for us may take, and how long we wait for it.
public struct ProbeLimits: Sendable {
    /// Files for one process: starting one costs as much as reading four small files.
    public var filesPerRun = 256
    /// Bytes of paths for one process.
    ///
    /// The kernel takes 128 KiB of arguments and environment under any stack limit
    /// (execve(2), "Limits on size of arguments and environment"); this leaves room for the environment.
    public var argumentBytes = 96 << 10
    /// To say which version it is: it reads no file for that, but a busy machine may be slow to start it.
    public var timeForVersion = Duration.seconds(20)
    /// Time for a process to start and to wake a sleeping disk, and for its slowest file.
    public var timePerRun = Duration.seconds(20)
    /// Time for each file besides: fifty times what one takes from a warm disk.
    public var timePerFile = Duration.milliseconds(250)
    /// Time that failed runs may take altogether before those files are given up that nobody has answered for:
    /// finding one file that hangs among 256 takes a quarter of it.
    public var timeForTrouble = Duration.seconds(600)
    /// Bytes that one process may answer: a file says 4 KiB, one with many tracks and marks 100.
    public var answer = ByteCount.mebibytes(64)
    /// Address space of one process: it needs a twentieth, most of it for its libraries.
    public var memory = ByteCount.mebibytes(2048)
    /// How often the caller is asked whether to stop.
    public var askEvery = Duration.milliseconds(100)
    /// How long a killed process may take to be gone; one that hangs in the kernel is left behind then.
    public var timeToDie = Duration.seconds(5)

    /// What fits cards and disks.
    public init() {}

    /// How long a process may take for so many files.
    func time(forFiles count: Int) -> Duration { timePerRun + timePerFile * count }

    /// Cuts places in a list of paths into runs, in order.
    func runs(of paths: [String], places: [Int]) -> [[Int]] {
        var runs: [[Int]] = []
        var room = 0
        for place in places {
            // Each argument is followed by a zero, and has a pointer.
            let cost = paths[place].utf8.count + 1 + MemoryLayout<Int>.size
            if cost > room || runs[runs.count - 1].count >= filesPerRun {
                runs.append([])
                room = argumentBytes
            }
            runs[runs.count - 1].append(place)
            room -= cost
        }
        return runs
    }
}
