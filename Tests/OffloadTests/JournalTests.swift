import Checksums
import FileTree
import Proof
import RushesFixtures
import Testing

@testable import Offload

@Suite("The journal")
struct JournalTests {
    static let header = JournalHeader(
        source: "exfat:A001", listing: Checksum.of([1], .xxh128), entryCount: 9, destination: nil,
        roll: "Day 1/A001", algorithms: [.xxh64, .md5], startedAt: Instant(nanoseconds: 1_795_309_200_123_456_789),
        day: "20261122")

    static let proof = ProvedRecord(
        number: 3,
        attributes: FileAttributes(
            kind: .file, size: ByteCount(70_000), modified: Instant(nanoseconds: -5),
            changed: Instant(nanoseconds: 1_795_309_200_000_000_001), inode: .max, device: 0, permissions: 0),
        checksums: [Checksum.of([2], .xxh64), Checksum.of([2], .md5)], evidence: .proved,
        provedAt: Instant(nanoseconds: 1_795_309_201_000_000_000))

    static let records: [JournalRecord] = [
        .header(header), .intended([]), .intended([1, 3, 1_000_000]), .proved([]), .proved([proof, proof]),
    ]

    @Test("gives back what was written down", arguments: records)
    func roundTrip(_ record: JournalRecord) {
        #expect(JournalRecord(record.encoded()[...], algorithms: JournalTests.header.algorithms) == record)
    }

    @Test("takes no record that is cut short, wherever that is")
    func short() {
        let bytes = JournalRecord.proved([JournalTests.proof]).encoded()
        for count in 2..<bytes.count {
            #expect(JournalRecord(bytes[..<count], algorithms: JournalTests.header.algorithms) == nil)
        }
    }

    /// Writes a journal of the header and three records.
    private func written() throws -> (disk: CrashDisk, bytes: [UInt8], ends: [Int64]) {
        let disk = CrashDisk()
        let journal = try Journal.start(at: "journal", on: disk, header: JournalTests.header)
        var ends: [Int64] = [try disk.attributes(of: "journal").size.bytes]
        for record in [JournalRecord.intended([3]), .proved([JournalTests.proof]), .intended([4])] {
            try journal.append(record)
            ends.append(try disk.attributes(of: "journal").size.bytes)
        }
        journal.close()
        return (disk, try disk.contents(of: "journal", limit: .mebibytes(1)), ends)
    }

    /// Reads a journal of these bytes: how far it is trusted, and how many records that are.
    private func read(_ bytes: [UInt8]) throws -> (reading: JournalReading?, records: Int) {
        let disk = CrashDisk()
        let file = try disk.create("journal", permissions: 0o644, direct: false)
        try disk.write(file, bytes, at: 0)
        disk.close(file)
        var records = 0
        let reading = try Journal.read(at: "journal", on: disk) { _, _ in records += 1 }
        #expect(disk.openFiles == 0)
        return (reading, records)
    }

    @Test("is trusted up to its last whole record, wherever it is torn")
    func torn() throws {
        let (_, bytes, ends) = try written()
        for count in bytes.indices {
            let (reading, records) = try read(Array(bytes[..<count]))
            let whole = ends.filter { $0 <= count }
            #expect(reading?.trustedBytes == whole.last)
            #expect(records == max(0, whole.count - 1))
            #expect(reading.map(\.isDamaged) ?? false == (whole.last.map { $0 < count } ?? false))
        }
    }

    @Test("is trusted up to the record before a flipped bit, wherever that is")
    func flipped() throws {
        let (_, bytes, ends) = try written()
        for place in bytes.indices {
            var wrong = bytes
            wrong[place] ^= 0x10
            let (reading, _) = try read(wrong)
            #expect(reading?.trustedBytes == ends.last { $0 <= place })
        }
    }

    @Test("goes on behind its last good record")
    func resumed() throws {
        let (disk, bytes, ends) = try written()
        let torn = JournalReading(header: JournalTests.header, trustedBytes: ends[1], isDamaged: true)
        let journal = try Journal.resume(at: "journal", on: disk, after: torn)
        try journal.append(.proved([JournalTests.proof]))
        journal.close()
        #expect(try disk.contents(of: "journal", limit: .mebibytes(1)) == Array(bytes[..<Int(ends[2])]))
    }

    @Test(
        "is the same card's when the listing is, and the volume's name where both know one",
        arguments: [("exfat:A001", true), (nil, true), ("exfat:B001", false)] as [(String?, Bool)])
    func sameCard(_ source: String?, _ isSame: Bool) {
        #expect(JournalTests.header.isSameCard(source: source, listing: JournalTests.header.listing) == isSame)
        #expect(!JournalTests.header.isSameCard(source: source, listing: Checksum.of([9], .xxh128)))
    }
}
