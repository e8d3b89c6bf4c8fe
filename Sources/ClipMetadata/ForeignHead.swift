internal import FileTree

/// How a file begins that is of none of the kinds that ``MediaFile`` knows, and what that says against its name.
public struct ForeignHead: Sendable {
    private let head: [UInt8]
    private let size: Int64

    /// Bytes in which a packet of MXF begins at the latest: SMPTE ST 377-1, 5.5, allows 64 KiB before it.
    private static let longestRunIn = 64 << 10

    /// Looks at the first bytes of a file.
    public init(_ bytes: some RandomBytes, at place: String) throws(MetadataError) {
        head = try MetadataError.reading(place) { () throws(DiskError) in
            try bytes.bytes(at: 0, count: ForeignHead.longestRunIn)
        }
        size = bytes.size
    }

    /// Why it cannot be what its extension, in capitals, promises; nil where nothing speaks against it.
    public func fault(extension name: String) -> Completeness? {
        guard let format = Format(extension: name) else {
            return isBlank && ForeignHead.otherMedia.contains(name) ? .damaged("it begins with zeros") : nil
        }
        if size < ForeignHead.shortest { return .cutShort("it ends after \(size) bytes, in its head") }
        guard !mayBe(format) else { return .unknown("it does not begin as files of \(format.rawValue) do") }
        return .damaged("it is no \(format.rawValue) file, it begins with \(beginning)")
    }

    /// Bytes of the shortest head that ``MediaFile`` looks at.
    private static let shortest: Int64 = 16

    private enum Format: String {
        case quickTime = "QuickTime or MP4"
        case mxf = "MXF"
        case wave = "WAV"

        init?(extension name: String) {
            switch name {
            case "MOV", "MP4", "M4V", "BRAW", "INSV", "LRV", "360", "QT": self = .quickTime
            case "MXF": self = .mxf
            case "WAV", "BWF", "RF64": self = .wave
            default: return nil
            }
        }
    }

    /// Extensions of recordings whose formats are not read here; none of them begins with nothing but zeros.
    private static let otherMedia: Set<String> = [
        "R3D", "N3D", "CRM", "NEV", "MTS", "M2TS", "M2T", "MPG", "AVI", "CINE", "ARI", "ARX", "DNG", "DPX", "EXR",
        "JPG",
        "CR3", "ARW", "NEF", "HIF", "HEIC", "AIF", "AIFF",
    ]

    /// Whether it could be one all the same, written in a way that is not known here.
    private func mayBe(_ format: Format) -> Bool {
        let start = BigEndianBytes(head)
        switch format {
        case .quickTime:
            guard let length = start.long(0), let kind = start.code(4), kind.isPrintable else { return false }
            return length == 1 || (8...max(8, size)).contains(Int64(length))
        case .mxf:
            return head.indices.contains { UniversalLabel(BigEndianBytes(head[$0...].prefix(16))) != nil }
        case .wave:
            return false
        }
    }

    private var isBlank: Bool { !head.isEmpty && head.allSatisfy { $0 == 0 } }

    private var beginning: String {
        if isBlank { return "zeros" }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return "a JPEG picture" }
        let first = head.prefix(64)
        let isText = first.allSatisfy { (0x20...0x7E).contains($0) || [0x09, 0x0A, 0x0D].contains($0) }
        return isText ? "text" : "what is of no known kind"
    }
}
