internal import FileTree

/// Clips that wait for their pictures, and the threads that draw them.
struct PictureLanes: Sendable {
    /// One clip.
    struct Question: Sendable {
        /// Its place in the log.
        let row: Int
        /// Where it lies.
        let roll: SealedRoll
        /// What is asked of it.
        let places: [PicturePlace]
    }

    private let questions: [Question]
    private let limits: PictureLimits

    init(_ questions: [Question], _ limits: PictureLimits) {
        (self.questions, self.limits) = (questions, limits)
    }

    /// How long the person who waits is left without news.
    private static let betweenNews: Int64 = 200_000_000

    /// Draws them all; waits until that is done.
    func answers(
        of ffmpeg: FFmpeg, told: (Int, Int) -> Void, shouldStop: @escaping @Sendable () -> Bool
    ) -> [Int: ClipPictures] {
        let course = Monitor(Course(questions, patience: limits.timeForTrouble))
        for lane in 0..<min(limits.lanes, questions.count) {
            DiskThread.start(named: "pictures \(lane)") {
                while let question = course.withState({ $0.next() }) {
                    let started = ContinuousClock.now
                    let answer = PictureLanes.answer(question, of: ffmpeg, shouldStop)
                    course.withState { $0.note(answer, of: question, after: ContinuousClock.now - started) }
                }
            }
        }
        while course.withState({ !$0.isReady(0) }) {
            course.wait(as: 0, nanoseconds: PictureLanes.betweenNews)
            told(course.withState { $0.answers.count }, questions.count)
        }
        return course.withState { $0.answers }
    }

    private static func answer(
        _ question: Question, of ffmpeg: FFmpeg, _ shouldStop: () -> Bool
    ) -> FFmpeg.Answer {
        if shouldStop() { return .stopped }
        guard let places = question.roll.found(question.places) else {
            return .failed("was not asked: it is not there")
        }
        return ffmpeg.draw(places, shouldStop: shouldStop)
    }

    /// Who is next, and what is known so far.
    struct Course: MonitoredState {
        private(set) var answers: [Int: ClipPictures] = [:]
        private let count: Int
        private var waiting: ArraySlice<Question>
        private var patience: Duration
        let roleCount = 1

        init(_ questions: [Question], patience: Duration) {
            (count, waiting, self.patience) = (questions.count, questions[...], patience)
        }

        func isReady(_ role: Int) -> Bool { answers.count == count }

        /// The next clip; nil when there is none left.
        mutating func next() -> Question? { waiting.popFirst() }

        /// Notes what came of a clip.
        mutating func note(_ answer: FFmpeg.Answer, of question: Question, after time: Duration) {
            switch answer {
            case .pictures(let pictures): answers[question.row] = .shown(pictures)
            case .failed(let reason): answers[question.row] = .absent("No picture: ffmpeg \(reason).")
            case .stopped: giveUp(question, "No picture: the run was stopped.")
            case .tookTooLong(let reason):
                answers[question.row] = .absent("No picture: ffmpeg \(reason).")
                patience -= time
                guard patience <= .zero, let next = waiting.popFirst() else { return }
                giveUp(next, "No picture: ffmpeg took too long on so many others that it was not asked.")
            }
        }

        /// Answers for this clip, and for all that were to come.
        private mutating func giveUp(_ question: Question, _ reason: String) {
            for question in [question] + waiting { answers[question.row] = .absent(reason) }
            waiting = []
        }
    }
}
