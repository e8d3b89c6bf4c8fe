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
    /// The option it was given to, for sentences.
    let option: String

    /// The folder that is there already: itself, or the one around it.
    var existing: String {
        guard isNew, let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return folder }
        return slash == folder.utf8.startIndex ? "/" : String(folder[..<slash])
    }

    /// Understands a path: a folder where one is there or a slash ends it, a file where its ending is one of `endings`,
    /// and without any ending a folder that is to be made.
    ///
    /// - Throws: ``LogError/Code/usage`` where the folder around it is not there, or it ends as no file of the format
    ///   does; ``LogError/Code/exists`` where a file is there that would have to be a folder.
    public init(_ argument: String, endings: [String], of option: String = "--output") throws(LogError) {
        (self.argument, self.option) = (argument, option)
        if let path = Machine.resolvedPath(argument), Machine.kind(ofPath: path) == .folder {
            (folder, file, isNew) = (path, nil, false)
            return
        }
        let (name, parent) = try LogOutput.place(argument, option)
        let isFolder = argument.utf8.last == UInt8(ascii: "/")
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
        if !isFolder, let ending {
            guard endings.contains(ending) else {
                throw LogError(
                    .usage, at: argument, "A file of this format ends in .\(endings.joined(separator: " or .")).",
                    nextStep: "End the name so, or in / for a folder.")
            }
            (folder, file, isNew) = (parent, name, false)
        } else {
            (folder, file, isNew) = ("\(parent == "/" ? "" : parent)/\(name)", nil, true)
            if let kind = Machine.kind(ofPath: folder) {
                throw LogError(
                    .exists, at: argument, "A \(kind.name) is there, where a folder should be made.",
                    nextStep: "Choose another \(option).")
            }
        }
    }

    /// The last name of a path, and the folder around it, absolute and without links.
    private static func place(_ argument: String, _ option: String) throws(LogError) -> (name: String, parent: String) {
        let slash = UInt8(ascii: "/")
        // By bytes: a mark that combines with the slash before it is a name of its own.
        let parts = argument.utf8.split(separator: slash).map { Array($0) }
        guard let name = parts.last, RelativePath.isComponent(name), name != [UInt8(ascii: "-")] else {
            throw LogError(
                .usage, at: argument.isEmpty ? option : argument, "This names neither a file nor a folder.",
                nextStep: "Name a file that ends as the format does, or a folder.")
        }
        let above = Array(parts.dropLast().joined(separator: [slash]))
        let around = (argument.utf8.first == slash ? "/" : "./") + String(decoding: above, as: UTF8.self)
        guard let parent = Machine.resolvedPath(around), Machine.kind(ofPath: parent) == .folder else {
            throw LogError(
                .usage, at: argument, "The folder that it should lie in is not there.",
                nextStep: "Make it; only the last folder of \(option) is made by itself.")
        }
        return (String(decoding: name, as: UTF8.self), parent)
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
                nextStep: "Name a folder as \(option).")
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
