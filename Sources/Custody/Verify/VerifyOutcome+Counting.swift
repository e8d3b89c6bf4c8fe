internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

extension VerifyOutcome {
    /// What is known before anything is read.
    init(_ scope: VerifyScope, _ request: VerifyRequest) {
        let volume = try? scope.folder.disk.volume()
        self.init(
            argument: scope.argument, folder: scope.folder.path, part: scope.part, against: request.against,
            volume: volume,
            trustedLoop: request.trustsLoop && volume?.isOnLoop == true,
            witnesses: scope.manifests.sources.map { source in
                Witness(
                    format: source.format, place: source.place, folder: source.folder,
                    generations: source.history.generations)
            },
            problems: scope.manifests.problems, sizesOnly: request.sizesOnly, wasToRecord: request.recorder != nil,
            wasToCompareFolders: request.comparesFolders)
        unreadableFolders = scope.folder.tree.unreadable
    }
}

extension VerifyOutcome.Witness {
    mutating func count(_ judgement: Judgement) {
        switch judgement {
        case .equal, .equalInOtherOrder: equal += 1
        case .differs, .sizeDiffers: differing += 1
        case .sizeOnly: sizeEqual += 1
        case .notCompared: notCompared += 1
        }
    }
}

extension VerifyOutcome.Counts {
    mutating func count(_ verdict: FileFinding.Verdict) {
        switch verdict {
        case .equal, .equalInOtherOrder: equal += 1
        case .differs, .sizeDiffers: differing += 1
        case .sizeEqual: sizeEqual += 1
        case .notCompared: notCompared += 1
        case .missing: missing += 1
        case .folderMissing: missingFolders += 1
        case .folderDiffers: differingFolders += 1
        case .folderNotListed: foldersNotListed += 1
        case .notListed: notListed += 1
        case .unreadable: unreadable += 1
        case .notAFile: special += 1
        }
    }
}

extension Judgement {
    /// Which judgement speaks for a file that several manifests list.
    var weight: Int {
        switch self {
        case .notCompared: 0
        case .sizeOnly: 1
        case .equal: 2
        case .equalInOtherOrder: 3
        case .sizeDiffers: 4
        case .differs: 5
        }
    }
}

extension FileFinding.Verdict {
    init(_ judgement: Judgement, second: Result<HashedInPlace, HashingFailure>?) {
        switch judgement {
        case .equal: self = .equal
        case .equalInOtherOrder(let algorithm): self = .equalInOtherOrder(algorithm)
        case .sizeDiffers(let expected, let found): self = .sizeDiffers(expected: expected, found: found)
        case .sizeOnly: self = .sizeEqual
        case .notCompared: self = .notCompared
        case .differs(let expected, let found):
            let reading: FileFinding.SecondReading =
                switch second {
                case .success(let file)?:
                    file.checksum(found.algorithm).map { $0 == found ? .sameAgain : .different($0) } ?? .sameAgain
                case .failure(let failure)?: .failed(failure)
                case nil: .notDone
                }
            self = .differs(expected: expected, found: found, second: reading)
        }
    }
}
