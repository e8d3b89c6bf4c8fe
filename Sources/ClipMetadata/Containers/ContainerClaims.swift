/// Collects what one container says, each value with the key it stood at.
struct ContainerClaims {
    private(set) var metadata = ClipMetadata()
    /// The file, as it is named in the claims.
    let file: String

    init(file: String) {
        self.file = file
    }

    /// Adds a value; nil is not said.
    mutating func add<Value>(
        _ value: Value?, to path: WritableKeyPath<ClipMetadata, Claims<Value>>, key: String
    ) {
        guard let value else { return }
        metadata[keyPath: path].add(Claim(value, ValueSource(.container, file: file, key: key)))
    }
}
