internal import ClipMetadata

extension LogValues {
    /// What is known of a clip: of what people write down the sidecar is believed before the media file, and both before
    /// a name; of what is measured whom the family trusts.
    init(_ metadata: ClipMetadata, _ trust: [ValueOrigin]) {
        var values: [LogField: LoggedValue] = [:]
        for (field, known) in LogValues.fields {
            let order = LogField.written.contains(field) ? LogValues.writers : trust
            guard let best = known.best(metadata, order) else { continue }
            var texts: Set<String> = [best.value]
            let others = known.others(metadata, order).filter { texts.insert($0.value).inserted }
            values[field] = LoggedValue(
                best.value, LogSource(best.source),
                overridden: others.map { LoggedValue.Other($0.value, LogSource($0.source)) })
        }
        self.init(values)
    }

    private static let writers: [ValueOrigin] = [.soundRoll, .sidecar, .container, .fileName]

    private static let fields: [(LogField, MetadataField)] = MetadataField.all.compactMap { known in
        LogField(rawValue: known.name).map { ($0, known) }
    }
}

extension LogSource {
    init(_ source: ValueSource) {
        let origin: LogOrigin =
            switch source.origin {
            case .soundRoll: .soundRoll
            case .sidecar: .sidecar
            case .container: .container
            case .fileName: .fileName
            }
        self.init(origin, "\(source.file), \(source.key)")
    }
}
