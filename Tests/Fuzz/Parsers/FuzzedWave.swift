internal import ClipMetadata
internal import RushesFixtures

/// Recordings of sound: the structure of WAVE, and what recorders write into it.
enum FuzzedWave {
    static func read(_ bytes: [UInt8]) {
        guard let file = try? WaveFile(MemoryBytes(bytes), at: "A.WAV") else { return }
        precondition((file.samples ?? 0) <= bytes.count, "no sample takes less than a byte")
        let said = file.metadata
        precondition(file.timecodeBase != nil || said.start.all.isEmpty, "no timecode without a rate")
    }

    static let seeds = WaveBuilder.Form.allCases.flatMap { form in
        [false, true].map { isBehind in
            var take = WaveBuilder(
                bext: .init(
                    description: "sSPEED=023.976-ND\r\nsSCENE=A101\r\nsTRK1=Boom", originator: "Sound Dev: 702T S#GR1",
                    timeReference: 2_190_940_753),
                ixml: "<SCENE>A101</SCENE><SPEED><TIMECODE_RATE>24000/1001</TIMECODE_RATE>"
                    + "<TIMECODE_FLAG>NDF</TIMECODE_FLAG><TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO>-5"
                    + "</TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO></SPEED><FILE_SET><TOTAL_FILES>2</TOTAL_FILES></FILE_SET>"
                    + "<TRACK_LIST><TRACK><NAME>Boom</NAME></TRACK></TRACK_LIST>", samples: 9)
            take.form = form
            take.ixmlAfterData = isBehind
            take.padding = [0x20, 0, 0x3C]
            return take.bytes
        }
    }
}
