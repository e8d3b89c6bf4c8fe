internal import MediaTime

/// What the header of a single frame says of when it was shot and how fast.
public struct FrameHeader: Sendable {
    /// What the frame says of its clip; of the first frame it is true of the clip.
    public let metadata: ClipMetadata
    /// Whether the file is all there.
    public let completeness: Completeness
    /// The name that the file had when it was written, as its header has it; nil where it says none.
    public let fileName: String?

    /// Bytes in which a header lies: of DPX 2048, of OpenEXR as long as its attributes are.
    static let longest = 64 << 10

    /// Reads one; nil where the bytes begin neither as DPX nor as OpenEXR.
    init?(_ bytes: some RandomBytes, at place: String) throws(MetadataError) {
        guard let kind = Kind(try bytes.bigEndian(at: 0, count: 4, of: place)) else { return nil }
        let count = kind == .openEXR ? FrameHeader.longest : DPXHeader.count
        let head = Array(try bytes.bigEndian(at: 0, count: count, of: place).bytes)
        var claims = ContainerClaims(file: place)
        switch kind {
        case .dpx(let isBigEndian):
            let header = DPXHeader(head, isBigEndian: isBigEndian)
            claims.add(header.rate?.value, to: \.projectRate, key: header.rate?.key ?? "")
            claims.add(header.start, to: \.start, key: "television header, time code")
            completeness = header.completeness(of: bytes.size)
            fileName = header.fileName
        case .openEXR:
            let header = EXRHeader(head)
            claims.add(header.rate, to: \.projectRate, key: "framesPerSecond")
            claims.add(header.start, to: \.start, key: "timeCode")
            completeness = .unknown("of an OpenEXR file only the header is read")
            fileName = header.fileName
        }
        metadata = claims.metadata
    }

    private enum Kind: Hashable {
        case dpx(isBigEndian: Bool)
        case openEXR

        init?(_ head: BigEndianBytes) {
            switch head.long(0) {
            case 0x5344_5058: self = .dpx(isBigEndian: true)
            case 0x5850_4453: self = .dpx(isBigEndian: false)
            case 0x762F_3101: self = .openEXR
            default: return nil
            }
        }
    }
}

/// A number whose every four bits are a decimal digit, with some bits of the tens given to flags.
struct WrittenTimecodeFields {
    let hours, minutes, seconds, frames: Int

    /// Nil where a digit is none; the masks leave the tens' own bits of hours, minutes, seconds and frames.
    init?(_ word: UInt32, tens masks: (UInt32, UInt32, UInt32, UInt32)) {
        func pair(_ shift: UInt32, _ mask: UInt32) -> Int? {
            let (tens, units) = (word >> (shift + 4) & mask, word >> shift & 0xF)
            return tens < 10 && units < 10 ? Int(tens * 10 + units) : nil
        }
        guard let hours = pair(24, masks.0), let minutes = pair(16, masks.1), let seconds = pair(8, masks.2),
            let frames = pair(0, masks.3)
        else { return nil }
        (self.hours, self.minutes, self.seconds, self.frames) = (hours, minutes, seconds, frames)
    }

    /// As a timecode; nil where there is no such one.
    func timecode(_ base: TimecodeBase) -> Timecode? {
        Timecode(hours: hours, minutes: minutes, seconds: seconds, frames: frames, base: base)
    }
}
