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
}
