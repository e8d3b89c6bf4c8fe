internal import Offload

// A copy numbers the destinations that take part in it; the story numbers all of the run.

extension OffloadEvent {
    /// The same event with the run's numbers.
    func onDestinations(_ numbers: [Int]) -> OffloadEvent {
        switch self {
        case .proved(let files, let destination): .proved(files, destination: numbers[destination])
        case .fileFailed(let failure): .fileFailed(failure.onDestination(failure.destination.map { numbers[$0] }))
        case .destinationFailed(let destination, let failure): .destinationFailed(numbers[destination], failure)
        case .copiedAgain(let files, let destination): .copiedAgain(files: files, destination: numbers[destination])
        }
    }
}

extension FileFailure {
    /// The same failure with the run's number.
    func onDestination(_ number: Int?) -> FileFailure {
        FileFailure(number: self.number, destination: number, cause: cause)
    }
}

extension CopyOutcome.Lane {
    /// The same outcome with the run's number.
    func onDestination(_ number: Int) -> CopyOutcome.Lane {
        CopyOutcome.Lane(
            verified: verified, failures: failures.map { $0.onDestination(number) }, failure: failure,
            shortfalls: shortfalls, bytesWritten: bytesWritten)
    }
}

extension CopyProgress {
    /// The same progress with a place for every destination of the run.
    func onDestinations(_ numbers: [Int], of count: Int) -> CopyProgress {
        var all = Array(repeating: LaneProgress(), count: count)
        for lane in all.indices where !numbers.contains(lane) { all[lane].isDropped = true }
        for (place, number) in numbers.enumerated() { all[number] = lanes[place] }
        return CopyProgress(bytesRead: bytesRead, sourceSilence: sourceSilence, lanes: all)
    }
}
