import FileTree
import RushesFixtures
import Testing

@Suite("Machine") struct MachineTests {
    @Test("a direct read is counted to the thread that made it, and to no other")
    func deviceBytes() throws {
        try withDisk { disk, _ in
            guard try disk.volume().kind.name == "ext4" else {
                return print("Skipped: the temporary folder is not on ext4, so nothing need come from a device.")
            }
            let size = 1 << 20
            try (["A": .random(1 << 20)] as CardBuilder).write(to: disk)
            let file = try disk.openForWriting("A", direct: false)
            try disk.flush(file)
            disk.close(file)
            let reading = try disk.openForReading("A", direct: true)
            defer { disk.close(reading) }
            #expect(reading.isDirect)
            let grown = onThreads(2) { thread -> Int64? in
                guard let before = Machine.deviceBytesReadByThisThread() else { return nil }
                let buffer = AlignedBuffer(size: size)
                if thread == 0 { _ = try? disk.read(reading, into: buffer.bytes, at: 0) }
                return Machine.deviceBytesReadByThisThread().map { $0 - before }
            }
            guard let read = grown[0], let idle = grown[1] else {
                return print("Skipped: this system does not count what a thread reads.")
            }
            #expect(read >= Int64(size))
            #expect(idle == 0)
        }
    }

    @Test("the holder of a lock is this process on this machine")
    func holder() throws {
        let holder = Machine.holder
        #expect(!holder.host.isEmpty && holder.process > 0 && !holder.boot.isEmpty)
        #expect(LockHolder(line: holder.line) == holder)
    }

    @Test("a volume is measured: what, where, how much room")
    func volume() throws {
        try withDisk { disk, path in
            let volume = try disk.volume()
            #expect(!volume.kind.name.isEmpty && volume.kind.name != "unknown")
            #expect(path.hasPrefix(volume.mountPoint))
            #expect(volume.free > .zero && volume.blockSize > 0)
            #expect(try volume.device == disk.attributes(of: .root).device)
            #expect(!volume.isReadOnly)
        }
    }
}
