import MediaTime
import Testing

@testable import ClipMetadata

/// Schema-built, after NonRealTimeMeta 2.00 to 2.20 and MediaProfile 2.x.
@Suite("Sony's XML") struct SonyXMLTests {
    private func clip(_ inside: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <NonRealTimeMeta xmlns="urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.20"
              xmlns:lib="urn:schemas-professionalDisc:lib:ver.2.10" lastUpdate="2024-03-01T14:00:05+01:00">
            \(inside)
            </NonRealTimeMeta>
            """.utf8)
    }

    @Test("a clip says what it is, and that its file is in order is no circled take")
    func whole() throws {
        let sidecar = try SonyClipXML(
            clip(
                """
                <TargetMaterial umidRef="060A2B340101010501010D43130000000011223344556677" status="OK"/>
                <Duration value="710"/>
                <LtcChangeTable tcFps="25" halfStep="false">
                  <LtcChange frameCount="0" value="12453010" status="increment"/>
                  <LtcChange frameCount="709" value="21133110" status="end"/>
                </LtcChangeTable>
                <CreationDate value="2024-03-01T14:00:05+01:00"/>
                <VideoFormat>
                  <VideoRecPort port="DIRECT"/>
                  <VideoFrame videoCodec="AVC100CBG_1920_1080_H422IP@L41" captureFps="50p" formatFps="25p"/>
                  <VideoLayout pixel="1920" numOfVerticalLine="1080" aspectRatio="16:9"/>
                </VideoFormat>
                <AudioFormat numOfChannel="4"><AudioRecPort audioCodec="LPCM24" trackDst="CH1"/></AudioFormat>
                <SubStream codec="AVC_Proxy"/>
                <Device manufacturer="Sony" modelName="ILME-FX6V" serialNo="1000042"/>
                <Lens modelName="FE 24-70mm F2.8 GM II"/>
                <RecordingMode type="slow and quick" cacheRec="false"/>
                <RelevantFiles><RelatedTo file="show.cube" rel="LUT"/></RelevantFiles>
                <AcquisitionRecord>
                  <Group name="CameraUnitMetadataSet">
                    <Item name="CaptureGammaEquation" value="s-log3-cine"/>
                    <Item name="CaptureColorPrimaries" value="s-gamut3-cine"/>
                  </Group>
                  <Group name="ExifGPS">
                    <Item name="LatitudeRef" value="N"/><Item name="Latitude" value="48:08:13.56"/>
                    <Item name="LongitudeRef" value="W"/><Item name="Longitude" value="11:34:31.5"/>
                  </Group>
                </AcquisitionRecord>
                """), at: "XDROOT/Clip/C0001M01.XML")
        #expect(
            sidecar.metadata.saidLines == [
                "start_tc 10:30:45:12@25 <- LtcChange/@value",
                "sensor_fps 50 <- VideoFrame/@captureFps",
                "project_fps 25 <- VideoFrame/@formatFps",
                "frames 710 <- Duration/@value",
                "sample_bits 24 <- AudioRecPort/@audioCodec",
                "date 2024-03-01 <- CreationDate/@value",
                "time 14:00:05 <- CreationDate/@value",
                "time_zone 60 <- CreationDate/@value",
                "make Sony <- Device/@manufacturer",
                "model ILME-FX6V <- Device/@modelName",
                "serial 1000042 <- Device/@serialNo",
                "lens_model FE 24-70mm F2.8 GM II <- Lens/@modelName",
                "codec AVC100CBG_1920_1080_H422IP@L41 <- VideoFrame/@videoCodec",
                "width 1920 <- VideoLayout/@pixel",
                "height 1080 <- VideoLayout/@numOfVerticalLine",
                "gamma s-log3-cine <- CaptureGammaEquation",
                "gamut s-gamut3-cine <- CaptureColorPrimaries",
                "look show.cube <- RelevantFiles/RelatedTo/@file",
                "location +48.1371 -11.5754167 <- ExifGPS",
                "channels 4 <- AudioFormat/@numOfChannel",
                "universal_id 060A2B340101010501010D43130000000011223344556677 <- TargetMaterial/@umidRef",
            ])
        #expect(sidecar.metadata.start.all.first?.source.file == "XDROOT/Clip/C0001M01.XML")
        #expect(sidecar.recordingMode == "slow and quick")
        #expect(sidecar.proxyCodec == "AVC_Proxy")
        #expect(sidecar.relatedFiles == [SonyClipXML.RelatedFile(file: "show.cube", relation: "LUT")])
    }

    @Test(
        "timecode is FF SS MM HH, with flags among the tens",
        arguments: [
            ("23040000", "30", "false", "29.97p", "00:00:04:23@30000/1001"),
            ("54830000", "30", "true", "59.94p", "00:00:03;29@60000/1001"),
            ("54030000", "30", "true", "59.94p", "00:00:03;28@60000/1001"),
            ("66342901", "30", "false", "29.97p", "01:29:34;26@30000/1001"),
            ("48544103", "30", "true", "119.88p", "03:41:54;032@120000/1001"),
            ("23595923", "24", "false", "23.98p", "23:59:59:23@24000/1001"),
            ("24595923", "25", "true", "50p", "23:59:59:48@50"),
            ("245959A3", "25", "true", "50p", "23:59:59:49@50"),
            ("12000010", "30", "false", "59.94i", "10:00:00:12@30000/1001"),
            ("12000010", "25", "false", "", "10:00:00:12@25"),
            ("52000010", "30", "false", "", "10:00:00;12@30000/1001"),
        ])
    func timecode(_ value: String, _ tcFps: String, _ halfStep: String, _ fps: String, _ expected: String) throws {
        #expect(try start(value, tcFps, halfStep, fps) == expected)
    }

    @Test(
        "timecode that names no frame, or no certain rate, is not said",
        arguments: [
            ("12000010", "30", "false", ""), ("12000010", "24", "false", ""), ("1A000010", "25", "false", "25p"),
            ("30000010", "25", "false", "25p"), ("00600010", "25", "false", "25p"), ("00000024", "25", "false", "25p"),
            ("40000100", "30", "false", "29.97p"), ("120000", "25", "false", "25p"), ("zzzzzzzz", "25", "false", "25p"),
            ("12000010", "0", "false", "25p"), ("12000010", "99999999999999999999", "false", "25p"),
            ("12000010", "24", "false", "25p"), ("-1200010", "25", "false", "25p"), ("+1200010", "25", "false", "25p"),
            ("12000010", "25", "false", "nanp"),
        ])
    func noTimecode(_ value: String, _ tcFps: String, _ halfStep: String, _ fps: String) throws {
        let said = try start(value, tcFps, halfStep, fps)
        #expect(said == (fps == "nanp" ? "10:00:00:12@25" : nil))
    }

    private func start(_ value: String, _ tcFps: String, _ halfStep: String, _ fps: String) throws -> String? {
        let sidecar = try SonyClipXML(
            clip(
                """
                <LtcChangeTable tcFps="\(tcFps)" halfStep="\(halfStep)">
                  <LtcChange frameCount="12" value="00000000"/><LtcChange frameCount="0" value="\(value)"/>
                </LtcChangeTable>
                <VideoFormat><VideoFrame formatFps="\(fps)"/></VideoFormat>
                """), at: "C0001M01.XML")
        return sidecar.metadata.start.all.first?.value.metadataText
    }

    @Test("an index of a card links each clip with its files, and none that lie outside")
    func profile() throws {
        let profile = try SonyMediaProfile(
            Array(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <MediaProfile xmlns="http://xmlns.sony.net/pro/metadata/mediaprofile" version="2.30">
                  <Properties>
                    <System systemId="00AA" systemKind="ILME-FX6V ver.5.020"/>
                    <Attached mediaId="00BB" mediaKind="ProfessionalDisc" mediaName=""/>
                  </Properties>
                  <Contents>
                    <Material uri="./Clip/628_1298.MXF" type="MXF" dur="710" fps="29.97p" ch="8" umid="060A00"
                      videoType="AVC100CBG_1920_1080_H422IP@L41" audioType="LPCM24" status="OK">
                      <Proxy uri="./Sub/628_1298S03.MP4" type="MP4" umid="060AFF"/>
                      <RelevantInfo uri="./Clip/628_1298M01.XML" type="XML"/>
                      <RelevantInfo uri="../../../etc/passwd" type="XML"/>
                      <RelevantInfo type="JPG"/>
                    </Material>
                    <Material uri="/Clip/C0002.MXF"/>
                    <Material umid="060A01"/>
                  </Contents>
                </MediaProfile>
                """.utf8), at: "MEDIAPRO.XML")
        #expect(profile.systemKind == "ILME-FX6V ver.5.020")
        #expect([profile.systemID, profile.mediaID, profile.mediaName] == ["00AA", "00BB", nil])
        #expect(profile.metadata == ClipMetadata())
        #expect(profile.materials.map(\.link.uri) == ["./Clip/628_1298.MXF", "/Clip/C0002.MXF"])
        let material = try #require(profile.materials.first)
        #expect(material.link.components == ["Clip", "628_1298.MXF"])
        #expect(material.proxies.map(\.components) == [["Sub", "628_1298S03.MP4"]])
        #expect(material.relevant.map(\.components) == [["Clip", "628_1298M01.XML"], nil])
        #expect(profile.materials.last?.link.components == nil)
        #expect(
            material.metadata.saidLines == [
                "project_fps 30000/1001 <- Material/@fps", "frames 710 <- Material/@dur",
                "codec AVC100CBG_1920_1080_H422IP@L41 <- Material/@videoType", "channels 8 <- Material/@ch",
                "universal_id 060A00 <- Material/@umid",
            ])
    }
}
