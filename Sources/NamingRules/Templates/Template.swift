/// A template, ready to take names apart.
struct Template: Sendable {
    /// What it is called.
    let name: String
    /// What it says, as it was written.
    let text: String
    /// The line it stands on.
    let line: Int
    /// Its parts in the order they stand, those of templates that it uses among them.
    let parts: [Part]
    /// How its parts may be missing together.
    let shape: [Shape]
    /// How many components of a path it describes: one more than it has `/`.
    let components: Int
    /// Takes a name apart.
    let program: NameProgram
    /// Takes apart what may have been meant: letters of either case, numbers with more or fewer zeros.
    let meant: NameProgram

    /// A part: a number in all tables.
    enum Part: Hashable, Sendable {
        /// Text; and the number of the field that follows at once.
        case literal(String, then: Int?)
        /// The number of a field in the set.
        case field(Int)

        /// The number of its field.
        var field: Int? {
            if case .field(let number) = self { number } else { nil }
        }
    }

    /// How parts stand together.
    indirect enum Shape: Hashable, Sendable {
        case part(Int)
        /// These are there together, or missing together.
        case group([Shape])
    }

    /// With templates that use templates one has so many parts at most, and looks at so many components: the machines
    /// read 1,023 bytes.
    static let mostParts = 200
    static let mostComponents = 4

    /// Whether each part is a field.
    var isField: [Bool] { parts.map { $0.field != nil } }

    /// What it says, with the fields of the templates that it uses: `{show}_({seq}_)?{shot}.mov`.
    func words(_ fields: [TemplateField]) -> String {
        func words(_ shape: [Shape]) -> String {
            shape.map { shape in
                switch shape {
                case .group(let inner): "(\(words(inner)))?"
                case .part(let part):
                    switch parts[part] {
                    case .field(let number): fields[number].shown
                    case .literal(let text, _): TemplateText.written(text)
                    }
                }
            }.joined()
        }
        return words(shape)
    }

    /// A name put together.
    ///
    /// - Parameters:
    ///   - leavesOut: whether a group is left out, asked in their order, outer ones first.
    ///   - text: what stands in a part.
    /// - Returns: each part that is there.
    func putTogether(leavingOut leavesOut: ([Shape]) -> Bool) -> [Int] {
        func present(_ shape: [Shape]) -> [Int] {
            shape.flatMap { shape in
                switch shape {
                case .part(let part): [part]
                case .group(let inner): leavesOut(inner) ? [] : present(inner)
                }
            }
        }
        return present(shape)
    }
}
