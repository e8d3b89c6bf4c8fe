internal import MediaTime

/// What the structure of an MXF file says, as OP1a and OPAtom are.
///
/// Nothing is decoded. Source: SMPTE ST 377-1.
public struct MXFFile: Sendable {
    /// The program or the device that wrote the file, as it names itself.
    public struct Writer: Hashable, Sendable {
        /// Who made it: `ARRI`, `FFmpeg`.
        public let company: String?
        /// Its name.
        public let product: String?
        /// Its version.
        public let version: String?
    }

    /// The file, as it is named in claims and errors.
    public let place: String
    /// Whether the file is all there.
    public let completeness: Completeness
    /// The operational pattern: `OP1a`, `OPAtom`.
    public let pattern: String?
    /// Who wrote it; of files from a camera often the camera, of others a program.
    public let writer: Writer?
    /// What the file says of its clip.
    public let metadata: ClipMetadata

    /// Reads the structure.
    ///
    /// - Throws: when the disk refuses, or it is no such file. A file that is cut or broken is told by
    ///   ``completeness``, and what could be read of it is there.
    public init(_ bytes: some RandomBytes, at place: String) throws(MetadataError) {
        let reader = KLVReader(bytes: bytes, place: place)
        guard let structure = try MXFStructure(reader) else {
            throw MetadataError(.wrongFormat, at: place, "it does not begin like an MXF file")
        }
        let sets = try MXFFile.sets(structure, reader)
        self.place = place
        completeness = structure.completeness
        pattern = structure.header?.pattern.flatMap(MXFFile.pattern)
        writer = sets.all(SetKind.identification).last.map {
            Writer(company: $0.text(0x3C01), product: $0.text(0x3C02), version: $0.text(0x3C04))
        }
        metadata = MXFMetadata(sets).metadata(of: place)
    }

    /// The metadata of the header, or of the footer where only that is final.
    private static func sets<Bytes>(
        _ structure: MXFStructure, _ reader: KLVReader<Bytes>
    ) throws(MetadataError) -> MetadataSets {
        let (header, footer) = (structure.header, structure.footer)
        if let footer, footer.metadataSize > 0, header.map({ $0.isClosed && $0.isComplete }) != true {
            return try MetadataSets(after: footer, reader)
        }
        guard let header else { return MetadataSets() }
        return try MetadataSets(after: header, reader)
    }

    /// Source: SMPTE ST 377-1, 8.3; SMPTE ST 390 for OPAtom.
    private static func pattern(_ label: UniversalLabel) -> String? {
        guard label.item >> 32 == 0x0D01_0201 else { return nil }
        let (items, packages) = (label.item >> 24 & 0xFF, label.item >> 16 & 0xFF)
        if items == 0x10 { return "OPAtom" }
        guard (1...3).contains(items), let letter = [1: "a", 2: "b", 3: "c"][packages] else { return nil }
        return "OP\(items)\(letter)"
    }
}

/// The kinds of sets that are read.
///
/// Source: SMPTE ST 377-1, annex A.
enum SetKind {
    static let identification: UInt8 = 0x30
    static let materialPackage: UInt8 = 0x36
    static let sourcePackage: UInt8 = 0x37
    static let timecode: UInt8 = 0x14
    static let multipleDescriptor: UInt8 = 0x44
    static let tapeDescriptor: UInt8 = 0x2E
}
