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

    func run() throws {
        try write().leave(leftThreadsBehind: false)
    }

    private func write() -> RunStatus {
        do throws(CustodyError) {
            let (path, list) = try Flatten(folder: folder, output: output, creator: .here()).run()
            Terminal.standardOutput.write("\(SafeText.of(path)): \(counted(list.listed, "file")) listed.\n")
            guard list.unlistable > 0 else { return .done }
            let files = counted(list.unlistable, "file")
            Terminal.standardOutput.write("\(files) NOT LISTED: the histories have no checksum of them.\n")
            return .notInManifest
        } catch {
            Terminal.standardError.write(error.words + "\n")
            return error.status
        }
    }
}
