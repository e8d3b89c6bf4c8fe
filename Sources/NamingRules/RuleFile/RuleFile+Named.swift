internal import FileTree

extension RuleFile {
    /// The rules that a person names: a preset by its name, or a file by its path or its ending `.yaml` or `.yml`.
    public static func named(_ text: String) throws(RuleFileError) -> RuleFile {
        if let preset = Preset(rawValue: text) { return try preset.rules() }
        // A folder or device has no ending; whoever named it meant it.
        let isOther = Machine.kind(ofPath: text).map { $0 != .file } ?? false
        guard isOther || text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml") else {
            throw RuleFileError(
                .unknownName, line: nil, at: text, "No preset is called so; there are \(Preset.names).",
                nextStep: "Name one of them, or write ./\(text) for a file.")
        }
        return try RuleFile(yaml: contents(of: text), at: text)
    }

    private static func contents(of text: String) throws(RuleFileError) -> [UInt8] {
        if let kind = Machine.kind(ofPath: text), kind != .file {
            throw RuleFileError(
                .unreadable, line: nil, at: text, "A \(kind.name) is there, and rules are a file.",
                nextStep: "Name a file, or a preset: \(Preset.names).")
        }
        guard let path = Machine.resolvedPath(text),
            let slash = path.lastIndex(of: "/"), let name = RelativePath(String(path[path.index(after: slash)...]))
        else {
            throw RuleFileError(
                .unreadable, line: nil, at: text, "There is no file there.",
                nextStep: "Check the path, or name a preset: \(Preset.names).")
        }
        do throws(DiskError) {
            // One byte more than there may be, so that a file that is too large is told as such.
            let disk = try CardDisk(path: String(path[...slash]))
            let file = try disk.openForReading(name, direct: false)
            defer { disk.close(file) }
            return try disk.read(file, at: 0, count: RuleText.mostBytes + 1)
        } catch {
            throw RuleFileError(
                .unreadable, line: nil, at: text, "It could not be read: \(error.cause).", nextStep: "Make it readable."
            )
        }
    }
}
