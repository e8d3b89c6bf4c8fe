/// One field of ``ClipMetadata`` by its name, for whoever prints or keeps all of them.
public struct MetadataField: Sendable {
    /// The name it has in JSON and CSV: `start_tc`.
    public let name: String
    /// The claims as text.
    public let texts: @Sendable (ClipMetadata) -> [Claim<String>]
    /// The claim that comes first in an order of origins, as text.
    public let best: @Sendable (ClipMetadata, [ValueOrigin]) -> Claim<String>?
    /// Whether those who spoke of it disagree.
    public let isConflicting: @Sendable (ClipMetadata) -> Bool
    /// Whether different words mean different things: every reader names codecs and colours in its own.
    public let isComparable: Bool
    /// The claims that say something else than the one that comes first in an order of origins, the first believed first.
    public let others: @Sendable (ClipMetadata, [ValueOrigin]) -> [Claim<String>]
    /// Adds what the second knows of this field to the first, from the sources that are wanted.
    let join: @Sendable (inout ClipMetadata, ClipMetadata, (ValueSource) -> Bool) -> Void

    private init<Value: MetadataValue>(
        _ name: String, _ path: any WritableKeyPath<ClipMetadata, Claims<Value>> & Sendable,
        _ agree: @escaping @Sendable (Value, Value) -> Bool = { $0.agrees(with: $1) }
    ) {
        self.name = name
        isComparable = !MetadataField.freelyWorded.contains(name)
        texts = { $0[keyPath: path].all.map { Claim($0.value.metadataText, $0.source) } }
        best = { metadata, order in
            let claims = metadata[keyPath: path]
            let best = claims.best(in: order).map { Claim($0.value.metadataText, $0.source) }
            // A reel's bare number is not its name where another says that.
            guard name == "reel", let best else { return best }
            let fuller = claims.all.first { MetadataField.isNumber(best.value, ofReel: $0.value.metadataText) }
            return fuller.map { Claim($0.value.metadataText, $0.source) } ?? best
        }
        let namesCount = MetadataField.exactInNames.contains(name)
        isConflicting = { metadata in
            let claims = metadata[keyPath: path].all.filter { namesCount || $0.source.origin != .fileName }
            guard let first = claims.first?.value else { return false }
            return !claims.dropFirst().allSatisfy { agree(first, $0.value) }
        }
        others = { metadata, order in
            let claims = metadata[keyPath: path]
            guard claims.all.count > 1, let best = claims.best(in: order)?.value else { return [] }
            let others = claims.all.filter { !agree(best, $0.value) }
            let ranked = order.flatMap { origin in others.filter { $0.source.origin == origin } }
            return ranked.map { Claim($0.value.metadataText, $0.source) }
        }
        join = { metadata, other, isWanted in
            for claim in other[keyPath: path].all where isWanted(claim.source) { metadata[keyPath: path].add(claim) }
        }
    }

    /// What names of files say exactly; of all else they are a weak witness that contradicts nobody.
    private static let exactInNames: Set<String> = ["reel", "clip_number", "date"]

    /// A place is one of many on the way, and everybody rounds it.
    private static let freelyWorded: Set<String> = [
        "codec", "gamma", "gamut", "location", "notes", "tracks", "clip_id", "universal_id",
    ]

    /// A reel may be named without the camera's serial behind it, or by its number alone: `A001R2EC`, `A001`, `1`.
    private static let isOneReel: @Sendable (String, String) -> Bool = { one, other in
        let (one, other) = (one.lowercased(), other.lowercased())
        return one.hasPrefix(other) || other.hasPrefix(one) || isNumber(one, ofReel: other)
            || isNumber(other, ofReel: one)
    }

    /// Whether a text is the bare number of a reel that is named in full: `3` of `A003`.
    private static func isNumber(_ text: String, ofReel reel: String) -> Bool {
        guard let number = Int(text) else { return false }
        let digits = reel.drop { !$0.isNumber }
        return digits.count < reel.count && Int(digits.prefix { $0.isNumber }) == number
    }

    /// All of them, in the order people read them.
    public static let all: [MetadataField] = [
        MetadataField("clip_id", \.clipID), MetadataField("reel", \.reel, isOneReel),
        MetadataField("camera_index", \.cameraIndex), MetadataField("clip_number", \.clipNumber),
        MetadataField("scene", \.scene), MetadataField("slate", \.slate), MetadataField("take", \.take),
        MetadataField("circled", \.isCircled), MetadataField("no_good", \.isNoGood),
        MetadataField("start_tc", \.start), MetadataField("sensor_fps", \.sensorRate),
        MetadataField("project_fps", \.projectRate), MetadataField("frames", \.frames),
        MetadataField("samples", \.samples), MetadataField("sample_rate", \.sampleRate),
        MetadataField("sample_bits", \.sampleBits),
        MetadataField("samples_since_midnight", \.samplesSinceMidnight),
        MetadataField("date", \.date), MetadataField("time", \.time), MetadataField("time_zone", \.timeZone),
        MetadataField("make", \.make), MetadataField("model", \.model), MetadataField("serial", \.serial),
        MetadataField("firmware", \.firmware), MetadataField("media_serial", \.mediaSerial),
        MetadataField("lens_make", \.lensMake), MetadataField("lens_model", \.lensModel),
        MetadataField("lens_serial", \.lensSerial), MetadataField("focal_length", \.focalLength),
        MetadataField("aperture", \.aperture), MetadataField("iso", \.iso),
        MetadataField("white_balance", \.whiteBalance), MetadataField("tint", \.tint),
        MetadataField("shutter_angle", \.shutterAngle), MetadataField("shutter_time", \.shutterTime),
        MetadataField("nd_filter", \.ndFilter), MetadataField("codec", \.codec), MetadataField("width", \.width),
        MetadataField("height", \.height), MetadataField("pixel_aspect", \.pixelAspect),
        MetadataField("bit_depth", \.bitDepth), MetadataField("gamma", \.gamma), MetadataField("gamut", \.gamut),
        MetadataField("look", \.look), MetadataField("look_burned_in", \.isLookBurnedIn),
        MetadataField("cdl_sop", \.cdlSOP), MetadataField("cdl_saturation", \.cdlSaturation),
        MetadataField("location", \.location), MetadataField("sound_roll", \.soundRoll),
        MetadataField("channels", \.channels), MetadataField("tracks", \.tracks), MetadataField("notes", \.notes),
        MetadataField("universal_id", \.universalID),
    ]
}
