import ClipMetadata
import FileTree
import Foundation
import RushesFixtures
import Testing

/// Programs of others that read the same files, found on the path; the tests pass without them.
enum SoundJudge {
    /// What a program prints as JSON: an object, or the first of a list.
    static func object(_ data: Data?) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: #require(data))
        return try #require(json as? [String: Any] ?? (json as? [[String: Any]])?.first)
    }
}

@Suite("Recordings as other programs read them") struct SoundJudgeTests {
    /// Recordings in all forms, and the published ones.
    private func recordings(
        in forms: [WaveBuilder.Form] = WaveBuilder.Form.allCases,
        _ check: (_ path: String, _ ours: WaveFile) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            var card = CardBuilder([:])
            for form in forms {
                var take = WaveBuilder(
                    bext: .init(
                        description: "sSCENE=12A\r\nsTAKE=06", originator: "ZOOM F8", reference: "REF1",
                        timeReference: 8_294_304_000),
                    ixml: """
                        <SCENE>12A</SCENE><TAKE>06</TAKE><TAPE>R1</TAPE>
                        <FILE_SET><FAMILY_UID>F1</FAMILY_UID></FILE_SET>
                        <TRACK_LIST><TRACK><NAME>Boom</NAME></TRACK></TRACK_LIST>
                        """, samples: 9600)
                (take.form, take.channels, take.sampleRate) = (form, 3, 96_000)
                take.ixmlAfterData = form == .bw64
                card[try #require(RelativePath("\(form).WAV"))] = .bytes(take.bytes)
            }
            try card.write(intoFolder: folder)
            var paths = forms.map { "\(folder)/\($0).WAV" }
            if RealRecordings.areThere {
                paths += ["A101_1", "A101_1_1", "A101_1_2", "A101_3"].map { "\(RealRecordings.folder)/\($0).WAV" }
            }
            for path in paths {
                let bytes = try #require(FileManager.default.contents(atPath: path))
                try check(path, WaveFile(MemoryBytes(Array(bytes)), at: path))
            }
        }
    }

    @Test("ffprobe", .enabled(if: OutsideProgram.areThere(.ffprobe)))
    func ffprobe() throws {
        try recordings { path, ours in
            let said = try SoundJudge.object(
                OutsideProgram.ffprobe.output(["-v", "error", "-of", "json", "-show_streams", "-show_format", path]))
            let stream = try #require((said["streams"] as? [[String: Any]])?.first)
            let tags = try #require((said["format"] as? [String: Any])?["tags"] as? [String: Any])
            #expect(stream["channels"] as? Int == ours.format?.channels)
            #expect(stream["sample_rate"] as? String == ours.format.map { "\($0.sampleRate)" })
            #expect(stream["bits_per_sample"] as? Int == ours.format?.bits)
            #expect(stream["duration_ts"] as? Int == ours.samples)
            #expect(tags["time_reference"] as? String == ours.bext?.timeReference.map { "\($0)" })
            #expect(tags["date"] as? String == ours.bext?.date?.metadataText)
            #expect(tags["encoded_by"] as? String == ours.bext?.originator)
        }
    }

    @Test("MediaInfo", .enabled(if: OutsideProgram.areThere(.mediainfo)))
    func mediaInfo() throws {
        // Versions before 2024 do not know BW64.
        try recordings(in: [.riff, .rf64]) { path, ours in
            let said = try SoundJudge.object(OutsideProgram.mediainfo.output(["--Output=JSON", path]))
            let tracks = try #require((said["media"] as? [String: Any])?["track"] as? [[String: Any]])
            let audio = try #require(tracks.first { $0["@type"] as? String == "Audio" })
            #expect(audio["Channels"] as? String == ours.format.map { "\($0.channels)" })
            #expect(audio["SamplingRate"] as? String == ours.format.map { "\($0.sampleRate)" })
            #expect(audio["BitDepth"] as? String == ours.format.map { "\($0.bits)" })
        }
    }

    @Test("exiftool", .enabled(if: OutsideProgram.areThere(.exiftool)))
    func exiftool() throws {
        try recordings(in: [.riff, .rf64]) { path, ours in
            let said = try SoundJudge.object(OutsideProgram.exiftool.output(["-json", "-n", path]))
            #expect(said["NumChannels"] as? Int == ours.format?.channels)
            #expect(said["SampleRate"] as? Int == ours.format?.sampleRate)
            #expect(said["BitsPerSample"] as? Int == ours.format?.bits)
            #expect(said["TimeReference"] as? Int == ours.bext?.timeReference)
            #expect(said["Originator"] as? String == ours.bext?.originator)
            #expect(said["BwfxmlScene"] as? String == ours.ixml?.scene)
        }
    }

    @Test("wavinfo", .enabled(if: OutsideProgram.hasPython("wavinfo")))
    func wavinfo() throws {
        let program = """
            import sys, json, wavinfo
            w = wavinfo.WavInfoReader(sys.argv[1])
            print(json.dumps({'channels': w.fmt.channel_count, 'rate': w.fmt.sample_rate, 'bits': w.fmt.bits_per_sample,
              'frames': w.data.frame_count, 'reference': w.bext.time_reference, 'date': w.bext.originator_date,
              'scene': w.ixml.scene, 'take': w.ixml.take, 'tape': w.ixml.tape, 'family': w.ixml.family_uid,
              'tracks': [t.name for t in w.ixml.track_list]}))
            """
        try recordings { path, ours in
            let said = try SoundJudge.object(OutsideProgram.python(program, path))
            #expect(said["channels"] as? Int == ours.format?.channels)
            #expect(said["rate"] as? Int == ours.format?.sampleRate)
            #expect(said["bits"] as? Int == ours.format?.bits)
            #expect(said["frames"] as? Int == ours.samples)
            #expect(said["reference"] as? Int == ours.bext?.timeReference)
            #expect(said["date"] as? String == ours.bext?.date?.metadataText)
            #expect(said["scene"] as? String == ours.ixml?.scene)
            #expect(said["take"] as? String == ours.ixml?.take)
            #expect(said["tape"] as? String == ours.ixml?.tape)
            #expect(said["family"] as? String == ours.ixml?.fileSet.familyUID)
            #expect(said["tracks"] as? [String] == ours.ixml?.tracks.compactMap(\.name))
        }
    }
}
