import ClipMetadata
import MediaTime
import RushesFixtures
import Testing

@Suite("Claims of a recording of sound") struct SoundClaimsTests {
    private func metadata(_ take: WaveBuilder) throws -> ClipMetadata {
        try WaveFile(MemoryBytes(take.bytes), at: "T.WAV").metadata
    }

    private func starts(_ take: WaveBuilder) throws -> [String] {
        try metadata(take).start.all.map(\.value.metadataText)
    }

    @Test("iXML is believed before bext, and both are kept with where they stood")
    func order() throws {
        let claims = try metadata(
            WaveBuilder(
                bext: .init(description: "SCENE=4\r\nTAKE=001\r\nTR1=Tr1\r\nTR2=Tr2\r\nTAPE=R1"),
                ixml: "<SCENE>4B</SCENE><TAKE>1</TAKE><TRACK_LIST><TRACK><NAME>BOOM</NAME></TRACK>"
                    + "<TRACK><INTERLEAVE_INDEX>2</INTERLEAVE_INDEX></TRACK></TRACK_LIST>"))
        #expect(claims.scene.all.map(\.value) == ["4B", "4"])
        #expect(
            claims.scene.best(in: [.soundRoll])?.source == ValueSource(.soundRoll, file: "T.WAV", key: "iXML/SCENE"))
        #expect(claims.take.all.map(\.value) == ["1", "001"])
        #expect(claims.tracks.all.map(\.value) == [["", "BOOM"], ["Tr1", "Tr2"]])
        #expect(claims.soundRoll.all.map(\.source.key) == ["bext/Description/TAPE"])
        #expect(claims.isCircled.all == [])
        #expect(claims.channels.all.map(\.source.origin) == [.container])
    }

    @Test("the timecode of the start is exact at every rate, and needs one")
    func start() throws {
        let rows: [(UInt64, String?, String?, [String])] = [
            (2_190_940_753, "24000/1001", "NDF", ["12:39:59:00@24000/1001"]),
            (1_728_000_000, "25/1", "NDF", ["10:00:00:00@25"]),
            (1_729_728_000, "23976/1000", "NDF", ["10:00:00:00@24000/1001"]),
            (1_727_998_272, "30000/1001", "DF", ["10:00:00;00@30000/1001"]),
            (1_728_000_000, nil, nil, []), (1_728_000_000, "30000/1001", nil, []),
            (1_728_000_000, "25", nil, ["10:00:00:00@25"]), (.max, "25", nil, []),
        ]
        for (samples, rate, flag, expected) in rows {
            let speed =
                (rate.map { "<TIMECODE_RATE>\($0)</TIMECODE_RATE>" } ?? "")
                + (flag.map { "<TIMECODE_FLAG>\($0)</TIMECODE_FLAG>" } ?? "")
            let take = WaveBuilder(bext: .init(timeReference: samples), ixml: "<SPEED>\(speed)</SPEED>")
            #expect(try starts(take) == expected, "\(samples) at \(rate ?? "no rate")")
        }
    }

    @Test("the slate's own speed counts where iXML names none")
    func slateSpeed() throws {
        for (speed, expected) in [
            ("023.976-ND", ["12:39:59:00@24000/1001"]), ("029.97DF", ["12:40:44;18@30000/1001"]),
            ("025.000-ND", ["12:40:44:15@25"]), ("fast", []), ("023.976-DF", []),
        ] {
            let bext = WaveBuilder.Broadcast(description: "sSPEED=\(speed)", timeReference: 2_190_940_753)
            #expect(try starts(WaveBuilder(bext: bext)) == expected, "\(speed)")
        }
        let claims = try metadata(WaveBuilder(bext: .init(timeReference: 77)))
        #expect(claims.samplesSinceMidnight.all.map(\.value) == [77])
        #expect(claims.start.all == [])
    }

    @Test("timecode counts the samples that the stamp names: 48,048 a second are pulled up")
    func pullUp() throws {
        let take = WaveBuilder(
            bext: .init(timeReference: 36_036 * 48_048),
            ixml: "<SPEED><TIMECODE_RATE>24000/1001</TIMECODE_RATE><TIMESTAMP_SAMPLE_RATE>48048</TIMESTAMP_SAMPLE_RATE>"
                + "<FILE_SAMPLE_RATE>48000</FILE_SAMPLE_RATE></SPEED>")
        #expect(try starts(take) == ["10:00:00:00@24000/1001"])
    }

    @Test("only originators whose form is known name a recorder")
    func recorders() throws {
        for (originator, make, model, serial) in [
            ("Sound Dev: 702T S#GR1112089007", "Sound Devices", "702T", "GR1112089007"),
            ("Sound Dev: MixPre-6 II S#X", "Sound Devices", "MixPre-6 II", "X"),
            ("ZOOM F8n", "ZOOM", "F8n", nil), ("Pro Tools", nil, nil, nil), ("Sound Dev", nil, nil, nil),
            ("", nil, nil, nil),
        ] {
            let claims = try metadata(WaveBuilder(bext: .init(originator: originator)))
            #expect(claims.make.all.map(\.value) == [make].compactMap(\.self), "\(originator)")
            #expect(claims.model.all.map(\.value) == [model].compactMap(\.self), "\(originator)")
            #expect(claims.serial.all.map(\.value) == [serial].compactMap(\.self), "\(originator)")
        }
    }
}
