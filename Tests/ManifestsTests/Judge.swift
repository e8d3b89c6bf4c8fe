import Foundation
import Testing

/// The tools other people check our manifests with: `ascmhl`, `ascmhl-debug` and `simple-mhl`.
///
/// They are used when RUSHES_JUDGES names the `bin` folder of a Python environment that holds the packages
/// `ascmhl` and `mhl-suite`.
enum Judge {
    static let bin = ProcessInfo.processInfo.environment["RUSHES_JUDGES"]

    static var isThere: Bool {
        if bin == nil { print("RUSHES_JUDGES is not set: the reference tools judge nothing in this run.") }
        return bin != nil
    }

    /// Runs a tool; gives its exit status and what it printed.
    static func run(_ tool: String, _ arguments: String...) throws -> (status: Int32, output: String) {
        try run(tool, arguments)
    }

    static func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(bin) + "/" + tool)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = "C.UTF-8"
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// Everything the reference and the schemas have to say of a roll.
    static func expectGood(_ roll: Roll, folderHashes: Bool = true, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        try expectValid(roll, sourceLocation: sourceLocation)
        var calls = [["ascmhl-debug", "verify", roll.path], ["ascmhl", "diff", roll.path]]
        if folderHashes { calls.append(["ascmhl-debug", "verify", "-dh", roll.path]) }
        for call in calls {
            let (status, output) = try run(call[0], Array(call.dropFirst()))
            #expect(status == 0, "\(call.joined(separator: " ")): \(output)", sourceLocation: sourceLocation)
        }
    }

    /// Where a schema lies.
    static func schema(_ name: String) throws -> String {
        try run("python", "-c", "import mhl_suite,os;print(os.path.dirname(mhl_suite.__file__)+'/xsd')")
            .output.trimmingCharacters(in: .whitespacesAndNewlines) + "/" + name
    }

    static func expectValid(_ roll: Roll, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let folder = roll.path + "/ascmhl"
        let manifests = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mhl") }
        for manifest in manifests {
            let (status, output) = try run(
                "ascmhl-debug", "xsd-schema-check", "-xsd", schema("ASCMHL.xsd"), folder + "/" + manifest)
            #expect(status == 0, "\(manifest): \(output)", sourceLocation: sourceLocation)
        }
        let (status, output) = try run(
            "ascmhl-debug", "xsd-schema-check", "-df", "-xsd", schema("ASCMHLDirectory.xsd"),
            folder + "/ascmhl_chain.xml")
        #expect(status == 0, "chain: \(output)", sourceLocation: sourceLocation)
    }
}
