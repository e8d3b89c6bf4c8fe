internal import FuzzDriver
internal import FuzzedParsers

// Fuzzes the reader of notes that people wrote of takes; libFuzzer has the main function and calls these two.

@c(LLVMFuzzerInitialize)
func start(_ count: UnsafePointer<Int32>, _ arguments: UnsafeRawPointer) -> Int32 {
    prepare(.slate)
    return 0
}

@c(LLVMFuzzerTestOneInput)
func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzedParser.slate.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
