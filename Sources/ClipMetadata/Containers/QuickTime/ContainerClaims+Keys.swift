extension ContainerClaims {
    /// Adds what a key says, where it is known what it means.
    ///
    /// Sources: Apple's QuickTime metadata keys; what ARRI, Blackmagic and GoPro write into their files.
    mutating func add(_ key: QuickTimeKey) {
        if let path = ContainerClaims.texts[key.name] { return add(key.text, to: path, key: key.name) }
        if let path = ContainerClaims.numbers[key.name] { return add(Int(key.text), to: path, key: key.name) }
        switch key.name {
        case "com.apple.quicktime.creationdate", "date_recorded", "©day": addMoment(key)
        case "good_take": add(ContainerClaims.isGood[key.text.lowercased()], to: \.isCircled, key: key.name)
        case "com.arri.camera.WhiteBalanceTintCc": add(Double(key.text), to: \.tint, key: key.name)
        default: break
        }
    }

    private mutating func addMoment(_ key: QuickTimeKey) {
        guard let moment = WrittenMoment(key.text) else { return }
        add(moment.date, to: \.date, key: key.name)
        add(moment.time, to: \.time, key: key.name)
        add(moment.zone, to: \.timeZone, key: key.name)
    }

    private static let isGood = ["true": true, "1": true, "yes": true, "false": false, "0": false, "no": false]

    /// Keys whose value is taken as it is written.
    private static let texts: [String: any WritableKeyPath<ClipMetadata, Claims<String>> & Sendable] = [
        "com.apple.quicktime.make": \.make, "com.apple.quicktime.model": \.model,
        "com.apple.quicktime.location.ISO6709": \.location,
        "com.android.manufacturer": \.make, "com.android.model": \.model,
        "com.apple.proapps.manufacturer": \.make, "com.apple.proapps.modelname": \.model,
        "com.apple.proapps.serialno": \.serial, "com.apple.proapps.clipID": \.clipID,
        "com.apple.proapps.reel": \.reel, "com.apple.proapps.scene": \.scene,
        "com.arri.camera.CameraModel": \.model, "com.arri.camera.CameraSerialNumber": \.serial,
        "com.arri.camera.CameraIndex": \.cameraIndex, "com.arri.camera.ReelName": \.reel,
        "com.arri.camera.LensType": \.lensModel,
        "manufacturer": \.make, "camera_type": \.model, "camera_number": \.cameraIndex,
        "firmware_version": \.firmware, "reel_name": \.reel, "scene": \.scene, "take": \.take,
        "lens_type": \.lensModel,
        "©mak": \.make, "©mod": \.model, "©xyz": \.location, "make": \.make, "model": \.model,
        "FIRM": \.firmware, "LENS": \.lensSerial,
    ]

    /// Keys whose value is a whole number.
    private static let numbers: [String: any WritableKeyPath<ClipMetadata, Claims<Int>> & Sendable] = [
        "com.arri.camera.ExposureIndexAsa": \.iso, "com.arri.camera.WhiteBalanceKelvin": \.whiteBalance,
    ]
}
