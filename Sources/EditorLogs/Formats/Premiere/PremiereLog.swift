internal import MediaTime
internal import XMLText

/// A log as Final Cut Pro 7 XML, version 5, which Premiere Pro imports: a bin of master clips for each roll, and a
/// stringout for each way of counting.
struct PremiereLog {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        var exceptions = RowExceptions(log, options)
        let media = log.clips.enumerated().map { PremiereMedia($1, row: $0, noting: &exceptions) }
        guard media.contains(where: { $0 != nil }) else { return LogFiles([], exceptions.all) }
        var xml = XMLWriter(documentType: "xmeml", room: log.documentRoom)
        var items = 0
        xml.begin("xmeml", ["version": "5"])
        xml.begin("project")
        xml.element("name", text: XMLWriter.carriable(options.name))
        xml.begin("children")
        writeBins(media, to: &xml, numberedAfter: &items)
        writeStringouts(media, to: &xml, numberedAfter: &items)
        xml.end()
        xml.end()
        xml.end()
        let rows = LogFiles.Rows(media.lazy.compactMap(\.self).map { log.clips[$0.row] })
        return LogFiles([.init("\(options.name).xml", xml.take())], of: rows, exceptions.all)
    }

    private func writeBins(_ media: [PremiereMedia?], to xml: inout XMLWriter, numberedAfter items: inout Int) {
        var rolls = [[PremiereMedia]](repeating: [], count: log.rolls.count)
        for case let media? in media { rolls[log.clips[media.row].roll].append(media) }
        for (roll, media) in zip(log.rolls, rolls) where !media.isEmpty {
            xml.begin("bin")
            xml.element("name", text: XMLWriter.carriable(roll.name))
            xml.begin("children")
            for media in media {
                let clip = log.clips[media.row]
                PremiereMasterClip(media, clip).write(
                    to: &xml, numberedAfter: &items, comments: PremiereComments(clip, in: log).texts)
            }
            xml.end()
            xml.end()
        }
    }

    /// The stringouts, in the order in which the log first counts that way.
    private func writeStringouts(_ media: [PremiereMedia?], to xml: inout XMLWriter, numberedAfter items: inout Int) {
        var groups: [[PremiereMedia]] = []
        var numbers: [TimecodeBase: Int] = [:]
        for case let media? in media where log.clips[media.row].kind == .picture {
            let number = numbers[media.extent.base] ?? groups.count
            numbers[media.extent.base] = number
            if number == groups.count { groups.append([]) }
            groups[number].append(media)
        }
        for (number, group) in groups.enumerated() {
            let base = group[0].extent.base
            let counting = base.rate.decimalText + (base.isDropFrame ? " DF" : "")
            PremiereStringout(group, in: log, media, numberedAfter: &items)
                .write(to: &xml, number: number + 1, name: "\(options.name) stringout \(counting)")
        }
    }
}
