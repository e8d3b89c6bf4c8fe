import NamingRules
import Testing

@Suite("A version in a name")
struct VersionTokenTests {
    @Test(
        "stands between separators, has one to four digits, and is never a number alone",
        arguments: [
            ("AGM_104_065_010_comp_NFX_v001", [1]), ("comp_v02.1001.exr", [2]), ("V9 final.mov", [9]),
            ("a_v01_v02.nk", [1, 2]), ("v003", [3]), ("a-v1000.mov", [1000]), ("a_v12345.exr", []),
            ("mov_0001.jpg", []), ("a_v01v2.mov", []), ("preview2.mov", []), ("a.0001.exr", []), ("v", []), ("", []),
            ("_v.mov", []), ("vv01.mov", []), ("a_v0.mov", [0]),
        ])
    func tokens(name: String, numbers: [Int]) {
        #expect(VersionToken.all(in: Array(name.utf8)[...]).map(\.number) == numbers)
    }
}
