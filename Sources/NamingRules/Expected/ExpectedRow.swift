internal import CameraCards
internal import SlateNotes

/// What one row of a list expects.
struct ExpectedRow {
    /// A thing, and how the list calls it.
    struct Item {
        let thing: ExpectedThing
        let shown: String
        /// The frames of it.
        var frames: ExpectedFrames?
        /// The roll that must be there where names do not tell takes.
        var roll: RollKey?
        /// Whether it is the sound's.
        var isOfSound = false
    }

    /// All of these; none where the row names nothing, as a row of totals does.
    let items: [Item]
    /// The rolls of cameras and sound that it names, whatever it expects.
    let rolls: [RollKey]
    /// What it says of frames and what cannot be.
    let doubt: FramesDoubt?
    /// Whether it names a take that only pictures could tell, whose names tell none.
    let namesPictureTake: Bool

    /// Reads a row.
    init(_ note: SlateNote) {
        let cells = ExpectedCells(note)
        rolls = cells.cameraRolls + cells.soundRolls
        if let clip = cells.shot == nil || cells.clipNamesShot ? cells.clip : nil {
            items = [clip]
            (doubt, namesPictureTake) = (FramesDoubt(note, withTimes: false), false)
        } else if let shot = cells.shot {
            items = [shot]
            (doubt, namesPictureTake) = (FramesDoubt(note, withTimes: true), false)
        } else {
            items = cells.takeOrRolls
            (doubt, namesPictureTake) = (nil, cells.namesPictureTake)
        }
    }
}

/// The cells of a row, as a list of what should be there is read.
private struct ExpectedCells {
    let note: SlateNote
    let cameraRolls: [RollKey]
    let soundRolls: [RollKey]
    /// What it calls its clip.
    private let names: [String]

    /// Words at the beginning of rows that sum up.
    private static let totals = ["total", "sum", "gesamt", "summe"]
    /// A cell is shown no longer than this.
    private static let mostShown = 80

    init(_ note: SlateNote) {
        self.note = note
        let rolls = note[.cameraRoll].map { RollKey.all($0, camera: note[.camera]) } ?? []
        let sound = note[.soundRoll].map { RollKey.all($0, camera: nil) } ?? []
        // A heading like Roll may stand above rolls of sound.
        let isOfSound = note[.cameraRoll].map { SoundRollName(Array($0.utf8)[...]) != nil } ?? false
        (cameraRolls, soundRolls) = isOfSound ? ([], rolls + sound) : (rolls, sound)
        // Laboratories and RED's tools have the clip's name in the column of the tape.
        let tape = note[.cameraRoll].flatMap { ClipName($0)?.clip == nil ? nil : $0 }
        let names = note.names.map(\.text).filter { name in
            !ExpectedCells.totals.contains { name.lowercased().hasPrefix($0) }
                && !NameWords.split(Array(name.utf8)).isEmpty
        }
        self.names = names.isEmpty ? [tape].compactMap(\.self) : names
    }

    // MARK: - Clips

    /// The clip that it names, or numbers on one roll.
    var clip: ExpectedRow.Item? {
        let written = names.map(fileName)
        for name in written {
            let stem = MediaKind.parts(of: Array(name.utf8)[...]).stem
            if ClipName(String(decoding: stem, as: UTF8.self))?.camera != nil { break }
            if let clip = NumberedClip(short: stem) ?? numbered(Array(stem)) {
                return item(ExpectedClip(names: [], numbered: clip, roll: nil), numberedWords(name, clip))
            }
        }
        let known = written.filter { !$0.utf8.allSatisfy(NameWords.isDigit) }
        if let first = known.first {
            let roll = cameraRolls.count == 1 ? cameraRolls.first : nil
            return item(ExpectedClip(names: known.map(ExpectedName.init), numbered: nil, roll: roll), shown(first))
        }
        guard let text = note[.clipNumber] ?? written.first, let clip = numbered(Array(text.utf8)) else { return nil }
        return item(ExpectedClip(names: [], numbered: clip, roll: nil), numberedWords(text, clip))
    }

    private func item(_ clip: ExpectedClip, _ shown: String) -> ExpectedRow.Item {
        // A number alone may be seconds, in the report of a camera.
        if case .exactly? = frames { return ExpectedRow.Item(thing: .clip(clip), shown: shown, frames: frames) }
        return ExpectedRow.Item(thing: .clip(clip), shown: shown)
    }

    /// Whether the clip's name has the shot in it: then it is what was asked for, and not what the shot was made from.
    var clipNamesShot: Bool {
        guard case .shot(let shot)? = shot?.thing else { return true }
        return names.contains { name in
            let words = NameWords(name).words
            return words.indices.contains { words[$0...].starts(with: shot.words) }
        }
    }

    /// The last part of a path.
    private func fileName(_ text: String) -> String {
        text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? text
    }

    /// `3`, `003`, `C003`, `#3` on the one roll of the row; nil for anything else.
    private func numbered(_ text: [UInt8]) -> NumberedClip? {
        guard cameraRolls.count == 1, let roll = cameraRolls.first else { return nil }
        let digits = text.first == UInt8(ascii: "#") ? Array(text.dropFirst()) : text
        let plain = (1...6).contains(digits.count) && digits.allSatisfy(NameWords.isDigit)
        let number = plain ? Int(String(decoding: digits, as: UTF8.self)) : NumberedClip.number(written: text)
        return number.map { NumberedClip(roll: roll, number: $0) }
    }

    private func numberedWords(_ written: String, _ clip: NumberedClip) -> String {
        if NumberedClip(short: Array(written.utf8)[...]) != nil { return shown(written) }
        return "clip \(shown(written)) of roll \(note[.cameraRoll].map(shown) ?? clip.roll.written)"
    }

    // MARK: - Shots

    /// The shot that it names; a setup of a slate, with takes or rolls, is none.
    var shot: ExpectedRow.Item? {
        guard let text = note[.shot] else { return nil }
        let version = note[.version].flatMap(ExpectedCells.version)
        let isOfSlate = [.take, .slate, .cameraRoll, .soundRoll].contains { note[$0] != nil }
        guard version != nil || frames != nil || !isOfSlate else { return nil }
        let words = NameWords(text).words
        guard !words.isEmpty, !ExpectedCells.totals.contains(where: text.lowercased().hasPrefix) else { return nil }
        let shown = shown(text) + (note[.version].map { " \(self.shown($0))" } ?? "")
        let thing = ExpectedShot(words: sceneWords(besides: words) + words, version: version)
        return ExpectedRow.Item(thing: .shot(thing), shown: "shot \(shown)", frames: frames)
    }

    /// A scene in a column of its own stands before the shot in every name, unless the shot has it already.
    private func sceneWords(besides shot: [String]) -> [String] {
        let scene = note[.scene].map { NameWords($0).words } ?? []
        return scene.contains(where: shot.contains) || note[.version] == nil ? [] : scene
    }

    /// `v003`, `V3`, `3`; whatever else is written must stand in the name.
    private static func version(_ text: String) -> ExpectedShot.Version? {
        let words = NameWords(text).words
        guard words.count == 1, let word = words.first else { return words.isEmpty ? nil : .word(words.joined()) }
        let digits = word.hasPrefix("v") ? String(word.dropFirst()) : word
        guard (1...VersionToken.mostDigits).contains(digits.utf8.count), digits.utf8.allSatisfy(NameWords.isDigit),
            let number = Int(digits)
        else { return .word(word) }
        return .number(number)
    }

    /// The frames of the shot or clip; plain numbers in columns for timecode are frames too.
    private var frames: ExpectedFrames? {
        ExpectedFrames(
            first: note[.firstFrame] ?? note[.start], last: note[.lastFrame] ?? note[.end], count: note[.frames])
    }

    // MARK: - Takes and rolls

    /// The take of the sound, and the roll of the camera; the rolls alone where there is no take.
    var takeOrRolls: [ExpectedRow.Item] {
        let rolls = cameraRolls.map { roll($0, note[.cameraRoll], isOfSound: false) }
        let sound = soundRolls.map { roll($0, note[.soundRoll] ?? note[.cameraRoll], isOfSound: true) }
        guard let take = take, cameraRolls.isEmpty || !soundRolls.isEmpty, !isMute else {
            return rolls + (isMute ? [] : sound)
        }
        return rolls + [take]
    }

    /// Whether it names a take and no sound, but rolls of a camera.
    var namesPictureTake: Bool { take != nil && !cameraRolls.isEmpty && soundRolls.isEmpty }

    private var take: ExpectedRow.Item? {
        guard let scene = note[.scene], let take = note[.take], let folded = SlateNumber(scene),
            let number = SlateNumber(take)
        else { return nil }
        return ExpectedRow.Item(
            thing: .take(ExpectedTake(scene: folded, take: number)), shown: "scene \(shown(scene)) take \(shown(take))",
            roll: soundRolls.first, isOfSound: true)
    }

    private func roll(_ key: RollKey, _ written: String?, isOfSound: Bool) -> ExpectedRow.Item {
        let isOne = (isOfSound ? soundRolls : cameraRolls).count == 1
        let name = isOne ? written.map(shown) : nil
        return ExpectedRow.Item(
            thing: .roll(key), shown: "roll \(name ?? key.written)", isOfSound: isOfSound)
    }

    /// Whether the notes say that no sound was recorded.
    private var isMute: Bool { note[.notes].map { NameWords($0).words.contains("mos") } ?? false }

    private func shown(_ text: String) -> String {
        text.count <= ExpectedCells.mostShown ? text : "\(text.prefix(ExpectedCells.mostShown))…"
    }
}
