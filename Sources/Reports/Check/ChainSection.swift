internal import FileTree
internal import NamingRules

/// The chains of versions as a table: what is there, what is missing, what is there twice, which is the newest.
struct ChainSection {
    /// Chains that are shown, and runs of versions in one: a page must open.
    static let most = 2_000
    static let mostRuns = 40

    private let list: VersionChainList

    init(_ list: VersionChainList) {
        self.list = list
    }

    func write(to page: inout HTMLWriter) {
        guard !list.chains.isEmpty else { return }
        PageFrame.section("Versions", "chains", &page) { page in
            page.markup("<label class=\"only\"><input type=\"checkbox\" id=\"only-chains\"> ")
            page.text("Only chains in which something is missing, doubled or not complete")
            page.markup("</label>\n<table>\n")
            PageFrame.head(
                [
                    .init("Chain"), .init("Versions"), .init("Newest complete"), .init("Missing"), .init("Doubled"),
                ], &page)
            page.element("tbody") { page in
                page.line()
                for chain in list.chains.prefix(Self.most) { write(chain, to: &page) }
            }
            page.markup("\n</table>\n")
            let more = list.chains.count + list.unlisted - min(list.chains.count, Self.most)
            if more > 0 { page.element("p", "next", "… and \(counted(more, "chain")) more.") }
        }
    }

    private func write(_ chain: VersionChain, to page: inout HTMLWriter) {
        page.element("tr", chain.isFine ? "fine" : nil) { page in
            let runs = ChainRun.runs(of: chain)
            page.element("td", "name") { $0.path(chain.nameBytes, marked: nil) }
            page.element("td", "versions") { page in
                for run in runs.prefix(Self.mostRuns) {
                    page.element("span", run.kind.style, run.words)
                    page.text(" ")
                }
                if runs.count > Self.mostRuns { page.text("…") }
            }
            page.cell(chain.newest?.label, "strong")
            page.cell(Self.labels(of: .missing, in: runs))
            page.cell(Self.labels(of: .doubled, in: runs))
        }
        page.line()
    }

    private static func labels(of kind: ChainRun.Kind, in runs: [ChainRun]) -> String {
        let labels = runs.filter { $0.kind == kind }.map(\.label)
        return labels.prefix(mostRuns).joined(separator: ", ") + (labels.count > mostRuns ? ", …" : "")
    }
}

extension VersionChain {
    /// Whether there is nothing to look at.
    fileprivate var isFine: Bool {
        missing.isEmpty && doubled.isEmpty && versions.allSatisfy(\.faults.isEmpty)
    }
}

extension ClosedRange<Int> {
    /// `4`, `4 to 7`.
    var words: String { count == 1 ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}
