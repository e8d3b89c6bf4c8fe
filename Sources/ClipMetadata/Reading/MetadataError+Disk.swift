internal import FileTree

extension MetadataError {
    /// Makes a disk's refusal one about the file that is being read.
    static func reading<Value>(
        _ place: String, _ body: () throws(DiskError) -> Value
    ) throws(MetadataError) -> Value {
        do throws(DiskError) {
            return try body()
        } catch {
            throw MetadataError(.disk, at: place, "it could not be read: \(error.cause)")
        }
    }
}
