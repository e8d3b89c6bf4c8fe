internal import ArgumentParser
internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// `rushes flatten`: options, one call, one exit status.
struct FlattenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flatten",
        abstract: "Write all that a folder's histories know into one packing list.",
        discussion: """
            One record a file over all generations and nested histories, in one ASC MHL file that stands alone. No \
            file of the folder is read, and nothing is written to it.
            """)

    @Argument(help: ArgumentHelp("A folder with an ASC MHL history.", valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp("The folder that gets the list; it must exist.", valueName: "dir"))
    var output: String

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        try written().leave(leftThreadsBehind: false)
    }

    private func written() -> RunStatus {
        do throws(CustodyError) {
            let (path, list) = try Flatten(folder: folder, output: output, creator: .here()).run()
            tell(path, list)
            return list.unlistable > 0 ? .notInManifest : .done
        } catch {
            Refusal(error, json: json).tell()
            return error.status
        }
    }

    private func tell(_ path: String, _ list: PackingList) {
        let output = Terminal.standardOutput
        if json {
            let line = FlattenedLine(path: path, files: list.listed, not_listed: list.unlistable)
            return JSONLines(output).write(line)
        }
        output.write("\(SafeText.of(path)): \(counted(list.listed, "file")) listed.\n")
        guard list.unlistable > 0 else { return }
        output.write("\(counted(list.unlistable, "file")) NOT LISTED: the histories have no checksum of them.\n")
    }
}

/// A packing list was written.
private struct FlattenedLine: Encodable {
    let type = "flattened"
    let path: String
    let files: Int
    let not_listed: Int
}
