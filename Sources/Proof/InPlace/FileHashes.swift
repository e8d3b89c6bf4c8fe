internal import Checksums

/// The running checksums of one thread, kept from file to file.
struct FileHashes {
    private var made: [ChecksumAlgorithm: RunningChecksum] = [:]
    private var running: [RunningChecksum] = []

    /// Begins a file, whatever became of the one before.
    mutating func begin(_ wanted: AlgorithmSet) {
        running = wanted.algorithms.map { algorithm in
            if let ready = made[algorithm] {
                ready.reset()
                return ready
            }
            let new = RunningChecksum(algorithm)
            made[algorithm] = new
            return new
        }
    }

    /// Takes the next bytes of the file.
    func update(_ bytes: UnsafeRawBufferPointer) {
        for checksum in running { checksum.update(bytes) }
    }

    /// The checksums of the file.
    func finish() -> [Checksum] { running.map { $0.finish() } }
}
