import Dialogue
import Knowledge
import TestContent
import Testing
import Text
import Understanding

/// What is so of every reply, whatever is asked.
@Suite struct ReplyTests {
    /// All intents that a command can ask for, with an entity where the intent is about one.
    private static let commands: [String] = Intent.contract
        .filter { $0 != .ambiguous && $0 != .questionnaireAnswer }
        .flatMap { intent -> [String] in
            let id = intent.rawValue
            return switch intent {
            case .certificationDescribe, .certificationObtain, .certificationCost, .certificationVerify:
                [id, "\(id) certification=b-corp", "\(id) certification=icriq"]
            case .certificationCompare: [id, "\(id) certification=b-corp certification=ecovadis"]
            case .certificationFind, .supplierFind:
                [id, "\(id) group=women", "\(id) dimension=innovation", "\(id) assurance=self-declared"]
            case .barrierSolve: [id, "\(id) barrier=payment-terms"]
            case .glossaryDefine: [id, "\(id) term=bid"]
            case .actionFind: [id, "\(id) action=tag-supplier-file", "\(id) horizon=short"]
            default: [id]
            }
        }

    @Test(arguments: Language.allCases, [nil, Actor.sme, Actor.buyer])
    func everyIntentHasAnAnswerForEveryone(language: Language, audience: Actor?) throws {
        let engine = try RealContent.engine
        for command in Self.commands {
            let question = UserMessage(text: "/\(command)", language: language, audience: audience, fingerprint: 1)
            let turn = try #require(engine.reply(to: question, in: Conversation(), now: 0))
            let reply = try #require(turn.reply)
            #expect(reply.rejected == nil, "\(command)")
            #expect(!reply.text.isEmpty && !reply.markdown.isEmpty, "\(command)")
            #expect(!reply.text.contains("{{") && !reply.text.contains("**"), "\(command): \(reply.text)")
            #expect(reply.text.unicodeScalars.count <= 2000, "\(command): \(reply.text.unicodeScalars.count)")
            #expect(reply.text.split(separator: "\n").count <= 17, "\(command): \(reply.text)")
            #expect(reply.suggestions.count <= 6, "\(command)")
            if command != "language.switch" { #expect(reply.language == language, "\(command)") }
        }
    }

    @Test(arguments: Language.allCases)
    func everySuggestionLeadsSomewhere(language: Language) throws {
        let engine = try RealContent.engine
        for command in Self.commands {
            let first = UserMessage(text: "/\(command)", language: language, fingerprint: 1)
            let turn = try #require(engine.reply(to: first, in: Conversation(), now: 0))
            for suggestion in turn.reply?.suggestions ?? [] {
                let next = UserMessage(choice: suggestion.id, fingerprint: 2)
                let answer = try #require(engine.reply(to: next, in: turn.conversation ?? Conversation(), now: 1))
                #expect(answer.reply?.rejected == nil, "\(command) → \(suggestion.id)")
                #expect(answer.reply?.text.isEmpty == false, "\(command) → \(suggestion.id)")
            }
        }
    }

    @Test func anUncertainEntryIsSaidToBeSo() throws {
        let engine = try RealContent.engine
        let uncertain = engine.knowledge.certifications.filter(\.provenance.needsChecking)
        #expect(!uncertain.isEmpty)
        for entry in uncertain {
            let command = "/certification.describe certification=\(entry.id)"
            let french = engine.reply(
                to: UserMessage(text: command, language: .fr, fingerprint: 1), in: Conversation(), now: 0)
            let english = engine.reply(
                to: UserMessage(text: command, language: .en, fingerprint: 1), in: Conversation(), now: 0)
            #expect(french?.reply?.text.contains("à vérifier") == true, "\(entry.id)")
            #expect(english?.reply?.text.contains("to be checked") == true, "\(entry.id)")
        }
    }

    @Test func pagesShowEverythingOnce() throws {
        let engine = try RealContent.engine
        var conversation = Conversation()
        var seen: Set<String> = []
        var pages = 0
        var question = UserMessage(text: "/certification.find", language: .fr, fingerprint: 0)
        while pages < 40 {
            pages += 1
            let turn = try #require(
                engine.reply(to: question, in: conversation, now: RecordTime(milliseconds: Int64(pages))))
            conversation = try #require(turn.conversation)
            let reply = try #require(turn.reply)
            seen.formUnion(reply.references.filter { $0.kind == "certification" }.map(\.id))
            guard reply.suggestions.contains(where: { $0.id == "more" }) else { break }
            question = UserMessage(choice: "more", fingerprint: UInt64(pages))
        }
        let listed = engine.knowledge.certifications.filter { $0.status != .ended && !$0.dimensions.isEmpty }
        #expect(seen == Set(listed.map(\.id)))
    }

    @Test func theSameQuestionTwiceIsAnsweredOnce() throws {
        let engine = try RealContent.engine
        let question = UserMessage(text: "Bonjour", fingerprint: 7)
        let turn = try #require(engine.reply(to: question, in: Conversation(), now: 0))
        #expect(engine.reply(to: question, in: try #require(turn.conversation), now: 1) == nil)
    }

    @Test func sequenceHasNoGapAndStateStaysSmall() throws {
        let engine = try RealContent.engine
        var conversation = Conversation()
        for number in 1...500 {
            let commands = Self.commands.filter { $0 != "privacy.forget" && $0 != "human.handoff" }
            let command = commands[number % commands.count]
            let question = UserMessage(text: "/\(command)", fingerprint: UInt64(number))
            let turn = try #require(
                engine.reply(to: question, in: conversation, now: RecordTime(milliseconds: Int64(number))))
            #expect(turn.reply?.sequence == number)
            conversation = try #require(turn.conversation)
        }
        #expect(conversation.answered.count == Conversation.rememberedQuestions)
    }

    @Test func forgettingBeginsAnew() throws {
        let engine = try RealContent.engine
        let turn = try #require(
            engine.reply(
                to: UserMessage(text: "/privacy.forget", language: .fr, fingerprint: 1), in: Conversation(sequence: 9),
                now: 0
            ))
        #expect(turn.reply?.outcome == .forgotten)
        #expect(turn.reply?.sequence == 10)
        #expect(turn.conversation == nil)
    }
}
