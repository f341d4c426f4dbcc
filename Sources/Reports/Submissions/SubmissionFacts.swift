import Contract
import Dialogue
import Knowledge
import Questionnaires
import Text
import Understanding

/// A submission read with the questionnaire that it answers.
struct SubmissionFacts {
    /// Something that the supplier claims to hold.
    struct Claim: Hashable {
        /// What it is called where the answer leaves open which of several schemes it is.
        var name: LocalizedText?
        /// The scheme, or those that it may be.
        var schemes: [Certification]
        /// The first question that it is claimed in.
        var question: Question?
        /// What the person said of it.
        var note: String?

        /// Whether it lets a supplier in, rather than saying anything about it.
        var isAccess: Bool {
            schemes.contains { !$0.context.allSatisfy { $0 == .socialResponsibility || $0 == .security } }
        }
    }

    let submission: SubmissionMessage
    let questionnaire: Questionnaire
    let knowledge: KnowledgeBase
    /// The questions that the answers leave open, in order.
    let shown: [Question]
    /// Their numbers, by their ids.
    private let numbers: [String: Int]
    /// The answers scored again, as far as they are there.
    let score: IndicatorScore
    private let values: [String: AnswerValue]
    private let evidence: [String: [AnswerValue.Evidence]]

    /// Nothing where the knowledge base has no such questionnaire.
    init?(_ submission: SubmissionMessage, knowledge: KnowledgeBase) {
        guard let questionnaire = knowledge.questionnaire(submission.questionnaire) else { return nil }
        self.submission = submission
        self.questionnaire = questionnaire
        self.knowledge = knowledge
        evidence = Dictionary(submission.answers.map { ($0.question, $0.evidence) }) { $1 }
        var sheet = AnswerSheet()
        for answer in submission.answers {
            guard let question = questionnaire.question(answer.question) else { continue }
            guard let value = answer.value.answer(to: question, evidence: answer.evidence) else { continue }
            sheet.answer(question.id, value)
        }
        shown = questionnaire.shown(submission.form, sheet)
        numbers = questionnaire.numbers(submission.form, sheet)
        values = questionnaire.effective(submission.form, sheet).values
        score = IndicatorScore(
            questionnaire: questionnaire, form: submission.form, sheet: sheet, knowledge: knowledge,
            on: submission.day)
    }

    subscript(question: String) -> AnswerValue? { values[question] }

    /// The answer that the program reads itself for something.
    subscript(role: Questionnaire.Role) -> AnswerValue? { questionnaire.roles[role].flatMap { values[$0] } }

    /// A question's number before its label, as the person who answered was told it. Where answers are not shared, a question
    /// that only they showed has none, and those behind it count without it.
    func numbered(_ question: Question) -> String { numbers[question.id].map { "\($0)." } ?? "–" }

    func evidence(for question: String) -> [AnswerValue.Evidence] { evidence[question] ?? [] }

    /// The legal name of the firm; nothing where it was not given.
    var legalName: String? {
        guard case .text(let name) = self[.legalName] else { return nil }
        let clean = CleanText.line(name)
        return clean.isEmpty ? nil : clean
    }

    /// What the form that was filled in is called.
    var title: LocalizedText {
        guard let shortForm = questionnaire.shortForm, shortForm.id == submission.form else {
            return questionnaire.title
        }
        return shortForm.title
    }

    /// The marks that the answers set.
    var tags: [Questionnaire.Tag] { questionnaire.tags.filter { submission.tags.contains($0.id) } }

    /// The answers that the questionnaire of today has no place for.
    var strayAnswers: [SubmissionMessage.Answer] {
        let known = Set(shown.map(\.id))
        return submission.answers.filter { !known.contains($0.question) || values[$0.question] == nil }
    }

    /// Everything claimed that can be looked up, each once, in the order of the questionnaire.
    var claims: [Claim] {
        var claims: [Claim] = []
        var claimed: Set<String> = []
        for question in shown {
            for id in values[question.id]?.chosen ?? [] {
                guard let choice = question.choice(id) else { continue }
                let schemes = choice.certifications.compactMap(knowledge.certification)
                if let only = schemes.first, schemes.count == 1 {
                    guard claimed.insert(only.id).inserted else { continue }
                    claims.append(Claim(schemes: schemes, question: question))
                } else if !schemes.isEmpty {
                    claims.append(Claim(name: choice.text, schemes: schemes, question: question))
                }
            }
        }
        for answer in submission.answers {
            for item in answer.evidence where item.kind == .certification {
                guard let scheme = knowledge.certification(item.id) else { continue }
                let note = item.note.map { CleanText.line($0) }
                if claimed.insert(scheme.id).inserted {
                    let question = questionnaire.question(answer.question)
                    claims.append(Claim(schemes: [scheme], question: question, note: note))
                } else if let place = claims.firstIndex(where: { $0.name == nil && $0.schemes == [scheme] }) {
                    claims[place].note = claims[place].note ?? note
                }
            }
        }
        // Evidence that names the scheme settles which one a choice stands for.
        return claims.filter { claim in claim.name == nil || !claim.schemes.contains { claimed.contains($0.id) } }
    }
}
