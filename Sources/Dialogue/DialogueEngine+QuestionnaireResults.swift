import Knowledge
import Questionnaires
import Text
import Understanding

extension DialogueEngine {
    /// The score of the answers as they were on the day they were completed; of those that are not, as they are today.
    func score(_ open: QuestionnaireInHand, _ now: RecordTime) -> IndicatorScore {
        IndicatorScore(
            questionnaire: open.questionnaire, form: open.run.form, sheet: open.run.sheet, knowledge: knowledge,
            on: (open.run.completedAt ?? now).civilDay(in: policy.zone))
    }

    func complete(_ open: QuestionnaireInHand, _ intent: Intent, _ draft: inout ReplyDraft) -> Bool {
        let language = draft.language
        var open = open
        open.run.noteCompletion(at: draft.now)
        draft.conversation.run = open.run
        let score = score(open, draft.now)
        let consent = consent(open.run)
        // What others have is taken back by a declaration that is shared with nobody.
        if isShared(open.run) || open.run.replaced?.wasShared == true {
            draft.submit(
                .init(
                    run: open.run, questionnaire: open.questionnaire, score: score, consent: consent,
                    completedAt: draft.now))
        }
        let text = [
            composer.phrase(.questionnaireDone, in: language), result(of: score, open.questionnaire, language),
            whereItGoes(open.run, draft),
            "_\(open.questionnaire.scoring.alwaysSay[language])_",
        ]
        let next = [Intent.indicatorImprove, .questionnaireReport, .questionnaireReview].map {
            suggestion(Command(intent: $0, entities: []), language)
        }
        return finish(
            (text + [composer.phrase(.askHard, in: language)]).joined(separator: "\n\n"), open, intent,
            next + ratings(open, language), &draft)
    }

    /// The indicator with its parts and assurance.
    func result(of score: IndicatorScore, _ questionnaire: Questionnaire, _ language: Language) -> String {
        guard let overall = score.overall else {
            return composer.phrase(
                .indicatorTooLittle, in: language,
                ["least": String(questionnaire.scoring.minimumCompleteness), "share": String(score.completeness)])
        }
        var lines = [composer.phrase(.indicatorOverall, in: language, ["overall": String(overall)]), ""]
        for part in score.parts {
            guard let title = questionnaire.scoring.titles[part.id], let value = part.score else { continue }
            let fields = ["part": title[language], "score": String(value)]
            lines.append("- \(composer.phrase(.indicatorPart, in: language, fields))")
        }
        if let level = questionnaire.scoring.levels[score.assurance] {
            lines += ["", composer.phrase(.indicatorAssurance, in: language, ["level": level[language]])]
        }
        if let percent = score.backing.percent, percent > 0 {
            let share = language == .fr ? "\(percent) %" : "\(percent)%"
            lines += ["", "\(share) \(questionnaire.scoring.backedShare[language])."]
        }
        return lines.joined(separator: "\n")
    }

    func explanation(of score: IndicatorScore, _ language: Language) -> String {
        let questionnaire = score.questionnaire
        let strongest = score.contributions
            .stablySorted {
                -abs($0.inOverall.gives.rounded(toParts: 10)) - abs($0.inOverall.takes.rounded(toParts: 10))
            }
            .prefix(6)
        let lines = strongest.map { contribution in
            let gives = Self.tenths(contribution.inOverall.gives.rounded(toParts: 10), language)
            let takes = Self.tenths(contribution.inOverall.takes.rounded(toParts: 10), language)
            let fields = ["question": contribution.question.label[language], "gives": gives, "takes": takes]
            return "- \(composer.phrase(.indicatorContribution, in: language, fields))"
        }
        return
            ([result(of: score, questionnaire, language), "", composer.phrase(.whatCounts, in: language), ""] + lines
            + ["", "_\(questionnaire.scoring.alwaysSay[language])_"]).joined(separator: "\n")
    }

    func improvements(of score: IndicatorScore, _ language: Language) -> String {
        let found = score.improvements(limit: 4)
        guard !found.isEmpty else { return composer.phrase(.nothingToImprove, in: language) }
        let lines = found.map { improvement -> String in
            let gain = Self.tenths(improvement.gainInTenths, language)
            let helps = improvement.certifications.prefix(2).map {
                knowledge.name(of: Entity(.certification, $0.id), in: language) ?? $0.id
            }
            let fields = [
                "question": improvement.question.label[language],
                "change": improvement.change.text(in: language, with: knowledge.vocabulary),
                "helps": helps.joined(separator: ", "), "gain": gain,
            ]
            return "- \(composer.phrase(.improvement, in: language, fields))"
        }
        return ([composer.phrase(.wouldRaise, in: language), ""] + lines).joined(separator: "\n")
    }

    private static func tenths(_ tenths: Int, _ language: Language) -> String {
        "\(tenths / 10)\(language == .fr ? "," : ".")\(abs(tenths % 10))"
    }

    /// What begins the id of a choice that says how realistic a question is: `rate.q-ghg-inventory.low`.
    static let ratingPrefix = "rate."

    /// Notes that the person found a question hard, for insights without identity.
    func rate(_ choice: String, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        var open = open
        let parts = choice.split(separator: ".").map(String.init)
        guard parts.count == 3, let level = RealismLevel(rawValue: parts[2]),
            open.run.rate(parts[1], level, in: open.questionnaire)
        else { return false }
        draft.rating = .init(question: parts[1], level: level)
        draft.conversation.run = open.run
        return finish(
            composer.phrase(.rated, in: draft.language), open, .questionnaireReview, ratings(open, draft.language),
            &draft)
    }

    /// The answered questions that are hardest by the facts' own appraisal, at most three, to be rated.
    func ratings(_ open: QuestionnaireInHand, _ language: Language) -> [Reply.Suggestion] {
        open.questionnaire.shown(open.run.form, open.run.sheet)
            .filter { $0.scoring.mode != .none && open.run.rated[$0.id] == nil && $0.realism.sme != .high }
            .stablySorted { $0.realism.sme == .low ? 0 : 1 }.prefix(max(0, 3 - open.run.rated.count))
            .map { question in
                .init(
                    id: "\(Self.ratingPrefix)\(question.id).low",
                    title: composer.phrase(.wasHard, in: language, ["question": question.label[language]]))
            }
    }
}
