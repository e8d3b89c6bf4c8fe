extension Disk {
    /// Creates a file that must not exist yet, writes all of its content and flushes it.
    ///
    /// Whoever wants a file to appear whole or not at all creates it under a name of its own, and gives it the right
    /// name behind this.
    ///
    /// - Throws: what the disk refused; then nothing of the file is left, as far as the disk lets it be removed.
    package func createWhole(_ path: RelativePath, _ bytes: [UInt8], permissions: UInt16) throws(DiskError) {
        let file = try create(path, permissions: permissions, direct: false)
        defer { close(file) }
        do throws(DiskError) {
            try write(file, bytes, at: 0)
            try flush(file)
        } catch {
            try? remove(path)
            throw error
        }
    }
}
