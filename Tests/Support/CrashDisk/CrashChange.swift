import FileTree

/// One change to a file system that may or may not reach the device before the power goes.
struct CrashChange: Sendable {
    /// A name in a folder: what a change of names touches.
    struct Slot: Hashable, Sendable {
        let folder: UInt64
        let name: [UInt8]
    }

    enum Kind: Sendable {
        case write(offset: Int, bytes: [UInt8])
        case resize(Int)
        /// Grows to a size, never shrinks.
        case grow(Int)
        case modified(Instant)
        case extended([ExtendedAttribute])
        case link(Slot)
        case unlink(Slot)
        case rename(from: Slot, to: Slot, replacing: Bool)
    }

    /// The file or folder it is about.
    let node: UInt64
    let kind: Kind
    /// When it was made: the new change time.
    let time: Instant

    /// The names it touches; none for a change of content or attributes.
    var slots: [Slot] {
        switch kind {
        case .link(let slot), .unlink(let slot): [slot]
        case .rename(let from, let to, _): [from, to]
        case .write, .resize, .grow, .modified, .extended: []
        }
    }

    /// The folder whose flush makes this last; nil for a change of content or attributes.
    ///
    /// A rename lasts when the folder of its new name was flushed: flushing only the old one promises nothing.
    var folder: UInt64? {
        slots.last?.folder
    }

    /// What is left of a write that was torn; nil when there is nothing to tear.
    func torn(_ tear: CrashState.Tear) -> CrashChange? {
        guard case .write(let offset, let bytes) = kind, !bytes.isEmpty else { return nil }
        let rest: Kind =
            switch tear {
            case .half: .write(offset: offset, bytes: Array(bytes[..<(bytes.count / 2)]))
            case .zeros: .grow(offset + bytes.count)
            }
        return CrashChange(node: node, kind: rest, time: time)
    }
}
