import Dialogue
import Knowledge
import TestContent
import Testing
import Text
import Understanding

/// Conversations that wander: whatever is said or chosen, the promises hold.
@Suite struct RandomWalkTests {
    /// A generator that is the same everywhere (Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014).
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    private static let said = [
        "Bonjour", "C'est quoi B Corp?", "et le coût?", "la deuxième", "suite", "more", "in English please", "2", "1",
        "9",
        "Ils nous payent à 90 jours", "non, pas ça", "oui", "je suis acheteur", "blabla zzz", "certification", "tender",
        "Quelles actions prioritaires?", "What is EcoVadis, and how much is it?", "Je veux parler à une personne",
        "merci",
        "répète", "Commencer le questionnaire", "passer", "retour", "pour les Autochtones?", "\u{1F642}",
        "/certification.find", "/x",
        "Où sont publiés les appels d'offres? Et comment préparer une soumission?",
    ]

    @Test(arguments: 1...6)
    func whateverIsSaidThePromisesHold(seed: Int) throws {
        let engine = try RealContent.engine
        var random = SplitMix(state: UInt64(seed))
        var conversation = Conversation()
        var offered: [String] = []
        var sequence = 0
        var trail: [String] = []
        for step in 1...250 {
            let now = RecordTime(milliseconds: Int64(step) * 90_000)
            let isChoice = !offered.isEmpty && Int.random(in: 0..<3, using: &random) == 0
            let question =
                isChoice
                ? UserMessage(choice: offered.randomElement(using: &random), fingerprint: UInt64(step))
                : UserMessage(text: Self.said.randomElement(using: &random), fingerprint: UInt64(step))
            trail.append(question.choice.map { "[\($0)]" } ?? question.text ?? "")
            let turn = try #require(engine.reply(to: question, in: conversation, now: now))
            let again = try #require(engine.reply(to: question, in: conversation, now: now))
            #expect(turn == again)
            conversation = turn.conversation ?? Conversation()
            guard let reply = turn.reply else {
                #expect(conversation.handedOverAt != nil)
                if step % 5 == 0 { offered = [DialogueEngine.handoffReturn] }
                continue
            }
            sequence += 1
            #expect(reply.sequence == sequence)
            if turn.conversation == nil { sequence = 0 }
            #expect(!reply.text.isEmpty)
            #expect(
                reply.text.count <= engine.policy.longestReply && reply.markdown.count <= engine.policy.longestReply)
            #expect(reply.suggestions.count <= 6)
            if isChoice { #expect(reply.rejected == nil, "\(trail.suffix(6))") }
            offered = reply.suggestions.map(\.id)
        }
    }
}
