internal import FileTree
internal import Subprocess
internal import SystemPackage

/// A program of somebody else that is installed here and works for us as a process of its own.
public struct InstalledProgram: Sendable {
    let path: FilePath

    /// The program of this name; nil when there is none in PATH.
    ///
    /// Blocks: for threads of our own, never for those of Swift's pool.
    ///
    /// - Parameter path: searched instead of the environment's PATH; folders that are not absolute are passed over.
    public static func named(_ name: String, in path: String? = nil) -> InstalledProgram? {
        let environment = path.map { Environment.inherit.updating(["PATH": $0]) } ?? .inherit
        let search = Monitor(Search())
        Task {
            let found = try? await Executable.name(name).resolveExecutablePath(in: environment)
            search.withState { $0.found = .some(found) }
        }
        return search.wait(as: 0) { $0.found }.map(InstalledProgram.init)
    }

    private struct Search: MonitoredState {
        var found: FilePath??
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { found != nil }
    }
}
