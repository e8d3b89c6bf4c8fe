import FileTree
import Offload
import RushesFixtures
import Testing

@Suite("A roll's places on a destination")
struct RollPlaceTests {
    @Test("a file that is moved away keeps its name, as far as there is room for it")
    func rejected() {
        let place = RollPlace(roll: "A001")
        #expect(place.rejected(7, attempt: 2, name: "a.mov".utf8).description == ".rushes/A001/rejected/7-2-a.mov")
        let long = place.rejected(7, attempt: 2, name: String(repeating: "é", count: 127).utf8)
        #expect(long.name.count <= 255)
        #expect(String(validating: long.name, as: UTF8.self)?.hasPrefix("7-2-éé") == true)
    }

    @Test(
        "the partial folder lies beside the roll, the desk is the path as one name",
        arguments: [
            ("A001", "A001.partial", ".rushes/A001"),
            ("Day01/Camera/A001", "Day01/Camera/A001.partial", ".rushes/Day01%2FCamera%2FA001"),
            ("50%/A", "50%/A.partial", ".rushes/50%25%2FA"),
        ] as [(RelativePath, RelativePath, RelativePath)])
    func places(_ roll: RelativePath, _ partial: RelativePath, _ desk: RelativePath) {
        let place = RollPlace(roll: roll)
        #expect(place.partial == partial)
        #expect(place.desk == desk)
        #expect(place.journal == desk.appending("journal".utf8))
        #expect(place.lock == desk.appending("lock".utf8))
        #expect(place.staged(7).description == "\(desk)/staging/7")
        #expect(place.rejected.description == "\(desk)/rejected")
    }

    @Test("a path too long for one name keeps its beginning and gets a number that tells it from others")
    func longPaths() throws {
        let long = Array(repeating: "Camera", count: 60).joined(separator: "/")
        let one = RollPlace(roll: try #require(RelativePath(long + "/A001")))
        let other = RollPlace(roll: try #require(RelativePath(long + "/A002")))
        #expect(one.desk.name.count <= 200)
        #expect(one.desk.name.starts(with: "Camera%2FCamera".utf8))
        #expect(one.desk != other.desk)
    }
}
