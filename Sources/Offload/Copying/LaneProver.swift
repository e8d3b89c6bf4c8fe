internal import FileTree
internal import Proof

/// Flushes the groups of one destination.
struct LaneFlusher: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse
    let index: Int

    func run() {
        let lane = course.lanes[index]
        while let work = monitor.next(as: .flusher(lane: index), take: { $0.takeFlush(index, now: Machine.ticks) }) {
            do throws(DiskError) {
                // A volume's flush covers the journal; elsewhere it must be durable before any file gets its name.
                if lane.volume.kind.flush != .volume, !work.staged.isEmpty { try lane.journal?.flush() }
                let receipt = try work.window.flush(work.staged.map { lane.place.staged($0) })
                monitor.withState { $0.flushed(work.group, index, receipt: receipt, now: Machine.ticks) }
            } catch {
                for number in work.staged { try? lane.disk.remove(lane.place.staged(number)) }
                monitor.withState { $0.flushFailed(work.group, index, error, now: Machine.ticks) }
            }
        }
    }
}

/// Reads the flushed files of one destination back; several of these work on one destination.
struct LaneReaderBack: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse
    let index: Int

    func run() {
        let lane = course.lanes[index]
        let readBack = ReadBack(
            on: lane.disk, algorithm: course.comparing, requestSize: course.limits.readBackSize)
        while let work = monitor.next(
            as: .readerBack(lane: index), take: { $0.takeReadBack(index, now: Machine.ticks) })
        {
            var found: [Int: Result<FoundContent, DiskError>] = [:]
            let deviceBytes = ReadBack.deviceBytes {
                for (number, isStaged) in work.files {
                    let path =
                        isStaged ? lane.place.staged(number) : lane.base.appending(course.tree.path(of: number))
                    found[number] = content(of: path, readBack)
                }
            }
            monitor.withState {
                $0.readBack(work, index, found: found, deviceBytes: deviceBytes, now: Machine.ticks)
            }
        }
    }

    private func content(of path: RelativePath, _ readBack: ReadBack) -> Result<FoundContent, DiskError> {
        do throws(DiskError) {
            return .success(
                try readBack.content(of: path) { bytes in
                    monitor.withState { $0.readBackMoved(index, bytes: bytes, now: Machine.ticks) }
                })
        } catch {
            return .failure(error)
        }
    }
}

/// Reads the card a second time, past its cache, when that was asked for.
struct CardRechecker: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse

    func run() {
        let readBack = ReadBack(on: course.card, algorithm: course.comparing, requestSize: course.limits.readBackSize)
        while let work = monitor.next(as: .rechecker, take: { $0.takeRecheck(now: Machine.ticks) }) {
            var found: [Int: Result<FoundContent, DiskError>] = [:]
            let deviceBytes = ReadBack.deviceBytes {
                for (number, _) in work.files {
                    do throws(DiskError) {
                        found[number] = .success(
                            try readBack.content(of: course.tree.path(of: number)) { _ in
                                monitor.withState { $0.sourceActivity.moved(now: Machine.ticks) }
                            })
                    } catch {
                        found[number] = .failure(error)
                    }
                }
            }
            monitor.withState { $0.rechecked(work, found: found, deviceBytes: deviceBytes, now: Machine.ticks) }
        }
    }
}
