public import Contract
import Foundation

extension SubmissionMessage {
    /// Bytes that are no submission.
    public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        /// The number of the line, from 1; nothing where there are no lines.
        public var line: Int?
        /// Where and what is wrong, without a final period.
        public var problem: String

        public var description: String {
            let place = line.map { "line \($0): " } ?? ""
            return "\(place)this is no submission: \(problem). It must be what the topic of submissions carries."
        }
    }

    /// Reads the value of a submission's record.
    public init(value: [UInt8]) throws(Unreadable) {
        do {
            self = try JSONDecoder().decode(SubmissionMessage.self, from: Data(value))
        } catch {
            throw Unreadable(problem: Self.problem(error))
        }
        for (name, time) in [("startedAt", startedAt), ("completedAt", completedAt)]
        where Timestamp.milliseconds(of: time) == nil {
            throw Unreadable(problem: "\(name) is no time")
        }
    }

    /// Reads submissions, an object a line. Empty lines are passed over.
    public static func submissions(inLines lines: [UInt8]) throws(Unreadable) -> [SubmissionMessage] {
        var submissions: [SubmissionMessage] = []
        let numbered = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        for (place, line) in numbered where line.contains(where: { $0 > UInt8(ascii: " ") }) {
            do throws(Unreadable) {
                submissions.append(try SubmissionMessage(value: Array(line)))
            } catch {
                throw Unreadable(line: place + 1, problem: error.problem)
            }
        }
        return submissions
    }

    private static func problem(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\(path(context.codingPath + [key])) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.codingPath.isEmpty
                ? "it is no object" : "\(path(context.codingPath)) is not of the kind that belongs there"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(path(context.codingPath)) has no value that is known"
        default: "it is no JSON"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
    }
}
