public import Content
import Dialogue
public import Knowledge
import Questionnaires
import Text

/// Proves that a questionnaire can be gone through, scored and read in both languages, or says what stands in the way.
///
/// What can be seen in one place of its file is the loader's to say: names that exist, conditions on earlier questions, values
/// within bounds. What is here needs the questionnaire as a whole.
public struct QuestionnaireChecks {
    let questionnaire: Questionnaire
    let knowledge: KnowledgeBase
    private(set) var found: [ContentProblem] = []

    /// All that is wrong with a questionnaire and its short form, in no particular order of gravity.
    ///
    /// - Parameter knowledge: Where the schemes are that back its answers.
    public static func problems(in questionnaire: Questionnaire, knowledge: KnowledgeBase) -> [ContentProblem] {
        var checks = QuestionnaireChecks(questionnaire: questionnaire, knowledge: knowledge)
        for form in questionnaire.forms { checks.checkRuns(form) }
        checks.checkScoring()
        checks.checkTexts()
        return checks.found
    }

    private init(questionnaire: Questionnaire, knowledge: KnowledgeBase) {
        self.questionnaire = questionnaire
        self.knowledge = knowledge
    }

    /// Notes a problem: at the question that it is about, else at the beginning of the questionnaire's file.
    mutating func report(
        _ message: TranslatableText, remedy: TranslatableText, about question: Question? = nil, witness: String? = nil,
        severity: Severity = .error
    ) {
        func place(_ question: Question?) -> ContentPlace? {
            question.flatMap { knowledge.definedAt[EntryReference(kind: .question, id: $0.id)] }
        }
        let file = place(questionnaire.questions.first)?.file ?? "knowledge"
        let place = place(question) ?? ContentPlace(file: file, line: 1, column: 1)
        found.append(ContentProblem(severity, at: place, message, remedy: remedy, witness: witness))
    }

    /// The answers as `question = answer`, in the questions' order.
    func described(_ sheet: AnswerSheet) -> String {
        let answers = questionnaire.questions.compactMap { question in
            sheet[question.id].map { "\(question.id) = \($0.words)" }
        }
        return answers.isEmpty ? "no answer" : answers.joined(separator: ", ")
    }
}

extension AnswerValue {
    fileprivate var words: String {
        switch self {
        case .flag(let flag): flag ? "yes" : "no"
        case .choice(let id): id
        case .choices(let ids): "[\(ids.joined(separator: ", "))]"
        case .number(let number): String(number)
        case .decimal(let hundredths): "\(Double(hundredths: hundredths))"
        case .text(let text), .date(let text): text
        case .evidence(let items): "[\(items.map(\.id).joined(separator: ", "))]"
        }
    }
}

extension Condition {
    /// As the file writes it, in one line.
    var words: String {
        switch value {
        case .number(let number): "\(question) \(comparison.rawValue) \(number)"
        case .flag(let flag): "\(question) \(comparison.rawValue) \(flag)"
        case .choices(let ids): "\(question) \(comparison.rawValue) [\(ids.joined(separator: ", "))]"
        }
    }
}
