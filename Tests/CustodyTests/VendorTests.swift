import Custody
import Manifests
import Testing

@Suite("Lists in the shapes of the tools that make them")
struct VendorTests {
    struct Shape: CustomTestStringConvertible {
        let name: String
        let list: String
        /// Where the list lies; the media are `CARD/Clips/a.mov` ("abc") and `CARD/b.txt` ("hello").
        var place = "CARD/x.mhl"
        var findings: [String] = []
        var problems: [String] = []
        var testDescription: String { name }
    }

    private static let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    static let shapes = [
        Shape(
            name: "Hedge 18: an element of its own before creatorinfo, little-endian xxhash64",
            list: xml
                + """
                <hashlist version="1.1"><hedge><rootPath>/Volumes/CARD</rootPath><info>copied</info></hedge>
                <creatorinfo><name>Ana</name><username>ana</username><hostname>mac</hostname><tool>Hedge 18.3.7</tool>
                <startdate>2019-01-01T10:00:00Z</startdate><finishdate>2019-01-01T10:05:00Z</finishdate></creatorinfo>
                <hash><file>Clips/a.mov</file><size>3</size><lastmodificationdate>2018-12-31T09:00:00Z</lastmodificationdate>
                <xxhash64>990977adf52cbc44</xxhash64><hashdate>2019-01-01T10:01:00Z</hashdate></hash>
                <hash><file>b.txt</file><size>5</size><xxhash64>a36d9f887d82c726</xxhash64></hash></hashlist>
                """),
        Shape(
            name: "OffShoot: xxhash64be with a C4 beside it",
            list: xml
                + """
                <hashlist version="1.1"><creatorinfo><name>Ana</name><hostname>mac</hostname><tool>OffShoot 24</tool></creatorinfo>
                <hash><file>Clips/a.mov</file><size>3</size><xxhash64be>44bc2cf5ad770999</xxhash64be>
                <c4>c45S4rnaTNWonxss1u8LzsaJdEph1AJhWUF4sh2waXKMsutyfAxg4ybUeuXVWS9HdNcEypmeXn8FZGonD4w1rj9DZp</c4></hash>
                <hash><file>b.txt</file><size>5</size><xxhash64be>26c7827d889f6da3</xxhash64be></hash></hashlist>
                """, problems: ["remark"]),
        Shape(name: "ShotPut Pro: the source folder first, lying above the media", list: shotPut, place: "x.mhl"),
        Shape(name: "ShotPut Pro: the source folder first, lying inside", list: shotPut, problems: ["remark"]),
        Shape(
            name: "ShotPut Pro: the source folder first, the card renamed since",
            list: shotPut.replacing("CARD/", with: "A001/"),
            problems: ["remark"]),
        Shape(
            name: "YoYotta: standalone, upper and lower case together, no hashdate",
            list: """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <hashlist version="1.1"><creatorinfo><name>YoYotta</name><username>YoYotta</username><hostname>mac</hostname>
                <tool>YoYotta 3.0</tool><startdate>2020-03-03T10:00:00</startdate></creatorinfo>
                <hash><file>Clips/a.mov</file><size>3</size><lastmodificationdate>2020-03-03T09:00:00</lastmodificationdate>
                <md5>900150983CD24FB0D6963F7D28E17F72</md5><xxhash64be>44bc2cf5ad770999</xxhash64be></hash>
                <hash><file>b.txt</file><size>5</size><md5>5D41402ABC4B2A76B9719D911017C592</md5></hash></hashlist>
                """),
        Shape(
            name: "Pomfort: all fields, quotes escaped, ten digits",
            list: xml
                + """
                <hashlist version="1.1"><creatorinfo><name>A &quot;B&quot; &apos;C&apos;</name><username>a</username>
                <hostname>h</hostname><tool>mhl ver. 0.2.0</tool><startdate>2020-03-03T10:00:00Z</startdate>
                <finishdate>2020-03-03T10:00:01Z</finishdate></creatorinfo>
                <hash><file>Clips/a.mov</file><size>3</size><lastmodificationdate>2020-03-03T09:00:00Z</lastmodificationdate>
                <xxhash>0852579327</xxhash><hashdate>2020-03-03T10:00:01Z</hashdate></hash>
                <hash><file>b.txt</file><size>5</size><lastmodificationdate>2020-03-03T09:00:00Z</lastmodificationdate>
                <xxhash>4211111929</xxhash><hashdate>2020-03-03T10:00:01Z</hashdate></hash></hashlist>
                """),
        Shape(
            name: "DaVinci Resolve: elements that the schema does not have",
            list: xml
                + """
                <hashlist version="1.1"><creatorinfo><tool>DaVinci Resolve</tool></creatorinfo>
                <hash><file>Clips/a.mov</file><size>3</size>
                <sha256>ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad</sha256></hash>
                <hash><file>b.txt</file><size>5</size><crc32>3610a686</crc32><md5>5d41402abc4b2a76b9719d911017c592</md5></hash>
                </hashlist>
                """, problems: ["remark", "unknownHash"]),
        Shape(
            name: "o/COPY: version 1.0, the hash before the date",
            list: xml
                + """
                <hashlist version="1.0"><creatorinfo><tool>o/COPY</tool></creatorinfo>
                <hash><file>Clips/a.mov</file><size>3</size><xxhash64be>44bc2cf5ad770999</xxhash64be>
                <lastmodificationdate>2020-03-03T09:00:00Z</lastmodificationdate><hashdate>2020-03-03T09:00:00Z</hashdate></hash>
                <hash><file>b.txt</file><size>5</size><xxhash64be>26c7827d889f6da3</xxhash64be></hash></hashlist>
                """),
        Shape(
            name: "simple-mhl: a creation date of the whole, xxhash and xxhash64 as canonical XXH64",
            list: xml
                + """
                <hashlist version="1.1"><creationdate>2026-01-01T00:00:00Z</creationdate><creatorinfo><tool>simple-mhl</tool>
                </creatorinfo><hash><file>Clips/a.mov</file><size>3</size><xxhash>44bc2cf5ad770999</xxhash></hash>
                <hash><file>b.txt</file><size>5</size><xxhash64>26c7827d889f6da3</xxhash64></hash></hashlist>
                """, findings: ["CARD/b.txt other byte order"], problems: ["remark"]),
        Shape(
            name: "CopyCore: the two orders the other way round",
            list: xml
                + """
                <hashlist version="1.1"><creatorinfo><tool>CopyCore</tool></creatorinfo>
                <hash><file>Clips/a.mov</file><xxhash64be>990977adf52cbc44</xxhash64be></hash>
                <hash><file>b.txt</file><xxhash64>26c7827d889f6da3</xxhash64></hash></hashlist>
                """, findings: ["CARD/Clips/a.mov other byte order", "CARD/b.txt other byte order"]),
        Shape(
            name: "Kocard: a slash in front, XXH32 unpadded",
            list: xml
                + """
                <hashlist version="1.1"><creatorinfo><tool>Kocard</tool></creatorinfo>
                <hash><file>/Clips/a.mov</file><size>3</size><xxhash>852579327</xxhash></hash>
                <hash><file>/b.txt</file><size>5</size><xxhash>4211111929</xxhash></hash></hashlist>
                """),
        Shape(
            name: "hobby tools: <path>, <file name>, sha256, a slash in front",
            list: xml
                + """
                <hashlist version="1.0"><hash><path>/Clips/a.mov</path><xxhash64>44bc2cf5ad770999</xxhash64></hash>
                <hash><file name="b.txt" size="5"/>
                <sha256>2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824</sha256></hash></hashlist>
                """, findings: ["CARD/Clips/a.mov other byte order"], problems: ["remark"]),
    ]

    private static let shotPut =
        xml
            + """
            <hashlist version="1.1"><creatorinfo><name>CARD</name><tool>ShotPut Pro</tool><username>ana</username>
            <hostname>mac</hostname></creatorinfo>
            <hash><file>CARD/Clips/a.mov</file><size>3</size><creationdate>2020-03-03T09:00:00</creationdate>
            <lastmodificationdate>2020-03-03T09:00:00</lastmodificationdate><xxhash64be>44bc2cf5ad770999</xxhash64be></hash>
            <hash><file>CARD/b.txt</file><size>5</size><xxhash64be>26c7827d889f6da3</xxhash64be></hash></hashlist>
            """

    @Test("every file is found and verified", arguments: VendorTests.shapes)
    func whole(_ shape: Shape) throws {
        let verified = try Verified(["CARD/Clips/a.mov": "abc", "CARD/b.txt": "hello", shape.place: shape.list])
        #expect(verified.status == .done)
        #expect(verified.equal == 2)
        #expect(verified.findings == shape.findings)
        #expect(verified.problems == shape.problems, "\(verified.sentences)")
    }

    @Test("a flipped bit is found in every shape", arguments: VendorTests.shapes)
    func damage(_ shape: Shape) throws {
        let verified = try Verified(["CARD/Clips/a.mov": "abd", "CARD/b.txt": "hello", shape.place: shape.list])
        #expect(verified.status == .contentDiffers)
        #expect(verified.equal == 1)
        #expect(verified.findings.contains("CARD/Clips/a.mov differs"))
    }
}
