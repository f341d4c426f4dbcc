import Knowledge
import Text
import Understanding

extension AnswerReader {
    func hearYesNo(_ tokens: [AnswerToken]) -> Heard {
        let plain = vocabulary.plainConsent(tokens)
        if plain == .yes || plain == .no { return Heard(reading: accept(plain == .yes), isOwn: true) }
        return doubted(toldYesNo(tokens), tokens)
    }

    /// The same of a text that is more than a yes or a no.
    private func toldYesNo(_ tokens: [AnswerToken]) -> Heard {
        // What must be said clearly is not said with an exception.
        if question.validation.mustBe != nil, phrases.excepts(tokens) {
            return Heard(reading: .notUnderstood(.plainYesOrNo), isOwn: true)
        }
        let consent = vocabulary.consent(tokens)
        // Who begins with yes or no has said it; only where yes means that there is none of something may the rest turn it.
        if !asksForAbsence, consent != .neither {
            return Heard(reading: consent == .both ? .notUnderstood(.yesAndNo) : accept(consent == .yes), isOwn: true)
        }
        if !(asksForAbsence && isPlainEnough(tokens)), let flag = fittedYesNo(tokens) {
            return Heard(reading: accept(flag), isOwn: true)
        }
        // « non, jamais » to whether there is none: the never is what is meant.
        let clauses = AnswerClauses(tokens, vocabulary)
        if asksForAbsence, clauses.opening == .no, clauses.isOnlyDenial,
            tokens.contains(where: { vocabulary[.emphaticDenials].contains($0.text) })
        {
            return Heard(reading: accept(true), isOwn: true)
        }
        if let said = sayingOfYesNo(tokens) { return Heard(reading: accept(said.flag), isOwn: said.isOwn) }
        // « elle décide, oui »: a yes or a no that stands alone at the end.
        if !asksForAbsence, let last = tokens.lastIndex(where: { $0.kind != .mark }), last > 0,
            tokens[last - 1].kind == .mark
        {
            let isYes = vocabulary[.clearYes].contains(tokens[last].text)
            if isYes || vocabulary[.clearNo].contains(tokens[last].text) {
                return Heard(reading: accept(isYes), isOwn: true)
            }
        }
        if asksForAbsence, !isPlainEnough(tokens) {
            return Heard(reading: .notUnderstood(.plainYesOrNo), isOwn: false)
        }
        switch vocabulary.consent(tokens) {
        case .yes: return Heard(reading: accept(true), isOwn: true)
        case .no: return Heard(reading: accept(false), isOwn: true)
        case .both: return Heard(reading: .notUnderstood(.yesAndNo), isOwn: true)
        case .neither: return Heard(reading: .notUnderstood(.notYesNo), isOwn: false)
        }
    }

    func accept(_ flag: Bool) -> AnswerReading {
        guard let mustBe = question.validation.mustBe, mustBe != flag else { return .understood(.flag(flag)) }
        return .notUnderstood(mustBe ? .mustBeYes : .mustBeNo)
    }

    /// Whether an answer to « êtes-vous exempt de … » cannot be meant the other way round: « non, aucune » and « oui, une
    /// fois » can.
    private func isPlainEnough(_ tokens: [AnswerToken]) -> Bool {
        let words = tokens.words
        let asked = Language.allCases.flatMap { vocabulary.titleStems(of: vocabulary.words(of: question.text[$0])) }
        return words.count <= 4
            && !words.dropFirst().contains(where: vocabulary.plainNegations.contains)
            && !vocabulary.titleStems(of: words).contains(where: asked.contains)
    }
}
