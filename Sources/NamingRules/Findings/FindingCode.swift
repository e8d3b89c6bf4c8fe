/// What kind of finding it is; the names are stable, scripts rely on them.
///
/// `V01` to `V18` are the findings of version control, the others those of names and of the day.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
    /// A number is missing in a chain of versions: 1, 2, 4.
    case missingVersion = "V01"
    /// Two files claim to be the same version, and differ.
    case doubledVersion = "V02"
    /// Two versions, or two names, have the same content.
    case sameContent = "V03"
    /// A higher version is older than a lower one.
    case olderThanLower = "V04"
    /// One chain writes its numbers in two ways: `v9` and `v010`, `V001` and `v001`.
    case padding = "V05"
    /// A word claims what only a number can say: final, latest, new, copy.
    case finality = "V06"
    /// Folder and file, or file and header, say different versions.
    case versionsDisagree = "V07"
    /// A name has more than one version.
    case severalVersions = "V08"
    /// The latest version is not on the backup, or the backup has a newer one.
    case notOnBackup = "V09"
    /// A published file changed.
    case publishedChanged = "V10"
    /// A published file is gone.
    case publishedGone = "V11"
    /// A proxy or thumbnail is older than what it shows.
    case staleCompanion = "V12"
    /// A sidecar or proxy belongs to nothing that is there.
    case orphan = "V13"
    /// A version lacks a form that the others have.
    case incompleteVersion = "V14"
    /// Frames are missing, or the range is not the one of the other versions or the one that was asked for.
    case frameRange = "V15"
    /// A file is empty, or was never finished.
    case partialFile = "V16"
    /// Two names are one on other systems: they differ in case or in how an accent is written.
    case twinNames = "V17"
    /// Two files differ in nothing but how their extension is written.
    case twinExtensions = "V18"

    /// No template of the rule fits.
    case noTemplate = "no-template"
    /// A character that the rule does not allow.
    case illegalCharacter = "illegal-character"
    /// A character that nobody sees, or that turns the direction of reading.
    case invisibleCharacter = "invisible-character"
    /// Bytes that are no text.
    case notText = "not-text"
    /// Letters of several scripts that look alike.
    case mixedScripts = "mixed-scripts"
    /// A space at an end, or several in a row.
    case straySpace = "stray-space"
    /// A character that a target refuses or changes.
    case forbiddenCharacter = "forbidden-character"
    /// A name that a target keeps for itself: CON, NUL.
    case reservedName = "reserved-name"
    /// A name that a shell or tool takes for something else: `-rf`, a leading dot, `.mov.mov`.
    case awkwardName = "awkward-name"
    /// A file that is larger than a target can hold.
    case tooLarge = "too-large"
    /// A name, path or field that is too long.
    case tooLong = "too-long"
    /// A name that is there twice, in different folders.
    case doubledName = "doubled-name"
    /// A companion that the rule asks for is not there.
    case missingCompanion = "missing-companion"
    /// The numbers of a sequence are written in two ways.
    case framePadding = "frame-padding"
    /// A reel that is there twice.
    case doubledReel = "doubled-reel"
    /// A name that is not one of any camera.
    case unknownClipName = "unknown-clip-name"
    /// A clip or a part that the numbers say should be there.
    case clipGap = "clip-gap"
    /// Reels whose numbers and days go different ways.
    case reelOrder = "reel-order"
    /// A date that cannot be, or that is not the one of the folder it lies in.
    case wrongDate = "wrong-date"
    /// Something that was expected has not arrived.
    case notArrived = "not-arrived"
    /// Something arrived that nobody expected.
    case notExpected = "not-expected"
    /// Something that could not be read, so that nothing can be said of it.
    case unreadable

    /// Whether it is one of the findings of version control.
    public var isOfVersions: Bool { rawValue.first == "V" }
}
