public import FuzzedParsers
internal import Glibc

/// Writes a parser's seeds to the folder that is named as the first argument; the other arguments are libFuzzer's.
public func prepare(_ parser: FuzzedParser) {
    guard CommandLine.argc > 1, case let folder = CommandLine.arguments[1], folder.first != "-" else { return }
    for (number, seed) in parser.seeds.enumerated() {
        guard let file = fopen("\(folder)/seed-\(number)", "w") else { fatalError("\(folder) cannot be written to") }
        fwrite(seed, 1, seed.count, file)
        fclose(file)
    }
}
