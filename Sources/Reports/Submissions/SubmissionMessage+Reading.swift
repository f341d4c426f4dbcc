public import Contract
import Foundation
public import Text

extension SubmissionMessage {
    /// Bytes that are no submission.
    public struct Unreadable: TranslatableError, Hashable {
        /// Where and what is wrong, without a final period.
        public var problem: TranslatableText

        public var text: TranslatableText { "this is no submission: \(problem). \(SubmissionMessage.form)" }
    }

    private static let form: TranslatableText = "It must be what the topic of submissions carries."

    /// Reads the value of a submission's record.
    public init(value: some Collection<UInt8>) throws(Unreadable) {
        let value = Data(value)
        do {
            self = try JSONDecoder().decode(Checked.self, from: value).submission
        } catch {
            let lines = value.split(separator: UInt8(ascii: "\n")).filter { $0.contains { $0 > UInt8(ascii: " ") } }
            let isLines =
                lines.count > 1 && lines.allSatisfy { (try? JSONDecoder().decode(Checked.self, from: $0)) != nil }
            throw Unreadable(
                problem: isLines
                    ? "it holds \(lines.count) submissions, a line each, and one is wanted" : JSONLines.problem(error))
        }
    }

    /// Reads submissions, an object a line. Empty lines are passed over.
    ///
    /// - Throws: `JSONLines.Unreadable` with every line that is none.
    public static func submissions(inLines lines: some Collection<UInt8>) throws(JSONLines.Unreadable)
        -> [SubmissionMessage]
    {
        try JSONLines.values(Checked.self, in: lines, form: form).map(\.value.submission)
    }

    /// A submission whose times are times.
    private struct Checked: Decodable {
        let submission: SubmissionMessage

        init(from decoder: any Decoder) throws {
            submission = try SubmissionMessage(from: decoder)
            for (name, time) in [("startedAt", submission.startedAt), ("completedAt", submission.completedAt)]
            where Timestamp.milliseconds(of: time) == nil {
                throw UnsuitedValue("« \(name) » is no time")
            }
        }
    }
}
