internal import FileTree
internal import Synchronization

/// What is said to people while a check goes on: on a terminal, that it still does; and that a stop was heard.
///
/// The engine asks often whether to stop, whatever it is at: those are the moments at which something can be said.
final class CheckProgress: Sendable {
    private struct State {
        var status: StatusLines
        var drawn: Int64
        var isStopping = false
    }

    private let state: Mutex<State>
    private let talk: Terminal
    private let begin: Int64
    private let folder: String

    /// Nanoseconds before anything is said, since most checks are done by then, and between two drawings.
    private static let (patience, betweenDrawings): (Int64, Int64) = (2_000_000_000, 1_000_000_000)

    /// - Parameter folder: as the person wrote it, safe to show.
    init(_ talk: Terminal, of folder: String) {
        (self.talk, self.folder, begin) = (talk, folder, Machine.ticks)
        state = Mutex(State(status: StatusLines(talk), drawn: begin))
    }

    /// Whether the person wants it to stop.
    func shouldStop() -> Bool {
        let isAsked = InterruptWatch.shared.requests > 0
        state.withLock { state in
            if isAsked { sayStopping(&state) } else { draw(&state) }
        }
        return isAsked
    }

    /// Takes away what is drawn.
    func clear() { state.withLock { $0.status.clear() } }

    private func draw(_ state: inout State) {
        guard state.status.areWatched else { return }
        let now = Machine.ticks
        guard now - begin >= Self.patience, now - state.drawn >= Self.betweenDrawings else { return }
        state.drawn = now
        state.status.draw([
            "\(folder): looking at names and reading what has to be compared, \((now - begin) / 1_000_000_000) s"
        ])
    }

    private func sayStopping(_ state: inout State) {
        guard !state.isStopping else { return }
        state.isStopping = true
        state.status.clear()
        talk.write("Stopping. Once more to leave at once.\n")
    }
}
