/// A place that names will go to: a file system, a server, an application, with what it does to names.
struct TargetSystem: Sendable {
    /// How people call it.
    let title: String
    /// Characters of ASCII that it refuses.
    var refused = ByteSet()
    /// Whether it takes them and only warns of them.
    var onlyAdvises = false
    /// What it does to a colon where it does not refuse it: `shows a colon as a slash`.
    var ofColons: String?
    /// What it does not keep at the end of a name.
    var cutsAtEnd = ByteSet()
    /// Whether a space at the beginning is refused.
    var refusesLeadingSpace = false
    /// Whether it keeps the names of the devices of DOS for itself.
    var keepsDeviceNames = false
    /// How long names may be; nil where no limit is known.
    var longestName: NameLimit?
    /// How long paths may be; nil where no limit is known.
    var longestPath: PathLimit?
    /// The largest file in bytes; nil where that is beyond any.
    var largestFile: Int64?

    /// How long names may be.
    struct NameLimit: Hashable, Sendable {
        let most: Int
        var unit: LengthUnit = .characters
        /// The limit for names that are not all ASCII, where it is another.
        var mostWide: Int?
        /// Whether the extension is not counted.
        var isOfStem = false
        /// The extensions it holds for, in small letters; empty for all.
        var extensions: [String] = []
    }

    /// How long paths may be.
    struct PathLimit: Hashable, Sendable {
        let most: Int
        let unit: LengthUnit
    }

    /// What rule files call it.
    enum Key: String, CaseIterable, Sendable {
        case ntfs, exfat, fat32, apfs, hfs, ext4, xfs, ltfs, smb, s3, udf, avid, xdcam
    }

    /// The one that a rule file names.
    static func named(_ key: Key) -> TargetSystem {
        switch key {
        case .ntfs: windows("NTFS", longestPath: maxPath)
        case .smb: windows("SMB", longestPath: maxPath)
        case .exfat: windows("exFAT", longestPath: nil)
        case .fat32: windows("FAT32", longestPath: nil, largestFile: 4_294_967_295)
        case .apfs:
            TargetSystem(
                title: "APFS", ofColons: "shows a colon as a slash", longestName: NameLimit(most: 255, unit: .bytes),
                longestPath: PathLimit(most: 1024, unit: .bytes))
        case .hfs:
            TargetSystem(
                title: "HFS+", ofColons: "shows a colon as a slash", longestName: NameLimit(most: 255, unit: .hfs))
        case .ext4: linux("ext4")
        case .xfs: linux("XFS")
        case .ltfs:
            TargetSystem(
                title: "LTFS", ofColons: "writes a colon as %3A", longestName: NameLimit(most: 255, unit: .utf16))
        case .s3:
            // AWS, "Naming Amazon S3 objects": characters to avoid. A key is the whole path.
            TargetSystem(
                title: "S3", refused: ByteSet("\\{}^%`[]\"><~#|").union(.controls), onlyAdvises: true,
                longestPath: PathLimit(most: 1024, unit: .bytes))
        case .udf:
            TargetSystem(
                title: "UDF", longestName: NameLimit(most: 255), longestPath: PathLimit(most: 1023, unit: .bytes))
        case .avid:
            // Bins and projects; that a tape name has 32 at most is a matter of one field of a name.
            TargetSystem(
                title: "Avid", refused: ByteSet("/\\:*?\"<>|"), cutsAtEnd: ByteSet(". "), refusesLeadingSpace: true,
                longestName: NameLimit(most: 27, isOfStem: true, extensions: ["avb", "avp"]))
        case .xdcam:
            TargetSystem(title: "XDCAM", longestName: NameLimit(most: 56, mostWide: 14, isOfStem: true))
        }
    }

    /// Windows opens a path of 260 characters with the zero behind it.
    private static let maxPath = PathLimit(most: 259, unit: .utf16)

    /// What Windows does (Microsoft, "Naming files, paths, and namespaces").
    ///
    /// It treats names on exFAT and FAT32 as it does those on NTFS.
    private static func windows(_ title: String, longestPath: PathLimit?, largestFile: Int64? = nil) -> TargetSystem {
        TargetSystem(
            title: title, refused: ByteSet("<>:\"/\\|?*").union(ByteSet(0...31)), cutsAtEnd: ByteSet(". "),
            keepsDeviceNames: true, longestName: NameLimit(most: 255, unit: .utf16), longestPath: longestPath,
            largestFile: largestFile)
    }

    private static func linux(_ title: String) -> TargetSystem {
        TargetSystem(
            title: title, longestName: NameLimit(most: 255, unit: .bytes),
            longestPath: PathLimit(most: 4096, unit: .bytes))
    }
}

extension TargetSystem {
    /// The device that a name stands for on Windows, in capitals; nil for none.
    ///
    /// `CON`, `con.txt` and `Aux .tar.gz` do: what stands behind the first dot does not count, nor spaces before it.
    static func deviceName(in name: ArraySlice<UInt8>) -> Range<Int>? {
        var base = name.prefix { $0 != UInt8(ascii: ".") }
        while base.last == UInt8(ascii: " ") { base = base.dropLast() }
        // The longest is COM and a digit of three bytes.
        guard (3...5).contains(base.count) else { return nil }
        let text = String(decoding: base.map(\.folded), as: UTF8.self)
        return devices.contains(text) ? 0..<base.count : nil
    }

    /// The digits ¹, ² and ³ count as 1, 2 and 3.
    private static let devices: Set<String> = {
        let ports = ["com", "lpt"].flatMap { port in "123456789¹²³".map { "\(port)\($0)" } }
        return Set(["con", "prn", "aux", "nul"] + ports)
    }()
}
