import MediaTime
import Testing

@testable import ClipMetadata

/// Schema-built, after P2 ClipMetadata 3.1 and Canon's VideoClip.
@Suite("Panasonic's and Canon's XML") struct P2XMLTests {
    private func clip(_ inside: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
            <P2Main xmlns="urn:schemas-Professional-Plug-in:P2:ClipMetadata:v3.1"><ClipContent>
            \(inside)
            </ClipContent></P2Main>
            """.utf8)
    }

    @Test("a P2 clip says what it is, and what comes before and behind it on other cards")
    func whole() throws {
        let sidecar = try P2ClipXML(
            clip(
                """
                <ClipName>0002CD</ClipName><GlobalClipID>060A2B34BBBB</GlobalClipID>
                <Duration>7482</Duration><EditUnit>1001/30000</EditUnit>
                <Relation><OffsetInShot>14964</OffsetInShot><GlobalShotID>060A2B34AAAA</GlobalShotID><Connection>
                  <Top><GlobalClipID>060A2B34AAAA</GlobalClipID><ClipName>0001AB</ClipName></Top>
                  <Previous><GlobalClipID>060A2B34AAAA</GlobalClipID></Previous>
                  <Next><GlobalClipID>060A2B34CCCC</GlobalClipID><ClipName>0001AB</ClipName>
                    <P2SerialNo.>AAF09C0042</P2SerialNo.></Next>
                </Connection></Relation>
                <EssenceList>
                  <Video ValidAudioFlag="false"><VideoFormat>MXF</VideoFormat>
                    <Codec Class="100">AVC-I_1080/59.94i</Codec><FrameRate DropFrameFlag="true">59.94i</FrameRate>
                    <StartTimecode>10:01:00:02</StartTimecode></Video>
                  <Audio><SamplingRate>48000</SamplingRate><BitsPerSample>24</BitsPerSample></Audio>
                  <Audio><SamplingRate>48000</SamplingRate><BitsPerSample>24</BitsPerSample></Audio>
                </EssenceList>
                <ClipMetadata>
                  <UserClipName>Harbour</UserClipName><ShotMark>true</ShotMark>
                  <Access><CreationDate>2011-02-05T16:30:00+01:00</CreationDate></Access>
                  <Device><Manufacturer>Panasonic</Manufacturer><SerialNo.>K1TRA0042</SerialNo.>
                    <ModelName>AG-HPX370</ModelName></Device>
                  <Shoot><StartDate>2011-02-05T16:29:28+01:00</StartDate>
                    <Location><Altitude>519</Altitude><Longitude>E11.5754</Longitude><Latitude>N48.1371</Latitude></Location>
                  </Shoot>
                  <Scenario><SceneNo.>12A</SceneNo.><TakeNo.>3</TakeNo.></Scenario>
                  <MemoList><Memo MemoID="0"><Text>plane at end</Text></Memo></MemoList>
                  <UserArea><AcquisitionMetadata><CameraUnitMetadata><ISOSensitivity>800</ISOSensitivity>
                    <Gamma><CaptureGamma>V-Log</CaptureGamma></Gamma><Gamut><CaptureGamut>V-Gamut</CaptureGamut></Gamut>
                  </CameraUnitMetadata></AcquisitionMetadata></UserArea>
                </ClipMetadata>
                """), at: "CONTENTS/CLIP/0002CD.XML")
        #expect(
            sidecar.metadata.saidLines == [
                "clip_id 060A2B34BBBB <- GlobalClipID",
                "scene 12A <- Scenario/SceneNo.",
                "take 3 <- Scenario/TakeNo.",
                "circled yes <- ShotMark",
                "start_tc 10:01:00;02@30000/1001 <- Video/StartTimecode",
                "project_fps 30000/1001 <- EditUnit",
                "frames 7482 <- Duration",
                "sample_rate 48000 <- Audio/SamplingRate",
                "sample_bits 24 <- Audio/BitsPerSample",
                "date 2011-02-05 <- Shoot/StartDate",
                "time 16:29:28 <- Shoot/StartDate",
                "time_zone 60 <- Shoot/StartDate",
                "make Panasonic <- Device/Manufacturer",
                "model AG-HPX370 <- Device/ModelName",
                "serial K1TRA0042 <- Device/SerialNo.",
                "iso 800 <- CameraUnitMetadata/ISOSensitivity",
                "codec AVC-I_1080/59.94i <- Video/Codec",
                "gamma V-Log <- Gamma/CaptureGamma",
                "gamut V-Gamut <- Gamut/CaptureGamut",
                "location +48.1371 +11.5754 +519 <- Shoot/Location",
                "channels 2 <- EssenceList/Audio",
                "notes plane at end <- MemoList/Memo/Text",
                "universal_id 060A2B34BBBB <- GlobalClipID",
            ])
        #expect(
            [sidecar.clipName, sidecar.userClipName, sidecar.globalShotID] == ["0002CD", "Harbour", "060A2B34AAAA"])
        #expect(sidecar.offsetInShot == 14964)
        #expect(sidecar.audioCount == 2)
        #expect(sidecar.top == P2Connection(globalClipID: "060A2B34AAAA", clipName: "0001AB", cardSerial: nil))
        #expect(sidecar.previous == P2Connection(globalClipID: "060A2B34AAAA", clipName: nil, cardSerial: nil))
        #expect(
            sidecar.next == P2Connection(globalClipID: "060A2B34CCCC", clipName: "0001AB", cardSerial: "AAF09C0042"))
    }

    @Test("a clip nobody marked is not said to be rejected, and the last of a shot has none behind it")
    func sparse() throws {
        let sidecar = try P2ClipXML(
            clip(
                """
                <ClipName>0001AB</ClipName><Duration>-1</Duration><EditUnit>1/0</EditUnit>
                <ClipMetadata><ShotMark>false</ShotMark>
                  <Access><CreationDate>2011-02-05T16:30:00Z</CreationDate></Access></ClipMetadata>
                """), at: "0001AB.XML")
        #expect(
            sidecar.metadata.saidLines == [
                "date 2011-02-05 <- Access/CreationDate", "time 16:30:00 <- Access/CreationDate",
                "time_zone 0 <- Access/CreationDate",
            ])
        #expect(sidecar.next == nil && sidecar.duration == nil && sidecar.editRate == nil && sidecar.audioCount == 0)
    }

    @Test(
        "start timecode counts pairs of frames above 30 a second",
        arguments: [
            ("25p", "false", "10:00:00:24", "10:00:00:24@25"), ("50i", "false", "10:00:00:24", "10:00:00:24@25"),
            ("50p", "false", "10:00:00:24", "10:00:00:48@50"),
            ("59.94p", "true", "10:01:00:02", "10:01:00;04@60000/1001"),
            ("23.98p", "false", "01:00:00:23", "01:00:00:23@24000/1001"), ("50p", "false", "10:00:00:25", nil),
            ("25p", "true", "10:00:00:00", nil), ("25p", "false", "10:00:00", nil), ("25p", "false", "", nil),
            ("", "false", "10:00:00:00", nil), ("25p", "false", "10:00:00:99999999999999999999", nil),
            ("50p", "false", "10:00:00:9223372036854775807", nil),
        ])
    func timecode(_ rate: String, _ isDrop: String, _ text: String, _ expected: String?) throws {
        let sidecar = try P2ClipXML(
            clip(
                """
                <EssenceList><Video><FrameRate DropFrameFlag="\(isDrop)">\(rate)</FrameRate>
                <StartTimecode>\(text)</StartTimecode></Video></EssenceList>
                """), at: "0001AB.XML")
        #expect(sidecar.metadata.start.all.first?.value.metadataText == expected)
    }

    @Test("a Canon clip says who recorded it")
    func canon() throws {
        let sidecar = try CanonClipXML(
            Array(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <VideoClip xmlns="http://www.canon.com/ns/VideoClip">
                  <Title>Harbour</Title><Description>low tide</Description>
                  <Device><Manufacturer>Canon</Manufacturer><ModelName>XF305</ModelName><SerialNo>0042</SerialNo></Device>
                  <Shoot><Location><Latitude>91</Latitude><Longitude>11</Longitude></Location></Shoot>
                </VideoClip>
                """.utf8), at: "AA2123.XML")
        #expect(
            sidecar.metadata.saidLines == [
                "make Canon <- Device/Manufacturer", "model XF305 <- Device/ModelName",
                "serial 0042 <- Device/SerialNo",
                "notes low tide <- Description",
            ])
        #expect(sidecar.title == "Harbour")
    }
}
