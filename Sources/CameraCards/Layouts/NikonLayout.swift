/// Nikon: `DCIM/100NIKON` or `DCIM/100NZ_9` with `DSC_0001.NEV` and its proxy `DSC_0001.MP4`, or `DSC_0001.MOV`.
enum NikonLayout: LayoutRule {
    static let family = CardFamily.nikon

    static func layouts(on card: CardTree) -> [CardLayout] {
        let folders = PictureFolder.all(on: card).filter {
            $0.makerPart == "NIKON" || $0.makerPart.hasPrefix("NZ_")
        }
        return folders.isEmpty ? [] : [CardLayout(family, .certain, marks: folders.map(\.number), on: card)]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        PictureClips.clips(of: layout, on: card)
    }
}
