internal import Checksums
internal import FileTree
internal import XMLText

/// The record of one file, in the order its schema demands.
struct ManifestLine {
    struct Hash {
        let checksum: Checksum
        let action: String
        /// As it is written: xs:dateTime; nil where none is known.
        let date: String?
    }

    let path: [UInt8]
    let size: Int64?
    /// As it is written: xs:dateTime; nil where none is known.
    let modified: String?
    let hashes: [Hash]
    let previousPath: [UInt8]?

    /// A time as a manifest carries it: xs:dateTime has four digits for the year, and no year 0.
    static func text(of time: Instant) -> String? { (1...9999).contains(time.calendar.year) ? time.utc : nil }

    func write(to writer: inout XMLWriter) {
        writer.begin("hash")
        switch (size.map { String($0) }, modified) {
        case (let size?, let modified?):
            writer.element("path", ["size": size, "lastmodificationdate": modified], text: path)
        case (let size?, nil): writer.element("path", ["size": size], text: path)
        case (nil, let modified?): writer.element("path", ["lastmodificationdate": modified], text: path)
        case (nil, nil): writer.element("path", text: path)
        }
        for algorithm in ChecksumAlgorithm.sealable {
            guard let hash = hashes.first(where: { $0.checksum.algorithm == algorithm }) else { continue }
            let text = hash.checksum.description
            if let date = hash.date {
                writer.element(algorithm.rawValue, ["action": hash.action, "hashdate": date], text: text)
            } else {
                writer.element(algorithm.rawValue, ["action": hash.action], text: text)
            }
        }
        if let previousPath { writer.element("previousPath", text: previousPath) }
        writer.end()
    }
}
