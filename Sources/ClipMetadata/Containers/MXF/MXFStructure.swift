/// The parts of an MXF file, and whether all of them are there.
///
/// Picture and sound are stepped over: a file of a day has millions of packets, and its partitions tell enough.
struct MXFStructure {
    /// Nil where the file ends inside of it.
    private(set) var header: PartitionPack?
    private(set) var footer: PartitionPack?
    private(set) var completeness: Completeness

    /// Bytes that may stand before the header.
    static let longestRunIn = 1 << 16
    /// Partitions that are looked at: every ten seconds of a day is 8,640.
    private static let mostPartitions = 10_000
    /// Packets that may stand in a footer: sets of metadata and pieces of the index.
    private static let mostPackets = 100_000

    /// Nil when no header partition begins where one could.
    init?<Bytes>(_ reader: KLVReader<Bytes>) throws(MetadataError) {
        guard let runIn = try MXFStructure.runIn(reader) else { return nil }
        completeness = .unknown("")
        switch try reader.packet(at: runIn) {
        case .failure(.headCut), .failure(.runsOver):
            completeness = .cutShort("it ends inside its header")
            return
        case .failure(.noPacket): break
        case .success(let packet): header = try PartitionPack(packet, reader)
        }
        guard let header, header.kind == .header else {
            completeness = .damaged("its header is broken")
            return
        }
        if let index = try RandomIndex(atEndOf: reader) {
            completeness = try follow(index, runIn, header, reader)
        } else {
            completeness = try withoutIndex(runIn, header, reader)
        }
    }

    /// Where the header begins: at once, or behind bytes that another program wants there.
    private static func runIn<Bytes>(_ reader: KLVReader<Bytes>) throws(MetadataError) -> Int64? {
        // Nearly all files have no run-in, and 16 bytes tell.
        if isHeader(try reader.read(at: 0, count: 16), at: 0) { return 0 }
        let head = try reader.read(at: 0, count: longestRunIn + 16)
        return head.bytes.indices.first { head.bytes[$0] == 0x06 && isHeader(head, at: $0 - head.bytes.startIndex) }
            .map { Int64($0 - head.bytes.startIndex) }
    }

    private static func isHeader(_ bytes: BigEndianBytes, at offset: Int) -> Bool {
        guard let key = UniversalLabel(bytes, at: offset) else { return false }
        return key.designator == 0x060E_2B34_0205_0100 && key.item >> 16 == 0x0D01_0201_0102
    }

    // MARK: - With a list of partitions

    private mutating func follow<Bytes>(
        _ index: RandomIndex, _ runIn: Int64, _ header: PartitionPack, _ reader: KLVReader<Bytes>
    ) throws(MetadataError) -> Completeness {
        var last = header
        for offset in index.partitions.prefix(MXFStructure.mostPartitions) + index.partitions.suffix(1) {
            guard let pack = try partition(at: offset, runIn, reader), pack.offset == offset else {
                return .damaged("its list of partitions names byte \(offset), where none begins")
            }
            last = pack
        }
        if last.kind == .footer { footer = last }
        guard last.kind == .footer || header.isClosed else {
            return .unclosed("its header was never closed, and it has no footer")
        }
        return last.kind == .footer
            ? try walk(from: last.end, to: index.start, reader)
            : .unknown("it has no footer that would tell its end")
    }

    private func partition<Bytes>(
        at offset: UInt64, _ runIn: Int64, _ reader: KLVReader<Bytes>
    ) throws(MetadataError) -> PartitionPack? {
        guard offset < UInt64(clamping: reader.bytes.size - runIn),
            case .success(let packet) = try reader.packet(at: runIn + Int64(offset))
        else { return nil }
        return try PartitionPack(packet, reader)
    }

    // MARK: - Without

    private mutating func withoutIndex<Bytes>(
        _ runIn: Int64, _ header: PartitionPack, _ reader: KLVReader<Bytes>
    ) throws(MetadataError) -> Completeness {
        guard header.footer > 0 else {
            return header.isClosed
                ? .unknown("it has no footer that would tell its end")
                : .unclosed("its header was never closed, and it has no footer")
        }
        let size = reader.bytes.size
        guard header.footer < UInt64(clamping: size - runIn) else {
            return .cutShort("its footer should begin at byte \(header.footer), and the file ends at \(size)")
        }
        let start = runIn + Int64(header.footer)
        switch try reader.packet(at: start) {
        case .failure(.headCut), .failure(.runsOver): return .cutShort("it ends inside its footer")
        case .failure(.noPacket): return .damaged("at byte \(start) its footer should begin, and does not")
        case .success(let packet):
            footer = try PartitionPack(packet, reader)
            guard let footer, footer.kind == .footer, footer.offset == header.footer else {
                return .damaged("at byte \(start) its footer should begin, and does not")
            }
            let found = try walk(from: footer.end, to: size, reader)
            // The list may be left out by the standard; a file that was cut just before it looks the same.
            return found == .complete ? .unknown("the list of its partitions, which most end with, is missing") : found
        }
    }

    /// Steps through the footer to where it should end.
    private func walk<Bytes>(
        from start: Int64, to end: Int64, _ reader: KLVReader<Bytes>
    ) throws(MetadataError) -> Completeness {
        var position = start
        for _ in 0..<MXFStructure.mostPackets {
            if position == end { return .complete }
            switch try reader.packet(at: position) {
            case .success(let packet) where packet.end <= end: position = packet.end
            case .failure(.headCut), .failure(.runsOver): return .cutShort("it ends inside its footer")
            case .success, .failure(.noPacket): return .damaged("its footer is broken at byte \(position)")
            }
        }
        return .unknown("its footer has more parts than any recorder writes")
    }
}
