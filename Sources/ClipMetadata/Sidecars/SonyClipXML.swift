internal import MediaTime

/// What a Sony camera says of one clip: `C0001M01.XML`.
///
/// Source: Sony's NonRealTimeMeta, any version. `status="OK"` is the state of the file, not a circled take.
public struct SonyClipXML: Sidecar {
    /// A file that the clip refers to.
    public struct RelatedFile: Hashable, Sendable {
        /// Its name as written.
        public let file: String
        /// What it is to the clip: `LUT`.
        public let relation: String
    }

    /// The clip's UMID, by which `MEDIAPRO.XML` lists it.
    public let umid: String?
    /// `normal`, or the name of a special way of recording.
    public let recordingMode: String?
    /// The codec of a proxy that was recorded with it.
    public let proxyCodec: String?
    /// Files it refers to.
    public let relatedFiles: [RelatedFile]
    /// What it says of the clip.
    public let metadata: ClipMetadata

    /// Reads the file; see ``Sidecar/init(_:at:)``.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let root = try SidecarElement.root("NonRealTimeMeta", of: bytes, at: place)
        umid = root.first("TargetMaterial")?["umidRef"]
        recordingMode = root.first("RecordingMode")?["type"]
        proxyCodec = root.first("SubStream")?["codec"]
        relatedFiles = (root.first("RelevantFiles")?.all("RelatedTo") ?? []).compactMap { element in
            guard let file = element["file"], let relation = element["rel"] else { return nil }
            return RelatedFile(file: file, relation: relation)
        }
        var claims = SidecarClaims(place)
        claims.add(\.universalID, umid, "TargetMaterial/@umidRef")
        claims.add(\.frames, Int(said: root.first("Duration")?["value"]), "Duration/@value")
        claims.add(WrittenMoment(root.first("CreationDate")?["value"]), "CreationDate/@value")
        claims.addTimes(of: root)
        claims.addDevices(of: root)
        claims.addFormats(of: root)
        claims.addAcquisition(of: root)
        claims.add(\.look, relatedFiles.first { $0.relation == "LUT" }?.file, "RelevantFiles/RelatedTo/@file")
        metadata = claims.metadata
    }
}

extension SidecarClaims {
    fileprivate mutating func addTimes(of root: SidecarElement) {
        let frame = root.first("VideoFormat", "VideoFrame")
        let captured = FrameRate(said: frame?["captureFps"])
        let played = FrameRate(said: frame?["formatFps"])
        add(\.sensorRate, captured, "VideoFrame/@captureFps")
        add(\.projectRate, played, "VideoFrame/@formatFps")
        guard let table = root.first("LtcChangeTable"), let counted = Int(said: table["tcFps"]),
            let first = table.all("LtcChange").first(where: { Int(said: $0["frameCount"]) == 0 }),
            let written = SonyTimecode(first["value"]),
            // Without a rate only some are certain: 24 may be 24000/1001 as well.
            let rate = played ?? captured ?? SonyTimecode.rate(counted, written, table["halfStep"] == "true")
        else { return }
        add(\.start, written.timecode(rate, counted: counted), "LtcChange/@value")
    }

    fileprivate mutating func addDevices(of root: SidecarElement) {
        let device = root.first("Device")
        add(\.make, device?["manufacturer"], "Device/@manufacturer")
        add(\.model, device?["modelName"], "Device/@modelName")
        add(\.serial, device?["serialNo"], "Device/@serialNo")
        add(\.lensModel, root.first("Lens")?["modelName"], "Lens/@modelName")
    }

    fileprivate mutating func addFormats(of root: SidecarElement) {
        let video = root.first("VideoFormat")
        add(\.codec, video?.first("VideoFrame")?["videoCodec"], "VideoFrame/@videoCodec")
        add(\.width, Int(said: video?.first("VideoLayout")?["pixel"]), "VideoLayout/@pixel")
        add(\.height, Int(said: video?.first("VideoLayout")?["numOfVerticalLine"]), "VideoLayout/@numOfVerticalLine")
        let audio = root.first("AudioFormat")
        add(\.channels, Int(said: audio?["numOfChannel"]), "AudioFormat/@numOfChannel")
        if let codec = audio?.first("AudioRecPort")?["audioCodec"], codec.hasPrefix("LPCM") {
            add(\.sampleBits, Int(said: String(codec.dropFirst(4))), "AudioRecPort/@audioCodec")
        }
    }

    fileprivate mutating func addAcquisition(of root: SidecarElement) {
        let groups = root.first("AcquisitionRecord")?.all("Group") ?? []
        let items = { (group: String, name: String) -> String? in
            groups.first { $0["name"] == group }?.all("Item").first { $0["name"] == name }?["value"]
        }
        add(\.gamma, items("CameraUnitMetadataSet", "CaptureGammaEquation"), "CaptureGammaEquation")
        add(\.gamut, items("CameraUnitMetadataSet", "CaptureColorPrimaries"), "CaptureColorPrimaries")
        let place = WrittenPlace(
            latitude: WrittenPlace.degrees(items("ExifGPS", "Latitude"), side: items("ExifGPS", "LatitudeRef")),
            longitude: WrittenPlace.degrees(items("ExifGPS", "Longitude"), side: items("ExifGPS", "LongitudeRef")))
        add(\.location, place?.text, "ExifGPS")
    }
}

extension SonyTimecode {
    /// The rate that follows from the way of counting alone; nil where two are possible.
    fileprivate static func rate(_ counted: Int, _ written: SonyTimecode, _ isHalfStep: Bool) -> FrameRate? {
        let times = isHalfStep ? 2 : 1
        if counted == 25 { return FrameRate(25 * times) }
        return counted == 30 && written.isDropFrame ? FrameRate(30_000 * times, over: 1001) : nil
    }
}
