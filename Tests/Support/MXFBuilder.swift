/// An MXF file as a camera would write it: a header with its sets, a body of one packet, a footer, a list of partitions.
public struct MXFBuilder {
    /// Bytes before the header.
    public var runIn = 0
    /// The status of the header: 1 open and incomplete, 4 closed and complete.
    public var status: UInt8 = 4
    /// Whether the header knows where the footer is.
    public var knowsFooter = true
    /// Whether a footer and the list of partitions follow.
    public var hasFooter = true
    /// Whether the list of partitions follows.
    public var hasList = true
    /// Bytes of picture.
    public var picture = 5000
    /// The rate of all tracks.
    public var rate: (Int32, Int32) = (24000, 1001)
    /// The timecode: frames since midnight, frames it counts in a second, whether numbers are dropped.
    public var timecode: (frame: Int64, count: UInt16, isDropFrame: UInt8) = (864_000, 24, 0)
    /// The label of the way pictures are coded: here ProRes 422 HQ.
    public var coding: [UInt8] = label([0x04, 0x01, 0x01, 0x0D], [0x04, 0x01, 0x02, 0x02, 0x03, 0x06, 0x04, 0x00])
    /// What the file calls itself.
    public var name = "A_0076C001_230511_184122_a1CTJ"
    /// The reel it names.
    public var reel = "A_0076_1CTJ"
    /// 0 for whole frames, 1 for fields.
    public var layout: UInt8 = 0

    /// A file as the defaults say.
    public init() {}

    /// The whole file.
    public var bytes: [UInt8] {
        let sets = self.sets
        let packSize = partition(2, at: 0, previous: 0, footer: 0, sets: 0).count
        let body = packSize + sets.count
        let essence = packet(
            MXFBuilder.label([1, 2, 1, 1], [0x0D, 1, 3, 1, 0x15, 1, 5, 0]), seededBytes(picture, seed: 5))
        let footer = body + packSize + essence.count
        let known = knowsFooter ? footer : 0
        var bytes = [UInt8](repeating: 0x20, count: runIn)
        bytes += partition(2, at: 0, previous: 0, footer: known, sets: sets.count) + sets
        bytes += partition(3, at: body, previous: 0, footer: known, sets: 0) + essence
        guard hasFooter else { return bytes }
        let index = packet(
            MXFBuilder.label([2, 0x53, 1, 1], [0x0D, 1, 2, 1, 1, 0x10, 1, 0]), seededBytes(60, seed: 6))
        bytes += partition(4, at: footer, previous: body, footer: footer, sets: 0) + index
        return hasList ? bytes + list([0, body, footer]) : bytes
    }

    private static func label(_ register: [UInt8], _ item: [UInt8]) -> [UInt8] {
        [0x06, 0x0E, 0x2B, 0x34] + register + item
    }

    /// A key, a length of four bytes, a value.
    private func packet(_ key: [UInt8], _ value: [UInt8]) -> [UInt8] {
        key + [0x83] + bigEndian(UInt32(value.count)).dropFirst() + value
    }

    private func partition(_ kind: UInt8, at place: Int, previous: Int, footer: Int, sets: Int) -> [UInt8] {
        let offsets = [place, previous, footer, sets, 0].flatMap { bigEndian(UInt64($0)) }
        let pattern = MXFBuilder.label([4, 1, 1, 1], [0x0D, 1, 2, 1, 1, 1, 9, 0])
        let head = [0, 1, 0, 3, 0, 0, 0, 1] + offsets + [UInt8](repeating: 0, count: 16) + pattern
        let status = kind == 2 ? self.status : 4
        return packet(
            MXFBuilder.label([2, 5, 1, 1], [0x0D, 1, 2, 1, 1, kind, status, 0]), head + [0, 0, 0, 0, 0, 0, 0, 16])
    }

    private func list(_ places: [Int]) -> [UInt8] {
        let entries = places.flatMap { bigEndian(UInt32(1)) + bigEndian(UInt64($0)) }
        return packet(
            MXFBuilder.label([2, 5, 1, 1], [0x0D, 1, 2, 1, 1, 0x11, 1, 0]),
            entries + bigEndian(UInt32(20 + entries.count + 4)))
    }

    // MARK: - Sets

    private var sets: [UInt8] {
        let rate = bigEndian(self.rate.0) + bigEndian(self.rate.1)
        let umid = [0x06, 0x0A, 0x2B, 0x34, 1, 1, 1, 5, 1, 1, 0x0D, 0, 0x13, 0, 0, 0] + seededBytes(16, seed: 8)
        return set(0x30, 1, [(0x3C01, utf16("ARRI")), (0x3C02, utf16("ALEXA 35")), (0x3C04, utf16("1.3.1"))])
            + set(
                0x36, 2,
                [
                    (0x4401, umid), (0x4402, utf16(name)),
                    (0x4405, [0x07, 0xE7, 5, 11, 18, 41, 22, 0]), (0x4403, references([3, 6])),
                ])
            + set(0x3B, 3, [(0x4B01, rate), (0x4803, identifier(4))])
            + set(0x0F, 4, [(0x1001, references([5]))])
            + set(
                0x14, 5,
                [
                    (0x1501, bigEndian(timecode.frame)), (0x1502, bigEndian(timecode.count)),
                    (0x1503, [timecode.isDropFrame]),
                ])
            + set(0x3B, 6, [(0x4B01, rate), (0x4803, identifier(7))])
            + set(
                0x0F, 7,
                [
                    (0x0201, MXFBuilder.label([4, 1, 1, 1], [1, 3, 2, 2, 1, 0, 0, 0])),
                    (0x0202, bigEndian(Int64(1234))),
                ])
            + set(0x37, 8, [(0x4701, identifier(9))]) + set(0x44, 9, [(0x3F01, references([10, 11, 12]))])
            + set(
                0x28, 10,
                [
                    (0x3203, bigEndian(UInt32(4608))), (0x3202, bigEndian(UInt32(3168))), (0x320C, [layout]),
                    (0x3201, coding), (0x3301, bigEndian(UInt32(10))),
                ])
            + set(0x47, 11, sound) + set(0x47, 12, sound)
            + set(0x37, 13, [(0x4701, identifier(14)), (0x4402, utf16(reel))]) + set(0x2E, 14, [])
    }

    private var sound: [(UInt16, [UInt8])] {
        [
            (0x3D03, bigEndian(Int32(48000)) + bigEndian(Int32(1))), (0x3D07, bigEndian(UInt32(1))),
            (0x3D01, bigEndian(UInt32(24))),
        ]
    }

    private func set(_ kind: UInt8, _ number: UInt8, _ items: [(UInt16, [UInt8])]) -> [UInt8] {
        let all = [(0x3C0A, identifier(number))] + items
        return packet(
            MXFBuilder.label([2, 0x53, 1, 1], [0x0D, 1, 1, 1, 1, 1, kind, 0]),
            all.flatMap { bigEndian($0.0) + bigEndian(UInt16($0.1.count)) + $0.1 })
    }

    private func identifier(_ number: UInt8) -> [UInt8] { [UInt8](repeating: 0xA0, count: 15) + [number] }

    private func references(_ numbers: [UInt8]) -> [UInt8] {
        bigEndian(UInt32(numbers.count)) + bigEndian(UInt32(16)) + numbers.flatMap(identifier)
    }

    private func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { bigEndian($0) } + [0, 0] }
}
