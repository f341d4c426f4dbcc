import Contract
import Dialogue
import Knowledge
import Questionnaires
import Text

extension SubmissionFacts {
    /// How far an answer is backed by what the person says backs it, with it or in another answer; nothing where there is no
    /// answer, where it says that there is nothing, and where it is one that nothing could back.
    func level(of id: String) -> EvidenceLevel? {
        guard let question = questionnaire.question(id), question.type != .evidence, let answer = self[id] else {
            return nil
        }
        let evidence = evidence(for: id)
        let described = evidence.contains { $0.kind == .document } ? EvidenceLevel.documented : .declared
        if let scored = score.contributions.first(where: { $0.id == id }) {
            return scored.level.map { max($0, described) }
        }
        let isClaim = question.choices.contains { !$0.certifications.isEmpty }
        guard isClaim || !evidence.isEmpty, !question.isDenied(by: answer) else { return nil }
        return max(score.level(backing: question), described)
    }

    /// How far the answers that count in the indicator are backed. It is read from the answers rather than taken from the
    /// message: some were written when a claimed certification still passed for one that was confirmed.
    var backing: IndicatorScore.Backing {
        IndicatorScore.Backing(
            score.contributions.filter { questionnaire.scoring.weights[$0.indicator] ?? 0 > 0 }.compactMap { each in
                level(of: each.id).map { (each.weight, $0) }
            })
    }

    /// Whether a certification that is claimed may have expired by the time the questionnaire was finished: the next expiry
    /// that was answered lies before.
    var mayHaveExpired: Bool {
        shown.contains { question in
            guard question.type == .date, case .date(let text) = self[question.id], let day = CivilDate(text)
            else {
                return false
            }
            return day < submission.day
        }
    }
}

extension Question {
    /// Whether an answer says no, or nothing of what is asked.
    fileprivate func isDenied(by answer: AnswerValue) -> Bool {
        switch answer {
        case .flag(let flag): !flag
        case .choice, .choices: answer.chosen.compactMap(choice).allSatisfy { !$0.counted || $0.neutral }
        case .number, .decimal, .text, .date, .evidence: false
        }
    }
}
