internal import MediaTime

/// Which columns say what: of ARRI's cameras old and new, of Avid, Resolve, Silverstack and dailies tools.
///
/// Of the columns for one field the first that is filled is taken.
struct ALEFields {
    typealias Field<Value: MetadataValue> = any WritableKeyPath<ClipMetadata, Claims<Value>> & Sendable

    private let note: @Sendable (inout SidecarClaims, ALECells) -> Void

    /// Notes what a row says.
    static func note(_ cells: ALECells, in claims: inout SidecarClaims) {
        for field in all { field.note(&claims, cells) }
    }

    private init<Value: MetadataValue>(
        _ field: Field<Value>, _ columns: [String], _ read: @escaping @Sendable (String) -> Value?
    ) {
        note = { claims, cells in
            guard let cell = cells.first(columns) else { return }
            claims.add(field, read(cell.value), cell.column)
        }
    }

    private init(_ field: Field<String>, _ columns: [String]) {
        note = { claims, cells in
            guard let cell = cells.first(columns) else { return }
            claims.add(field, cell.value, cell.column)
        }
    }

    private static let all: [ALEFields] = [
        ALEFields(\.clipID, ["clipname"]), ALEFields(\.reel, ["reelname", "camroll", "reel", "tape"]),
        ALEFields(\.cameraIndex, ["cameraindex", "camera"]),
        ALEFields(\.clipNumber, ["clipnumber"]) { Int(said: $0) },
        ALEFields(\.scene, ["scene"]), ALEFields(\.slate, ["slate"]), ALEFields(\.take, ["take"]),
        ALEFields(\.isCircled, ["circle", "circled", "circletake", "goodtake"], isSet),
        ALEFields(\.sensorRate, ["sensorfps", "cfps", "camerafps"]) { FrameRate(said: $0) },
        ALEFields(\.projectRate, ["projectfps", "projectrate", "fps"]) { FrameRate(said: $0) },
        ALEFields(\.sampleRate, ["audiosr"]) { Int(said: $0, unit: "Hz") },
        ALEFields(\.sampleBits, ["audiobitdepth", "audiobit"]) { Int(said: $0) },
        ALEFields(\.date, ["datecamera", "shootdate"]) { ShootDate(yearFirst: $0[...]) },
        ALEFields(\.time, ["timecamera"]) { ShootTime(clock: $0[...]) },
        ALEFields(\.make, ["manufacturer", "cameramanufacturer"]), ALEFields(\.model, ["cameramodel", "cameratype"]),
        ALEFields(\.serial, ["camerasn", "cameraserialnumber", "cameraserial#"]),
        ALEFields(\.firmware, ["supversion", "camerafirmware"]),
        ALEFields(\.mediaSerial, ["sxssn", "storagesn", "mediumserialnumber"]),
        ALEFields(\.lensModel, ["lensmodel", "lenstype"]), ALEFields(\.lensSerial, ["lensserialnumber", "lenssn"]),
        ALEFields(\.iso, ["exposureindex", "exposureindexasa", "iso"]) { Int(said: $0, unit: "ASA") },
        ALEFields(\.whiteBalance, ["whitebalance", "whitebalancekelvin"]) { Int(said: $0, unit: "K") },
        ALEFields(\.tint, ["ccshift", "whitebalancetintcc"]) { Double(said: $0) },
        ALEFields(\.shutterAngle, ["shutterangle"]) { Double(said: $0, unit: "°") },
        ALEFields(\.ndFilter, ["ndfilterdensity"]), ALEFields(\.codec, ["originalvideo", "video"]),
        ALEFields(\.width, ["framewidth", "imagesize", "sourceresolution"]) { Int(said: $0) ?? raster($0)?.width },
        ALEFields(\.height, ["frameheight", "imagesize", "sourceresolution"]) { Int(said: $0) ?? raster($0)?.height },
        ALEFields(\.pixelAspect, ["pixelaspectratio"]) { Double(said: $0) },
        ALEFields(\.gamma, ["gamma", "colorgamma"]), ALEFields(\.look, ["lookname", "lookfilename"]),
        ALEFields(\.isLookBurnedIn, ["lookburnedin"], isSet),
        ALEFields(\.cdlSOP, ["ascsop"]) { isDecision($0) ? $0 : nil },
        ALEFields(\.cdlSaturation, ["ascsat", "saturation"]) { Double(said: $0) },
        ALEFields(\.soundRoll, ["soundroll"]), ALEFields(\.notes, ["comments", "notes"]),
        ALEFields(\.universalID, ["umid", "clipumid", "uuid"]),
    ]

    /// `1920 x 1080`.
    private static func raster(_ text: String) -> (width: Int, height: Int)? {
        let sides = text.lowercased().split(separator: "x").map { Int(said: String($0)) }
        guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
        return (width, height)
    }

    /// `(1 1 1)(0 0 0)(1 1 1)`: real logs have been seen whose rows are one column off.
    private static func isDecision(_ text: String) -> Bool {
        let triples = text.split { "()".contains($0) }.filter { $0.said != nil }
        return triples.count == 3
            && triples.allSatisfy { triple in
                let numbers = triple.split { " ,".contains($0) }.map { Double($0) }
                return numbers.count == 3 && numbers.allSatisfy { $0?.isFinite == true }
            }
    }

    /// What stands in columns that people tick; nil for words that are neither.
    @Sendable private static func isSet(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "*", "x", "y", "yes", "true", "circled": true
        case "0", "n", "no", "false": false
        default: nil
        }
    }
}
