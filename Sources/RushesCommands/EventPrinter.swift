internal import Ingest

/// Chooses words for the facts of a run.
protocol EventPrinter {
    /// Something happened.
    func tell(_ event: IngestEvent)
    /// The person asked for a stop; may be told more than once.
    func tellInterrupted()
    /// Nothing more will happen.
    func end()
}
