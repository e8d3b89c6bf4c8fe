internal import FileTree

/// The logs of one roll that ingest left on its destination, in `Logs` beside the roll or in a folder around it.
struct RollLogs {
    /// One of them.
    struct Document {
        /// What it says of the roll.
        let roll: LoggedRoll
        /// The roll's rows.
        let clips: [LoggedClip]
        /// What should be looked at of them.
        let exceptions: [LogException]
        /// When its newest copy was written down (UTC); empty where it names none.
        var at: String { roll.copies.map(\.at).max() ?? "" }
    }

    /// Logs are searched in so many folders around a roll: as deep as cards are searched below one.
    private static let highest = 8
    /// So many logs of one roll are read: a run for each copy, and one whenever the card grew.
    private static let most = 64

    /// What they say, the newest first.
    private(set) var documents: [Document] = []
    /// Why some could not be used, as sentences.
    private(set) var remarks: [String] = []

    /// Reads the logs of a roll that lies at `place`, an absolute path without links, and is called `name`.
    init(of name: String, at place: String) {
        var folder = place.pathNames.dropLast()
        var below = [name]
        for _ in 0..<RollLogs.highest {
            read("/" + folder.joined(separator: "/"), below)
            guard let next = folder.popLast() else { break }
            below.insert(next, at: 0)
        }
        documents.sort { $0.at > $1.at }
    }

    /// Reads those of a destination, on which the roll has a path.
    private mutating func read(_ destination: String, _ path: [String]) {
        let logs = "Logs/" + path.joined(separator: "/")
        guard Machine.kind(ofPath: "\(destination)/\(logs)") == .folder, let folder = RelativePath(logs),
            let disk = try? CardDisk(path: destination), let entries = try? disk.entries(of: folder)
        else { return }
        let found = entries.filter { RollLogs.isLog($0.name, of: path.last ?? "") }
            .sorted { $0.name.lexicographicallyPrecedes($1.name) }
        for entry in found.suffix(RollLogs.most) {
            guard let file = folder.appending(entry.name) else { continue }
            let (place, kind) = ("\(destination)/\(file)", entry.attributes.kind)
            guard kind == .file else {
                remarks.append("\(place): This is a \(kind.name) and no file. It is passed over.")
                continue
            }
            read(file, on: disk, of: path.joined(separator: "/"), at: place)
        }
    }

    private mutating func read(_ file: RelativePath, on disk: CardDisk, of path: String, at place: String) {
        do throws(LogError) {
            let log = try RollLogs.log(file, on: disk, place)
            // Others may have put the log of several rolls here: it is not the roll's own.
            guard log.rolls.count == 1, let roll = log.rolls.first, roll.path == path else { return }
            documents.append(Document(roll: roll, clips: log.clips, exceptions: log.exceptions))
        } catch {
            remarks.append("\(error.description) It is passed over.")
        }
    }

    private static func log(_ file: RelativePath, on disk: CardDisk, _ place: String) throws(LogError) -> EditorLog {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.contents(of: file, limit: LogDocument.largest)
        } catch {
            throw LogError(.unreadable, at: place, "It could not be read: \(error.cause).", nextStep: error.nextStep)
        }
        return try LogDocument.read(bytes, at: place)
    }

    /// `A001.json`, and `A001_20260312T093015Z.json` of a roll that has grown or is not whole; the clips of that one,
    /// `A001_20260312T093015Z.clips.json`, and the records of runs are other documents.
    private static func isLog(_ name: [UInt8], of roll: String) -> Bool {
        let ending = ".json".utf8
        guard name.count >= roll.utf8.count + ending.count, name.starts(with: roll.utf8),
            name.suffix(ending.count).elementsEqual(ending)
        else { return false }
        let middle = name.dropFirst(roll.utf8.count).dropLast(ending.count)
        guard let first = middle.first else { return true }
        return first == UInt8(ascii: "_") && !middle.contains(UInt8(ascii: "."))
            && !middle.suffix("_ingest".utf8.count).elementsEqual("_ingest".utf8)
    }
}
