public import Content
import Dialogue
public import Knowledge
import Questionnaires

/// Proves that a questionnaire can be gone through, scored and read in both languages, or says what stands in the way.
public struct QuestionnaireChecks {
    let questionnaire: Questionnaire
    let knowledge: KnowledgeBase
    private(set) var found: [ContentProblem] = []

    /// All that is wrong with a questionnaire and its short form, in no particular order of gravity.
    ///
    /// - Parameter knowledge: Where the schemes are that back its answers.
    public static func problems(in questionnaire: Questionnaire, knowledge: KnowledgeBase) -> [ContentProblem] {
        var checks = QuestionnaireChecks(questionnaire: questionnaire, knowledge: knowledge)
        checks.checkStructure()
        checks.checkConditions()
        for form in questionnaire.forms { checks.checkRuns(form) }
        checks.checkScoring()
        checks.checkTexts()
        return checks.found
    }

    private init(questionnaire: Questionnaire, knowledge: KnowledgeBase) {
        self.questionnaire = questionnaire
        self.knowledge = knowledge
    }

    mutating func report(
        _ message: String, remedy: String, witness: String? = nil, severity: Severity = .error
    ) {
        found.append(
            ContentProblem(
                severity: severity, file: "knowledge/questionnaires/\(questionnaire.id).yaml", line: 1, column: 1,
                message: message, remedy: remedy, witness: witness))
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
