internal import MediaTime

/// Finds in the sets of an MXF file what is said of the clip.
struct MXFMetadata {
    private typealias MetadataSet = MetadataSets.MetadataSet

    let sets: MetadataSets

    init(_ sets: MetadataSets) {
        self.sets = sets
    }

    func metadata(of file: String) -> ClipMetadata {
        var claims = ContainerClaims(file: file)
        if let material = sets.all(SetKind.materialPackage).first { add(material, to: &claims) }
        addSource(to: &claims)
        addDescriptors(to: &claims)
        return claims.metadata
    }

    // MARK: - Packages

    private func add(_ material: MetadataSet, to claims: inout ContainerClaims) {
        claims.add(material.text(0x4402), to: \.clipID, key: "MaterialPackage/Name")
        let identifier = material[0x4401].flatMap { $0.slice(0, 32) }
        claims.add(identifier.map(hex), to: \.universalID, key: "MaterialPackage/PackageUID")
        // The clock is UTC by the standard and local in many cameras: the time of day would tell nothing.
        if let written = material[0x4405], let year = written.short(0), let day = written.slice(2, 2) {
            claims.add(
                ShootDate(year: year, month: Int(day[day.startIndex]), day: Int(day[day.startIndex + 1])), to: \.date,
                key: "MaterialPackage/PackageCreationDate")
        }
        claims.add(start(material), to: \.start, key: "MaterialPackage/TimecodeComponent")
        for track in sets.listed(0x4403, by: material) {
            guard let sequence = sets.referred(0x4803, by: track),
                sequence[0x0201].flatMap({ UniversalLabel($0) })?.item == MXFMetadata.picture
            else { continue }
            claims.add(rate(track[0x4B01]), to: \.projectRate, key: "MaterialPackage/EditRate")
            if let frames = sequence.long(0x0202), frames > 0 {
                claims.add(frames, to: \.frames, key: "MaterialPackage/Duration")
            }
            break
        }
    }

    private func addSource(to claims: inout ContainerClaims) {
        let sources = sets.all(SetKind.sourcePackage)
        if claims.metadata.start.all.isEmpty {
            claims.add(sources.lazy.compactMap(start).first, to: \.start, key: "SourcePackage/TimecodeComponent")
        }
        let tape = sources.first { sets.referred(0x4701, by: $0)?.kind == SetKind.tapeDescriptor }
        claims.add(tape?.text(0x4402), to: \.reel, key: "SourcePackage/Name")
    }

    /// The picture's data definition.
    private static let picture: UInt64 = 0x0103_0202_0100_0000

    /// The timecode of the first track of a package that carries some.
    private func start(_ package: MetadataSet) -> Timecode? {
        for track in sets.listed(0x4403, by: package) {
            guard let segment = sets.referred(0x4803, by: track) else { continue }
            let parts = [segment] + sets.listed(0x1001, by: segment)
            guard let part = parts.first(where: { $0.kind == SetKind.timecode }), let frame = part.long(0x1501),
                let count = part[0x1502]?.short(0), let rate = rate(track[0x4B01]),
                let base = TimecodeBase(
                    rate: rate, counting: count, dropFrame: part[0x1503]?.bytes.first.map { $0 != 0 } ?? false)
            else { continue }
            return Timecode(frame: frame, base: base)
        }
        return nil
    }

    private func rate(_ item: BigEndianBytes?) -> FrameRate? {
        guard let numerator = item?.number(Int32.self, at: 0), let denominator = item?.number(Int32.self, at: 4) else {
            return nil
        }
        return FrameRate(Int(numerator), over: Int(denominator))
    }

    // MARK: - Descriptors

    private func addDescriptors(to claims: inout ContainerClaims) {
        let all = sets.all(SetKind.sourcePackage).lazy.map(descriptors).first { $0.contains(where: isEssence) } ?? []
        if let picture = all.first(where: { $0[0x3203] != nil }) { add(picture: picture, to: &claims) }
        let sounds = all.filter { $0[0x3D03] != nil || $0[0x3D07] != nil }
        guard let sound = sounds.first else { return }
        let channels = sounds.reduce(0) { $0 + min($1[0x3D07]?.long(0) ?? 0, MXFMetadata.mostChannels) }
        if channels > 0 { claims.add(channels, to: \.channels, key: "ChannelCount") }
        if let rate = rate(sound[0x3D03]), rate.denominator == 1 {
            claims.add(rate.numerator, to: \.sampleRate, key: "AudioSamplingRate")
        }
        if let bits = sound[0x3D01]?.long(0), (8...64).contains(bits) {
            claims.add(bits, to: \.sampleBits, key: "QuantizationBits")
        }
    }

    /// More than any track of sound has.
    private static let mostChannels = 1024

    private func isEssence(_ set: MetadataSet) -> Bool { set[0x3203] != nil || set[0x3D03] != nil }

    /// The descriptor of a package, or those that it is made of.
    private func descriptors(_ package: MetadataSet) -> [MetadataSet] {
        guard let descriptor = sets.referred(0x4701, by: package) else { return [] }
        return descriptor.kind == SetKind.multipleDescriptor ? sets.listed(0x3F01, by: descriptor) : [descriptor]
    }

    private func add(picture: MetadataSet, to claims: inout ContainerClaims) {
        // What is shown, or what was sampled, or what is stored with rows that fill up blocks.
        func first(_ tags: UInt16...) -> Int? {
            tags.lazy.compactMap { picture[$0]?.long(0) }.first { (1...1 << 20).contains($0) }
        }
        // Source: SMPTE ST 377-1, F.4.1: fields, and frames cut into segments, are described by half their height.
        let isHalf = [1, 4].contains(picture[0x320C]?.bytes.first)
        claims.add(first(0x3209, 0x3205, 0x3203), to: \.width, key: "DisplayWidth")
        claims.add(first(0x3208, 0x3204, 0x3202).map { isHalf ? $0 * 2 : $0 }, to: \.height, key: "DisplayHeight")
        if let bits = picture[0x3301]?.long(0), (8...32).contains(bits) {
            claims.add(bits, to: \.bitDepth, key: "ComponentDepth")
        }
        claims.add(
            picture[0x3201].flatMap { UniversalLabel($0) }?.pictureCodec, to: \.codec, key: "PictureEssenceCoding")
    }

    private func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}

extension UniversalLabel {
    /// The name of a way to code pictures; nil for those that are not known here.
    ///
    /// Source: the SMPTE register of labels, 04.01.02.02; SMPTE RDD 44 for ProRes.
    var pictureCodec: String? {
        guard designator >> 32 == 0x060E_2B34 else { return nil }
        let names: [(prefix: UInt64, bytes: UInt64, name: String)] = [
            (0x0401_0202_0306_01, 7, "Apple ProRes 422 Proxy"), (0x0401_0202_0306_02, 7, "Apple ProRes 422 LT"),
            (0x0401_0202_0306_03, 7, "Apple ProRes 422"), (0x0401_0202_0306_04, 7, "Apple ProRes 422 HQ"),
            (0x0401_0202_0306_05, 7, "Apple ProRes 4444"), (0x0401_0202_0306_06, 7, "Apple ProRes 4444 XQ"),
            (0x0401_0202_0301, 6, "JPEG 2000"), (0x0401_0202_71, 5, "Avid DNxHD"),
            (0x0401_0202_0132, 6, "H.264"), (0x0401_0202_0131, 6, "H.264"), (0x0401_0202_0130, 6, "H.264"),
            (0x0401_0202_0120, 6, "MPEG-4 Visual"), (0x0401_0202_01, 5, "MPEG-2"), (0x0401_0202_02, 5, "DV"),
        ]
        return names.first { item >> (64 - 8 * $0.bytes) == $0.prefix }?.name
    }
}
