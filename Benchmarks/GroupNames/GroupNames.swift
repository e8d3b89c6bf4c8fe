import FileTree
import FrameSequences
import Glibc

/// Groups the names of a file, one a line, in memory: prints the CPU seconds that took, the sequences and the others.
@main struct GroupNames {
    static func main() {
        guard let path = CommandLine.arguments.dropFirst().first, let content = content(of: path) else {
            print("usage: GroupNames FILE")
            exit(64)
        }
        let files = content.split(separator: UInt8(ascii: "\n")).map {
            ListedFile(name: Array($0), size: .mebibytes(6), modified: Instant(nanoseconds: 0))
        }
        let start = clock()
        let grouping = FrameSequences.group(files)
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        print(seconds, grouping.sequences.count, grouping.others.count)
    }

    private static func content(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var (content, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 20))
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { content += chunk[..<count] }
        return content
    }
}
