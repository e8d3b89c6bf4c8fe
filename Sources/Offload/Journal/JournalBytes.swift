/// Puts the parts of a journal record together: little-endian numbers, bytes with their length before them.
struct JournalWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ part: some Collection<UInt8>) {
        put(UInt32(part.count))
        bytes.append(contentsOf: part)
    }

    mutating func put(fixed part: some Collection<UInt8>) {
        bytes.append(contentsOf: part)
    }
}

/// Takes a record apart again; every answer is nil once the bytes run out.
struct JournalReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
        guard let part = fixed(MemoryLayout<Number>.size) else { return nil }
        return part.reversed().reduce(Number(0)) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    mutating func part() -> [UInt8]? {
        guard let count = number(UInt32.self) else { return nil }
        return fixed(Int(count))
    }

    mutating func fixed(_ count: Int) -> [UInt8]? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }
}
