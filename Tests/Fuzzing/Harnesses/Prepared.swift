import Contract
import Dialogue
import Foundation
import Knowledge
import Logging
import Questionnaires
import Text

/// What inputs are put to: the real content, and conversations in every state.
enum Prepared {
    /// The root of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

    private static let loaded = Result {
        try LoadedContent.load(intents: "\(root)/intents", knowledge: "\(root)/knowledge")
    }

    static var content: LoadedContent { get throws { try loaded.get() } }

    private static let processed = Result { TurnProcessor(content: try Prepared.content) }

    static var processor: TurnProcessor { get throws { try processed.get() } }

    static let silentLogger = Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }

    /// When conversations were prepared, in milliseconds since 1970.
    static let time: Int64 = 1_767_323_045_678

    /// Conversations with a questionnaire: for each type of question one where such a question is asked, and one that is
    /// done with every question.
    static var runs: [Conversation] { get throws { try madeRuns.get() } }

    private static let madeRuns = Result {
        let content = try Prepared.content
        var conversations: [Conversation] = []
        for questionnaire in content.engine.knowledge.questionnaires {
            var run = QuestionnaireRun(
                id: "run", questionnaire: questionnaire, form: questionnaire.id, version: content.version,
                language: .fr, startedAt: RecordTime(milliseconds: time))
            var types: Set<QuestionType> = []
            var effect = run.start(in: questionnaire)
            while case .ask(let question) = effect {
                if types.insert(question.type).inserted { conversations.append(Conversation(sequence: 1, run: run)) }
                guard let answer = question.plainAnswer else { break }
                effect = run.answer(answer, in: questionnaire)
            }
            conversations.append(Conversation(sequence: 1, run: run))
            var paused = conversations[0]
            _ = paused.run?.pause()
            conversations.append(paused)
        }
        return conversations
    }

    /// States of conversations as the conversation topic keeps them; `nil` for one that has not begun.
    static var states: [[UInt8]?] { get throws { try madeStates.get() } }

    private static let madeStates = Result { () throws -> [[UInt8]?] in
        let processor = try Prepared.processor
        let played = scripts.map { script in
            script.enumerated().reduce([UInt8]?.none) { state, turn in
                let record = IncomingRecord(
                    topic: "q", partition: 0, offset: Int64(turn.offset), timestamp: time, key: [99],
                    value: ClientQuestion(text: turn.element).value, headers: [])
                guard case .replaced(let next) = processor.process(record, state: state).state else { return state }
                return next
            }
        }
        return try played + runs.map { try state(of: $0) }
    }

    private static let scripts: [[String]] = [
        [], ["Bonjour"], ["C'est quoi B Corp?"], ["Quelles certifications pour une entreprise autochtone?", "suite"],
        ["certification"], ["blabla zzz", "blabla zzz"], ["Je veux parler à une personne"], ["Je suis acheteur"],
        ["Quelles actions prioritaires?"], ["Je veux remplir le questionnaire."],
        ["Je veux remplir le questionnaire.", "Boréal inc.", "annuler"],
    ]

    /// A conversation with nothing but a questionnaire, in the form of the conversation topic.
    static func state(of conversation: Conversation) throws -> [UInt8] {
        struct Kept: Encodable {
            var version = 1
            var sequence: Int
            var language = "fr"
            var misses = 0
            var answered = Data()
            var run: QuestionnaireRun?
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Array(try encoder.encode(Kept(sequence: conversation.sequence, run: conversation.run)))
    }
}

extension Question {
    /// An answer that is accepted; none where the content leaves none.
    fileprivate var plainAnswer: AnswerValue? {
        switch type {
        case .yesNo: .flag(validation.mustBe ?? true)
        case .singleChoice: choices.last.map { .choice($0.id) }
        case .multiChoice: choices.first.map { .choices([$0.id]) }
        case .number, .percentage: .number(min(60, validation.max ?? 60))
        case .text: .text(String(repeating: "été ", count: (validation.minLength ?? 4) / 4 + 1))
        case .date: .date("2027-06-30")
        case .evidence: documents.first.map { .evidence([.init(kind: .document, id: $0)]) }
        }
    }
}
