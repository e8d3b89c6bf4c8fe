/// Lines that say how things stand: drawn over on a terminal, written now and then elsewhere.
struct StatusLines {
    private let terminal: Terminal
    private var shown = 0

    /// Nanoseconds between two lines where nobody watches.
    static let betweenLines: Int64 = 30_000_000_000

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    /// Whether a person watches, so that lines may come as often as there is news.
    var areWatched: Bool { terminal.isTerminal }

    /// Puts lines where the last ones stood.
    mutating func draw(_ lines: [String]) {
        clear()
        let width = terminal.columns
        for line in lines { terminal.write((width > 0 ? String(line.prefix(width - 1)) : line) + "\n") }
        if terminal.isTerminal { shown = lines.count }
    }

    /// Takes the lines away again, so that what is said next stands where they stood.
    mutating func clear() {
        guard shown > 0 else { return }
        terminal.write("\u{1B}[\(shown)A\u{1B}[J")
        shown = 0
    }
}
