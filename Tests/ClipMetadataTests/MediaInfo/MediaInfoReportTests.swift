import Testing

@testable import ClipMetadata

@Suite("What mediainfo answers")
struct MediaInfoReportTests {
    /// The fields of the only file in an answer, one line each: name, value, key.
    private func fields(_ tracks: String) throws -> [String] {
        let answer = #"{"creatingLibrary":{"version":"99"},"media":{"@ref":"/card/a.mxf","track":[\#(tracks)]}}"#
        let report = try #require(MediaInfoReport.reports(in: Array(answer.utf8))?.first)
        let metadata = report.claims(for: "a.mxf")
        #expect(MetadataField.all.flatMap { $0.texts(metadata) }.allSatisfy { $0.source.file == "a.mxf" })
        return MetadataField.all.flatMap { field in
            field.texts(metadata).map { "\(field.name) \($0.value) [\($0.source.key)]" }
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let tracks: String
        let fields: [String]

        init(_ description: String, _ tracks: String, _ fields: [String]) {
            testDescription = description
            self.tracks = tracks
            self.fields = fields
        }
    }

    private static let timecode = #"{"@type":"Other","Type":"Time code","#

    @Test(
        "Each fact is taken from where it is true, and what nobody says is absent",
        arguments: [
            Case("nothing", "", []),
            Case("a track without kind, members of any kind", #"{"a":[1,{"b":null}],"c":true,"extra":"no"}"#, []),
            Case(
                "numbers as numbers, and as texts",
                #"{"@type":"Video","Width":1920,"Height":"1080","PixelAspectRatio":1.422,"BitDepth":"10"}"#,
                [
                    "width 1920 [Video/Width]", "height 1080 [Video/Height]",
                    "pixel_aspect 1.422 [Video/PixelAspectRatio]", "bit_depth 10 [Video/BitDepth]",
                ]),
            Case(
                "nonsense instead of numbers",
                #"{"@type":"Video","Width":"-1","Height":"0","PixelAspectRatio":"nan","BitDepth":"8 / 10"}"#, []),
            Case(
                "a rate as a fraction, before the same rounded",
                #"{"@type":"Video","FrameRate":"23.976","FrameRate_Num":"24000","FrameRate_Den":"1001"}"#,
                ["project_fps 24000/1001 [Video/FrameRate]"]),
            Case(
                "a rate that is only rounded", #"{"@type":"Video","FrameRate":"59.940"}"#,
                ["project_fps 60000/1001 [Video/FrameRate]"]),
            Case(
                "frames that come as they like have no rate",
                #"{"@type":"Video","FrameRate_Mode":"VFR","FrameRate":"29.832","FrameCount":"300"}"#,
                ["frames 300 [Video/FrameCount]"]),
            Case(
                "the material package's timecode, wherever it stands; never Delay",
                #"{"@type":"Video","FrameRate":"25","Delay":"3600.000"},"#
                    + timecode + #""Format":"SMPTE TC","TimeCode_FirstFrame":"03:00:00:00","FrameRate":"25"},"#
                    + timecode
                    + #""Format":"MXF TC","TimeCode_Settings":"Source Package","TimeCode_FirstFrame":"02:00:00:00"},"#
                    + timecode
                    + #""Format":"MXF TC","TimeCode_Settings":"Material Package","TimeCode_FirstFrame":"01:00:00:00"}"#,
                ["start_tc 01:00:00:00@25 [Other/TimeCode_FirstFrame]", "project_fps 25 [Video/FrameRate]"]),
            Case(
                "the source package's where there is no other",
                timecode + #""Format":"SMPTE TC","TimeCode_FirstFrame":"03:00:00:00","FrameRate":"25"},"#
                    + timecode + #""Format":"MXF TC","TimeCode_Settings":"Source Package","#
                    + #""TimeCode_FirstFrame":"02:00:00:00","FrameRate":"25"}"#,
                ["start_tc 02:00:00:00@25 [Other/TimeCode_FirstFrame]"]),
            Case(
                "drop-frame by its own field, as older versions write it",
                timecode + #""Format":"QuickTime TC","FrameRate_Num":"30000","FrameRate_Den":"1001","#
                    + #""TimeCode_FirstFrame":"10:00:00:02","TimeCode_DropFrame":"Yes","Title":"A001"}"#,
                ["reel A001 [Other/Title]", "start_tc 10:00:00;02@30000/1001 [Other/TimeCode_FirstFrame]"]),
            Case(
                "timecodes that do not exist",
                timecode + #""Format":"QuickTime TC","FrameRate":"25","TimeCode_FirstFrame":"10:00:00:25"}"#, []),
            Case(
                "drop-frame where nothing can be dropped",
                timecode + #""Format":"QuickTime TC","FrameRate":"25","TimeCode_FirstFrame":"10:00:00;24"}"#, []),
            Case(
                "the title of a track that is no timecode is no reel",
                #"{"@type":"Other","Type":"meta","Title":"Core Media Metadata"},{"@type":"Audio","Title":"Boom"}"#, []),
            Case(
                "channels of all tracks",
                #"{"@type":"Audio","Channels":"2","SamplingRate":"48000"},{"@type":"Audio","Channels":"1","SamplingRate":"48000"}"#,
                ["sample_rate 48000 [Audio/SamplingRate]", "channels 3 [Audio/Channels]"]),
            Case(
                "channels that one track does not tell",
                #"{"@type":"Audio","Channels":"2"},{"@type":"Audio","Channels":"9223372036854775808"}"#, []),
            Case(
                "tracks of sound that differ both say so",
                #"{"@type":"Audio","BitDepth":"16"},{"@type":"Audio","BitDepth":"24"}"#,
                ["sample_bits 16 [Audio/BitDepth]", "sample_bits 24 [Audio/BitDepth]"]),
            Case(
                "sound beside a picture does not name the codec",
                #"{"@type":"Audio","Format":"PCM"},{"@type":"Video","Format":"ProRes","Format_Profile":"422 HQ"}"#,
                ["codec ProRes 422 HQ [Video/Format]"]),
            Case(
                "what the trade calls a codec",
                #"{"@type":"Video","Format":"AVC","Format_Profile":"High 4:2:2 Intra","Format_Commercial_IfAny":"AVC-Intra 100"}"#,
                ["codec AVC-Intra 100 [Video/Format_Commercial_IfAny]"]),
            Case(
                "maker and model in either case, and where later versions have them",
                #"{"@type":"General","Encoded_Hardware_Name":"FX6","extra":{"Make":"Sony","MODEL":"ILME-FX6V"}}"#,
                [
                    "make Sony [General/Make]", "model ILME-FX6V [General/MODEL]",
                    "model FX6 [General/Encoded_Hardware_Name]",
                ]),
            Case(
                "the day of the recording, never the day of the file",
                #"{"@type":"General","Encoded_Date":"2026-01-01 00:00:00 UTC","Recorded_Date":"2025-12-31T18:00:03+0100"}"#,
                ["date 2025-12-31 [General/Recorded_Date]"]),
            Case(
                "a day in UTC is not the device's", #"{"@type":"General","Recorded_Date":"2025-12-31 23:00:03 UTC"}"#,
                []),
            Case(
                "a log curve and its primaries",
                #"{"@type":"Video","transfer_characteristics":"S-Log3","colour_primaries":"S-Gamut3.Cine"}"#,
                ["gamma S-Log3 [Video/transfer_characteristics]", "gamut S-Gamut3.Cine [Video/colour_primaries]"]),
            Case(
                "what a Sony notes with its first frame",
                #"{"@type":"Other","Type":"meta","CodecID":"rtmd","extra":{"IrisFNumber_FirstFrame":"1.800032","#
                    + #""ShutterSpeed_Time_FirstFrame":"1/50 s","ISOSensitivity_FirstFrame":"500"}}"#,
                [
                    "aperture F1.8 [Other/IrisFNumber_FirstFrame]", "iso 500 [Other/ISOSensitivity_FirstFrame]",
                    "shutter_time 1/50 [Other/ShutterSpeed_Time_FirstFrame]",
                ]),
        ])
    func claims(_ each: Case) throws {
        #expect(try fields(each.tracks) == each.fields)
    }

    @Test("A list, one object, and files that could not be opened are read; bytes that are no UTF-8 cost no file")
    func shapes() {
        func paths(_ answer: [UInt8]) -> [String]? { MediaInfoReport.reports(in: answer)?.map(\.path) }
        #expect(paths(Array(#"{"media":{"@ref":"/a","track":[]}}"#.utf8)) == ["/a"])
        #expect(paths(Array(#"[{"media":null},{"media":{"@ref":"/b"}},{}]"#.utf8)) == ["/b"])
        #expect(paths(Array(#"{"media":{"@ref":"/"#.utf8) + [0xE9] + Array(#"","track":[]}}"#.utf8)) == ["/\u{FFFD}"])
        #expect(paths([]) == nil)
        #expect(paths(Array("[]".utf8)) == [])
    }

    @Test("An answer cut short anywhere is no answer")
    func cutShort() {
        let answer = Array(#"[{"media":{"@ref":"/a","track":[{"@type":"Video","Width":"1","extra":{"b":"é"}}]}}]"#.utf8)
        for length in answer.indices { #expect(MediaInfoReport.reports(in: Array(answer[..<length])) == nil) }
        #expect(MediaInfoReport.reports(in: answer)?.count == 1)
    }

    @Test("Nesting without end is no answer")
    func deep() {
        #expect(MediaInfoReport.reports(in: Array(repeating: UInt8(ascii: "["), count: 1 << 20)) == nil)
    }
}
