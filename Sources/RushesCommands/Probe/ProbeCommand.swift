internal import ArgumentParser
internal import CameraCards
internal import ClipMetadata
internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// `rushes probe`: what files say of themselves, and who says it.
struct ProbeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Tell what media files and sidecars say of themselves, each value with its source.",
        discussion: """
            Read are the structure of QuickTime, MP4, MXF and WAV files and whether they are whole, bext and iXML, the \
            cameras' sidecars, the name, and what mediainfo says where it is installed. Where they disagree all is told. \
            Nothing is written.
            """)

    @Argument(help: ArgumentHelp("Media files or sidecars.", valueName: "file"))
    var files: [String]

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        var statuses: Set<RunStatus> = []
        var probes = Probes()
        for file in files {
            do throws(CustodyError) {
                try probes.add(file)
            } catch {
                Refusal(error, json: json).tell()
                statuses.insert(error.status)
            }
        }
        // From here on another program may be at work, which must not be left behind.
        InterruptWatch.shared.beginTidyWork()
        probes.askMediaInfo(shouldStop: { InterruptWatch.shared.requests > 0 })
        if json {
            let lines = JSONLines(.standardOutput)
            for report in probes.reports { lines.write(ProbedFileLine(report)) }
            for error in probes.reports.flatMap(\.failures) { lines.write(UnreadLine(error)) }
            for remark in probes.remarks { lines.write(RemarkLine(message: remark)) }
        } else {
            for report in probes.reports { Terminal.standardOutput.write(ProbeText(report).text + "\n") }
            for remark in probes.remarks { Terminal.standardOutput.write(SafeText.of(remark) + "\n") }
        }
        if InterruptWatch.shared.requests > 0 { statuses.insert(.interrupted) }
        if probes.reports.contains(where: { $0.failures.contains { $0.code == .disk } }) {
            statuses.insert(.sourceUnreadable)
        }
        try RunStatus.worst(of: statuses).leave(leftThreadsBehind: false)
    }
}
