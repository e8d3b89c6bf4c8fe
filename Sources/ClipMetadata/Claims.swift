/// What kind of thing said a value.
public enum ValueOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// The media file itself, in what its container carries.
    case container
    /// A file beside it, written by the camera or by software.
    case sidecar
    /// A recording of the sound roll.
    case soundRoll = "sound roll"
    /// The file's name alone.
    case fileName = "file name"
}

/// Where exactly a value stood.
public struct ValueSource: Hashable, Sendable, Codable {
    /// What kind of thing said it.
    public let origin: ValueOrigin
    /// The file, as its path on the card or as it was named by the person.
    public let file: String
    /// The name it has there: `LtcChange/@value`, `Reel_name`, `TimeReference`.
    public let key: String

    /// Names a place.
    public init(_ origin: ValueOrigin, file: String, key: String) {
        self.origin = origin
        self.file = file
        self.key = key
    }
}

/// A value and who says so.
public struct Claim<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What is said.
    public let value: Value
    /// By whom.
    public let source: ValueSource

    /// Puts a value and its source together.
    public init(_ value: Value, _ source: ValueSource) {
        self.value = value
        self.source = source
    }
}

/// Everything that was said of one thing, in the order it was read; absent is not false.
public struct Claims<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The claims.
    public private(set) var all: [Claim<Value>] = []

    /// Nothing was said yet.
    public init() {}

    /// Notes one more; the same value from the same source only once.
    public mutating func add(_ claim: Claim<Value>) {
        if !all.contains(claim) { all.append(claim) }
    }

    /// The claim of the origin that comes first in `order`; of one origin the one read first.
    public func best(in order: [ValueOrigin]) -> Claim<Value>? {
        for origin in order {
            if let claim = all.first(where: { $0.source.origin == origin }) { return claim }
        }
        return all.first
    }

    /// Whether two of them say different things.
    public var isConflicting: Bool { all.dropFirst().contains { $0.value != all.first?.value } }
}
