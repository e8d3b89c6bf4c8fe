internal import Checksums
internal import FileTree
internal import Offload
internal import Proof
internal import RushesFixtures

/// A journal: as it is, or, where the first byte is odd, as records with their true lengths and checksums.
///
/// No fuzzer finds an XXH64 by chance. In the second form each record is one byte with its length and what follows.
enum FuzzedJournal {
    private static let place: RelativePath = "journal"

    static func read(_ bytes: [UInt8]) {
        let rest = bytes.dropFirst()
        let isFramed = (bytes.first ?? 0) & 1 == 1
        let content = isFramed ? framed(rest) : Array(rest)
        expect("a journal in memory can be read") {
            let disk = CrashDisk()
            let file = try disk.create(place, permissions: 0o644, direct: false)
            try disk.write(file, content, at: 0)
            disk.close(file)
            guard let reading = try Journal.read(at: place, on: disk) else { return }
            precondition(reading.trustedBytes <= content.count, "no more is trusted than is there")
            precondition(reading.isDamaged == (reading.trustedBytes < content.count))
            try goOn(after: reading, on: disk)
        }
    }

    /// What is trusted is kept, and a record more is one more.
    private static func goOn(after reading: JournalReading, on disk: CrashDisk) throws {
        let journal = try Journal.resume(at: place, on: disk, after: reading)
        try journal.append(.intended([1]))
        journal.close()
        var last: JournalRecord?
        let again = try Journal.read(at: place, on: disk) { _, record in last = record }
        precondition(again?.header == reading.header && again?.isDamaged == false && last == .intended([1]))
    }

    private static func framed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var rest = bytes
        var content: [UInt8] = []
        while let count = rest.popFirst() {
            let payload = Array(rest.prefix(Int(count)))
            rest = rest.dropFirst(payload.count)
            content += [UInt8(payload.count), 0, 0, 0] + payload + Checksum.of(payload, .xxh64).bytes
        }
        return content
    }

    static var seeds: [[UInt8]] {
        let header = JournalHeader(
            source: "exfat:A001", listing: Checksum.of([1], .xxh128), entryCount: 9, destination: nil,
            roll: "Day 1/A001", algorithms: [.xxh64, .md5], startedAt: Instant(nanoseconds: 1_795_309_200_123_456_789),
            day: "20261122")
        let attributes = FileAttributes(
            kind: .file, size: ByteCount(70_000), modified: Instant(nanoseconds: -5),
            changed: Instant(nanoseconds: 1_795_309_200_000_000_001), inode: .max, device: 0, permissions: 0)
        let proof = ProvedRecord(
            number: 3, attributes: attributes, checksums: [Checksum.of([2], .xxh64), Checksum.of([2], .md5)],
            evidence: .proved, provedAt: Instant(nanoseconds: 1_795_309_201_000_000_000))
        var written: [UInt8] = []
        expect("a journal in memory can be written") {
            let disk = CrashDisk()
            let journal = try Journal.start(at: place, on: disk, header: header)
            for record in [JournalRecord.intended([3]), .proved([proof]), .intended([4])] { try journal.append(record) }
            journal.close()
            written = try disk.contents(of: place, limit: .mebibytes(1))
        }
        return [[0] + written, [1] + unframed(written)]
    }

    /// The second form of a journal of short records.
    private static func unframed(_ journal: [UInt8]) -> [UInt8] {
        var rest = journal[...]
        var records: [UInt8] = []
        while let count = rest.first {
            records += [count] + rest.dropFirst(4).prefix(Int(count))
            rest = rest.dropFirst(4 + Int(count) + 8)
        }
        return records
    }
}
