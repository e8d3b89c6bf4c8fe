/// Whether a media file is all there, as far as its own structure tells.
public enum Completeness: Hashable, Sendable {
    /// Its structure was followed to its end, and the file ends there.
    case complete
    /// It ends before its structure does; the sentence says where and what is missing.
    case cutShort(String)
    /// The recorder never closed it: what only the end of a recording writes is missing.
    case unclosed(String)
    /// Its structure is broken in the middle.
    case damaged(String)
    /// Nothing is known of its structure; why.
    case unknown(String)
}
