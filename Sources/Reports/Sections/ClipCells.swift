internal import EditorLogs
internal import MediaTime

/// The cells of one clip.
struct ClipCells {
    private let clip: LoggedClip
    private let log: EditorLog

    init(_ clip: LoggedClip, _ log: EditorLog) {
        (self.clip, self.log) = (clip, log)
    }

    func write(to page: inout HTMLWriter) {
        take(to: &page)
        name(to: &page)
        page.cell(clip.cameraName, "words")
        times(to: &page)
        page.cell(lens, "words")
        sound(to: &page)
        notes(to: &page)
    }

    private func take(to page: inout HTMLWriter) {
        let shot = [clip.values[.slate], clip.values[.shot]].compactMap(\.self).joined(separator: " · ")
        guard clip.values[.take] != nil || clip.isCircled == true || !shot.isEmpty else { return page.cell(nil) }
        page.element("td", "strong") { page in
            let take = clip.values[.take] ?? "–"
            if clip.isCircled == true { page.element("span", "circle", take) } else { page.text(take) }
            if clip.isCircled == true { page.aside("circled") }
            page.aside(shot)
        }
    }

    private func name(to page: inout HTMLWriter) {
        page.element("td", "name") { page in
            page.text(clip.name)
            if clip.sourceFile != clip.name { page.aside(clip.sourceFile) }
            if clip.isUnproved { page.element("small", "act", "not proved") }
        }
    }

    private func times(to page: inout HTMLWriter) {
        page.element("td", "tc") { page in
            guard let start = clip.start else { return page.element("span", "check", "no timecode") }
            page.text(start.description)
            if let jammed = clip.jammedStart { page.aside("jammed \(jammed)") }
        }
        page.cell(clip.span?.end.description, "tc")
        page.element("td", "n") { page in
            guard let seconds = clip.seconds else { return page.element("span", "check", "unknown") }
            page.text(seconds.words)
            if let frames = clip.length { page.aside("\(grouped(frames)) f at \(clip.playRate?.decimalText ?? "?")") }
        }
    }

    private var lens: String {
        [clip.values[.lensModel] ?? clip.values[.lensMake], clip.values[.focalLength]].compactMap(\.self)
            .joined(separator: ", ")
    }

    private func sound(to page: inout HTMLWriter) {
        guard !clip.sound.isEmpty else { return page.cell(nil) }
        page.element("td", "words") { page in
            for match in clip.sound {
                let names = match.rows.filter(log.clips.indices.contains).map { log.clips[$0].name }
                page.element("div", nil, names.joined(separator: ", "))
                if match.isDoubtful { page.element("small", "check", "doubtful: check") }
            }
        }
    }

    private func notes(to page: inout HTMLWriter) {
        let marks =
            (clip.isNoGood == true ? ["no good"] : [])
            + clip.marks.map { $0.split(separator: "-").joined(separator: " ") }
        let notes = clip.values[.notes] ?? ""
        guard !marks.isEmpty || !notes.isEmpty else { return page.cell(nil) }
        page.element("td", "notes") { page in
            if !marks.isEmpty { page.element("div", "check", marks.joined(separator: ", ")) }
            page.text(notes)
        }
    }
}

extension LoggedClip {
    /// Whether no copy of it is proved.
    var isUnproved: Bool { !evidence.contains { [.proved, .provedSourceTwice].contains($0) } }
}
