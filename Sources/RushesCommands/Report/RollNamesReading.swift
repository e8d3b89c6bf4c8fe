internal import CameraCards
internal import EditorLogs
internal import FileTree
internal import NamingRules
internal import Reports

/// Looks at the names of a log's rolls by the rules for camera originals.
struct RollNamesReading {
    private let log: EditorLog

    init(of log: EditorLog) {
        self.log = log
    }

    /// What is found in each, besides what the log says of its card; a roll that is not there now is left out, which the
    /// log says of it.
    var names: [RollNames] {
        log.rolls.compactMap { roll in
            guard let disk = try? CardDisk(path: roll.folder), let tree = try? TreeWalk.snapshot(of: disk) else {
                return nil
            }
            let card = Card(CardTree(tree, on: disk, label: roll.name))
            let names = CardNames(of: tree, on: disk, name: roll.name, now: Machine.now, besides: card)
            return RollNames(roll: roll.path, names: names)
        }
    }
}
