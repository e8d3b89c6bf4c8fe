internal import XMLText

/// A log as FCPXML 1.10: an event with a clip for each row, and a synchronized clip where sound matched.
///
/// Final Cut Pro 10.6 and later read that version; the document is valid under the types of 1.9 to 1.14 as well.
struct FinalCutLog {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        let resources = FinalCutResources(log, options)
        guard !resources.isEmpty else { return LogFiles([], resources.exceptions.all) }
        var xml = XMLWriter(documentType: "fcpxml", room: log.documentRoom)
        xml.begin("fcpxml", ["version": "1.10"])
        resources.write(to: &xml)
        xml.begin("library")
        FinalCutEvent(log, resources).write(to: &xml, name: options.name)
        xml.end()
        xml.end()
        let rows = LogFiles.Rows(zip(resources.assets, log.clips).lazy.filter { $0.0 != nil }.map(\.1))
        return LogFiles([.init("\(options.name).fcpxml", xml.take())], of: rows, resources.exceptions.all)
    }
}
