/// Who said a value of a log, the first believed first.
public enum LogOrigin: String, Hashable, Sendable, CaseIterable {
    /// A correction by hand: `--correct`.
    case correction
    /// Slate or script notes: `--slate`; of several files the later one.
    case slate
    /// A recording of the sound roll.
    case soundRoll = "sound roll"
    /// A file beside the media.
    case sidecar
    /// The media file itself.
    case container
    /// The name of the file or of the clip.
    case fileName = "file name"
    /// The name of the roll's folder.
    case rollName = "roll name"

    /// Its place in the order: 0 is believed first.
    var rank: Int { LogOrigin.allCases.firstIndex(of: self) ?? LogOrigin.allCases.count }
}

/// Where a value of a log stood.
public struct LogSource: Hashable, Sendable {
    /// Who said it.
    public let origin: LogOrigin
    /// The file, and the key or line in it: `A001R2GJ_AVID.ale, Scene`.
    public let place: String

    /// Names a source.
    public init(_ origin: LogOrigin, _ place: String) {
        self.origin = origin
        self.place = place
    }
}

/// A value of a log, who said it, and what others said instead.
public struct LoggedValue: Hashable, Sendable {
    /// What somebody else said.
    public struct Other: Hashable, Sendable {
        /// What was said.
        public let text: String
        /// By whom.
        public let source: LogSource

        /// Puts both together.
        public init(_ text: String, _ source: LogSource) {
            self.text = text
            self.source = source
        }
    }

    /// The value that counts.
    public let text: String
    /// Who said it.
    public let source: LogSource
    /// Other values that it was preferred to, the first believed first.
    public let overridden: [Other]

    /// Other values of one field that are kept: files and people say a handful, a damaged table 50,000.
    public static let mostOverridden = 64

    /// Puts a value together; of too many others those are kept who are believed first.
    public init(_ text: String, _ source: LogSource, overridden: [Other] = []) {
        self.text = text
        self.source = source
        self.overridden = Array(overridden.prefix(LoggedValue.mostOverridden))
    }

    /// The value once somebody who is believed more has said `text`; the old one is kept where it differs.
    public func overridden(by text: String, _ source: LogSource) -> LoggedValue {
        let said = Other(text, source)
        let others = overridden.filter { $0 != said }
        return LoggedValue(
            text, source, overridden: text == self.text ? others : [Other(self.text, self.source)] + others)
    }
}
