internal import Custody

/// A command about copies that could not do what it was asked.
struct Refusal {
    private let error: CustodyError
    private let json: Bool

    init(_ error: CustodyError, json: Bool) {
        self.error = error
        self.json = json
    }

    /// Says it where it belongs: as a line for programs, or as talk.
    func tell() {
        if json { return JSONLines(.standardOutput).write(RefusedLine(error)) }
        Terminal.standardError.write(error.words + "\n")
    }
}
