import EditorLogs
import Foundation
import MediaTime
import Testing

@Suite("OpenTimelineIO bins")
struct TimelineBinTests {
    private func bin(_ clips: [LoggedClip], _ map: PathMap = PathMap()) throws -> LogFiles {
        try LogFormat.otio.files(ShotDay.log(clips), LogOptions(name: "DAY01", map: map))
    }

    @Test("A clip is a whole clip of its roll, with its media's own times and all that is known of it")
    func golden() throws {
        let clip = ShotDay.picture("A1", start: "10:00:00;00@30000/1001", frames: 30, saying: [.scene: "12\"A\u{1}"])
        let made = try bin([clip], PathMap([try #require(PathMap.Entry("/media/RAID=/Volumes/RAID é"))]))
        #expect(made.files.map(\.name) == ["DAY01.otio"])
        #expect(made.exceptions.isEmpty)
        #expect(
            made.text("DAY01.otio")
                == #"""
                {
                  "OTIO_SCHEMA": "SerializableCollection.1",
                  "metadata": {},
                  "name": "DAY01",
                  "children": [
                    {
                      "OTIO_SCHEMA": "SerializableCollection.1",
                      "metadata": {
                        "rushes": {
                          "copies": [
                            {
                              "at": "2026-03-12T19:00:00Z",
                              "path": "/media/RAID/20260312/A001R2GJ",
                              "record": "ingest.json"
                            }
                          ],
                          "kind": "picture",
                          "title": "ARRI"
                        }
                      },
                      "name": "20260312/A001R2GJ",
                      "children": [
                        {
                          "OTIO_SCHEMA": "Clip.2",
                          "metadata": {
                            "rushes": {
                              "clip": "A1",
                              "drop_frame": true,
                              "evidence": [
                                "proved"
                              ],
                              "family": "arri-classic",
                              "files": [
                                {
                                  "checksum": "xxh64:3fbae6c7797a9d28",
                                  "path": "A1.mov",
                                  "role": "essence",
                                  "size": 1000000
                                }
                              ],
                              "frames": "30",
                              "kind": "picture",
                              "scene": "12\"A\u0001",
                              "source": "A1.mov",
                              "start_tc": "10:00:00;00@30000/1001"
                            }
                          },
                          "name": "A1",
                          "source_range": null,
                          "effects": [],
                          "markers": [],
                          "enabled": true,
                          "media_references": {
                            "DEFAULT_MEDIA": {
                              "OTIO_SCHEMA": "ExternalReference.1",
                              "metadata": {},
                              "name": "A1.mov",
                              "available_range": {
                                "OTIO_SCHEMA": "TimeRange.1",
                                "duration": {
                                  "OTIO_SCHEMA": "RationalTime.1",
                                  "rate": 29.97002997002997,
                                  "value": 30.0
                                },
                                "start_time": {
                                  "OTIO_SCHEMA": "RationalTime.1",
                                  "rate": 29.97002997002997,
                                  "value": 1078920.0
                                }
                              },
                              "available_image_bounds": null,
                              "target_url": "file:///Volumes/RAID%20%C3%A9/20260312/A001R2GJ/A1.mov"
                            }
                          },
                          "active_media_reference_key": "DEFAULT_MEDIA"
                        }
                      ]
                    }
                  ]
                }

                """#)
    }

    @Test("What has no timecode or no length has no range")
    func unknown() throws {
        let made = try bin([ShotDay.picture("A", start: nil), ShotDay.picture("B", frames: nil)])
        #expect(made.text("DAY01.otio")?.ranges(of: "\"available_range\": null").count == 2)
    }

    @Test("What no map covers is missing in the cutting room, and listed")
    func outsideMap() throws {
        let made = try bin([ShotDay.picture()], PathMap([try #require(PathMap.Entry("/mnt=/Volumes"))]))
        #expect(made.text("DAY01.otio")?.contains("MissingReference.1") == true)
        #expect(made.text("DAY01.otio")?.contains("target_url") == false)
        #expect(made.exceptions.map(\.code) == [.outsideMap])
    }

    @Test(
        "Addresses are those of RFC 8089",
        arguments: [
            ("/Volumes/a b", "file:///Volumes/a%20b"), ("D:/Media", "file:///D:/Media"),
            ("//nas/day", "file://nas/day"),
            ("/x#?%", "file:///x%23%3F%25"),
        ])
    func addresses(_ there: String, _ address: String) throws {
        let made = try bin([ShotDay.picture("A")], PathMap([try #require(PathMap.Entry("/media/RAID=\(there)"))]))
        #expect(made.text("DAY01.otio")?.contains("\"\(address)/20260312/A001R2GJ/A.mov\"") == true)
    }

    @Test(
        "OpenTimelineIO reads every clip with its name, its exact range and its fields",
        .enabled(if: PythonJudge.isThere),
        arguments: 1...4 as ClosedRange<UInt64>)
    func judged(seed: UInt64) throws {
        let log = try OddDay.log(clips: 300, seed: seed)
        let made = try LogFormat.otio.files(log, LogOptions(name: "DAY01"))
        let answer = try #require(PythonJudge.ask(TimelineBinTests.script, about: made.byName) as? [[Any]])
        let clips = [0, 1].flatMap { roll in log.clips.filter { $0.roll == roll } }
        try #require(answer.count == clips.count)
        for (read, clip) in zip(answer, clips) {
            #expect(read[0] as? String == clip.name.filter { $0 != "\0" })
            #expect(read[1] as? String == clip.values[.scene]?.filter { $0 != "\0" })
            guard let start = clip.start, clip.kind == .sound || clip.length != nil else {
                #expect(read[2] is NSNull)
                continue
            }
            let rate = start.base.rate
            #expect(read[2] as? Double == Double(start.frame))
            // It parses decimals to within the last bit.
            let exact = Double(rate.numerator) / Double(rate.denominator)
            #expect(abs((read[4] as? Double ?? 0) - exact) <= exact.ulp * 2)
            let sampled = 480_001.0 / 48_000 * exact
            #expect(abs((read[3] as? Double ?? -1) - (clip.length.map(Double.init) ?? sampled)) < 1e-6)
        }
    }

    @Test(
        "OpenTimelineIO finds the files of a sequence of frames and of a clip at their addresses",
        .enabled(if: PythonJudge.isThere))
    func sequence() throws {
        let frames = LoggedClip.Frames(
            folder: "A001 C", prefix: "A001 C.", suffix: ".dpx", runs: [86_400...86_401], digits: 7, count: 2, size: 9)
        let clip = LoggedClip(
            kind: .picture, roll: 0, clip: "A001", family: "frames", source: "A001 C/A001 C.0086400.dpx", files: [],
            frames: frames,
            values: LogValues([
                .start: LoggedValue("01:00:00:00@24", LogSource(.sidecar, "x")),
                .frames: LoggedValue("2", LogSource(.sidecar, "x")),
            ]))
        let script = """
            import json, opentimelineio as otio
            clip = otio.adapters.read_from_file('DAY01.otio').find_clips()[0].media_reference
            print(json.dumps([clip.target_url_for_image_number(n) for n in range(clip.number_of_images_in_sequence())]))
            """
        let urls = try PythonJudge.ask(script, about: bin([clip]).byName) as? [String]
        let folder = "file:///media/RAID/20260312/A001R2GJ/A001%20C/A001%20C"
        #expect(urls == ["\(folder).0086400.dpx", "\(folder).0086401.dpx"])
    }

    /// Of each clip its name, scene, first frame, frames and rate.
    private static let script = """
        import json, opentimelineio as otio
        bin = otio.adapters.read_from_file('DAY01.otio')
        answer = []
        for clip in bin.find_clips():
            assert type(clip).__name__ == 'Clip' and type(clip.media_reference).__name__ == 'ExternalReference'
            range = clip.media_reference.available_range
            answer.append([clip.name, clip.metadata['rushes'].get('scene')] + (
                [range.start_time.value, range.duration.value, range.duration.rate] if range else [None] * 3))
        print(json.dumps(answer))
        """
}
