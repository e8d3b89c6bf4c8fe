internal import ClipMetadata

/// What cameras and other programs write about a clip: the first byte chooses who.
enum FuzzedSidecar {
    private typealias Reader = @Sendable ([UInt8]) -> [ClipMetadata]

    private static let readers: [Reader] = [
        said(SonyClipXML.self), { read(profile: $0) }, said(P2ClipXML.self), said(CanonClipXML.self),
        said(DJICaptions.self), { read(report: $0) },
    ]

    static func read(_ bytes: [UInt8]) {
        let reader = readers[Int(bytes.first ?? 0) % readers.count]
        let content = Array(bytes.dropFirst())
        let told = reader(content)
        precondition(told == reader(content), "what was said once is said again")
        for metadata in told { check(metadata) }
        for name in ["XML", "SRT"] {
            guard let format = SidecarFormat(content, extension: name) else { continue }
            _ = try? format.metadata(content, at: place)
        }
    }

    /// Every value has words, and stands in the file that was read.
    static func check(_ metadata: ClipMetadata) {
        for field in MetadataField.all {
            for claim in field.texts(metadata) {
                precondition(claim.source.file == place && !claim.source.key.isEmpty, "a value has its source")
                precondition(!claim.value.isEmpty, "\(claim.source) says nothing of \(field.name)")
            }
        }
    }

    static let place = "A001"

    private static func said<Format: Sidecar>(_ format: Format.Type) -> Reader {
        { bytes in
            do throws(MetadataError) {
                return [try Format(bytes, at: place).metadata]
            } catch {
                precondition(!error.sentence.isEmpty)
                return []
            }
        }
    }

    private static func read(profile bytes: [UInt8]) -> [ClipMetadata] {
        guard let index = try? SonyMediaProfile(bytes, at: place) else { return [] }
        for link in index.materials.flatMap({ [$0.link] + $0.proxies + $0.relevant }) {
            precondition(link.components.map { !$0.contains("..") && !$0.isEmpty } ?? true, "no link leads outside")
        }
        return index.materials.map(\.metadata)
    }

    private static func read(report bytes: [UInt8]) -> [ClipMetadata] {
        (MediaInfoReport.reports(in: bytes) ?? []).map { $0.claims(for: place) }
    }
}

extension FuzzedSidecar {
    static let seeds = zip(0..., contents).flatMap { number, texts in
        texts.map { [UInt8(number)] + Array($0.utf8) }
    }

    /// Seeds for each of the readers.
    private static let contents = [
        [sonyClip], [sonyProfile], [p2Clip], [canonClip], captions, reports,
    ]

    static let sonyClip = """
        <?xml version="1.0" encoding="UTF-8"?>
        <NonRealTimeMeta xmlns="urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.20">
        <TargetMaterial umidRef="060A2B34" status="OK"/><Duration value="710"/>
        <LtcChangeTable tcFps="30" halfStep="true"><LtcChange frameCount="0" value="52453010" status="increment"/>
        </LtcChangeTable><CreationDate value="2024-03-01T14:00:05+01:00"/>
        <VideoFormat><VideoFrame videoCodec="AVC" captureFps="59.94p" formatFps="59.94p"/>
        <VideoLayout pixel="1920" numOfVerticalLine="1080"/></VideoFormat>
        <AudioFormat numOfChannel="4"><AudioRecPort audioCodec="LPCM24" trackDst="CH1"/></AudioFormat>
        <Device manufacturer="Sony" modelName="ILME-FX6V" serialNo="1000042"/>
        <RelevantFiles><RelatedTo rel="LUT" file="s709.cube"/></RelevantFiles>
        <AcquisitionRecord><Group name="ExifGPS"><Item name="LatitudeRef" value="N"/>
        <Item name="Latitude" value="48:8:13.56"/><Item name="LongitudeRef" value="E"/>
        <Item name="Longitude" value="11:34:31.44"/></Group></AcquisitionRecord></NonRealTimeMeta>
        """
    static let sonyProfile = """
        <MediaProfile xmlns="http://xmlns.sony.net/pro/metadata/mediaprofile"><Properties>
        <System systemId="0800" systemKind="ILME-FX6V ver.5.020"/><Attached mediaId="01" mediaName="A001"/></Properties>
        <Contents><Material uri="./Clip/C0001.MXF" type="MXF" umid="060A" dur="710" fps="25p" ch="4" videoType="AVC">
        <Proxy uri="./Sub/C0001S03.MP4" type="MP4"/><RelevantInfo uri="./Clip/C0001M01.XML" type="XML"/></Material>
        </Contents></MediaProfile>
        """
    static let p2Clip = """
        <P2Main xmlns="urn:schemas-Professional-Plug-in:P2:ClipMetadata:v3.1"><ClipContent><ClipName>0001AB</ClipName>
        <GlobalClipID>060B</GlobalClipID><Duration>7482</Duration><EditUnit>1001/30000</EditUnit><Relation>
        <OffsetInShot>14964</OffsetInShot><Connection><Next><GlobalClipID>060C</GlobalClipID>
        <P2SerialNo.>AAF</P2SerialNo.></Next></Connection></Relation><EssenceList><Video><Codec>AVC-I</Codec>
        <FrameRate DropFrameFlag="true">59.94i</FrameRate><StartTimecode>10:01:00:02</StartTimecode></Video><Audio>
        <SamplingRate>48000</SamplingRate><BitsPerSample>24</BitsPerSample></Audio></EssenceList><ClipMetadata>
        <ShotMark>true</ShotMark><Shoot><StartDate>2011-02-05T16:29:28+01:00</StartDate><Location>
        <Altitude>519</Altitude><Longitude>E11.5754</Longitude><Latitude>N48.1371</Latitude></Location></Shoot>
        <MemoList><Memo><Text>plane</Text></Memo></MemoList></ClipMetadata></ClipContent></P2Main>
        """
    private static let canonClip = """
        <?xml version="1.0"?><VideoClip><Title>Harbour</Title><Description>wind</Description><Device>
        <Manufacturer>Canon</Manufacturer><ModelName>XF305</ModelName><SerialNo>42</SerialNo></Device><Shoot><Location>
        <Latitude>48.1371</Latitude><Longitude>-11.5754</Longitude></Location></Shoot></VideoClip>
        """

    /// Three captions each; fewer are nobody's.
    private static let captions = [
        "HOME(149.0251,-20.2532) 2017.08.05 14:11:51\nGPS(149.0251,-20.2533,16) BAROMETER:1.9\nISO:100 Shutter:60 EV:0 Fnum:2.2",
        """
        <font size="36">FrameCnt : 1, DiffTime : 33ms\n2022-08-07 13:40:40,774,808
        [iso : 100] [shutter : 1/80.0] [fnum : 280] [ev : 0] [ct : 5500] [color_md : default] [focal_len : 240]
        [latitude: 48.1371] [longtitude: 11.5754] [rel_alt: 1.3 abs_alt: 519.5] </font>
        """,
        "F/2.8, SS 206.14, ISO 150, EV 0, GPS (2.2307, 41.4287, 16), D 24.9m, H 6.00m",
    ].map { caption in
        (1...3).map { "\($0)\n00:00:0\($0),000 --> 00:00:0\($0),900\n\(caption)\n\n" }.joined()
    }
    private static let reports = [
        """
        {"creatingLibrary":{"name":"MediaInfoLib"},"media":{"@ref":"A.mov","track":[{"@type":"General",
        "Recorded_Date":"2024-03-01 14:00:05","extra":{"com_apple_quicktime_make":"ARRI"}},{"@type":"Video",
        "Format":"ProRes","Width":"1920","FrameRate_Num":"24000","FrameRate_Den":"1001","FrameCount":"48"},
        {"@type":"Audio","Channels":"2","SamplingRate":48000},{"@type":"Other","Type":"Time code",
        "Format":"QuickTime TC","TimeCode_FirstFrame":"10:00:00:00","Title":"A001"}]}}
        """,
        #"[{"media":null},{"media":{"@ref":"B","track":[{"@type":"Image","PixelAspectRatio":1.5e0}]}}]"#,
    ]
}
