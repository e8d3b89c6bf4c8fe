internal import CXXHash
internal import Crypto

/// A checksum that has seen part of a file.
///
/// Feed it every byte once, in order, then finish it; finishing makes it ready for the next file. One thread
/// at a time may use it.
public final class RunningChecksum {
    /// The recipe.
    public let algorithm: ChecksumAlgorithm
    private var state: State

    private enum State {
        case xxh32(OpaquePointer)
        case xxh64(OpaquePointer)
        case xxh3(OpaquePointer)
        case xxh128(OpaquePointer)
        case md5(Insecure.MD5)
        case sha1(Insecure.SHA1)
        case sha256(SHA256)
        case sha512(SHA512)
    }

    /// A checksum that has seen nothing.
    public init(_ algorithm: ChecksumAlgorithm) {
        self.algorithm = algorithm
        state =
            switch algorithm {
            case .xxh32: .xxh32(made(XXH32_createState()))
            case .xxh64: .xxh64(made(XXH64_createState()))
            case .xxh3: .xxh3(made(XXH3_createState()))
            case .xxh128: .xxh128(made(XXH3_createState()))
            case .md5: .md5(Insecure.MD5())
            case .sha1: .sha1(Insecure.SHA1())
            case .sha256: .sha256(SHA256())
            case .sha512, .c4: .sha512(SHA512())
            }
        reset()
    }

    deinit {
        switch state {
        case .xxh32(let state): XXH32_freeState(state)
        case .xxh64(let state): XXH64_freeState(state)
        case .xxh3(let state), .xxh128(let state): XXH3_freeState(state)
        case .md5, .sha1, .sha256, .sha512: break
        }
    }

    /// Takes the next bytes of the file.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        switch state {
        case .xxh32(let state): XXH32_update(state, bytes.baseAddress, bytes.count)
        case .xxh64(let state): XXH64_update(state, bytes.baseAddress, bytes.count)
        case .xxh3(let state): updateXXH3(state, bytes)
        case .xxh128(let state): updateXXH128(state, bytes)
        case .md5(var hash): change(&hash, { $0.update(bufferPointer: bytes) }, State.md5)
        case .sha1(var hash): change(&hash, { $0.update(bufferPointer: bytes) }, State.sha1)
        case .sha256(var hash): change(&hash, { $0.update(bufferPointer: bytes) }, State.sha256)
        case .sha512(var hash): change(&hash, { $0.update(bufferPointer: bytes) }, State.sha512)
        }
    }

    /// The checksum of all bytes since the last finish.
    public func finish() -> Checksum {
        let bytes: [UInt8] =
            switch state {
            case .xxh32(let state): bigEndian(XXH32_digest(state))
            case .xxh64(let state): bigEndian(XXH64_digest(state))
            case .xxh3(let state): bigEndian(XXH3_64bits_digest(state))
            case .xxh128(let state): canonical(XXH3_128bits_digest(state))
            case .md5(let hash): Array(hash.finalize())
            case .sha1(let hash): Array(hash.finalize())
            case .sha256(let hash): Array(hash.finalize())
            case .sha512(let hash): Array(hash.finalize())
            }
        reset()
        return Checksum(algorithm, unchecked: bytes)
    }

    /// Forgets what it has seen.
    public func reset() {
        switch state {
        case .xxh32(let state): XXH32_reset(state, 0)
        case .xxh64(let state): XXH64_reset(state, 0)
        case .xxh3(let state): XXH3_64bits_reset(state)
        case .xxh128(let state): XXH3_128bits_reset(state)
        case .md5: state = .md5(Insecure.MD5())
        case .sha1: state = .sha1(Insecure.SHA1())
        case .sha256: state = .sha256(SHA256())
        case .sha512: state = .sha512(SHA512())
        }
    }

    private func change<Hash>(_ hash: inout Hash, _ update: (inout Hash) -> Void, _ wrap: (Hash) -> State) {
        update(&hash)
        state = wrap(hash)
    }
}

extension Checksum {
    /// The checksum of bytes that are all in memory.
    public static func of(_ bytes: some Collection<UInt8>, _ algorithm: ChecksumAlgorithm) -> Checksum {
        let running = RunningChecksum(algorithm)
        let contiguous: Void? = bytes.withContiguousStorageIfAvailable { running.update(UnsafeRawBufferPointer($0)) }
        if contiguous == nil { Array(bytes).withUnsafeBytes { running.update($0) } }
        return running.finish()
    }
}

/// libxxhash answers nil only when the process has no memory left.
private func made(_ state: OpaquePointer?) -> OpaquePointer {
    guard let state else { preconditionFailure("out of memory") }
    return state
}

private func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
}

private func canonical(_ value: XXH128_hash_t) -> [UInt8] {
    bigEndian(value.high64) + bigEndian(value.low64)
}

private func updateXXH3(_ state: OpaquePointer, _ bytes: UnsafeRawBufferPointer) {
    #if arch(x86_64)
        XXH3_64bits_update_dispatch(state, bytes.baseAddress, bytes.count)
    #else
        XXH3_64bits_update(state, bytes.baseAddress, bytes.count)
    #endif
}

private func updateXXH128(_ state: OpaquePointer, _ bytes: UnsafeRawBufferPointer) {
    #if arch(x86_64)
        XXH3_128bits_update_dispatch(state, bytes.baseAddress, bytes.count)
    #else
        XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    #endif
}
