/// Where a file or folder lies below the root of a card or a destination.
///
/// Kept as the raw bytes the file system uses: a name that is not UTF-8 is still a name. Never absolute,
/// never climbing, no empty component, no NUL: a value of this type cannot point outside the root it is
/// joined to. The root itself is the empty path.
public struct RelativePath: Hashable, Sendable {
    /// The components joined by `/`; empty for the root.
    public let bytes: [UInt8]

    /// The root itself.
    public static let root = RelativePath(unchecked: [])

    /// Returns nil when `bytes` is empty, absolute, climbs, or holds an empty component or a NUL.
    public init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard RelativePath.isComponent(part) else { return nil }
        }
        self.bytes = bytes
    }

    /// The same for text, as UTF-8.
    public init?(_ text: String) {
        self.init(Array(text.utf8))
    }

    package init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether these bytes may stand between two slashes.
    public static func isComponent(_ bytes: some Collection<UInt8>) -> Bool {
        let dot = UInt8(ascii: ".")
        if bytes.isEmpty || bytes.count <= 2 && bytes.allSatisfy({ $0 == dot }) { return false }
        return !bytes.contains(0) && !bytes.contains(UInt8(ascii: "/"))
    }

    /// The path of a child; nil when `name` is not one component.
    public func appending(_ name: some Collection<UInt8>) -> RelativePath? {
        RelativePath.isComponent(name) ? appending(component: name) : nil
    }

    /// The path below this one that `other` names; this path when `other` is the root.
    public func appending(_ other: RelativePath) -> RelativePath {
        other.isRoot ? self : appending(component: other.bytes)
    }

    package func appending(component name: some Collection<UInt8>) -> RelativePath {
        if bytes.isEmpty { return RelativePath(unchecked: Array(name)) }
        var joined = [UInt8]()
        joined.reserveCapacity(bytes.count + 1 + name.count)
        joined += bytes
        joined.append(UInt8(ascii: "/"))
        joined += name
        return RelativePath(unchecked: joined)
    }

    /// Whether this is the root itself.
    public var isRoot: Bool { bytes.isEmpty }

    /// The last component; empty for the root.
    public var name: ArraySlice<UInt8> {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
        return bytes[(slash + 1)...]
    }

    /// The folder it lies in; the root for a single component.
    public var parent: RelativePath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return RelativePath(unchecked: Array(bytes[..<slash]))
    }

    /// The components, outermost first.
    public var components: [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "/"))
    }

    /// Whether this path is `other` or lies below it.
    public func lies(within other: RelativePath) -> Bool {
        if other.isRoot || self == other { return true }
        return bytes.count > other.bytes.count && bytes.starts(with: other.bytes)
            && bytes[other.bytes.count] == UInt8(ascii: "/")
    }

    /// This path as seen from `other`, within which it lies; itself where it does not.
    public func below(_ other: RelativePath) -> RelativePath {
        guard lies(within: other), !other.isRoot else { return self }
        return RelativePath(unchecked: Array(bytes.dropFirst(other.bytes.count + 1)))
    }

    /// The text of the path, or nil when it is not UTF-8.
    public var text: String? {
        String(validating: bytes, as: UTF8.self)
    }
}

extension RelativePath: CustomStringConvertible {
    /// The path for people; bytes that are not UTF-8 show as replacement characters.
    public var description: String {
        isRoot ? "." : String(decoding: bytes, as: UTF8.self)
    }
}

extension RelativePath: Comparable {
    /// Orders by raw bytes.
    public static func < (one: RelativePath, other: RelativePath) -> Bool {
        one.bytes.lexicographicallyPrecedes(other.bytes)
    }
}
