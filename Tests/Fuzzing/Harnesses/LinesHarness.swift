import Contract
import Dialogue
import Knowledge
import Reports
import Text

/// What the file is by one byte, then the file.
enum LinesHarness {
    static func run(_ input: inout FuzzInput) throws {
        let kind = input.byte() % 3
        let bytes = input.rest()
        let content = try Prepared.content
        switch kind {
        case 0:
            guard let submission = try? SubmissionMessage(value: bytes) else { return }
            for language in Language.allCases { report(submission, content, language) }
        case 1:
            guard let submissions = try? SubmissionMessage.submissions(inLines: bytes) else { return }
            for submission in submissions.prefix(4) { report(submission, content, .fr) }
        default:
            guard let questions = try? ReplayRecord.questions(inLines: bytes) else { return }
            var replay = Replay(content: content, comparingText: true)
            for record in questions.prefix(20) + ReplayRecord.replies(inLines: bytes).prefix(20) { replay.add(record) }
            _ = replay.report().text(in: .fr)
        }
    }

    private static func report(_ submission: SubmissionMessage, _ content: LoadedContent, _ language: Language) {
        let improvements = submission.improvements(limit: 5, knowledge: content.engine.knowledge, language: language)
        _ =
            SubmissionReport(
                of: submission, knowledge: content.engine.knowledge, language: language,
                contentVersion: content.version, improvements: improvements)?.html
    }
}
