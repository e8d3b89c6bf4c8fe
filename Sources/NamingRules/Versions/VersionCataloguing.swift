internal import FileTree
internal import FrameSequences

/// Goes through the things of a scope and finds the version, the chain and the form of each.
struct VersionCataloguing {
    /// What keeps two chains of one name apart.
    enum Within: String, CaseIterable {
        /// The folder they lie in, unless the name alone says which shot it is.
        case auto
        /// The folder they lie in, without versions and forms.
        case directory
        /// Nothing: a name is the same work wherever it lies.
        case tree
    }

    let scope: ScopedThings
    /// What keeps two chains of one name apart.
    let within: Within
    /// The fields of templates by which versions are of one chain; empty for the names themselves.
    let groupBy: [String]
    private(set) var items: [VersionItem] = []
    private(set) var stems = NameTable()
    private(set) var forms = NameTable()
    private var folders: VersionFolders
    /// The numbers of the fields of `groupBy`, and of those that are versions.
    private let fields: [Int]
    let versionFields: [Int]
    // Used for every name: no memory is asked for.
    private var stem: [UInt8] = []
    private var form: [UInt8] = []

    /// Stands for no folder, where a chain's name counts everywhere.
    private static let anywhere = UInt32.max
    /// Stands for the fields of a template.
    private static let ofFields = UInt32.max - 1

    init(_ scope: ScopedThings, within: Within, groupBy: [String]) {
        (self.scope, self.within, self.groupBy) = (scope, within, groupBy)
        folders = VersionFolders(scope.folder.named.tree)
        let set = scope.folder.matches.set
        fields = groupBy.compactMap(set.number(ofField:))
        versionFields = set.fields.indices.filter { if case .version = set.fields[$0].type { true } else { false } }
        let named = scope.folder.named
        items.reserveCapacity(scope.things.count)
        for thing in named.things where thing.kind != .folder { folders.fill(folders.around(thing.entry)) }
        for thing in scope.things where named.things[thing].kind != .folder { add(thing, named) }
        // The inner folders first: what they hold may be all that tells the version of one around them.
        for thing in scope.things.reversed() where named.things[thing].kind == .folder { addFolder(thing, named) }
    }

    private mutating func add(_ thing: Int, _ named: NamedTree) {
        let around = folders.around(named.things[thing].entry)
        if let version = fieldOfVersion(of: thing).flatMap({ VersionedName(thing, of: named, field: $0) }) {
            begin(version)
            let (_, place, isUnlisted) = locate(from: around, isInHome: true)
            takeFields(of: thing)
            append(thing, version, context: VersionCataloguing.ofFields, place: place, isUnlisted: isUnlisted)
        } else if let version = VersionedName(thing, of: named) {
            begin(version)
            let (context, place, isUnlisted) = locate(from: around, isInHome: true)
            append(thing, version, context: context, place: place, isUnlisted: isUnlisted)
        } else if let home = folders[around].version, let version = VersionedName(folders.name(of: home)) {
            folders.use(home)
            addUnnumbered(thing, named, of: home, version)
        }
    }

    /// Where the version stands in a name that a template fits; nil where chains are made by names.
    private func fieldOfVersion(of thing: Int) -> Range<Int>? {
        let matches = scope.folder.matches
        guard !fields.isEmpty, fields.contains(where: { matches.field($0, of: thing) != nil }) else { return nil }
        for field in versionFields {
            if let range = matches.range(ofField: field, of: thing) { return range }
        }
        return nil
    }

    /// Puts the fields that make a chain in the place of the name.
    private mutating func takeFields(of thing: Int) {
        stem.removeAll(keepingCapacity: true)
        for field in fields {
            stem.append(0)
            if let text = scope.folder.matches.field(field, of: thing) { stem += text }
        }
    }

    /// A file without a version in a folder that has one.
    private mutating func addUnnumbered(_ thing: Int, _ named: NamedTree, of home: UInt32, _ version: VersionedName) {
        stem.removeAll(keepingCapacity: true)
        version.appendStem(to: &stem)
        let (context, _, _) = locate(from: folders[home].parent, isInHome: false)
        let (body, suffix) = named.parts(of: thing)
        form.removeAll(keepingCapacity: true)
        form += suffix.dropFirst().lazy.map(\.small)
        form.append(0)
        var hasher = Hasher()
        body.withUnsafeBytes { hasher.combine(bytes: $0) }
        var folder = folders.around(named.things[thing].entry)
        while folder != home {
            hasher.combine(folders.name(of: folder).count)
            folders.name(of: folder).withUnsafeBytes { hasher.combine(bytes: $0) }
            folder = folders[folder].parent
        }
        append(
            thing, version, context: context, place: hasher.finalize(), isOfFolder: true,
            isUnlisted: folders[home].isUnlisted)
    }

    /// A folder is a version of its own where no version in it was told by it.
    private mutating func addFolder(_ thing: Int, _ named: NamedTree) {
        let entry = named.things[thing].entry
        let folder = folders[folders.number(ofFolder: entry)]
        guard !folder.isUsed, let version = VersionedName(named.tree.name(of: entry)) else { return }
        begin(version)
        let (context, place, isUnlisted) = locate(from: folder.parent, isInHome: true)
        append(
            thing, version, context: context, place: place, isUnlisted: isUnlisted || folder.isUnlisted,
            form: folder.isFilled ? VersionCatalogue.folderForm : VersionCatalogue.emptyFolder)
    }

    private mutating func begin(_ version: VersionedName) {
        stem.removeAll(keepingCapacity: true)
        version.appendStem(to: &stem)
        form.removeAll(keepingCapacity: true)
        version.appendForm(to: &form)
        form.append(0)
    }

    /// What the folders around something mean: which of them tell its chain apart, at which place it lies, and whether
    /// some of its version could not be listed.
    private mutating func locate(
        from folder: UInt32, isInHome: Bool
    ) -> (context: UInt32, place: Int, isUnlisted: Bool) {
        var (folder, hasher, isUnlisted) = (folder, Hasher(), false)
        if isInHome, let home = folders.home(of: stem, from: folder)?.number {
            while folder != home { pass(&folder, &hasher) }
            folders.use(home)
            isUnlisted = folders[home].isUnlisted
            folder = folders[home].parent
        } else {
            while folders[folder].isForm { pass(&folder, &hasher) }
        }
        let isAnywhere = within == .tree || within == .auto && VersionCataloguing.namesShot(stem)
        return (isAnywhere ? VersionCataloguing.anywhere : context(of: folder), hasher.finalize(), isUnlisted)
    }

    /// Goes out of a folder whose name belongs to the form.
    private mutating func pass(_ folder: inout UInt32, _ hasher: inout Hasher) {
        let name = folders.name(of: folder)
        hasher.combine(name.count)
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        // A size differs from version to version, and a format is told by the extension.
        if !FolderForm.isSize(name), !form.dropLast().elementsEqual(name.lazy.map(\.small)) {
            if form.last != 0 { form.append(UInt8(ascii: "/")) }
            form += name
        }
        folder = folders[folder].parent
    }

    /// The folder that a chain belongs to: without forms and versions of the same work at its end.
    private func context(of folder: UInt32) -> UInt32 {
        var folder = folder
        while folders[folder].isForm { folder = folders[folder].parent }
        return folders[folder].context
    }

    /// Whether a name says alone which work it is: three words, and one of them with a number.
    ///
    /// `AGM_104_comp` does, `comp` and `shot_010` mean something in their folder.
    static func namesShot(_ stem: [UInt8]) -> Bool {
        var (words, hasNumber, isInWord) = (0, false, false)
        for byte in stem {
            let isSeparator = VersionToken.isSeparator(byte)
            if !isSeparator, !isInWord { words += 1 }
            isInWord = !isSeparator
            if byte.isDecimalDigit { hasNumber = true }
        }
        return words >= 3 && hasNumber
    }

    private mutating func append(
        _ thing: Int, _ version: VersionedName, context: UInt32, place: Int, isOfFolder: Bool = false,
        isUnlisted: Bool, form folderForm: UInt32? = nil
    ) {
        let token = version.token
        items.append(
            VersionItem(
                thing: UInt32(thing), chain: stems.number(of: stem, in: context), number: UInt32(token.number),
                form: folderForm ?? forms.number(of: form), place: place,
                width: UInt8(clamping: token.width), isCapital: token.isCapital, isOfFolder: isOfFolder,
                isUnlisted: isUnlisted))
    }
}

extension NamedTree {
    /// The name of a thing before its extension, or before the number of its frames, and the extension with its dot.
    func parts(of thing: Int) -> (body: ArraySlice<UInt8>, suffix: ArraySlice<UInt8>) {
        if let sequence = sequence(of: thing) {
            return (sequence.prefix[...].dropLastSeparators(), sequence.suffix[...])
        }
        let name = name(of: thing)
        let dot = things[thing].kind == .folder ? name.endIndex : name.startOfExtension
        return (name[..<dot], name[dot...])
    }
}
