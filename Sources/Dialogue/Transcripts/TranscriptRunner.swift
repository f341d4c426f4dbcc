import Knowledge
import Text
import Understanding

/// Holds a conversation as a transcript has it, and tells where the replies differ.
public struct TranscriptRunner {
    /// A reply that is not as expected.
    public struct Difference: Sendable, CustomStringConvertible {
        /// `file:line` of the turn.
        public var place: String
        /// What the person said.
        public var question: String
        /// What is wrong, a line each.
        public var findings: [String]
        /// The reply's plain text.
        public var reply: String

        public var description: String {
            let findings = findings.map { "  ✗ \($0)" }.joined(separator: "\n")
            let reply = reply.split(separator: "\n", omittingEmptySubsequences: false).map { "  | \($0)" }.joined(
                separator: "\n")
            return "\(place): « \(question) »\n\(findings)\n\(reply)"
        }
    }

    private let engine: DialogueEngine

    public init(engine: DialogueEngine) {
        self.engine = engine
    }

    /// Runs a transcript from a new conversation, a question a minute unless it says otherwise.
    public func differences(from transcript: Transcript) -> [Difference] {
        var conversation = Conversation()
        var now: RecordTime = 1_700_000_000_000
        return transcript.turns.compactMap { turn in
            now = now.advanced(by: turn.pause)
            let question =
                turn.question.text ?? turn.question.choice ?? turn.question.choices?.joined(separator: ", ") ?? ""
            guard let result = engine.reply(to: turn.question, in: conversation, now: now) else {
                return Difference(place: turn.place, question: question, findings: ["no reply at all"], reply: "")
            }
            conversation = result.conversation ?? Conversation()
            guard let reply = result.reply else {
                guard !turn.expectation.isSilent else { return nil }
                return Difference(place: turn.place, question: question, findings: ["is silent"], reply: "")
            }
            var findings = Self.findings(in: reply, turn.expectation)
            if turn.expectation.isSilent { findings.append("speaks, and should be silent") }
            return findings.isEmpty
                ? nil : Difference(place: turn.place, question: question, findings: findings, reply: reply.text)
        }
    }

    private static func findings(in reply: Reply, _ expected: Transcript.Expectation) -> [String] {
        var findings: [String] = []
        func compare(_ what: String, _ expected: String?, _ actual: String) {
            if let expected, expected != actual { findings.append("\(what): expected \(expected), got \(actual)") }
        }
        compare("intent", expected.intent, reply.intent.rawValue)
        compare("outcome", expected.outcome, reply.outcome.rawValue)
        compare("language", expected.language?.rawValue, reply.language.rawValue)
        for intent in expected.also where !reply.also.contains(intent) {
            findings.append(
                "does not also answer \(intent); also: \(reply.also.map(\.rawValue).joined(separator: " "))")
        }
        compare("rejected", expected.rejected, reply.rejected?.code.rawValue ?? "not")
        for (type, value) in expected.entities
        where !reply.entities.contains(where: { $0.type.rawValue == type && $0.value == value }) {
            let actual = reply.entities.map { "\($0.type.rawValue)=\($0.value)" }.joined(separator: " ")
            findings.append("entity \(type)=\(value) is missing; there are: \(actual)")
        }
        // Non-breaking spaces are typography: fragments are written with plain ones.
        let text = reply.text.replacing("\u{A0}", with: " ")
        for fragment in expected.says where !text.contains(fragment) { findings.append("does not say « \(fragment) »") }
        for fragment in expected.neverSays where text.contains(fragment) { findings.append("says « \(fragment) »") }
        for id in expected.references where !reply.references.contains(where: { $0.id == id }) {
            findings.append("does not rest on \(id); rests on: \(reply.references.map(\.id).joined(separator: " "))")
        }
        for id in expected.suggests where !reply.suggestions.contains(where: { $0.id == id }) {
            findings.append(
                "does not suggest « \(id) »; suggests: \(reply.suggestions.map(\.id).joined(separator: ", "))")
        }
        return findings
    }
}
