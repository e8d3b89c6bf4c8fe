internal import EditorLogs

/// Three pictures of a clip, or why there are none.
struct PictureCell {
    private let clip: LoggedClip
    private let pictures: ClipPictures?

    init(_ clip: LoggedClip, _ pictures: ClipPictures?) {
        (self.clip, self.pictures) = (clip, pictures)
    }

    func write(to page: inout HTMLWriter) {
        switch pictures {
        case .shown(let pictures):
            page.element("td", "pictures") { page in
                page.element("div") { page in
                    for (place, picture) in pictures.enumerated() {
                        page.picture(jpeg: picture, called: "\(clip.name), picture \(place + 1)")
                    }
                }
            }
        case .absent(let reason):
            page.element("td", "pictures") { page in page.aside(reason) }
        case nil: page.cell(nil)
        }
    }
}
