import Testing

@testable import ClipMetadata

/// Own fixtures after the captions that public readers of them are tested with.
@Suite("Captions of drones") struct DJICaptionTests {
    private func captions(_ body: String, times: Int = 3) -> String {
        (1...times).map { "\($0)\n00:00:0\($0 % 10),000 --> 00:00:0\($0 % 10),033\n\(body)\n" }.joined(separator: "\n")
    }

    private func lines(_ text: String) throws -> [String] {
        try DJICaptions(Array(text.utf8), at: "DJI_0001.SRT").metadata.saidLines
    }

    @Test("of the first Mavics have longitude before latitude, and count satellites")
    func mavicPro() throws {
        let body = """
            HOME(11.5750,48.1370) 2018.5.1 10:12:45
            GPS(11.5754,48.1371,16) BAROMETER:80.0
            ISO:100 Shutter:60 EV: 0 Fnum:2.2
            """
        #expect(
            try lines(captions(body)) == [
                "date 2018-05-01 <- date", "time 10:12:45 <- date", "aperture F2.2 <- Fnum", "iso 100 <- ISO",
                "shutter_time 1/60 <- Shutter", "location +48.1371 +11.5754 <- GPS",
            ])
    }

    @Test("of the first Phantoms have other names for the same")
    func phantom() throws {
        let body = "GPS(11.5754,48.1371,16) Hb:1.9 Hs:1.9\nISO:100 TV:60 EV: 0 IR:F2.8"
        #expect(
            try lines(captions(body)) == [
                "aperture F2.8 <- IR", "iso 100 <- ISO", "shutter_time 1/60 <- TV", "location +48.1371 +11.5754 <- GPS",
            ])
    }

    @Test("of the Mavic Mini and the Phantom 4 RTK stand on one line")
    func compact() throws {
        let tail = "HOME (11.5, 48.1, 103.55m), D 75.36m, H 76.19m, H.S n/a, V.S 0.00m/s, F.PRY (-5.3°, 2.1°, 28.3°)"
        for name in ["GPS", "RTK"] {
            let body = "F/6.3, SS 206.14, ISO 150, EV -1.7, \(name) (-82.6669, 27.7716, 10), \(tail)"
            #expect(
                try lines(captions(body)) == [
                    "aperture F6.3 <- F", "iso 150 <- ISO", "shutter_time 1/206.14 <- SS",
                    "location +27.7716 -82.6669 <- \(name)",
                ])
        }
    }

    @Test("of the Matrice 300 have latitude first, and metres with their unit")
    func matrice() throws {
        let body = "2022.06.21 16:06:17\nGPS(36.6146,-6.1120,0.0M) BAROMETER:0.3M"
        #expect(
            try lines(captions(body)) == [
                "date 2022-06-21 <- date", "time 16:06:17 <- date", "location +36.6146 -6.112 <- GPS",
            ])
    }

    @Test("in brackets write hundredths and tenths where they write no point")
    func brackets() throws {
        let body = """
            <font size="36">SrtCnt : 1, DiffTime : 33ms
            2022-08-07 13:40:40,774,808
            [iso : 100] [shutter : 1/80.0] [fnum : 280] [ev : 0] [ct : 5744] [color_md : default] [focal_len : 240] \
            [dzoom_ratio: 10000, delta:0],[latitude: 41.424724] [longtitude: 2.234156] [altitude: 117.000000] </font>
            """
        let expected = [
            "date 2022-08-07 <- date", "time 13:40:40 <- date", "focal_length 24 <- focal_len", "aperture F2.8 <- fnum",
            "iso 100 <- iso", "white_balance 5744 <- ct", "shutter_time 1/80 <- shutter",
            "location +41.424724 +2.234156 <- latitude",
        ]
        #expect(try lines(captions(body)) == expected)
        #expect(try lines("\u{FEFF}" + captions(body).replacing("\n", with: "\r\n")) == expected)
    }

    @Test("of the Mavic 3 and later write numbers as they are, and the height above the sea")
    func mavic3() throws {
        let body = """
            <font size="28">FrameCnt: 1, DiffTime: 16ms
            2026-03-14 09:30:40.123
            [iso: 400] [shutter: 1/2500.0] [fnum: 1.7] [ev: -1.0] [color_md: d_log] [focal_len: 24.00] \
            [latitude: -22.724555] [longitude: -47.602414] [rel_alt: 0.300 abs_alt: 549.679] [ct: 5023] \
            [gb_yaw: -12.3 gb_pitch: -89.9 gb_roll: 0] </font>
            """
        #expect(
            try lines(captions(body)) == [
                "date 2026-03-14 <- date", "time 09:30:40 <- date", "focal_length 24 <- focal_len",
                "aperture F1.7 <- fnum", "iso 400 <- iso", "white_balance 5023 <- ct", "shutter_time 1/2500 <- shutter",
                "gamma d_log <- color_md", "location -22.724555 -47.602414 +549.679 <- latitude",
            ])
    }

    @Test("begin before the receiver has a fix: the first place is the first that is one")
    func fix() throws {
        let none = "[iso: 100] [shutter: 1/50.0] [latitude: 0.000000] [longitude: 0.000000] [rel_alt: 0.0 abs_alt: 0.0]"
        let some = "[iso: 200] [shutter: 1/60.0] [latitude: 48.1371] [longitude: 11.5754]"
        #expect(try lines(captions(none)) == ["iso 100 <- iso", "shutter_time 1/50 <- shutter"])
        #expect(
            try lines(captions(none, times: 4) + "\n" + captions(some)) == [
                "iso 100 <- iso", "shutter_time 1/50 <- shutter", "location +48.1371 +11.5754 <- latitude",
            ])
    }

    @Test("that name a thing and say nothing of it are passed over: a later one may")
    func sayingNothing() throws {
        let none = "[iso: 100] [shutter: 1/50.0] [color_md: ] [fnum: ]"
        #expect(try lines(captions(none)) == ["iso 100 <- iso", "shutter_time 1/50 <- shutter"])
        let some = "[iso: 100] [shutter: 1/50.0] [color_md: d_log]"
        #expect(
            try lines(captions(none, times: 4) + "\n" + captions(some)) == [
                "iso 100 <- iso", "shutter_time 1/50 <- shutter", "gamma d_log <- color_md",
            ])
    }

    @Test("are no drone's unless three of them are")
    func others() {
        let film = captions("Set the ISO to 100!\nAnd meet me at GPS (home).")
        let sentence = "wrong-format: fewer than 3 of its captions are a drone's"
        let broken = [
            "", "1\n", film, captions("ISO:100 Shutter:60", times: 2), "ISO:100 Shutter:60\n\nISO:100 Shutter:60",
            captions("GPS(E: 120.000001, N: 20.000001, 001.01m)"), captions("GPS(nan,inf,1)"), captions("[iso : ] ["),
            captions("GPS (1"), captions("<font ISO:100 Shutter:60"), captions("[latitude: ] [longitude: 1"),
        ]
        for text in broken { #expect(refusal(DJICaptions.self, text) == sentence, "\(text.prefix(80))") }
        #expect(refusal(DJICaptions.self, captions("ISO:100 Shutter:60")) == nil)
    }

    @Test("of two hours are read at their start alone")
    func long() throws {
        let few = captions("ISO:100 Shutter:60")
        let filling = String(repeating: "x", count: 1_000_000) + "\n"
        #expect(
            try lines(few + String(repeating: filling, count: 9) + captions("GPS(11.5754,48.1371,16)"))
                == ["iso 100 <- ISO", "shutter_time 1/60 <- Shutter"])
    }

    @Test("cut short at any place end nothing but themselves")
    func cut() {
        let text = Array(captions("GPS(11.5754,48.1371,16)\nISO:100 Shutter:60 Fnum:2.2").utf8)
        for length in 0..<text.count {
            let sentence = refusal(DJICaptions.self, Array(text[..<length]))
            #expect(sentence == nil || sentence?.hasPrefix("wrong-format: ") == true, "\(length)")
        }
    }
}

@Suite("Published captions", .enabled(if: RealSidecars.areThere)) struct RealCaptionTests {
    @Test(
        "of three models say where and when",
        arguments: [
            (
                "old_format",
                [
                    "date 2017-08-05 <- date", "time 14:11:51 <- date", "aperture F2.8 <- IR", "iso 100 <- ISO",
                    "shutter_time 1/60 <- TV", "location -20.2533 +149.0251 <- GPS",
                ]
            ),
            (
                "mavic_2_style",
                [
                    "date 2017-08-05 <- date", "time 14:11:51 <- date", "aperture F2.2 <- fnum", "iso 100 <- iso",
                    "shutter_time 1/60 <- shutter", "location -20.2533 +149.0251 <- latitude",
                ]
            ),
            (
                "mavic_mini",
                [
                    "aperture F2.8 <- F", "iso 260 <- ISO", "shutter_time 1/30.15 <- SS",
                    "location +48.0771 -121.7458 <- GPS",
                ]
            ),
        ])
    func models(_ name: String, _ lines: [String]) throws {
        let bytes = try RealSidecars.bytes("dji/\(name).SRT")
        #expect(try DJICaptions(bytes, at: "\(name).SRT").metadata.saidLines == lines)
    }
}
