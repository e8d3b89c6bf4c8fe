internal import FuzzDriver
internal import FuzzedParsers

// Fuzzes the recognition of cards; libFuzzer has the main function and calls these two.

@c(LLVMFuzzerInitialize)
func start(_ count: UnsafePointer<Int32>, _ arguments: UnsafeRawPointer) -> Int32 {
    prepare(.card)
    return 0
}

@c(LLVMFuzzerTestOneInput)
func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    FuzzedParser.card.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
