extension Machine {
    /// The innermost folder, from `path` outwards, that holds a folder called `name`; nil where there is none.
    ///
    /// - Parameter path: absolute, without links.
    public static func folder(holding name: String, around path: String) -> String? {
        var folder = path[...]
        while true {
            if kind(ofPath: "\(folder)/\(name)") == .folder { return folder.isEmpty ? "/" : String(folder) }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
        }
    }

    /// Whether a path lies in a folder or is it: one of the folders around it is the same.
    ///
    /// - Parameter path: absolute, without links; what it names need not be there.
    public static func lies(_ path: String, inFolder folder: String) -> Bool {
        var around = path[...]
        while true {
            if isSame(around.isEmpty ? "/" : String(around), folder) { return true }
            guard let slash = around.lastIndex(of: "/") else { return false }
            around = around[..<slash]
        }
    }
}
