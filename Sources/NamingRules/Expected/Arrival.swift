/// How far something that is expected has arrived.
struct Arrival {
    /// Whether something of it is there that is not empty.
    var isThere = false
    /// The first thing of it that holds nothing.
    var empty: Int?
    /// The first sequence of it, and the first whose frames no row expects.
    var sequence: Int?
    var wrong: Int?
    /// The frames that are there as a row expects them.
    var met: Set<ExpectedFrames> = []
}

/// A thing that carries media, and what its name says.
struct ArrivedThing {
    /// Its number in the tree.
    let number: Int
    /// What it is; nil for a folder around media.
    let kind: MediaKind?
    /// The name without frame number and extension.
    let stem: ArraySlice<UInt8>
    /// The extension in small letters.
    let ending: String
    /// The roll that the folders around it tell.
    let folderRoll: RollKey?
    /// Whether a list can be found to lack it: a proxy beside it, a folder or a still for the web cannot.
    let counts: Bool
}
