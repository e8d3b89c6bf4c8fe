/// A folder with Sony's index and its clips: what `XDROOT` and `M4ROOT` have in common, whatever it is called.
struct SonyFolder {
    /// Whether it is `XDROOT`; else it is `M4ROOT`, which alone has `STATUS.BIN`, or MP4 and no MXF.
    let isXAVC: Bool

    /// Nil where `MEDIAPRO.XML` or `Clip` is not there, or the name is another layout's.
    init?(at folder: Int, on card: CardTree) {
        guard card.capitals(of: folder) != "M4ROOT", card.file(at: "MEDIAPRO.XML", from: folder) != nil,
            let clips = card.folder(at: "Clip", from: folder)
        else { return nil }
        let kinds = Set(card.files(in: clips).map(card.fileExtension(of:)))
        isXAVC = kinds.contains("MXF") || !kinds.contains("MP4") && card.file(at: "STATUS.BIN", from: folder) == nil
    }

    /// The reel that all clips are named after: `A001` of `A001C001_230101AB.MXF`.
    static func reel(in folder: Int?, on card: CardTree) -> String? {
        folder.flatMap { ReelName.agreed(by: card.files(in: $0), of: .sonyXAVC, on: card, grammars: [.sonyReel]) }
    }
}
