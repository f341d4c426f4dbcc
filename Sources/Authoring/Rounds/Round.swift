public import Dialogue
import Knowledge
import Questionnaires
import Text
import Understanding

/// A round of fresh eyes, run through the assistant: each line meets its question as a stranger's text would.
public struct Round: Sendable {
    /// What became of a line.
    public struct Outcome: Sendable {
        public var line: RoundLine
        /// Whether a person would have done the same.
        public var isRight: Bool
        /// Whether something was kept that says the contrary of what was meant.
        public var isOpposite: Bool
        /// What the assistant did, in a few words.
        public var did: String
    }

    public private(set) var outcomes: [Outcome] = []
    private let engine: DialogueEngine
    private let questionnaire: Questionnaire

    /// Runs all lines. Single lines each meet a questionnaire answered as plainly as can be up to their question; the turns of a
    /// conversation follow one another. Where a turn goes wrong, the next begins where it should have led, so that each turn is
    /// judged once.
    ///
    /// - Returns: `nil` if the content has no questionnaire.
    public init?(of lines: [RoundLine], by engine: DialogueEngine) {
        guard let questionnaire = engine.knowledge.questionnaires.first else { return nil }
        self.engine = engine
        self.questionnaire = questionnaire
        var openings: [String: Conversation] = [:]
        for line in lines where line.kind != .turn {
            let place = "\(line.question ?? "") \(line.isPaused) \(line.language.rawValue)"
            let opening = openings[place] ?? opened(at: line.question, isPaused: line.isPaused, line.language)
            openings[place] = opening
            outcomes.append(meet(line, in: opening).outcome)
        }
        let turns = Dictionary(grouping: lines.filter { $0.kind == .turn }, by: \.conversation)
        for (_, turns) in turns.sorted(by: { $0.key < $1.key }) {
            var conversation = Conversation()
            for (index, turn) in turns.enumerated() {
                let met = meet(turn, in: conversation)
                outcomes.append(met.outcome)
                conversation = met.conversation
                guard index + 1 < turns.count else { continue }
                let next = turns[index + 1]
                if !isOpen(next, in: conversation) {
                    conversation = brought(conversation, to: next, after: turn)
                }
            }
        }
    }

    /// The outcomes of one kind of line.
    public func outcomes(of kind: RoundLine.Kind) -> [Outcome] { outcomes.filter { $0.line.kind == kind } }

    // MARK: - Meeting a line

    private func meet(_ line: RoundLine, in before: Conversation) -> (outcome: Outcome, conversation: Conversation) {
        let turn = send(UserMessage(text: line.text, fingerprint: UInt64(before.sequence) + 1), to: before)
        let after = turn?.conversation ?? Conversation()
        let isRight = holds(line.expectation, of: line, turn, before, after)
        return (
            Outcome(
                line: line, isRight: isRight,
                isOpposite: !isRight && isOpposite(line.expectation, at: line.question, before, after),
                did: describe(turn, at: line.question, before, after)),
            after
        )
    }

    private func send(_ question: UserMessage, to conversation: Conversation) -> Turn? {
        engine.reply(to: question, in: conversation, now: RecordTime(milliseconds: Self.now))
    }

    /// 2026-11-30T12:00:00Z.
    private static let now: Int64 = 1_796_040_000_000

    private func kept(_ question: String?, _ before: Conversation, _ after: Conversation) -> AnswerValue? {
        guard let question, let value = after.run?.sheet[question] else { return nil }
        return value == before.run?.sheet[question] ? nil : value
    }

    private func holds(
        _ expectation: RoundLine.Expectation, of line: RoundLine, _ turn: Turn?, _ before: Conversation,
        _ after: Conversation
    ) -> Bool {
        let value = kept(line.question, before, after)
        switch expectation {
        case .value(let expected):
            if case .evidence(let items) = expected, case .evidence(let found)? = value {
                return Set(items.map(\.known)) == Set(found.map(\.known))
            }
            if case .choices(let ids) = expected, case .choices(let found)? = value { return Set(ids) == Set(found) }
            // Who writes down the one choice that was said need not know that there may be several.
            if case .choice(let id) = expected, case .choices(let found)? = value { return found == [id] }
            // « non » to what must be yes is understood, told so and asked again.
            if case .flag(let flag) = expected, asked(line.question)?.validation.mustBe == !flag, value == nil {
                return ["must-be-yes", "must-be-no"].contains(turn?.reply?.questionnaire?.problem?.code ?? "")
            }
            return value == expected
        case .correction(let question, let expected): return kept(question, before, after) == expected
        case .text(let part):
            guard case .text(let text)? = value else { return false }
            // Without what introduces it: « on s'appelle … ».
            return part.map(text.contains) ?? (line.text.contains(text) && text.count * 3 > line.text.count)
        case .passed:
            guard value == nil, let question = line.question else { return false }
            if questionnaire.question(question)?.validation.required == true { return true }
            return after.run?.sheet.isSettled(question) == true && before.run?.sheet.isSettled(question) != true
        case .asked:
            return value == nil && after.run?.current == line.question
        case .intent(let intent):
            guard value == nil, let reply = turn?.reply else { return false }
            if reply.intent == intent || reply.also.contains(intent) { return true }
            // « non » to what was just noted asks it again: the no is heard.
            if intent == .deny, reply.intent == .questionnaireEdit, after.run?.current != before.run?.current {
                return true
            }
            // « Est-ce votre réponse? » with the command beside it is the yes that the command would ask for anyway.
            guard engine.interpreter.intents.has(.confirmed, intent), case .answer(_, let instead)? = after.run?.pending
            else { return false }
            return instead == intent.rawValue
        case .any(let others):
            return others.contains { holds($0, of: line, turn, before, after) }
        }
    }

    private func asked(_ question: String?) -> Question? { question.flatMap { questionnaire.question($0) } }

    private func isOpposite(
        _ expectation: RoundLine.Expectation, at question: String?, _ before: Conversation, _ after: Conversation
    ) -> Bool {
        guard let value = kept(question, before, after), let asked = asked(question) else { return false }
        switch (expectation, value) {
        case (.value(.flag(let expected)), .flag(let kept)): return expected != kept
        case (.value(.choice(let expected)), .choice(let kept)):
            return asked.isNothing(expected) != asked.isNothing(kept)
        case (.value(.choices(let expected)), .choices(let kept)):
            return expected.contains(where: asked.isNothing) != kept.contains(where: asked.isNothing)
        default: return false
        }
    }

    private func describe(_ turn: Turn?, at question: String?, _ before: Conversation, _ after: Conversation) -> String
    {
        guard let reply = turn?.reply else { return "silence" }
        if let value = kept(question, before, after) { return "kept \(value)" }
        if let question, after.run?.sheet.isSettled(question) == true, before.run?.sheet.isSettled(question) != true {
            return "passed"
        }
        let problem = reply.questionnaire?.problem.map { " \($0.code)" } ?? ""
        return "\(reply.intent.rawValue)\(problem) (\(reply.outcome.rawValue))"
    }

    // MARK: - Coming to a question

    /// A conversation with a questionnaire answered up to a question.
    private func opened(at question: String?, isPaused: Bool, _ language: Language) -> Conversation {
        var conversation = Conversation(language: language)
        guard question != nil || isPaused else { return conversation }
        conversation = told(conversation, .questionnaireStart)
        var steps = 0
        while steps < questionnaire.questions.count, let current = conversation.run?.current, current != question {
            if isPaused, steps == 1 { break }
            conversation = answered(current, in: conversation)
            steps += 1
        }
        return isPaused ? told(conversation, .questionnairePause) : conversation
    }

    private func told(_ conversation: Conversation, _ intent: Intent) -> Conversation {
        send(UserMessage(choice: intent.rawValue, fingerprint: .max - UInt64(conversation.sequence)), to: conversation)?
            .conversation ?? conversation
    }

    /// The current question answered so that all that can follow does.
    private func answered(_ id: String, in conversation: Conversation) -> Conversation {
        guard let question = questionnaire.question(id) else { return conversation }
        var answer = UserMessage(fingerprint: .max - UInt64(conversation.sequence))
        switch question.type {
        case .text where !question.validation.digits.isEmpty: answer.text = "1141234567"
        case .text: answer.text = "Atelier du Quai inc., entretien et réparation"
        case .number: answer.text = "12"
        case .percentage: answer.text = "60"
        case .date: answer.text = "2027-05-31"
        case .evidence: answer.text = "code d'éthique"
        case .yesNo: answer.choice = "yes"
        case .singleChoice, .multiChoice:
            let opening = questionnaire.questions.flatMap(\.showIf).filter { $0.question == id }
            let opened = question.choices.first { choice in
                !choice.exclusive
                    && opening.allSatisfy { $0.holds(of: AnswerSheet(values: [id: question.value(choice)])) }
            }
            answer.choices = [opened?.id ?? question.choices[0].id]
        }
        return send(answer, to: conversation)?.conversation ?? conversation
    }

    private func isOpen(_ line: RoundLine, in conversation: Conversation) -> Bool {
        let run = conversation.run
        if line.isPaused { return run?.state == .paused }
        let isAsking = run?.state == .asking && conversation.handedOverAt == nil
        return line.question.map { isAsking && run?.current == $0 && run?.pending == nil } ?? !isAsking
    }

    /// The conversation as it would be had the last turn gone as it should.
    private func brought(_ conversation: Conversation, to line: RoundLine, after last: RoundLine) -> Conversation {
        var conversation = conversation
        conversation.handedOverAt = nil
        guard line.question != nil || line.isPaused else {
            conversation.run = nil
            return conversation
        }
        if conversation.run == nil || conversation.run?.state == .completed || conversation.run?.state == .cancelled {
            conversation.run = nil
            let form = questionnaire.shortForm?.id ?? questionnaire.id
            let command = Command(intent: .questionnaireStart, entities: [Entity(.questionnaire, form)])
            let start = UserMessage(choice: command.id, fingerprint: .max - UInt64(conversation.sequence))
            conversation = send(start, to: conversation)?.conversation ?? conversation
        }
        if line.isPaused { return told(conversation, .questionnairePause) }
        if conversation.run?.state == .paused { conversation = told(conversation, .questionnaireResume) }
        if conversation.run?.pending != nil { conversation = told(conversation, .questionnaireResume) }
        var steps = 0
        while let id = conversation.run?.current, id != line.question, steps < questionnaire.questions.count {
            steps += 1
            guard let target = line.question else { break }
            if conversation.run?.sheet.isSettled(target) == true || isBefore(target, id) {
                let edit = Command(intent: .questionnaireEdit, entities: [Entity(.question, target)])
                let question = UserMessage(choice: edit.id, fingerprint: .max - UInt64(conversation.sequence))
                conversation = send(question, to: conversation)?.conversation ?? conversation
                break
            }
            conversation = id == last.question ? expected(of: last, in: conversation) : answered(id, in: conversation)
        }
        return conversation
    }

    private func isBefore(_ first: String, _ second: String) -> Bool {
        let ids = questionnaire.questions.map(\.id)
        return (ids.firstIndex(of: first) ?? 0) < (ids.firstIndex(of: second) ?? 0)
    }

    /// What the last line should have led to, said in a way that cannot be misread.
    private func expected(of line: RoundLine, in conversation: Conversation) -> Conversation {
        var answer = UserMessage(fingerprint: .max - UInt64(conversation.sequence))
        func take(_ expectation: RoundLine.Expectation) {
            switch expectation {
            case .value(.choice(let id)): answer.choice = id
            case .value(.choices(let ids)): answer.choices = ids
            case .value(.flag(let flag)): answer.choice = flag ? "yes" : "no"
            case .value(.number(let number)): answer.text = String(number)
            case .value(.date(let date)): answer.text = date
            case .passed: answer.choice = Intent.questionnaireSkip.rawValue
            case .any(let others): others.first.map(take)
            case .value, .correction, .text, .asked, .intent: break
            }
        }
        take(line.expectation)
        guard answer.text != nil || answer.choice != nil || answer.choices != nil else {
            return answered(line.question ?? "", in: conversation)
        }
        let after = send(answer, to: conversation)?.conversation ?? conversation
        return after.run?.current == line.question ? answered(line.question ?? "", in: after) : after
    }
}

extension AnswerValue.Evidence {
    /// What is known of it: the id, or « other » for what the content does not name.
    fileprivate var known: String { id.isEmpty ? "other" : id }
}

extension Question {
    /// The answer that one choice alone makes.
    fileprivate func value(_ choice: Choice) -> AnswerValue {
        type == .multiChoice ? .choices([choice.id]) : .choice(choice.id)
    }

    /// Whether a choice says that there is nothing: it excludes the others, or is worth no point.
    fileprivate func isNothing(_ id: String) -> Bool { choice(id).map { $0.exclusive || $0.points == 0 } ?? false }
}
