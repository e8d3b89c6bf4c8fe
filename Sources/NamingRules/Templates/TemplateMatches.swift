/// The names of a tree, each taken apart by the first template that fits.
struct TemplateMatches: Sendable {
    /// How a thing's name is taken apart; nil where no template fits.
    subscript(thing: Int) -> TemplateMatch? { nil }
}
