internal import ClipMetadata
internal import FileTree

/// The days that the folders around clips name, each folder looked at once.
struct FolderDays {
    /// What lies around a clip.
    struct Around {
        /// The day of the nearest folder that names one as the rule writes it; nil where none does.
        var day: ShootDate?
        /// What folders name in another order, the nearest first.
        var readings: [Reading] = []
    }

    /// A folder's day, read in another order than the rule's.
    struct Reading {
        /// The folder's entry.
        let entry: Int
        /// `day first`, `month first`.
        let order: String
        /// Where the day stands in its name.
        let range: Range<Int>
        /// The day.
        let date: ShootDate
    }

    private let tree: TreeSnapshot
    private let format: FieldType.DateField?
    private var known: [Int: Around] = [:]

    /// - Parameter format: how the rule writes days; nil where folders say none.
    init(_ named: NamedTree, _ format: FieldType.DateField?) {
        (tree, self.format) = (named.tree, format)
    }

    /// What lies around a clip.
    mutating func around(_ clip: RollClip) -> Around {
        let parent = Int(tree.entries[clip.entry].parent)
        if let around = known[parent] { return around }
        var around = Around()
        defer { known[parent] = around }
        guard let format else { return around }
        var (folder, isFound) = (parent, false)
        while folder != 0 {
            let name = tree.name(of: folder)
            if !isFound, let day = DayFolder(name, format) { (around.day, isFound) = (day.date, true) }
            around.readings += DayFolder.otherReadings(of: name).map {
                Reading(entry: folder, order: $0.order, range: $0.range, date: $0.date)
            }
            folder = Int(tree.entries[folder].parent)
        }
        return around
    }
}
