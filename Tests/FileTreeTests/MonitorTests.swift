import FileTree
import RushesFixtures
import Testing

/// A shelf with few places: makers wait for room, takers for something to take.
private struct Shelf: MonitoredState {
    static let makers = 0
    static let takers = 1
    /// A role that never has anything to do: waiting as it lets time pass.
    static let nobody = 2
    let roleCount = 3
    var places: [Int] = []
    var remaining: Int

    func isReady(_ role: Int) -> Bool {
        switch role {
        case Shelf.makers: places.count < 2
        case Shelf.takers: !places.isEmpty || remaining == 0
        default: false
        }
    }

    mutating func put(_ number: Int) -> Bool? {
        guard places.count < 2 else { return nil }
        places.append(number)
        return true
    }

    /// The next number; nil inside when there will be none, nil outside when there is none yet.
    mutating func take() -> Int?? {
        if let number = places.popLast() {
            remaining -= 1
            return .some(number)
        }
        return remaining == 0 ? .some(nil) : nil
    }
}

@Suite("Monitor") struct MonitorTests {
    @Test("two makers and two takers pass everything on, once", .timeLimit(.minutes(1)))
    func noLostWakeUp() {
        let each = 5000
        let shelf = Monitor(Shelf(remaining: 2 * each))
        let started = Machine.ticks
        let taken = onThreads(4) { thread -> [Int] in
            if thread < 2 {
                for number in 0..<each { _ = shelf.wait(as: Shelf.makers) { $0.put(thread * each + number) } }
                return []
            }
            var taken: [Int] = []
            while let number = shelf.wait(as: Shelf.takers, for: { $0.take() }) { taken.append(number) }
            return taken
        }
        #expect(taken.flatMap { $0 }.sorted() == Array(0..<2 * each))
        // A lost wake-up never ends; a slow machine does.
        #expect(Machine.ticks - started < 20_000_000_000)
    }

    @Test("a wait with a deadline ends at it when nothing happens, and at once when something did")
    func deadline() {
        let shelf = Monitor(Shelf(remaining: 1))
        let started = Machine.ticks
        shelf.wait(as: Shelf.takers, nanoseconds: 20_000_000)
        #expect(Machine.ticks - started >= 20_000_000)
        shelf.withState { _ = $0.put(1) }
        shelf.wait(as: Shelf.takers, nanoseconds: 60_000_000_000)
        #expect(Machine.ticks - started < 30_000_000_000)
    }

    @Test("a thread that only watches passes its wake-up on to those who work")
    func watcherPassesOn() {
        let long: Int64 = 2_000_000_000
        let shelf = Monitor(Shelf(remaining: 1))
        let spent = onThreads(8) { thread -> Int64 in
            let started = Machine.ticks
            switch thread {
            case 0..<6:
                shelf.wait(as: Shelf.takers, nanoseconds: long)
            case 6:
                while shelf.wait(as: Shelf.takers, for: { $0.take() }) != nil {}
            default:
                // The others are waiting by then, most of the time: else there is nothing to pass on.
                shelf.wait(as: Shelf.nobody, nanoseconds: 50_000_000)
                _ = shelf.wait(as: Shelf.makers) { $0.put(1) }
                // Ends the test should the wake-up be lost.
                shelf.wait(as: Shelf.nobody, nanoseconds: long)
                shelf.withState { _ in }
            }
            return Machine.ticks - started
        }
        #expect(spent[6] < long)
    }
}
