internal import FileTree
internal import Manifests

/// The two sides of a comparison, and which file of the one is which of the other.
struct DiffSides {
    /// A file that both sides have, by its place on each.
    struct Pair {
        let first: Int
        let second: Int
    }

    let first: DiffSide
    let second: DiffSide
    /// What is to be said of the manifests.
    let problems: [ManifestFinding]
    /// Files under one path on both sides.
    private(set) var pairs: [Pair] = []
    /// Files whose names differ only in their Unicode composition, as macOS and others write it.
    private(set) var respelled: [Pair] = []
    /// Places of files that only the first has.
    private(set) var missing: [Int] = []
    /// Places of files that only the second has.
    private(set) var new: [Int] = []

    /// Takes what a person named: a folder means what it holds now, anything else what was written down.
    init(_ request: DiffRequest) throws(CustodyError) {
        switch (try DiffArgument(request.first), try DiffArgument(request.second)) {
        case (.folder(let one), .folder(let other)):
            (first, second, problems) = (DiffSide(one), DiffSide(other), [])
        case (.manifest(let one, _), .manifest(let other, _)):
            (first, second, problems) = (DiffSide(one), DiffSide(other), one.problems + other.problems)
        case (.folder(let folder), .manifest(let manifest, let place)):
            (first, second, problems) = DiffSide.judging(folder, by: manifest, lyingAt: place)
        case (.manifest(let manifest, let place), .folder(let folder)):
            (second, first, problems) = DiffSide.judging(folder, by: manifest, lyingAt: place)
        }
        pair()
    }

    private mutating func pair() {
        let (ours, theirs) = (first.files, second.files)
        var isPaired = Array(repeating: false, count: theirs.count)
        pairs.reserveCapacity(min(ours.count, theirs.count))
        // Most often both sides have most files in one order: only what is out of step is looked up.
        var alone: [Int] = []
        var next = 0
        for (place, file) in ours.enumerated() {
            let step = next..<min(next + DiffSides.farthestStep, theirs.count)
            guard let other = step.first(where: { theirs[$0].path == file.path }) else {
                alone.append(place)
                continue
            }
            pairs.append(Pair(first: place, second: other))
            isPaired[other] = true
            next = other + 1
        }
        pair(alone, &isPaired)
        new = theirs.indices.filter { !isPaired[$0] }
        pairRespelled()
    }

    /// How far one side may be ahead before paths are looked up: comparing a few is cheaper than that.
    private static let farthestStep = 4

    private mutating func pair(_ alone: [Int], _ isPaired: inout [Bool]) {
        guard !alone.isEmpty else { return }
        var places: [[UInt8]: Int] = [:]
        for (place, file) in second.files.enumerated() where !isPaired[place] { places[file.path] = place }
        for place in alone {
            if let other = places[first.files[place].path] {
                pairs.append(Pair(first: place, second: other))
                isPaired[other] = true
            } else {
                missing.append(place)
            }
        }
    }

    /// Swift compares text by its canonical form, so a dictionary of texts pairs NFC with NFD.
    private mutating func pairRespelled() {
        var places: [String: Int] = [:]
        for place in new {
            guard let text = DiffSides.textBeyondASCII(second.files[place].path) else { continue }
            places[text] = places[text] == nil ? place : -1
        }
        guard !places.isEmpty else { return }
        var taken: Set<Int> = []
        var left: [Int] = []
        for place in missing {
            let text = DiffSides.textBeyondASCII(first.files[place].path)
            if let other = text.flatMap({ places[$0] }), other >= 0, taken.insert(other).inserted {
                respelled.append(Pair(first: place, second: other))
            } else {
                left.append(place)
            }
        }
        missing = left
        new.removeAll { taken.contains($0) }
    }

    private static func textBeyondASCII(_ path: [UInt8]) -> String? {
        path.contains { $0 >= 0x80 } ? String(validating: path, as: UTF8.self) : nil
    }
}

/// What a person named: a folder as it is now, or something that was written down.
enum DiffArgument {
    case folder(Folder)
    /// What it says, and the absolute path of it.
    case manifest(ReadManifest, place: String)

    init(_ argument: String) throws(CustodyError) {
        guard let path = Machine.resolvedPath(argument) else { throw .notThere(argument) }
        if Machine.kind(ofPath: path) == .folder, path.lastComponent != "ascmhl" {
            self = .folder(try Folder(argument))
        } else {
            self = .manifest(try ManifestArgument.read(argument), place: path)
        }
    }
}
