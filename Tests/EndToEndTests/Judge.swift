import Foundation
import Testing

/// The tools that other people check our manifests with.
///
/// They are used when RUSHES_JUDGES names the `bin` folder of a Python environment that holds the packages
/// `ascmhl` 1.2 and `mhl-suite`.
enum Judge {
    private static let bin = ProcessInfo.processInfo.environment["RUSHES_JUDGES"]

    static var isThere: Bool {
        if bin == nil { print("RUSHES_JUDGES is not set: the reference tools judge nothing in this run.") }
        return bin != nil
    }

    /// Runs a tool on a stage.
    static func ask(_ tool: String, _ arguments: [String], on stage: Stage) throws -> Screen {
        try RunningCommand(try #require(bin) + "/" + tool, arguments, in: stage.path).finished()
    }

    /// Expects that a tool is content.
    static func expectContent(
        _ tool: String, _ arguments: String..., on stage: Stage, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let screen = try ask(tool, arguments, on: stage)
        let call = ([tool] + arguments).joined(separator: " ")
        #expect(screen.status == 0, "\(call): \(screen.testDescription)", sourceLocation: sourceLocation)
    }

    /// Expects that verify, verify -dh, diff and both schemas have nothing to say against a roll.
    ///
    /// - Parameter folderHashes: not where a roll has grown: the reference compares the folders with every older
    ///   generation, its own as well as ours.
    static func expectGood(
        _ roll: String, on stage: Stage, folderHashes: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectContent("ascmhl-debug", "verify", roll, on: stage, sourceLocation: sourceLocation)
        try expectContent("ascmhl", "diff", roll, on: stage, sourceLocation: sourceLocation)
        if folderHashes {
            try expectContent("ascmhl-debug", "verify", "-dh", roll, on: stage, sourceLocation: sourceLocation)
        }
        let schemas = try schemas(on: stage)
        for manifest in try manifests(of: roll, on: stage) {
            try expectContent(
                "ascmhl-debug", "xsd-schema-check", "-xsd", schemas + "/ASCMHL.xsd", roll + "/ascmhl/" + manifest,
                on: stage, sourceLocation: sourceLocation)
        }
        try expectContent(
            "ascmhl-debug", "xsd-schema-check", "-df", "-xsd", schemas + "/ASCMHLDirectory.xsd",
            roll + "/ascmhl/ascmhl_chain.xml", on: stage, sourceLocation: sourceLocation)
    }

    /// The names of a roll's manifests, oldest first.
    static func manifests(of roll: String, on stage: Stage) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: stage.path + "/" + roll + "/ascmhl")
            .filter { $0.hasSuffix(".mhl") }.sorted()
    }

    /// The schemas that mhl-suite carries.
    private static func schemas(on stage: Stage) throws -> String {
        let program = "import mhl_suite, os; print(os.path.dirname(mhl_suite.__file__) + '/xsd')"
        return try ask("python", ["-c", program], on: stage).output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
