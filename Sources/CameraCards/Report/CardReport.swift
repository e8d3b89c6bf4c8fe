public import ClipMetadata
public import MediaTime

/// Everything that is told of a card: what it is, its clips with what is known of them, and what is wrong.
public struct CardReport: Sendable {
    /// The card.
    public let card: Card
    /// Its clips, those of a part behind each other.
    public let clips: [ClipRecord]
    /// Media that belong to no clip, where they were to be read: see ``Card/loose``.
    public let loose: [ClipRecord]
    /// What is wrong: what the card's layout tells, and what its files tell.
    public let findings: [CardFinding]
    /// Files that could not be read or understood.
    public let unread: [MetadataError]
    /// What could not be looked at at all, and what to do about that, as sentences.
    public let remarks: [String]
    /// Whether the person stopped it: then some clips lack what their files would have told.
    public let isInterrupted: Bool

    /// The records of one part's clips.
    public func clips(ofPart part: Int) -> ArraySlice<ClipRecord> {
        let before = card.parts[..<part].reduce(0) { $0 + $1.content.clips.count }
        return clips[before..<before + card.parts[part].content.clips.count]
    }

    /// How many findings are about each part: those below its folder, and below that of no part deeper inside.
    public var findingCounts: [Int] { card.counts(of: findings.map(\.place)) }
}

extension Collection<ClipRecord> {
    /// How long they run together; clips whose length nobody told are not in it.
    public var length: ExactSeconds {
        reduce(.zero) { sum, record in record.length.flatMap { sum.adding($0) } ?? sum }
    }
}

extension ClipRecord {
    /// How long it runs; nil where nobody told.
    public var length: ExactSeconds? {
        if let frames = metadata.frames.best(in: trust)?.value, let rate {
            return ExactSeconds(frames: frames, at: rate)
        }
        guard let samples = metadata.samples.best(in: trust)?.value,
            let sampleRate = metadata.sampleRate.best(in: trust)?.value
        else { return nil }
        return ExactSeconds(samples, over: sampleRate)
    }
}
