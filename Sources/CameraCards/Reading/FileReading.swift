public import ClipMetadata
public import FileTree

/// What one file says of itself: its container's structure, its header, or the sidecar's text that it is.
public struct FileReading: Sendable {
    /// What it says.
    public private(set) var metadata = ClipMetadata()
    /// Whether it is all there; nil for files that have no structure we know.
    public private(set) var completeness: Completeness?
    /// Why it, or a part of it, was not understood.
    public private(set) var failures: [MetadataError] = []

    /// Sidecars larger than this are none: the largest seen, a caption for each frame of a long flight, has 30 MB.
    public static let largestSidecar = ByteCount(64 << 20)

    /// What a disk answers for more than was asked for (EFBIG); its own words are about writing.
    private static let tooLarge: Int32 = 27

    /// Reads a file of a disk.
    public init(_ path: RelativePath, on disk: any ReadableDisk, place: String) {
        do throws(MetadataError) {
            let ending = CardTree.fileExtension(of: String(decoding: path.name, as: UTF8.self))
            if SidecarFormat.mayBe(extension: ending) {
                try readSidecar(path, ending, on: disk, place)
            } else {
                try readMedia(path, ending, on: disk, place)
            }
        } catch {
            failures.append(error)
        }
    }

    /// A log of a reel, whose rows are about several clips.
    static func log(_ path: RelativePath, on disk: any ReadableDisk) throws(MetadataError) -> ReelALE {
        try ReelALE(try contents(path, on: disk, path.description), at: path.description)
    }

    private static func contents(
        _ path: RelativePath, on disk: any ReadableDisk, _ place: String
    ) throws(MetadataError) -> [UInt8] {
        do throws(DiskError) {
            return try disk.contents(of: path, limit: largestSidecar)
        } catch {
            if error.number == tooLarge {
                throw MetadataError(.beyondLimits, at: place, "it is larger than \(largestSidecar), as no sidecar is")
            }
            throw MetadataError(.disk, at: place, "it could not be read: \(error.cause)")
        }
    }

    private mutating func readSidecar(
        _ path: RelativePath, _ ending: String, on disk: any ReadableDisk, _ place: String
    ) throws(MetadataError) {
        let bytes = try FileReading.contents(path, on: disk, place)
        if let format = SidecarFormat(bytes, extension: ending) { metadata = try format.metadata(bytes, at: place) }
    }

    private mutating func readMedia(
        _ path: RelativePath, _ ending: String, on disk: any ReadableDisk, _ place: String
    ) throws(MetadataError) {
        let bytes: FileBytes
        do throws(DiskError) {
            bytes = try FileBytes(path, on: disk)
        } catch {
            throw MetadataError(.disk, at: place, "it could not be read: \(error.cause)")
        }
        guard let media = try MediaFile(bytes, at: place) else {
            completeness = try ForeignHead(bytes, at: place).fault(extension: ending)
            return
        }
        metadata = media.metadata
        completeness = media.completeness
    }
}
