/// JPEG files one behind the other, as ffmpeg says them.
struct JPEGStream: Sendable {
    /// The files that are whole.
    let files: [[UInt8]]

    /// Cuts them apart by their markers (ITU-T T.81, annex B); what is no whole file ends the reading.
    init(_ bytes: [UInt8]) {
        var files: [[UInt8]] = []
        var start = 0
        while let end = JPEGStream.end(of: bytes, from: start) {
            files.append(Array(bytes[start..<end]))
            start = end
        }
        self.files = files
    }

    private static let startOfImage: UInt8 = 0xD8
    private static let endOfImage: UInt8 = 0xD9
    private static let startOfScan: UInt8 = 0xDA

    /// Where the file that begins at a place ends; nil where there is none, or its end is missing.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start] == 0xFF, bytes[start + 1] == startOfImage else { return nil }
        var place = start + 2
        while place + 1 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == endOfImage { return place + 2 }
            guard place + 3 < bytes.count else { return nil }
            // Every other marker here is followed by its length, which counts itself.
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2 else { return nil }
            place += 2 + length
            if marker == startOfScan { place = endOfScan(bytes, from: place) }
        }
        return nil
    }

    /// The next marker behind coded picture, in which FF is followed by 00 or by one of eight restarts.
    private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            let next = bytes[place + 1]
            if bytes[place] == 0xFF, next != 0, !(0xD0...0xD7).contains(next) { return place }
            place += 1
        }
        return bytes.count
    }
}
