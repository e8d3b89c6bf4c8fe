import Checksums
import FileTree
import Foundation
import Manifests
import Testing

@Suite("Sealing a roll")
struct SealTests {
    @Test("a small roll's manifest, letter by letter (W1 to W8)")
    func wholeManifest() throws {
        let roll = try Roll()
        var request = try roll.request([.xxh64, .md5])
        request.creator.author = "Ana Example <dit@example.org>"
        request.creator.comment = "Stage 4"
        request.ignore = ["*.tmp"]
        let receipt = try roll.seal(request)
        #expect(receipt.manifests.map(\.path.description) == ["Y/ascmhl/0001_Y_2026-11-22_010000Z.mhl"])
        #expect(receipt.listed == 2)
        #expect(try roll.manifest() == SealTests.expected)
        let chain = try roll.text(try path("Y/ascmhl/ascmhl_chain.xml"))
        #expect(
            chain == """
                <?xml version="1.0" encoding="UTF-8"?>
                <ascmhldirectory xmlns="urn:ASC:MHL:DIRECTORY:v2.0">
                  <hashlist sequencenr="1">
                    <path>0001_Y_2026-11-22_010000Z.mhl</path>
                    <c4>\(Checksum.of(Array(SealTests.expected.utf8), .c4))</c4>
                  </hashlist>
                </ascmhldirectory>

                """)
    }

    private static let expected = """
        <?xml version="1.0" encoding="UTF-8"?>
        <hashlist version="2.0" xmlns="urn:ASC:MHL:v2.0">
          <creatorinfo>
            <creationdate>2026-11-22T01:00:00Z</creationdate>
            <hostname>cart-1</hostname>
            <tool version="0.1">rushes</tool>
            <author email="dit@example.org">Ana Example</author>
            <comment>Stage 4</comment>
          </creatorinfo>
          <processinfo>
            <process>transfer</process>
            <roothash>
              <content>
                <xxh64>7f02dc509efce003</xxh64>
              </content>
              <structure>
                <xxh64>b024d062fa7cf8a5</xxh64>
              </structure>
            </roothash>
            <ignore>
              <pattern>.DS_Store</pattern>
              <pattern>ascmhl</pattern>
              <pattern>ascmhl/</pattern>
              <pattern>*.tmp</pattern>
            </ignore>
          </processinfo>
          <hashes>
            <hash>
              <path size="3" lastmodificationdate="2026-11-22T00:00:00Z">a.mov</path>
              <md5 action="original" hashdate="2026-11-22T01:00:01Z">900150983cd24fb0d6963f7d28e17f72</md5>
              <xxh64 action="original" hashdate="2026-11-22T01:00:01Z">44bc2cf5ad770999</xxh64>
            </hash>
            <directoryhash>
              <path>e</path>
              <content>
                <xxh64>ef46db3751d8e999</xxh64>
              </content>
              <structure>
                <xxh64>ef46db3751d8e999</xxh64>
              </structure>
            </directoryhash>
            <hash>
              <path size="5" lastmodificationdate="2026-11-22T00:00:00Z">s/b.txt</path>
              <md5 action="original" hashdate="2026-11-22T01:00:01Z">5d41402abc4b2a76b9719d911017c592</md5>
              <xxh64 action="original" hashdate="2026-11-22T01:00:01Z">26c7827d889f6da3</xxh64>
            </hash>
            <directoryhash>
              <path>s</path>
              <content>
                <xxh64>c07c10338a825a5d</xxh64>
              </content>
              <structure>
                <xxh64>7c0f0b51092b6ddd</xxh64>
              </structure>
            </directoryhash>
          </hashes>
        </hashlist>

        """
}
