import ClipMetadata
import Foundation
import RushesFixtures

/// A program called `mediainfo` that does with a file what the file's name says, in a folder of its own.
struct FakeMediaInfo {
    let folder: String

    private static let script = """
        #!/bin/sh
        [ "$1" = --Version ] && { echo 'MediaInfo Command line,'; echo 'MediaInfoLib - v99.1'; exit 255; }
        echo run >> "$0.runs"
        answer= status=0
        for path; do
            case $path in
            --*) continue ;;
            *crash*) kill -9 $$ ;;
            *interrupt*) kill -2 $$ ;;
            *hang*) echo $$ > "$0.hangs"; exec sleep 1000 ;;
            *stuck*) exec 3<"$path"; exec sleep 1000 ;;
            *half*) printf '[{"media":{"@ref":"%s","track":[{"@ty' "$path"; exit 0 ;;
            *garbage*) printf '\\001\\377PK'; exit 0 ;;
            *flood*) exec yes ;;
            *mute*) exit 0 ;;
            *absent*) answer="$answer{\\"media\\":null},"; continue ;;
            *status*) status=1 ;;
            *twice*) answer="$answer{\\"media\\":{\\"@ref\\":\\"$path\\",\\"track\\":[]}}," ;;
            *playlist*) answer="$answer{\\"media\\":{\\"@ref\\":\\"$path\\",\\"track\\":[{\\"Source\\":\\"/etc/x\\"}]}},"; continue ;;
            esac
            answer="$answer{\\"media\\":{\\"@ref\\":\\"$path\\",\\"track\\":[{\\"@type\\":\\"Video\\",\\"Width\\":\\"1920\\"}]}},"
        done
        printf '[%s]' "${answer%,}"
        exit $status
        """

    /// Puts the program into a folder.
    init(in folder: String) throws {
        self.folder = folder
        try Self.script.write(toFile: folder + "/mediainfo", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/mediainfo")
    }

    /// What is heard of each file from the program, when it is found in PATH.
    func answers(
        _ paths: [String], limits: ProbeLimits = ProbeLimits(),
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) async -> [String]? {
        await onOwnThread { [folder] in
            MediaInfo.installed(in: folder, limits: limits)?.probe(paths, shouldStop: shouldStop).map(\.telling)
        }
    }

    /// How often it was started to look at files.
    var runs: Int {
        (try? String(contentsOfFile: folder + "/mediainfo.runs", encoding: .utf8))?.split(separator: "\n").count ?? 0
    }

    /// The number of the process that hangs; nil while none does.
    var hanging: Int32? {
        (try? String(contentsOfFile: folder + "/mediainfo.hangs", encoding: .utf8))
            .flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }
}

extension Result<ClipMetadata, MetadataError> {
    /// The width, or the failure in words.
    var telling: String {
        switch self {
        case .success(let metadata): metadata.width.all.first.map { String($0.value) } ?? "nothing"
        case .failure(let error): "\(error.code.rawValue): \(error.sentence)"
        }
    }
}
