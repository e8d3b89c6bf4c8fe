internal import EditorLogs
internal import FileTree
internal import Ingest
internal import Manifests
internal import Reports

/// Chooses words for a page that is written.
struct ReportPrinter {
    /// Says what stands in the way.
    func refuse(_ obstacles: [LogError]) -> RunStatus {
        LogTextPrinter(.standardOutput).tell(obstacles: obstacles)
        return .obstacles
    }

    /// What was read anew and why, what could not be done.
    func tell(_ remarks: [String]) {
        LogTextPrinter(.standardOutput).tell(remarks: remarks)
    }

    /// The page, and what is on it.
    func tell(_ written: [LogWriting.Written], in output: LogOutput, _ page: DayReport) {
        LogTextPrinter(.standardOutput).tell(written, in: output)
        Terminal.standardOutput.write(words(page) + "\n")
    }

    /// What is on it: `REPORT WRITTEN: 12 clips and 8 rows of sound of 3 rolls, 11 with pictures, 4 things to look at`.
    private func words(_ page: DayReport) -> String {
        let log = page.log
        let clips = log.clips.count { $0.kind == .picture }
        let sound = log.clips.count - clips
        let rows = [counted(clips, "clip")] + (sound > 0 ? [counted(sound, "file of sound", "files of sound")] : [])
        let looks = page.exceptionCount
        return "REPORT WRITTEN: \(rows.joined(separator: " and ")) of \(counted(log.rolls.count, "roll")), "
            + "\(grouped(page.pictures.drawn)) with pictures, "
            + (looks == 0 ? "nothing to look at." : "\(counted(looks, "thing")) to look at.")
    }
}
