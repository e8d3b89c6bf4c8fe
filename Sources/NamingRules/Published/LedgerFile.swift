internal import CameraCards
internal import FileTree

/// The file that a ledger lies in, outside of the folder it speaks of.
///
/// ```swift
/// let file = try LedgerFile("published.txt", outside: "/show/VFX")
/// request.ledger = LedgerRequest(try file.read(isRecording: true), isRecording: true)
/// var report = try Check(request).run(on: disk)
/// try report.record(in: file)
/// ```
public struct LedgerFile: Sendable {
    /// As the person wrote it.
    public let argument: String
    /// The folder it lies in, absolute and without links.
    let folder: String
    /// Its name in that folder.
    let name: RelativePath
    /// Opens that folder.
    private let open: @Sendable (String) throws(DiskError) -> any Disk

    /// Under which name a ledger is written until it is whole; whoever writes holds the folder.
    static let unfinished = RelativePath(unchecked: Array(".rushes-ledger.new".utf8))
    /// What stands for the lock where a folder cannot be locked.
    private static let lock = RelativePath(unchecked: Array(".rushes-ledger.lock".utf8))

    /// Where it lies, absolute; without links.
    public var path: String { "\(folder == "/" ? "" : folder)/\(name)" }

    /// A file of this name in a folder that was looked at.
    init(
        _ argument: String, in folder: String, as name: RelativePath,
        open: @escaping @Sendable (String) throws(DiskError) -> any Disk
    ) {
        (self.argument, self.folder, self.name, self.open) = (argument, folder, name, open)
    }

    /// Understands a path.
    ///
    /// - Parameters:
    ///   - argument: the path as the person wrote it; the file need not be there, the folder around it must.
    ///   - checked: the folder that is checked, as the person wrote it or absolute.
    ///   - backup: a backup that must not be written to, in the same way; nil where there is none.
    /// - Throws: where it lies in one of these, in a card or in a sealed roll, or could be no file.
    public init(_ argument: String, outside checked: String, and backup: String? = nil) throws(CheckArgumentError) {
        let (folder, name) = try LedgerFile.place(argument)
        if Machine.lies(folder, inFolder: checked) {
            throw CheckArgumentError(
                .wrongPlace, at: argument, "The ledger lies in the folder that is checked, and would change with it.",
                nextStep: "Keep it elsewhere, best on another disk.")
        }
        if let backup, Machine.lies(folder, inFolder: backup) {
            throw CheckArgumentError(
                .wrongPlace, at: argument, "The ledger lies in the backup, to which nothing is ever written.",
                nextStep: "Keep it elsewhere, best on another disk.")
        }
        if let roll = CardAround.folder(around: folder) {
            throw CheckArgumentError(
                .wrongPlace, at: argument, "This lies in \(roll), which is a card or a sealed roll.",
                nextStep: "Keep the ledger elsewhere.")
        }
        self.init(argument, in: folder, as: name) { (path) throws(DiskError) in try PosixDisk(path: path) }
    }

    /// The folder of a path without links, and the name in it.
    private static func place(_ argument: String) throws(CheckArgumentError) -> (String, RelativePath) {
        let slash = UInt8(ascii: "/")
        // A ledger that is there is meant itself: a link to it is followed, and what it leads to is written.
        let path = Machine.resolvedPath(argument) ?? argument
        if let kind = Machine.kind(ofPath: path), kind != .file {
            throw CheckArgumentError(
                .notThere, at: argument, "A \(kind.name) is there, and a ledger is a file.", nextStep: "Name a file.")
        }
        let bytes = Array(path.utf8)
        let start = bytes.lastIndex(of: slash).map { $0 + 1 } ?? 0
        let around = String(decoding: bytes[..<start], as: UTF8.self)
        guard let name = RelativePath(Array(bytes[start...])) else {
            throw CheckArgumentError(.notThere, at: argument, "This names no file.", nextStep: "Name a file.")
        }
        guard let folder = Machine.resolvedPath(around.isEmpty ? "." : around), Machine.kind(ofPath: folder) == .folder
        else {
            throw CheckArgumentError(
                .notThere, at: argument, "The folder that it should lie in is not there.", nextStep: "Make it first.")
        }
        return (folder, name)
    }

    /// Reads the ledger; changes nothing.
    ///
    /// - Parameter isRecording: whether one that is not there, or an empty file, is an empty one, which will be written.
    public func read(isRecording: Bool) throws(CheckArgumentError) -> Ledger {
        let text = try text(on: disk())
        // One that was only touched is begun like one that is not there.
        if let text, !(text.isEmpty && isRecording) { return try ledger(text) }
        guard isRecording else {
            throw CheckArgumentError(
                .notThere, at: argument, "There is no ledger there.", nextStep: "--record begins one.")
        }
        return Ledger()
    }

    private func ledger(_ text: [UInt8]) throws(CheckArgumentError) -> Ledger {
        do throws(Ledger.Mistake) {
            return try Ledger(text: text)
        } catch {
            throw CheckArgumentError(
                .notUnderstood, at: argument, line: error.line, error.sentence,
                nextStep: "Get the ledger from a backup; nothing is written by hand there.")
        }
    }

    /// Nil where there is none.
    private func text(on disk: any Disk) throws(CheckArgumentError) -> [UInt8]? {
        do throws(DiskError) {
            return try disk.contents(of: name, limit: Ledger.mostBytes)
        } catch  where error.reason == .notFound {
            return nil
        } catch  where error.reason == .full {
            // EFBIG: it is larger than the limit.
            throw CheckArgumentError(
                .beyondLimits, at: argument, "It is larger than \(Ledger.mostBytes.bytes) bytes; no ledger is.",
                nextStep: "Make sure that this is the ledger.")
        } catch  where (try? disk.attributes(of: name))?.kind == .symbolicLink {
            throw CheckArgumentError(
                .notThere, at: argument, "A link is there, and it leads nowhere.",
                nextStep: "Name the file itself, or mend the link.")
        } catch {
            throw CheckArgumentError(
                .unreadable, at: argument, "It could not be read: \(error.cause).", nextStep: error.nextStep)
        }
    }

    private func disk() throws(CheckArgumentError) -> any Disk {
        do throws(DiskError) {
            return try open(folder)
        } catch {
            throw CheckArgumentError(
                .unreadable, at: argument, "Its folder could not be opened: \(error.cause).", nextStep: error.nextStep)
        }
    }

    // MARK: - Recording

    /// Adds lines for files that are not written down yet, and changes or removes none that is there.
    ///
    /// The ledger is read once more while its folder is held, so that two who record at once lose nothing; it is
    /// written beside itself, flushed, and then takes its name.
    ///
    /// - Returns: how many lines were added; where none was, nothing was written.
    public func add(_ lines: [Ledger.Line]) throws(CheckArgumentError) -> Int {
        let disk = try disk()
        let held = try writing { () throws(DiskError) in
            try disk.lockFolder(.root, or: LedgerFile.lock, for: Machine.holder)
        }
        defer { disk.unlockFolder(held) }
        let text = try text(on: disk)
        let isBegun = text?.isEmpty == false
        let (new, added) = (isBegun ? try ledger(text ?? []) : Ledger()).adding(lines)
        guard added > 0 || !isBegun else { return 0 }
        try writing { () throws(DiskError) in try write(new.text, isNew: text == nil, on: disk) }
        return added
    }

    private func write(_ text: [UInt8], isNew: Bool, on disk: any Disk) throws(DiskError) {
        do throws(DiskError) {
            // A run that was killed left it; nobody else writes while we hold the folder.
            try disk.remove(LedgerFile.unfinished)
        } catch  where error.reason == .notFound {
        }
        let permissions = isNew ? 0o644 : try disk.attributes(of: name).permissions & 0o777
        try disk.createWhole(LedgerFile.unfinished, text, permissions: permissions)
        do throws(DiskError) {
            if isNew {
                _ = try disk.rename(LedgerFile.unfinished, to: name)
            } else {
                try disk.replace(name, with: LedgerFile.unfinished)
            }
        } catch {
            try? disk.remove(LedgerFile.unfinished)
            throw error
        }
        try disk.flushFolder(.root)
    }

    private func writing<Value>(_ body: () throws(DiskError) -> Value) throws(CheckArgumentError) -> Value {
        do throws(DiskError) {
            return try body()
        } catch {
            throw CheckArgumentError(
                .notWritten, at: argument, "It could not be written: \(error.cause).", nextStep: error.nextStep)
        }
    }
}

extension String {
    /// Whether a path is a folder or lies in it; both absolute and without links.
    func lies(inFolder folder: String) -> Bool {
        utf8.elementsEqual(folder.utf8) || folder == "/" || utf8.starts(with: "\(folder)/".utf8)
    }
}
