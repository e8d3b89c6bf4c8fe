import Glibc

/// Lends a fresh folder on a real file system; it is removed with all it holds, whatever happens.
///
/// It lies in `TMPDIR`, or in `/tmp`. Folders inside that nobody may enter are removed as well.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = try temporaryFolder()
    defer { removeTree(path) }
    return try body(path)
}

/// Lends a fresh folder to asynchronous work.
public func withTemporaryFolder<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> Result
) async throws -> Result {
    let path = try temporaryFolder()
    defer { removeTree(path) }
    return try await body(path)
}

/// The system refused to prepare a test; what was tried, and errno.
public struct FixtureFailure: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String

    init(_ attempt: String, number: Int32 = errno) {
        description = "the test could not \(attempt): \(String(cString: strerror(number)))"
    }
}

/// Removes a folder with all it holds; what is not there is no failure.
public func removeTree(_ path: String) {
    removeTree(Array(path.utf8CString), in: AT_FDCWD)
}

private func temporaryFolder() throws -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/rushes-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template), let resolved = realpath(made, nil) else {
        throw FixtureFailure("make a folder in \(parent)")
    }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func removeTree(_ name: [CChar], in folder: Int32) {
    if unlinkat(folder, name, 0) == 0 || errno == ENOENT { return }
    _ = fchmodat(folder, name, 0o700, 0)
    let descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 {
        for child in names(in: descriptor) { removeTree(child, in: descriptor) }
        close(descriptor)
    }
    _ = unlinkat(folder, name, AT_REMOVEDIR)
}

/// The names in an open folder as C strings, so that bytes that are not UTF-8 stay what they are.
private func names(in descriptor: Int32) -> [[CChar]] {
    guard let stream = fdopendir(dup(descriptor)) else { return [] }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } }
        if name != [46], name != [46, 46] { names.append(name + [0]) }
    }
    return names
}
