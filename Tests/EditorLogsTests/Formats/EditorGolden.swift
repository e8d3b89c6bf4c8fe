/// What Final Cut Pro and Premiere Pro are given of ``EditorDay``, byte for byte.
enum EditorGolden {
    /// Of ``EditorDay/log``.
    static let finalCut = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE fcpxml>
        <fcpxml version="1.10">
          <resources>
            <format id="r4" name="FFVideoFormat3840x2160p2398" frameDuration="1001/24000s" width="3840" height="2160"/>
            <format id="r5" frameDuration="100/2500s"/>
            <format id="r6" name="FFVideoFormatRateUndefined"/>
            <asset id="r1" name="A001C003_260312_R2GJ" start="864864000/24000s" duration="240240/24000s" hasVideo="1" format="r4" videoSources="1" hasAudio="1" audioSources="1" audioChannels="2" audioRate="48000">
              <media-rep kind="original-media" src="file:///media/RAID/20260312/A001R2GJ/A001C003_260312_R2GJ.mov"/>
              <metadata>
                <md key="com.apple.proapps.studio.reel" value="A001R2GJ"/>
                <md key="com.apple.proapps.mio.cameraName" value="A"/>
                <md key="org.rushes.log.slate" value="27" editable="1" type="string" displayName="Slate" source="Rushes"/>
                <md key="org.rushes.log.sample_bits" value="24" editable="1" type="string" displayName="Sample Bits" source="Rushes"/>
                <md key="org.rushes.log.lens_model" value="Signature 35" editable="1" type="string" displayName="Lens Model" source="Rushes"/>
                <md key="org.rushes.log.iso" value="800" editable="1" type="string" displayName="ISO" source="Rushes"/>
                <md key="org.rushes.log.sound_roll" value="SR001" editable="1" type="string" displayName="Sound Roll" source="Rushes"/>
              </metadata>
            </asset>
            <asset id="r2" name="A001C004_260312_R2GJ" start="0s" duration="5000/2500s" hasVideo="1" format="r5" videoSources="1">
              <media-rep kind="original-media" src="file:///media/RAID/20260312/A001R2GJ/A001C004_260312_R2GJ.mov"/>
              <metadata>
                <md key="com.apple.proapps.studio.reel" value="A001R2GJ"/>
              </metadata>
            </asset>
            <asset id="r3" name="12AT01" start="1729679952/48000s" duration="540540/48000s" hasAudio="1" audioSources="1" audioChannels="2" audioRate="48000">
              <media-rep kind="original-media" src="file:///media/RAID/20260312/SR001/12AT01.WAV"/>
              <metadata>
                <md key="com.apple.proapps.studio.reel" value="SR001"/>
                <md key="org.rushes.log.sample_bits" value="24" editable="1" type="string" displayName="Sample Bits" source="Rushes"/>
                <md key="org.rushes.log.tracks" value="Boom, Lav.Anna" editable="1" type="string" displayName="Tracks" source="Rushes"/>
              </metadata>
            </asset>
          </resources>
          <library>
            <event name="DAY01">
              <asset-clip ref="r1" name="A001C003_260312_R2GJ" start="864864000/24000s" duration="240240/24000s" format="r4" tcFormat="NDF" audioRole="dialogue">
                <note>wide &amp; "slow"&#10;plane at end</note>
                <keyword start="864864000/24000s" duration="240240/24000s" value="Scene 12A; 12B,Circled,Camera A"/>
                <rating name="Circled" start="864864000/24000s" duration="240240/24000s" value="favorite"/>
                <metadata>
                  <md key="com.apple.proapps.studio.reel" value="A001R2GJ"/>
                  <md key="com.apple.proapps.studio.scene" value="12A, 12B"/>
                  <md key="com.apple.proapps.studio.shot" value="3"/>
                  <md key="com.apple.proapps.studio.angle" value="A"/>
                  <md key="com.apple.proapps.mio.cameraName" value="A"/>
                </metadata>
              </asset-clip>
              <asset-clip ref="r2" name="A001C004_260312_R2GJ" start="0s" duration="5000/2500s" format="r5" tcFormat="NDF">
                <keyword start="0s" duration="5000/2500s" value="Scene 12A"/>
                <rating name="No good" start="0s" duration="5000/2500s" value="reject"/>
                <metadata>
                  <md key="com.apple.proapps.studio.reel" value="A001R2GJ"/>
                  <md key="com.apple.proapps.studio.scene" value="12A"/>
                  <md key="com.apple.proapps.studio.shot" value="2PK"/>
                </metadata>
              </asset-clip>
              <asset-clip ref="r3" name="12AT01" start="1729679952/48000s" duration="540540/48000s" format="r6" audioRole="dialogue">
                <keyword start="1729679952/48000s" duration="540540/48000s" value="Scene 12A"/>
                <audio-channel-source srcCh="1" role="dialogue.Boom"/>
                <audio-channel-source srcCh="2" role="dialogue.Lav-Anna"/>
                <metadata>
                  <md key="com.apple.proapps.studio.reel" value="SR001"/>
                  <md key="com.apple.proapps.studio.scene" value="12A"/>
                  <md key="com.apple.proapps.studio.shot" value="3"/>
                </metadata>
              </asset-clip>
              <sync-clip name="A001C003_260312_R2GJ - Synchronized Clip" start="864839976/24000s" duration="270270/24000s" format="r4" tcStart="864839976/24000s" tcFormat="NDF">
                <note>wide &amp; "slow"&#10;plane at end</note>
                <spine>
                  <gap name="Gap" offset="864839976/24000s" start="864839976/24000s" duration="24024/24000s">
                    <asset-clip ref="r3" lane="-1" offset="864839976/24000s" name="12AT01" start="1729679952/48000s" duration="540540/48000s" format="r6" audioRole="dialogue">
                      <audio-channel-source srcCh="1" role="dialogue.Boom"/>
                      <audio-channel-source srcCh="2" role="dialogue.Lav-Anna"/>
                    </asset-clip>
                  </gap>
                  <asset-clip ref="r1" offset="864864000/24000s" name="A001C003_260312_R2GJ" start="864864000/24000s" duration="240240/24000s" format="r4" tcFormat="NDF" audioRole="dialogue"/>
                  <gap name="Gap" offset="865104240/24000s" start="865104240/24000s" duration="6006/24000s"/>
                </spine>
                <keyword start="864839976/24000s" duration="270270/24000s" value="Scene 12A; 12B,Circled,Camera A"/>
                <rating name="Circled" start="864839976/24000s" duration="270270/24000s" value="favorite"/>
                <sync-source sourceID="storyline">
                  <audio-role-source role="dialogue.dialogue-1" active="0"/>
                </sync-source>
                <sync-source sourceID="connected">
                  <audio-role-source role="dialogue.Boom"/>
                  <audio-role-source role="dialogue.Lav-Anna"/>
                </sync-source>
                <metadata>
                  <md key="com.apple.proapps.studio.reel" value="A001R2GJ"/>
                  <md key="com.apple.proapps.studio.scene" value="12A, 12B"/>
                  <md key="com.apple.proapps.studio.shot" value="3"/>
                  <md key="com.apple.proapps.studio.angle" value="A"/>
                  <md key="com.apple.proapps.mio.cameraName" value="A"/>
                </metadata>
              </sync-clip>
            </event>
          </library>
        </fcpxml>

        """#

    /// Of ``EditorDay/mono``.
    static let premiere = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE xmeml>
        <xmeml version="5">
          <project>
            <name>DAY01</name>
            <children>
              <bin>
                <name>A001R2GJ</name>
                <children>
                  <clip id="masterclip-1">
                    <masterclipid>masterclip-1</masterclipid>
                    <ismasterclip>TRUE</ismasterclip>
                    <duration>30</duration>
                    <rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>
                    <in>-1</in>
                    <out>-1</out>
                    <name>A001C003_260312_R2GJ</name>
                    <media>
                      <video>
                        <track>
                          <clipitem id="clipitem-1"><masterclipid>masterclip-1</masterclipid><name>A001C003_260312_R2GJ</name><duration>30</duration><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><start>0</start><end>30</end><in>-1</in><out>-1</out><file id="file-1"><name>A B#1.mov</name><pathurl>file://localhost/media/RAID/20260312/A001R2GJ/CLIP/A%20B%231.mov</pathurl><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><duration>30</duration><timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><string>10:00:00;00</string><frame>1078920</frame><displayformat>DF</displayformat><reel><name>A001</name></reel></timecode><media><video><samplecharacteristics><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><width>1920</width><height>1080</height><pixelaspectratio>square</pixelaspectratio></samplecharacteristics></video><audio><channelcount>1</channelcount></audio></media></file></clipitem>
                        </track>
                      </video>
                      <audio>
                        <track>
                          <clipitem id="clipitem-2"><masterclipid>masterclip-1</masterclipid><name>A001C003_260312_R2GJ</name><duration>30</duration><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><start>0</start><end>30</end><in>-1</in><out>-1</out><file id="file-1"/><sourcetrack><mediatype>audio</mediatype><trackindex>1</trackindex></sourcetrack></clipitem>
                        </track>
                      </audio>
                    </media>
                    <logginginfo>
                      <scene>27/7</scene>
                      <shottake>3*</shottake>
                    </logginginfo>
                    <comments>
                      <mastercomment3>Sound 12AT01.WAV, with the picture</mastercomment3>
                    </comments>
                  </clip>
                </children>
              </bin>
              <bin>
                <name>SR001</name>
                <children>
                  <clip id="masterclip-2">
                    <masterclipid>masterclip-2</masterclipid>
                    <ismasterclip>TRUE</ismasterclip>
                    <duration>30</duration>
                    <rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>
                    <in>-1</in>
                    <out>-1</out>
                    <name>12AT01</name>
                    <media>
                      <audio>
                        <track>
                          <clipitem id="clipitem-3"><masterclipid>masterclip-2</masterclipid><name>12AT01</name><duration>30</duration><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><start>0</start><end>30</end><in>-1</in><out>-1</out><file id="file-2"><name>12AT01.WAV</name><pathurl>file://localhost/media/RAID/20260312/SR001/12AT01.WAV</pathurl><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><duration>30</duration><timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><string>10:00:00;00</string><frame>1078920</frame><displayformat>DF</displayformat></timecode><media><audio><samplecharacteristics><samplerate>48000</samplerate></samplecharacteristics><channelcount>1</channelcount></audio></media></file><sourcetrack><mediatype>audio</mediatype><trackindex>1</trackindex></sourcetrack></clipitem>
                        </track>
                      </audio>
                    </media>
                    <logginginfo>
                      <good>FALSE</good>
                    </logginginfo>
                    <comments>
                      <mastercomment1>No good</mastercomment1>
                    </comments>
                  </clip>
                </children>
              </bin>
              <sequence id="sequence-1">
                <name>DAY01 stringout 29.97 DF</name>
                <duration>30</duration>
                <rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate>
                <timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><string>01:00:00;00</string><frame>107892</frame><displayformat>DF</displayformat></timecode>
                <media>
                  <video>
                    <format>
                      <samplecharacteristics><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><width>1920</width><height>1080</height><pixelaspectratio>square</pixelaspectratio></samplecharacteristics>
                    </format>
                    <track>
                      <clipitem id="clipitem-4"><masterclipid>masterclip-1</masterclipid><name>A001C003_260312_R2GJ</name><duration>30</duration><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><start>0</start><end>30</end><in>0</in><out>30</out><file id="file-1"><name>A B#1.mov</name><pathurl>file://localhost/media/RAID/20260312/A001R2GJ/CLIP/A%20B%231.mov</pathurl><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><duration>30</duration><timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><string>10:00:00;00</string><frame>1078920</frame><displayformat>DF</displayformat><reel><name>A001</name></reel></timecode><media><video><samplecharacteristics><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><width>1920</width><height>1080</height><pixelaspectratio>square</pixelaspectratio></samplecharacteristics></video><audio><channelcount>1</channelcount></audio></media></file><link><linkclipref>clipitem-4</linkclipref></link><link><linkclipref>clipitem-5</linkclipref></link><link><linkclipref>clipitem-6</linkclipref></link></clipitem>
                    </track>
                  </video>
                  <audio>
                    <track>
                      <clipitem id="clipitem-5"><masterclipid>masterclip-1</masterclipid><name>A001C003_260312_R2GJ</name><enabled>FALSE</enabled><duration>30</duration><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><start>0</start><end>30</end><in>0</in><out>30</out><file id="file-1"/><sourcetrack><mediatype>audio</mediatype><trackindex>1</trackindex></sourcetrack><link><linkclipref>clipitem-4</linkclipref></link><link><linkclipref>clipitem-5</linkclipref></link><link><linkclipref>clipitem-6</linkclipref></link></clipitem>
                    </track>
                    <track>
                      <clipitem id="clipitem-6"><masterclipid>masterclip-2</masterclipid><name>12AT01</name><duration>30</duration><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><start>0</start><end>30</end><in>0</in><out>30</out><file id="file-2"><name>12AT01.WAV</name><pathurl>file://localhost/media/RAID/20260312/SR001/12AT01.WAV</pathurl><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><duration>30</duration><timecode><rate><timebase>30</timebase><ntsc>TRUE</ntsc></rate><string>10:00:00;00</string><frame>1078920</frame><displayformat>DF</displayformat></timecode><media><audio><samplecharacteristics><samplerate>48000</samplerate></samplecharacteristics><channelcount>1</channelcount></audio></media></file><sourcetrack><mediatype>audio</mediatype><trackindex>1</trackindex></sourcetrack><link><linkclipref>clipitem-4</linkclipref></link><link><linkclipref>clipitem-5</linkclipref></link><link><linkclipref>clipitem-6</linkclipref></link></clipitem>
                    </track>
                  </audio>
                </media>
              </sequence>
            </children>
          </project>
        </xmeml>

        """#
}
