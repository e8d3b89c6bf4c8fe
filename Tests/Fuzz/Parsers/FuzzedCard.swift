internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import FrameSequences
internal import RushesFixtures

/// A whole card: its label, then a path and a content for each file, with FF between them and 00 behind each path.
///
/// Two digits stand in for each `#` of a path, from 00 on: a file becomes many. A content of one digit is one of a
/// few real files of media.
enum FuzzedCard {
    static func read(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0xFF, omittingEmptySubsequences: false)
        let label = String(decoding: parts[0], as: UTF8.self)
        let disk = CrashDisk()
        write(entries(parts.dropFirst()), to: disk)
        expect("a card in memory can be looked at") {
            let card = try Card(on: disk, label: label)
            check(card)
            let report = CardReading(
                card, on: disk, at: "/Volumes/A001", mediaInfo: nil, permission: .refused("It is mounted read-write.")
            ).run { false }
            check(report)
            let again = try Card(on: disk, label: label)
            precondition(report.findings.starts(with: again.findings), "what was found is found again")
        }
    }

    // MARK: - What is true of any card

    /// No file is in two clips of a layout, or in one and in none; every file is there, and so is every frame.
    private static func check(_ card: Card) {
        for part in card.parts {
            precondition(!part.layout.reasons.isEmpty, "\(part.layout.family) is recognised by something")
            var taken = part.content.shared
            for clip in part.content.clips {
                precondition(!clip.name.isEmpty, "a clip has a name")
                for number in clip.files.map(\.number) + frames(of: clip, on: card.tree) {
                    precondition(card.tree.tree.entries[number].kind == .file, "a clip is made of files")
                    precondition(taken.insert(number).inserted, "\(card.tree.path(of: number)) is there once")
                }
            }
        }
        for finding in card.findings { precondition(!finding.sentence.isEmpty && !finding.nextStep.isEmpty) }
    }

    private static func frames(of clip: Clip, on card: CardTree) -> [Int] {
        guard let frames = clip.frames else { return [] }
        return frames.runs.flatMap { run in
            run.map { frame in
                guard let number = frames.path(of: frame).flatMap({ card.tree.number(at: $0) }) else {
                    preconditionFailure("\(frames) has a frame \(frame) that is not there")
                }
                return number
            }
        }
    }

    private static func check(_ report: CardReport) {
        precondition(report.clips.count == report.card.clips.count && !report.isInterrupted)
        let document = ClipDocument(report, of: "A001")
        precondition(document.clips.count == report.clips.count && !ClipSheet(report).bytes.isEmpty)
        precondition(report.findingCounts.count == report.card.parts.count)
        for error in report.unread { precondition(!error.sentence.isEmpty) }
    }

    // MARK: - The card

    /// Files that one `#` stands for.
    private static let many = 20
    /// Files of a card: none of these says what a real card's thousands do not.
    private static let most = 200

    private static func entries(_ parts: ArraySlice<ArraySlice<UInt8>>) -> [(path: RelativePath, content: [UInt8])] {
        var entries: [(RelativePath, [UInt8])] = []
        for part in parts {
            let path = part.prefix { $0 != 0 }
            let content = content(part.dropFirst(path.count + 1))
            for number in 0..<(path.contains(UInt8(ascii: "#")) ? many : 1) where entries.count < most {
                let digits = Array(String(100 + number).utf8.dropFirst())
                let name = path.flatMap { $0 == UInt8(ascii: "#") ? digits : [$0] }
                if let path = RelativePath(name) { entries.append((path, content)) }
            }
        }
        return entries
    }

    private static func content(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.count == 1, let digit = bytes.first, let number = media.indices.first(where: { digit == 0x30 + $0 })
        else { return Array(bytes) }
        return media[number]
    }

    private static let media = [
        WaveBuilder(bext: .init(description: "sSCENE=A101\r\nsTAKE=1", timeReference: 1000), samples: 9).bytes,
        WaveBuilder(
            bext: .init(timeReference: 1000),
            ixml: "<SCENE>A101</SCENE><TAKE>1</TAKE><FILE_SET><TOTAL_FILES>2</TOTAL_FILES><FAMILY_UID>F1</FAMILY_UID>"
                + "<FILE_SET_INDEX>1</FILE_SET_INDEX></FILE_SET>", samples: 9
        ).bytes,
        FuzzedContainers.movies[0], FuzzedContainers.clips[0],
    ]

    /// A path that cannot be there, below a file or twice, is left out.
    private static func write(_ entries: [(path: RelativePath, content: [UInt8])], to disk: CrashDisk) {
        var known = Set<RelativePath>()
        for (path, content) in entries {
            var folder = RelativePath.root
            for component in path.parent.components {
                folder = folder.appending(component: component)
                if known.insert(folder).inserted { _ = try? disk.makeFolder(folder, permissions: 0o755) }
            }
            guard known.insert(path).inserted, let file = try? disk.create(path, permissions: 0o644, direct: false)
            else { continue }
            try? disk.write(file, content, at: 0)
            disk.close(file)
        }
    }
}
