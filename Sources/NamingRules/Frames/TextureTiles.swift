internal import FrameSequences

/// Tiles of a texture, which are numbered like frames and have gaps by nature.
///
/// Source: the UDIM convention of Mari: tile 1001 + u + 10 v, where u goes from 0 to 9; 1001 to 1999 in all.
enum TextureTiles {
    private static let numbers = 1001...1999
    private static let columns = 10
    /// The formats in which textures are painted.
    private static let suffixes = [".exr", ".tif", ".tiff", ".tga", ".png", ".jpg", ".jpeg"].map { Array($0.utf8) }

    /// Whether the numbers are rows of tiles.
    ///
    /// Several rows, each beginning in the first column and none crossing into the next, one of them with two tiles at
    /// least: frames with holes look so by chance alone.
    static func isSet(_ sequence: FrameSequence) -> Bool {
        guard sequence.runs.count > 1, let first = sequence.runs.first, let last = sequence.runs.last,
            numbers.contains(first.lowerBound), numbers.contains(last.upperBound),
            suffixes.contains(sequence.suffix.map(\.folded))
        else { return false }
        return sequence.runs.allSatisfy(isRow) && sequence.runs.contains { $0.count > 1 }
    }

    private static func isRow(_ run: ClosedRange<Int>) -> Bool {
        (run.lowerBound - numbers.lowerBound) % columns == 0 && run.count <= columns
    }
}
