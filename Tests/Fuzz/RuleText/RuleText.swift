internal import FuzzDriver
internal import FuzzedParsers

// Fuzzes the reader of rule files; libFuzzer has the main function and calls these two.

@c(LLVMFuzzerInitialize)
func start(_ count: UnsafePointer<Int32>, _ arguments: UnsafeRawPointer) -> Int32 {
    prepare(.rules)
    return 0
}

@c(LLVMFuzzerTestOneInput)
func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzedParser.rules.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
