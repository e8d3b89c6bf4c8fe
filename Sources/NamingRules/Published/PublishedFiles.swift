/// What was published, as ledger and histories tell it.
struct PublishedFiles: Sendable {
}
