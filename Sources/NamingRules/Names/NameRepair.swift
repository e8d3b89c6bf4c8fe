internal import FileTree

/// The name that one with faulty characters surely should have.
///
/// Spaces become `_` (or one space, where these are allowed), what nobody sees goes, and letters that only look Latin
/// become Latin. Accents and other letters are not transliterated: only whoever gave the name knows how.
struct NameRepair {
    /// The characters that it may have.
    let allowed: AllowedCharacters

    /// Nil where it cannot be told.
    func mended(_ judged: JudgedCharacters) -> String? {
        var mended = String.UnicodeScalarView()
        var isJointPending = false
        for (character, fault) in zip(judged.characters, judged.faults) {
            guard let scalar = character.scalar else { return nil }
            switch replacement(of: scalar, fault) {
            case .refused: return nil
            case .nothing: continue
            case .joint: isJointPending = true
            case .scalar(let scalar):
                if isJointPending, !mended.isEmpty, !isJoined(mended.last, scalar) {
                    guard let joint else { return nil }
                    mended.append(joint)
                }
                isJointPending = false
                mended.append(scalar)
            }
        }
        let text = String(mended)
        guard mended.allSatisfy(allowed.contains), RelativePath.isComponent(text.utf8) else { return nil }
        // Without its beginning `é.mov` would be hidden.
        return mended.first == "." && judged.characters.first?.scalar != "." ? nil : text
    }

    private enum Replacement {
        case scalar(Unicode.Scalar), joint, nothing, refused
    }

    private func replacement(of scalar: Unicode.Scalar, _ fault: CharsetFault?) -> Replacement {
        switch fault {
        case nil: .scalar(scalar)
        case .notText: .refused
        case .strayed: .joint
        case .invisible: scalar.isBlank ? .joint : .nothing
        case .lookAlike: LookAlikes.latin(for: scalar).map(Replacement.scalar) ?? .refused
        case .illegal:
            scalar == " " ? .joint : LookAlikes.latin(for: scalar).map(Replacement.scalar) ?? .refused
        }
    }

    /// What stands for a space.
    private var joint: Unicode.Scalar? { ([" ", "_", "-"] as [Unicode.Scalar]).first(where: allowed.contains) }

    /// Whether nothing need stand between the two: one of them parts them already.
    private func isJoined(_ before: Unicode.Scalar?, _ after: Unicode.Scalar) -> Bool {
        let parting: [Unicode.Scalar] = joint == " " ? [" ", "."] : [".", "_", "-"]
        return parting.contains(after) || joint != " " && before.map(parting.contains) == true || before == " "
    }
}
