import Contract
import Dialogue
import Foundation
import TestContent
import Testing

/// What a chat in a terminal shows, and what a typed line means there.
@Suite struct TerminalScreenTests {
    private static let content = RealContent.content

    /// A chat with the assistant as it is.
    private struct Chat {
        let dialogue: InMemorySession
        var screen = TerminalScreen()
        let words = TerminalScreen.Words(sources: "Sources", suggestions: "Suggestions")

        init() throws {
            dialogue = InMemorySession(content: try TerminalScreenTests.content.get())
        }

        mutating func type(_ line: String) throws -> (reply: ReplyMessage, blocks: [TerminalScreen.Block]) {
            let question = screen.question(for: line, channel: "terminal")
            let reply = try #require(dialogue.answer(question, conversation: "c", now: 0))
            return (reply, screen.blocks(of: reply, words))
        }

        mutating func type(_ lines: [String]) throws -> [[TerminalScreen.Block]] {
            try lines.map { try type($0).blocks }
        }
    }

    private func numbered(_ blocks: [TerminalScreen.Block]) -> Int {
        blocks.flatMap { $0.text.split(separator: "\n") }.count { $0.drop { $0 == " " }.hasPrefix("1. ") }
    }

    @Test func oneListOfNumbersIsInSight() throws {
        var chat = try Chat()
        let shown = try chat.type([
            "Bonjour", "Je veux remplir la version courte du questionnaire", "Meubles Lavoie", "3", "12", "1 et 2",
            "Combien coûte B Corp?", "appels d'offres?", "1", "pause",
        ])
        for (index, blocks) in shown.enumerated() {
            #expect(numbered(blocks) <= 1, "\(index): \(blocks.map(\.text).joined(separator: "\n"))")
        }
    }

    @Test func numbersPickFromTheSuggestions() throws {
        var chat = try Chat()
        let first = try chat.type("Bonjour")
        try #require(first.blocks.last?.kind == .suggestions)
        let second = try #require(first.reply.suggestions.dropFirst().first)
        #expect(chat.screen.question(for: "2", channel: "t").choice == second.id)
        #expect(chat.screen.question(for: "2.", channel: "t").choice == second.id)
        #expect(chat.screen.question(for: second.title.uppercased(), channel: "t").choice == second.id)
        for line in ["0", "99", "2 et 3", "-1", "", "deux"] {
            #expect(chat.screen.question(for: line, channel: "t").text == line)
        }
    }

    @Test func underAnOpenQuestionCommandsAreWords() throws {
        var chat = try Chat()
        _ = try chat.type(["Je veux remplir le questionnaire", "Meubles Lavoie"])
        // An optional question: its only suggestion is to pass, which the text says.
        let typed = chat.screen.question(for: "1", channel: "t")
        #expect(typed.text == "1" && typed.choice == nil)
        #expect(chat.screen.question(for: "passer", channel: "t").choice == "questionnaire.skip")
        let digression = try chat.type("Combien coûte B Corp?")
        let suggestions = try #require(digression.blocks.first { $0.kind == .suggestions })
        #expect(suggestions.text.contains("  • ") && !suggestions.text.contains("1. "))
    }

    @Test func aTitleIsTypedWithOrdinarySpaces() throws {
        var chat = try Chat()
        let reply = try #require(
            ReplyMessage(
                Array(
                    #"""
                    {"conversation":"c","question":{"id":"1","source":"s"},"sequence":1,"language":"fr","intent":{"id":"help"},"outcome":"answered",
                    "text":"x","markdown":"x","references":[],"suggestions":[{"id":"rate.q.low","title":"Difficile : Mesure"}]}
                    """#.replacing("Difficile :", with: "Difficile\u{A0}:").utf8)))
        _ = chat.screen.blocks(of: reply, chat.words)
        #expect(chat.screen.question(for: "Difficile : Mesure", channel: "t").choice == "rate.q.low")
    }

    @Test func aSourceIsShownWhenItChanges() throws {
        var chat = try Chat()
        let shown = try chat.type([
            "Je veux remplir la version courte du questionnaire", "Meubles Lavoie", "3", "Combien coûte B Corp?", "12",
        ])
        #expect(shown.map { $0.contains { $0.kind == .sources } } == [true, false, false, true, false])
    }

    @Test func aConversationGoesOnFromItsState() throws {
        var first = try Chat()
        _ = try first.type(["Je veux remplir la version courte du questionnaire", "Meubles Lavoie", "pause"])
        let state = try #require(first.dialogue.states["c"])
        let second = InMemorySession(content: try Self.content.get(), states: ["c": state])
        let reply = second.answer(
            ClientQuestion(text: "reprendre le questionnaire"), id: "another", conversation: "c", now: 1)
        #expect(reply?.questionnaire?.question?.id == "q-organization-type" && reply?.sequence == 4)
        #expect(reply?.hasOpenQuestionnaire == true)
    }
}
