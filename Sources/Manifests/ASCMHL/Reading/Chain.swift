internal import Checksums
internal import FileTree
internal import XMLText

/// The list of a history's manifests, each with the C4 ID of its bytes.
struct Chain {
    struct Link: Hashable {
        var sequence: Int
        var name: [UInt8]
        /// What the chain says of the manifest's bytes; C4 alone in ours, anything known in what we read.
        var checksums: [Checksum]
        /// Whether it has a hash that is none of its kind.
        var hasUnreadableHash = false
    }

    /// No history has so many generations; a number beyond is no number of one.
    private static let mostGenerations = 100_000_000

    var links: [Link] = []

    /// A chain is read whole: ten thousand generations take 2 MB.
    private static let largest = ByteCount.mebibytes(16)

    /// Reads the chain of the history of `scope`.
    static func read(on disk: any ReadableDisk, of scope: RelativePath) throws(ManifestError) -> Chain {
        try read(on: disk, at: ASCMHL.folder(of: scope).appending(component: ASCMHL.chainName))
    }

    /// Reads the chain that lies at `place`.
    static func read(on disk: any ReadableDisk, at place: RelativePath) throws(ManifestError) -> Chain {
        let bytes: [UInt8]
        do throws(DiskError) {
            bytes = try disk.contents(of: place, limit: largest)
        } catch let error where error.reason == .notFound {
            throw ManifestError(.chainMissing, at: place, "the history has no chain", cause: error)
        } catch {
            throw ManifestError(error)
        }
        let visitor = ChainVisitor()
        do throws(XMLReadError) {
            try XMLReader.read(bytes, visitor: visitor)
        } catch {
            throw ManifestError(.unreadable, at: place, "the chain cannot be read (\(error))")
        }
        var names: Set<[UInt8]> = []
        for link in visitor.links where !names.insert(link.name).inserted {
            let name = String(decoding: link.name, as: UTF8.self)
            throw ManifestError(.unreadable, at: place, "the chain names \(name) twice")
        }
        return Chain(links: visitor.links)
    }

    /// The number behind the highest that the chain, or the name of a manifest in it, has used.
    var next: Int {
        let numbers = links.flatMap { [$0.sequence, ManifestName.generation(in: $0.name) ?? 0] }
        return (numbers.filter { $0 < Chain.mostGenerations }.max() ?? 0) + 1
    }

    /// The chain as its file holds it.
    var text: [UInt8] {
        var writer = XMLWriter()
        writer.begin("ascmhldirectory", ["xmlns": ASCMHL.chainNamespace])
        for link in links {
            writer.begin("hashlist", ["sequencenr": String(link.sequence)])
            writer.element("path", text: link.name)
            // Any other kind of hash here makes the reference destroy the entry.
            for checksum in link.checksums where checksum.algorithm == .c4 {
                writer.element("c4", text: checksum.description)
            }
            writer.end()
        }
        writer.end()
        return writer.take()
    }
}

private final class ChainVisitor: XMLVisitor {
    private(set) var links: [Chain.Link] = []
    private var names: [String] = []
    private var link: Chain.Link?

    func begin(_ element: XMLElement) throws(XMLReadError) {
        names.append(element.name)
        switch names.count {
        case 1 where element.name != "ascmhldirectory":
            throw XMLReadError(line: element.line, reason: "its root is not ascmhldirectory")
        case 2 where element.name == "hashlist":
            let sequence = element.attributes["sequencenr"].flatMap { Int($0) } ?? links.count + 1
            link = Chain.Link(sequence: sequence, name: [], checksums: [])
        default: break
        }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        names.removeLast()
        if names.count == 1, let finished = link {
            links.append(finished)
            link = nil
        }
        guard names.count == 2, link != nil else { return }
        if name == "path" {
            link?.name = Array(text.utf8)
        } else if let algorithm = ChecksumAlgorithm(rawValue: name),
            let checksum = Checksum(algorithm, text: text.trimmed)
        {
            link?.checksums.append(checksum)
        } else {
            link?.hasUnreadableHash = true
        }
    }
}

extension String {
    /// Without white space at either end: tools put line ends around hashes.
    var trimmed: Substring {
        // Most texts have nothing to trim, and begin and end with a letter or a digit: asking Unicode takes longer.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
            return self[...]
        }
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        let start = firstIndex { !isSpace($0) } ?? endIndex
        let end = lastIndex { !isSpace($0) }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
