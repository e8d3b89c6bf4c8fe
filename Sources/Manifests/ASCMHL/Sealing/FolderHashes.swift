internal import Checksums
internal import FileTree

/// The content and structure hashes of a folder and all folders in it, in one algorithm.
///
/// Appendix B of the ASC MHL specification, as its reference computes it: a folder's content hash covers the
/// sorted content hashes of its children; its structure hash covers, sorted, the hash of each child's name and
/// own hash. Names go in as raw bytes.
struct FolderHashes {
    let algorithm: ChecksumAlgorithm
    private var digests: [UInt8] = []
    private var places: [Int: Int] = [:]

    private struct Frame {
        var contents: [UInt8] = []
        var structures: [UInt8] = []
    }

    /// Nil when a file that is there has no digest: then nothing can be said of the folders.
    init?(of roll: RollTree, from root: Int, algorithm: ChecksumAlgorithm, digest: (Int) -> [UInt8]?) {
        self.algorithm = algorithm
        let running = RunningChecksum(algorithm)
        var frames = [Frame()]
        var isComplete = true
        roll.descend(from: root) { (step, _) in
            switch step {
            case .folder: frames.append(Frame())
            case .file(let number):
                guard let digest = digest(number) else { return isComplete = false }
                let place = frames.count - 1
                frames[place].contents += digest
                frames[place].structures += running.digest(of: roll.tree.name(of: number), digest)
            case .end(let folder):
                guard let frame = frames.popLast() else { return }
                let content = running.digest(ofSorted: frame.contents)
                let structure = running.digest(ofSorted: frame.structures)
                places[folder] = digests.count
                digests += content + structure
                guard !frames.isEmpty else { return }
                let place = frames.count - 1
                frames[place].contents += content
                frames[place].structures += running.digest(of: roll.tree.name(of: folder), structure)
            }
        }
        guard isComplete else { return nil }
    }

    /// The two hashes of a folder.
    func hashes(of folder: Int) -> (content: Checksum, structure: Checksum)? {
        guard let place = places[folder] else { return nil }
        let length = algorithm.digestLength
        return (
            Checksum(algorithm, unchecked: Array(digests[place..<place + length])),
            Checksum(algorithm, unchecked: Array(digests[place + length..<place + 2 * length]))
        )
    }
}

extension RunningChecksum {
    fileprivate func digest(of name: ArraySlice<UInt8>, _ digest: [UInt8]) -> [UInt8] {
        name.withUnsafeBytes { update($0) }
        digest.withUnsafeBytes { update($0) }
        return finish().bytes
    }

    /// The digest over digests in ascending order.
    ///
    /// The specification sorts the digests' texts; hex and C4 both keep the order of the bytes.
    fileprivate func digest(ofSorted digests: [UInt8]) -> [UInt8] {
        let length = algorithm.digestLength
        let starts = stride(from: 0, to: digests.count, by: length).sorted { one, other in
            digests[one..<one + length].lexicographicallyPrecedes(digests[other..<other + length])
        }
        digests.withUnsafeBytes { bytes in
            for start in starts { update(UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])) }
        }
        return finish().bytes
    }
}
