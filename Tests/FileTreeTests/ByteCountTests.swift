import FileTree
import Testing

@Suite("ByteCount") struct ByteCountTests {
    @Test(
        "sizes read as drives print them",
        arguments: [
            (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1049, "1.0 kB"), (1050, "1.1 kB"),
            (999_949, "999.9 kB"), (999_950, "1.0 MB"), (486_200_000_000, "486.2 GB"), (-1500, "-1.5 kB"),
            (999_950_000_000_000, "1.0 PB"), (.max, "9223.4 PB"),
        ] as [(Int64, String)])
    func text(bytes: Int64, expected: String) {
        #expect(ByteCount(bytes).description == expected)
    }

    @Test(
        "room is rounded up to whole blocks",
        arguments: [(0, 0), (1, 4096), (4096, 4096), (4097, 8192)] as [(Int64, Int64)])
    func rounded(bytes: Int64, expected: Int64) {
        #expect(ByteCount(bytes).rounded(upTo: 4096) == ByteCount(expected))
    }

    @Test("sizes add up and compare")
    func arithmetic() {
        var size = ByteCount.kibibytes(1) + ByteCount(1)
        size += .mebibytes(1)
        #expect(size - ByteCount(1) == ByteCount(1_049_600))
        #expect(ByteCount.zero < size)
    }
}
