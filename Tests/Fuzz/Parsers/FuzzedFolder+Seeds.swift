internal import Checksums

extension FuzzedFolder {
    static let manifests = [
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <hashlist version="2.0" xmlns="urn:ASC:MHL:v2.0">
          <creatorinfo><creationdate>2026-03-12T10:00:00+01:00</creationdate><hostname>cart</hostname>
            <tool version="1.0">rushes</tool><author><name>A</name><email>a@b.c</email></author></creatorinfo>
          <processinfo><process>in-place</process><roothash>
            <content><xxh64 action="original">0123456789abcdef</xxh64></content>
            <structure><xxh64 action="original">0123456789abcdef</xxh64></structure></roothash>
            <ignore><pattern>.DS_Store</pattern><pattern>!/CLIPS/**/*.w[a-z]v</pattern></ignore></processinfo>
          <hashes>
            <hash><path size="1" lastmodificationdate="2026-03-12T09:30:15.5Z">a.mov</path>
              <md5 action="original" hashdate="2026-03-12T10:00:00Z">0cc175b9c0f1b6a831c399e269772661</md5>
              <xxh64 action="failed" hashdate="2026-03-12T10:00:00Z">0123456789ABCDEF</xxh64></hash>
            <directoryhash><path lastmodificationdate="2026-03-12T09:30:15Z">CLIPS</path>
              <content><xxh64>0123456789abcdef</xxh64></content>
              <structure><xxh64>0123456789abcdef</xxh64></structure></directoryhash>
          </hashes>
          <metadata><absentFile xmlns="urn:rushes:manifest:v1"><absentName escaped="percent">a%0Ab</absentName>
            <absentReason>x</absentReason></absentFile></metadata>
          <references><hashlistreference><path>CLIPS/ascmhl/0001_x.mhl</path><c4>c41</c4></hashlistreference></references>
        </hashlist>
        """,
        """
        <m:hashlist version="2.0" xmlns:m="urn:ASC:MHL:v2.0"><m:hashes>
        <m:hash><m:path size="2">CLIPS/b.mov</m:path><m:sha1 action="verified">aa</m:sha1>
        <m:xxh128 action="verified">00112233445566778899aabbccddeeff</m:xxh128>
        <m:previousPath>CLIPS/old&amp;&#10;.mov</m:previousPath></m:hash>
        <m:hash><m:path>../../etc/passwd</m:path><m:xxh3>0123456789abcdef</m:xxh3></m:hash>
        <m:hash><m:path>/Volumes/A001/a.mov</m:path><m:xxh3>0123456789abcdef</m:xxh3></m:hash>
        </m:hashes></m:hashlist>
        """,
    ].map { Array($0.utf8) }

    static let chains = [
        """
        <?xml version="1.0"?><ascmhldirectory xmlns="urn:ASC:MHL:DIRECTORY:v2.0">
        <hashlist sequencenr="1"><path>0001_A_2026-03-12_100000Z.mhl</path><c4>\(Checksum.of(manifests[0], .c4))</c4></hashlist>
        <hashlist sequencenr="2"><path>0002_A_2026-03-13_100000Z.mhl</path><c4>\(Checksum.of(manifests[1], .c4))</c4></hashlist>
        </ascmhldirectory>
        """,
        """
        <ascmhldirectory><hashlist sequencenr="-9223372036854775808"><path>../x</path></hashlist>
        <hashlist sequencenr="9223372036854775807"><path>9223372036854775807_A.mhl</path><md5>00</md5></hashlist>
        </ascmhldirectory>
        """,
    ].map { Array($0.utf8) }

    static let legacyLists = [
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <hashlist version="1.1"><creatorinfo><name>A</name><tool>t</tool><startdate>2026-03-12T10:00:00Z</startdate>
        </creatorinfo><hash><file>a.mov</file><size>1</size><lastmodificationdate>2026-03-12T09:30:15Z</lastmodificationdate>
        <md5>0cc175b9c0f1b6a831c399e269772661</md5><xxhash64be>0123456789abcdef</xxhash64be><xxhash>4294967295</xxhash>
        <hashdate>2026-03-12T10:00:00Z</hashdate></hash></hashlist>
        """,
        """
        <hashlist version="1.0" xmlns="http://www.mediahashlist.org"><hash><file>/Volumes/A001/CLIPS/b.mov</file>
        <size>2</size><null/></hash><hash><path name="CLIPS\\cafe\u{301} 1.wav" size="3"/><sha-256>00</sha-256>
        <xxh128be>00112233445566778899aabbccddeeff</xxh128be></hash></hashlist>
        """,
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?><hashlist><hash><file>a</file></hash></hashlist>",
    ].map { Array($0.utf8) }

    static let lists =
        [
            "\u{0}0cc175b9c0f1b6a831c399e269772661  a.mov\r\n\\0cc175b9c0f1b6a831c399e269772661 *CLIPS\\\\b\\n.mov\r\n",
            "\u{2}0123456789abcdef  CLIPS/b.mov\n# x\n; y\n0123456789abcdef ?XXHASH64*a.mov\n",
            "\u{3}XXH128 (a.mov) = 00112233445566778899aabbccddeeff\nXXH3_64_LE (a (b).mov) = 0123456789abcdef\n",
            "\u{4}01234567  a.mov\u{0}0123456789abcdef  b\u{0}", "\u{6}0cc175b9c0f1b6a831c399e269772661",
        ].map { Array($0.utf8) } + [[0, 0xFF, 0xFE] + "MD5 (a) = 00\n".utf16.flatMap { [UInt8($0), 0] }]
}
