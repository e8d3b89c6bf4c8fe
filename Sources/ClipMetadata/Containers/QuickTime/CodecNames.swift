extension FourCC {
    /// The name of the codec; the four characters themselves where the trade has no other.
    var codecName: String { FourCC.codecNames[self] ?? "\(self)" }

    private static let codecNames: [FourCC: String] = [
        "apco": "Apple ProRes 422 Proxy", "apcs": "Apple ProRes 422 LT", "apcn": "Apple ProRes 422",
        "apch": "Apple ProRes 422 HQ", "ap4h": "Apple ProRes 4444", "ap4x": "Apple ProRes 4444 XQ",
        "aprn": "Apple ProRes RAW", "aprh": "Apple ProRes RAW HQ",
        "avc1": "H.264", "avc3": "H.264", "hvc1": "HEVC", "hev1": "HEVC", "mp4v": "MPEG-4 Visual",
        "AVdn": "Avid DNxHD", "AVdh": "Avid DNxHR", "CFHD": "GoPro CineForm", "CRAW": "Canon RAW",
        "ai12": "AVC-Intra 100", "ai13": "AVC-Intra 100", "ai15": "AVC-Intra 100", "ai16": "AVC-Intra 100",
        "ai52": "AVC-Intra 50", "ai53": "AVC-Intra 50", "ai55": "AVC-Intra 50", "ai56": "AVC-Intra 50",
        "dvc ": "DV", "dvcp": "DV", "dvpp": "DVCPRO", "dv5n": "DVCPRO50", "dv5p": "DVCPRO50",
        "dvh5": "DVCPRO HD", "dvh6": "DVCPRO HD", "dvhp": "DVCPRO HD", "dvhq": "DVCPRO HD",
        "jpeg": "Motion JPEG", "mjpa": "Motion JPEG", "mjpb": "Motion JPEG", "av01": "AV1",
        "sowt": "PCM", "twos": "PCM", "lpcm": "PCM", "ipcm": "PCM", "fpcm": "PCM", "raw ": "PCM", "in24": "PCM",
        "in32": "PCM", "fl32": "PCM", "fl64": "PCM", "mp4a": "AAC",
    ]
}
