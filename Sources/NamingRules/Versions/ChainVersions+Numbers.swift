extension ChainVersions {
    /// V01: numbers that are missing, one finding for all of them.
    func tellMissing(_ missing: [ClosedRange<Int>], into findings: inout RuleFindings) {
        guard let first = missing.first, let last = missing.last, let lowest = versions.first,
            let next = versions.first(where: { $0.number > first.upperBound }),
            let after = versions.first(where: { $0.number > last.upperBound })
        else { return }
        let before = versions.last { $0.number < first.lowerBound } ?? lowest
        let style = VersionStyle(self)
        let are = missing.count == 1 && first.count == 1 ? "is" : "are"
        let between =
            first.lowerBound < lowest.number
            ? "chains begin with \(style.label(first.lowerBound)) here"
            : "\(label(before)) and \(label(after)) are there"
        findings.add(
            .missingVersion, next.parts[0].thing, marked: catalogue.marked(next.parts[0].item),
            "\(style.words(missing)) \(are) missing: \(between).",
            .advice("Find out whether they were ever made, and ask for what was."),
            others: versions.last { $0.number < next.number }.map { [$0.parts[0].thing] } ?? [])
    }

    /// V05: versions that are written otherwise than most of the chain, one finding for all of them.
    func tellPadding(into findings: inout RuleFindings) {
        let items = catalogue.items(of: chain)
        guard items.count > 1 else { return }
        let style = VersionStyle(self)
        let odd = items.filter { !style.fits($0) }
        guard let first = odd.first, let usual = items.first(where: style.fits) else { return }
        var labels: [String] = []
        for item in odd where labels.last != label(item) { labels.append(label(item)) }
        let named = Array(labels.prefix(VersionStyle.mostNamed)).enumerated(more: labels.count - VersionStyle.mostNamed)
        findings.add(
            .padding, Int(first.thing), marked: catalogue.marked(first),
            "\(named) \(labels.count == 1 ? "is" : "are") written otherwise than \(label(usual)) of the same chain.",
            nextStep(for: first, alone: odd.count == 1, style), others: [Int(usual.thing)])
    }

    /// A rename where one file is all there is to it.
    private func nextStep(for item: VersionItem, alone: Bool, _ style: VersionStyle) -> RuleFindings.NextStep {
        let right = style.label(Int(item.number))
        let thing = Int(item.thing)
        guard alone, catalogue.named.things[thing].kind == .file, let marked = catalogue.marked(item) else {
            return .advice("Write \(right)\(alone ? "" : ", and the others so too").")
        }
        let name = Array(catalogue.named.name(of: thing))
        let renamed = name[..<marked.lowerBound] + Array(right.utf8) + name[marked.upperBound...]
        return String(validating: renamed, as: UTF8.self).map { .rename($0) } ?? .advice("Write \(right).")
    }
}
