internal import FileTree

/// The place that a person named for a log: a folder, or one file.
public struct LogOutput: Hashable, Sendable {
    /// As it was written.
    public let argument: String
    /// The folder that gets the files, absolute; without links where it is there.
    public let folder: String
    /// The name of the one file; nil where a folder was named.
    public let file: String?
    /// Whether the folder is still to be made.
    let isNew: Bool

    /// Endings of what cutting rooms are given: a name that ends so is meant to be a file.
    private static let fileEndings: Set<String> = Set(LogFormat.allCases.flatMap(\.endings) + ["txt", "html"])

    /// Understands a path: a folder where one is there or a slash ends it, a file where its ending is one of `endings`,
    /// else a folder that is to be made.
    ///
    /// - Throws: ``LogError/Code/usage`` where the folder around it is not there, or its ending is that of another kind.
    public init(_ argument: String, endings: [String]) throws(LogError) {
        self.argument = argument
        if let path = Machine.resolvedPath(argument), Machine.kind(ofPath: path) == .folder {
            (folder, file, isNew) = (path, nil, false)
            return
        }
        let parts = argument.split(separator: "/").map(String.init)
        guard let name = parts.last, RelativePath.isComponent(Array(name.utf8)) else {
            throw LogError(.usage, at: argument, "This names neither a file nor a folder.")
        }
        let around = (argument.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
        guard let parent = Machine.resolvedPath(around), Machine.kind(ofPath: parent) == .folder else {
            throw LogError(.usage, at: argument, "The folder that it should lie in is not there.", nextStep: "Make it.")
        }
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map {
            $0.lowercased()
        }
        if !argument.hasSuffix("/"), let ending, LogOutput.fileEndings.contains(ending) || endings.contains(ending) {
            guard endings.contains(ending) else {
                throw LogError(
                    .usage, at: argument, "A file of this format ends in .\(endings.joined(separator: " or .")).",
                    nextStep: "End the name so, or in / for a folder.")
            }
            (folder, file, isNew) = (parent, name, false)
        } else {
            (folder, file, isNew) = ("\(parent == "/" ? "" : parent)/\(name)", nil, true)
        }
    }

    /// The name of a log that is written there: that of the file without its ending, else `name`.
    public func logName(or name: String) -> String {
        guard let file, let dot = file.lastIndex(of: "."), dot != file.startIndex else { return name }
        return String(file[..<dot])
    }

    /// The files as they are called there.
    ///
    /// - Throws: ``LogError/Code/usage`` where one file was named and there are more.
    public func named(_ files: [LogFiles.File]) throws(LogError) -> [LogFiles.File] {
        guard let file else { return files }
        // A format may come in two forms, XLSX and CSV: the name says which is wanted.
        let ending = LogOutput.ending(of: file)
        let wanted = files.filter { LogOutput.ending(of: $0.name) == ending }
        let areForms = Set(files.map { LogOutput.ending(of: $0.name) }).count == files.count
        let chosen = areForms && wanted.count == 1 ? wanted : files
        guard chosen.count <= 1 else {
            throw LogError(
                .usage, at: argument,
                "The log is \(chosen.count) files: \(chosen.map(\.name).joined(separator: ", ")).",
                nextStep: "Name a folder as --output.")
        }
        return chosen.map { LogFiles.File(file, $0.bytes) }
    }

    private static func ending(of name: String) -> String {
        name.split(separator: ".").last?.lowercased() ?? ""
    }
}

extension LogFormat {
    /// How the names of its files end, in lower case.
    public var endings: [String] {
        switch self {
        case .ale: ["ale"]
        case .resolve: ["csv"]
        case .excel: ["xlsx", "csv"]
        case .fcpxml: ["fcpxml"]
        case .premiere: ["xml"]
        case .edl: ["edl"]
        case .otio: ["otio"]
        case .json: ["json"]
        }
    }
}
