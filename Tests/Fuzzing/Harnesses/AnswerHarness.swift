import Dialogue
import Knowledge
import Text

/// The open question by one byte, then answers, cut at bytes 255: each its form and language by one byte, and its text.
enum AnswerHarness {
    static func run(_ input: inout FuzzInput) throws {
        let engine = try Prepared.content.engine
        var conversation = try input.pick(of: Prepared.runs)
        for (number, answer) in input.pieces(atMost: 12).enumerated() {
            var answer = FuzzInput(answer)
            let form = answer.byte()
            let text = answer.text()
            var question = UserMessage(fingerprint: UInt64(number))
            switch form & 3 {
            case 0, 1: question.text = text
            case 2: question.choice = text
            default: question.choices = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            }
            question.language = form & 4 == 0 ? .fr : .en
            guard let turn = engine.reply(to: question, in: conversation, now: RecordTime(milliseconds: Prepared.time))
            else {
                throw BrokenPromise(description: "a new question is no duplicate")
            }
            if let reply = turn.reply {
                try BrokenPromise.check(
                    reply.sequence == conversation.sequence + 1, "replies are counted one by one")
                try BrokenPromise.check(
                    reply.text.count <= engine.policy.longestReply
                        && reply.markdown.count <= engine.policy.longestReply,
                    "a reply is no longer than the policy allows")
            }
            conversation = turn.conversation ?? Conversation()
        }
    }
}
