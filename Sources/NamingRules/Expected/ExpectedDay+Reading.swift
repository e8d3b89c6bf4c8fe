internal import FileTree
internal import SlateNotes

extension ExpectedDay {
    /// Reads a list from the disk; nothing is changed.
    ///
    /// - Parameter file: the path as the person wrote it.
    public init(file: String) throws(CheckArgumentError) {
        let bytes: [UInt8]
        do throws(NamedFileError) {
            bytes = try NamedFile(file).contents(limit: ByteCount(SlateFile.mostBytes))
        } catch {
            throw CheckArgumentError(error, at: file)
        }
        let list: SlateFile
        do throws(SlateError) {
            list = try SlateFile(bytes, at: file, as: .list)
        } catch {
            throw CheckArgumentError(
                error.code == .beyondLimits ? .beyondLimits : .notUnderstood, at: file, error.sentence,
                nextStep: error.nextStep)
        }
        try self.init(list)
    }
}

extension CheckArgumentError {
    /// What keeps a file that was named from being read.
    init(_ error: NamedFileError, at place: String) {
        switch error {
        case .nothingThere, .notAFile:
            self.init(.notThere, at: place, error.sentence, nextStep: "Check the path.")
        case .tooLarge:
            self.init(.beyondLimits, at: place, error.sentence, nextStep: "Make sure that this is the right file.")
        case .unreadable(let cause): self.init(.unreadable, at: place, error.sentence, nextStep: cause.nextStep)
        }
    }
}
