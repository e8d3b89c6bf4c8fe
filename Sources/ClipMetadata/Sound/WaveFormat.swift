/// How the samples of a recording are kept: the `fmt ` chunk.
///
/// Source: Multimedia Programming Interface and Data Specifications 1.0, WAVE; for the extensible form
/// ITU-R BS.2088-1.
public struct WaveFormat: Hashable, Sendable {
    /// The number of the coding: 1 whole numbers, 3 floating point; of the extensible form the one inside.
    public let coding: Int
    /// Channels, at least 1.
    public let channels: Int
    /// Samples a second of each channel, at least 1.
    public let sampleRate: Int
    /// Bytes of one sample of all channels, at least 1.
    public let blockSize: Int
    /// Bits of a sample that mean something, at least 1.
    public let bits: Int

    /// The coding that names another one inside.
    private static let extensible = 0xFFFE

    /// Nil where the bytes end too early, or nothing could be recorded so.
    init?(_ bytes: [UInt8]) {
        guard let tag = bytes.littleEndian(UInt16.self, at: 0), let channels = bytes.littleEndian(UInt16.self, at: 2),
            let rate = bytes.littleEndian(UInt32.self, at: 4), let block = bytes.littleEndian(UInt16.self, at: 12),
            let bits = bytes.littleEndian(UInt16.self, at: 14), channels > 0, rate > 0, block > 0, bits > 0
        else { return nil }
        let isExtensible = tag == WaveFormat.extensible
        let inner = isExtensible ? bytes.littleEndian(UInt16.self, at: 24) : nil
        let valid = isExtensible ? bytes.littleEndian(UInt16.self, at: 18) : nil
        coding = Int(inner ?? tag)
        self.channels = Int(channels)
        sampleRate = Int(rate)
        blockSize = Int(block)
        self.bits = Int(valid.flatMap { (1...bits).contains($0) ? $0 : nil } ?? bits)
    }

    /// The coding by its name; nil for one that sound rolls do not have.
    var codec: String? {
        switch coding {
        case 1: "PCM"
        case 3: "PCM float"
        default: nil
        }
    }
}
