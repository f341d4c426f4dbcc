import Logging
import NIOCore

/// Says what goes wrong with the disk: at once, and then once a minute as long as it lasts.
final class DiskTroubles {
    private static let interval = TimeAmount.minutes(1)
    private static let mostKinds = 64

    private let logger: Logger
    private let clock: () -> NIODeadline
    private var said: [String: (time: NIODeadline, unsaid: Int)] = [:]

    init(logger: Logger, clock: @escaping () -> NIODeadline = { .now() }) {
        self.logger = logger
        self.clock = clock
    }

    /// - Parameter what: What could not be done, as the beginning of a sentence.
    func report(_ what: String, _ error: StorageError) {
        let now = clock()
        let unsaid: Int
        if let last = said[what] {
            guard now >= last.time + Self.interval else {
                said[what]?.unsaid += 1
                return
            }
            unsaid = last.unsaid
        } else {
            if said.count >= Self.mostKinds { said = [:] }
            unsaid = 0
        }
        said[what] = (now, 0)
        let again = unsaid == 0 ? "" : " (\(unsaid) times more since this was last said)"
        logger.error("\(what)\(again). \(error)")
    }
}
