/// Makes the names of a log unique, as applications find clips by them.
///
/// Names are compared without case, and an accent counts the same whether it is one character or two. Those that occur
/// more than once are all called `<roll>_<name>`; what is still the same gets a number behind it.
public enum LogNames {
    /// Gives every row its name, and tells of those that have another than their clip.
    public static func settle(_ log: inout EditorLog) {
        log.exceptions.removeAll { $0.code == .doubledName }
        var counts: [String: Int] = [:]
        for clip in log.clips { counts[clip.clip.lowercased(), default: 0] += 1 }
        var taken = Set(counts.lazy.filter { $0.value == 1 }.map(\.key))
        var numbers: [String: Int] = [:]
        for place in log.clips.indices {
            let clip = log.clips[place]
            guard let count = counts[clip.clip.lowercased()], count > 1 else {
                log.clips[place].name = clip.clip
                continue
            }
            let roll = log.roll(of: clip)
            let name = free("\(roll.name)_\(clip.clip)", &taken, &numbers)
            log.clips[place].name = name
            log.exceptions.append(
                LogException(
                    .doubledName, roll: roll.path, clip: name,
                    "The name \(clip.clip) occurs \(count) times: \(clip.source) is called \(name) in the log."))
        }
    }

    /// The name, or the name with the first number that makes it a new one.
    private static func free(_ name: String, _ taken: inout Set<String>, _ numbers: inout [String: Int]) -> String {
        let key = name.lowercased()
        if taken.insert(key).inserted { return name }
        // Each name's numbers are counted on, so that ten thousand of one name do not ask for each other's.
        var number = numbers[key, default: 1]
        repeat { number += 1 } while !taken.insert("\(key)_\(number)").inserted
        numbers[key] = number
        return "\(name)_\(number)"
    }
}
