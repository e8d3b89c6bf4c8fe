import Checksums
import FileTree
import Foundation
import Proof
import Testing

@testable import Custody
@testable import RushesCommands

@Suite("Every finding is a line that says what to do")
struct FindingWordsTests {
    private static let sealed = Checksum.of([1], .xxh64)
    private static let wrong = Checksum.of([2], .xxh64)
    private static let other = Checksum.of([3], .xxh64)
    private static let failure = HashingFailure.disk(DiskError(.read, at: .root, number: 5))

    private static func differs(_ second: FileFinding.SecondReading) -> FileFinding.Verdict {
        .differs(expected: sealed, found: wrong, second: second)
    }

    private func line(
        _ verdict: FileFinding.Verdict, checksums: [Checksum] = [], isFromDevice: Bool = true
    ) -> String? {
        let finding = FileFinding(
            path: Array("a.mov".utf8), size: ByteCount(8), verdict: verdict, checksums: checksums,
            manifest: RelativePath(Array("ascmhl".utf8)))
        return FindingWords(finding: finding, names: ManifestNames(.empty), isFromDevice: isFromDevice).line
    }

    @Test(
        "a second reading tells the medium from the way to it",
        arguments: [
            (.sameAgain, "twice the same: the medium holds it so. Restore it from another copy."),
            (
                .different(sealed),
                "and equal when it was read again: suspect the cable, the reader or the memory. Try another and verify "
                    + "again."
            ),
            (
                .different(other),
                "\(other) when it was read again: different each time, so suspect the cable, the reader or the memory. "
                    + "Try another and verify again."
            ),
            (
                .failed(failure),
                "and it could not be read again (\(failure.sentence)). Check the cable and the reader, and verify again."
            ),
            (.notDone, "not read again, as it was stopped. Verify again."),
        ] as [(FileFinding.SecondReading, String)])
    func secondReading(_ second: FileFinding.SecondReading, _ words: String) {
        #expect(
            line(Self.differs(second)) == "DIFFERS a.mov: xxh64 \(Self.sealed) expected, \(Self.wrong) found, \(words)")
    }

    @Test("what may have come from a cache is only most likely the medium's fault")
    func cached() {
        #expect(
            line(Self.differs(.sameAgain), isFromDevice: false)?.contains(
                "twice the same: most likely the medium holds it so.") == true)
    }

    @Test(
        "the others",
        arguments: [
            (.equal, nil), (.sizeEqual, nil), (.notListed, "NOT LISTED a.mov"),
            (.missing(reason: nil), "MISSING a.mov: listed in ascmhl."),
            (.missing(reason: "I/O\nerror"), "MISSING a.mov: the offload could not copy it: I/O\\nerror."),
            (.folderMissing, "MISSING FOLDER a.mov: listed in ascmhl."),
            (.notCompared, "NOT COMPARED a.mov: it is listed without a checksum or size that is known."),
            (
                .sizeDiffers(expected: ByteCount(1), found: ByteCount(8)),
                "DIFFERS a.mov: 1 byte expected, 8 bytes found. Restore it from another copy."
            ),
            (
                .unreadable(.changedWhileRead),
                "UNREADABLE a.mov: it was changed while it was read. Find out what writes there, then run the same "
                    + "command again."
            ),
            (.notAFile(.fifo), "NOT A FILE a.mov: FIFO, neither followed nor read."),
        ] as [(FileFinding.Verdict, String?)])
    func others(_ verdict: FileFinding.Verdict, _ words: String?) {
        #expect(line(verdict) == words)
    }

    @Test("a size that differs where no checksum does is perhaps the manifest's mistake")
    func wrongSizeAlone() {
        #expect(
            line(.sizeDiffers(expected: ByteCount(1), found: ByteCount(8)), checksums: [Self.sealed])
                == "DIFFERS a.mov: 1 byte expected, 8 bytes found, though no checksum of it differs: perhaps the "
                + "manifest has it wrong.")
    }
}
