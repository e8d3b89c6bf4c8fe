import FileTree
import Foundation
import Manifests
import Testing

@testable import Custody
@testable import RushesCommands

extension VerifyOutcome {
    /// Nothing found yet, of a folder `A001` with one list in it.
    static let empty = VerifyOutcome(
        argument: "A001", folder: "/drive/A001", part: .root, against: nil, volume: nil, trustedLoop: false,
        witnesses: [Witness(format: .list, place: .root, folder: .root, generations: [])], problems: [],
        sizesOnly: false, wasToRecord: false, wasToCompareFolders: false)
}

@Suite("The last line says no more than is known")
struct VerdictTests {
    private func verdict(_ change: (inout VerifyOutcome) -> Void) -> String {
        var outcome = VerifyOutcome.empty
        change(&outcome)
        return VerifyReport(outcome, BoundedFindings(), listed: 4).verdict
    }

    @Test("verified is said when every listed file was compared and equal, with how it was read")
    func verified() {
        #expect(
            verdict {
                $0.counts.equal = 4
                $0.size = ByteCount(1500)
            } == "A001 VERIFIED: 4 files, 1.5 kB, all equal to their manifests, read from the device.")
        #expect(
            verdict {
                $0.counts.equal = 1
                $0.isFromDevice = false
            }
                == "A001 VERIFIED: 1 file, 0 bytes, equal to what its manifest says, read, but not shown to come from "
                + "the device.")
    }

    @Test("files without a checksum are not said to be verified")
    func notAllCompared() {
        #expect(
            verdict {
                $0.counts.equal = 3
                $0.counts.sizeEqual = 1
            }
                == "A001 NOT ALL COMPARED: 3 files, 0 bytes, all equal to their manifests, read from the device; 1 file "
                + "listed without a known checksum.")
        #expect(verdict { $0.counts.sizeEqual = 4 } == "A001 NOT VERIFIED: no content was compared.")
    }

    @Test("everything that is wrong is counted, the worst first")
    func wrong() {
        #expect(
            verdict {
                $0.counts.equal = 2
                $0.counts.differing = 1
                $0.counts.unreadable = 1
                $0.counts.missing = 1000
                $0.counts.missingFolders = 1
                $0.counts.differingFolders = 2
                $0.counts.notListed = 3
                $0.unreadableFolders = [DiskError(.list, at: .root, number: 13)]
            }
                == "A001 NOT WHOLE: 1 differs, 1 unreadable, 1 folder unreadable, 1,000 missing, 1 folder missing, "
                + "2 folders differ, 3 files in no manifest. 2 files equal, read from the device.")
    }

    @Test("nothing is claimed of an empty folder, of a stopped run, or without a manifest")
    func nothing() {
        #expect(verdict { _ in } == "A001 NOT VERIFIED: no content was compared.")
        #expect(
            verdict {
                $0.isInterrupted = true
                $0.counts.equal = 2
                $0.counts.differing = 1
            } == "A001 NOT VERIFIED: interrupted after 3 of 4 files. So far: 1 differs. Verify again.")
        #expect(
            verdict {
                $0.witnesses = []
                $0.counts.notListed = 2
            } == "A001 NOT VERIFIED: no manifest here, or in the folders around, speaks of it (2 files).")
    }
}
