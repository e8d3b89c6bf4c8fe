internal import MediaTime
internal import XMLText

extension IXML {
    /// No recorder writes more than 20 KB, padding included.
    static let largest = 1 << 20

    /// Reads a chunk as it stands in the file: the document, and whatever the recorder filled it up with.
    init(chunk: [UInt8]) throws(XMLReadError) {
        let document = IXML.document(in: chunk)
        let elements = IXMLElements()
        do throws(XMLReadError) {
            try XMLReader.read(document, visitor: elements)
        } catch {
            // Some recorders pass the mixer's letters on in Latin-1 and still say UTF-8.
            guard String(validating: document, as: UTF8.self) == nil else { throw error }
            let again = IXMLElements()
            try XMLReader.read(Array(latin1(document).utf8), visitor: again)
            self.init(again)
            return
        }
        self.init(elements)
    }

    /// The document without the NULs before and behind it, and without what an older, longer one left behind it.
    private static func document(in chunk: [UInt8]) -> [UInt8] {
        // In UTF-16 every other byte is NUL: then it is left as it is.
        guard let first = chunk.first, first < 0xFE, first != 0, chunk.dropFirst().first != 0 else { return chunk }
        let text = chunk.prefix { $0 != 0 }.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let last = Array("</BWFXML>".utf8)
        guard let end = text.indices.first(where: { text[$0] == last[0] && text[$0...].starts(with: last) }) else {
            return Array(text)
        }
        return Array(text[..<(end + last.count)])
    }

    /// Takes the values that the elements have.
    private init(_ elements: IXMLElements) {
        let values = elements.values
        project = values["PROJECT"]
        scene = values["SCENE"]
        take = values["TAKE"]
        tape = values["TAPE"]
        isCircled = values["CIRCLED"].flatMap(IXML.truth)
        isNoGood = values["NO_GOOD"].flatMap(IXML.truth)
        isFalseStart = values["FALSE_START"].flatMap(IXML.truth)
        isWildTrack = values["WILD_TRACK"].flatMap(IXML.truth)
        takeTypes = (values["TAKE_TYPE"] ?? "").split(separator: ",").compactMap { $0.said?.uppercased() }
        note = values["NOTE"]
        userBits = values["UBITS"]
        fileUID = values["FILE_UID"]
        originalFilename = values["HISTORY/ORIGINAL_FILENAME"]
        speed = Speed(values)
        fileSet = FileSet(values)
        tracks = elements.tracks.map(Track.init)
        syncPoints = elements.syncPoints.map(SyncPoint.init)
        preRecordSamples = values["PRE_RECORD_SAMPLECOUNT"].flatMap { Int($0) }
        timeReference = IXML.joined(values["BEXT/BWF_TIME_REFERENCE_HIGH"], values["BEXT/BWF_TIME_REFERENCE_LOW"])
    }

    private static func truth(_ text: String) -> Bool? {
        switch text.uppercased() {
        case "TRUE": true
        case "FALSE": false
        default: nil
        }
    }

    /// A number of 64 bits from its halves, which some writers print as signed numbers of 32 bits.
    fileprivate static func joined(_ high: String?, _ low: String?) -> Int? {
        guard let low = low.flatMap(half), let high = half(high ?? "0") else { return nil }
        return Int(exactly: UInt64(high) << 32 | UInt64(low))
    }

    private static func half(_ text: String) -> UInt32? {
        UInt32(text) ?? Int32(text).map { UInt32(bitPattern: $0) }
    }
}

extension IXML.Speed {
    fileprivate init(_ values: [String: String]) {
        func value(_ name: String) -> String? { values["SPEED/" + name] }
        note = value("NOTE")
        masterRate = value("MASTER_SPEED").flatMap { FrameRate($0) }
        currentRate = value("CURRENT_SPEED").flatMap { FrameRate($0) }
        timecodeRate = value("TIMECODE_RATE").flatMap { FrameRate($0) }
        isDropFrame = value("TIMECODE_FLAG").flatMap(WrittenTimecodeBase.dropFrame)
        fileSampleRate = value("FILE_SAMPLE_RATE").flatMap { Int($0) }
        digitizerSampleRate = value("DIGITIZER_SAMPLE_RATE").flatMap { Int($0) }
        timestampSampleRate = value("TIMESTAMP_SAMPLE_RATE").flatMap { Int($0) }
        bits = value("AUDIO_BIT_DEPTH").flatMap { Int($0) }
        samplesSinceMidnight = IXML.joined(
            value("TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI"), value("TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO"))
    }
}

extension IXML.FileSet {
    fileprivate init(_ values: [String: String]) {
        totalFiles = values["FILE_SET/TOTAL_FILES"].flatMap { Int($0) }
        familyUID = values["FILE_SET/FAMILY_UID"]
        familyName = values["FILE_SET/FAMILY_NAME"]
        index = values["FILE_SET/FILE_SET_INDEX"]
    }
}

extension IXML.Track {
    fileprivate init(_ values: [String: String]) {
        channel = values["CHANNEL_INDEX"].flatMap { Int($0) }
        interleave = values["INTERLEAVE_INDEX"].flatMap { Int($0) }
        name = values["NAME"]
        function = values["FUNCTION"]
    }
}

extension IXML.SyncPoint {
    fileprivate init(_ values: [String: String]) {
        type = values["SYNC_POINT_TYPE"]
        function = values["SYNC_POINT_FUNCTION"]
        comment = values["SYNC_POINT_COMMENT"]
        samples = IXML.joined(values["SYNC_POINT_HIGH"], values["SYNC_POINT_LOW"])
    }
}

/// Text in ISO 8859-1, which every byte is a character of.
private func latin1(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}

/// Collects the texts of a document by their paths below the root; of one path the first that is not empty.
private final class IXMLElements: XMLVisitor {
    private(set) var values: [String: String] = [:]
    private(set) var tracks: [[String: String]] = []
    private(set) var syncPoints: [[String: String]] = []
    private var path: [String] = []

    func begin(_ element: XMLElement) throws(XMLReadError) {
        if path.isEmpty, element.name != "BWFXML" {
            throw XMLReadError(line: element.line, reason: "its root is \(element.name), not BWFXML")
        }
        path.append(element.name)
        switch path.dropFirst() {
        case ["TRACK_LIST", "TRACK"]: tracks.append([:])
        case ["SYNC_POINT_LIST", "SYNC_POINT"]: syncPoints.append([:])
        default: break
        }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        defer { path.removeLast() }
        guard let text = text.said, path.count > 1 else { return }
        let list = path.count == 4 ? Array(path[1...2]) : []
        if list == ["TRACK_LIST", "TRACK"], let last = tracks.indices.last {
            tracks[last][name] = tracks[last][name] ?? text
        } else if list == ["SYNC_POINT_LIST", "SYNC_POINT"], let last = syncPoints.indices.last {
            syncPoints[last][name] = syncPoints[last][name] ?? text
        } else {
            let key = path.dropFirst().joined(separator: "/")
            values[key] = values[key] ?? text
        }
    }
}
