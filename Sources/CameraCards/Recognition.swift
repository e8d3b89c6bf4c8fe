/// Tells whose card it is.
public enum Recognition {
    /// One rule for each family, in the order of ``CardFamily``: who comes later may be told what is taken.
    static let rules: [any LayoutRule.Type] = [
        REDLayout.self,
        ARRI35Layout.self,
        ARRIClassicLayout.self,
        ARRICodexLayout.self,
        SonyXAVCLayout.self,
        SonyXAVCSLayout.self,
        SonyXOCNLayout.self,
        SonyXDCAMEXLayout.self,
        PanasonicP2Layout.self,
        PanasonicMOVLayout.self,
        CanonXFLayout.self,
        CanonXFAVCSLayout.self,
        BlackmagicLayout.self,
        ZCamLayout.self,
        AtomosLayout.self,
        Insta360Layout.self,
        GoProLayout.self,
        DJILayout.self,
        NikonLayout.self,
        CanonDCIMLayout.self,
        AppleLayout.self,
        AVCHDLayout.self,
        SoundDevicesLayout.self,
        ZoomLayout.self,
        TascamLayout.self,
        MetacorderLayout.self,
        SoundRollLayout.self,
        GenericDCIMLayout.self,
    ]

    /// Every family's part of a card, in the order of the families; none for a plain folder.
    public static func layouts(on card: CardTree) -> [CardLayout] {
        rules.reduce(into: []) { $0 += $1.layouts(on: card, besides: $0) }
    }

    /// The clips of a layout, and what is wrong with them.
    public static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        rules.first { $0.family == layout.family }?.clips(of: layout, on: card) ?? LayoutClips()
    }
}
