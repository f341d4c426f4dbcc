import Knowledge
package import Questionnaires
import Text
import Understanding

/// What becomes of a questionnaire once it is finished: where it goes, how its report is had, how it is corrected; and what
/// giving one up erases.
extension DialogueEngine {
    /// The choice made of who may see the answers, by id.
    package func consent(_ run: QuestionnaireRun) -> String? {
        knowledge.questionnaire(run.questionnaire).flatMap {
            run.sheet.answer(to: .sharingConsent, of: $0)?.chosen.first
        }
    }

    /// Whether the person agreed to share the answers with anybody.
    func isShared(_ run: QuestionnaireRun) -> Bool {
        consent(run).map { SharingConsent(rawValue: $0) != .nobody } ?? false
    }

    /// Whether others have a finished declaration.
    private func isDelivered(_ run: QuestionnaireRun) -> Bool { isShared(run) && policy.deliveries.contains(.topic) }

    /// Where a declaration goes that was just finished.
    func whereItGoes(_ run: QuestionnaireRun, _ draft: ReplyDraft) -> String {
        let earlier = run.replaced.flatMap { $0.wasShared ? $0 : nil }
        let phrase: Phrase =
            if isDelivered(run) {
                earlier == nil ? .declarationShared : .declarationReplaces
            } else if isShared(run) {
                .declarationStays
            } else {
                earlier == nil ? .declarationPrivate : .declarationWithdrawn
            }
        return composer.phrase(phrase, in: draft.language, ["date": day(earlier?.completedAt, draft)])
    }

    /// Says how the report is had; while a questionnaire is not finished, when.
    func tellOfReport(_ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        let language = draft.language
        guard open.run.state == .completed else {
            let remaining = open.run.progress(in: open.questionnaire).remaining
            let text = composer.phrase(.reportNotYet, in: language, Self.counted(remaining))
            return tell(text, open, .questionnaireReport, &draft)
        }
        let phrase: Phrase =
            if policy.deliveries.contains(.files) {
                .reportInFiles
            } else if policy.deliveries.contains(.topic) {
                .reportByCommand
            } else {
                .reportNowhere
            }
        let next = [Intent.questionnaireReview, .questionnaireEdit, .indicatorImprove].map {
            suggestion(Command(intent: $0, entities: []), language)
        }
        return finish(composer.phrase(phrase, in: language), open, .questionnaireReport, next, &draft)
    }

    /// Opens a finished declaration again: at the question that is named, else at what must be attested anew.
    func correct(_ open: QuestionnaireInHand, _ wanted: Wanted, _ draft: inout ReplyDraft) -> Bool {
        let run = open.run.correction(
            id: draft.runID, wasShared: isDelivered(open.run), language: draft.language, startedAt: draft.now,
            in: open.questionnaire, version: signatures[open.questionnaire.id] ?? "")
        guard var run else { return false }
        let note = composer.phrase(.correctionOpened, in: draft.language, ["date": day(open.run.completedAt, draft)])
        var named = run
        if let id = editedQuestion(wanted, open), case .ask(let question) = named.edit(id, in: open.questionnaire) {
            let open = QuestionnaireInHand(run: named, questionnaire: open.questionnaire)
            return say(.ask(question), open, wanted.intent, note, &draft)
        }
        let effect = run.start(in: open.questionnaire)
        return say(
            effect, QuestionnaireInHand(run: run, questionnaire: open.questionnaire), wanted.intent, note, &draft)
    }

    /// What is said where answers are, or could be, erased: how many there are, and what stays with others whatever is done.
    func erasure(_ phrase: Phrase, _ run: QuestionnaireRun, _ draft: ReplyDraft) -> String {
        var fields = Self.counted(run.sheet.values.count)
        let isFinished = run.state == .completed
        if isFinished ? isDelivered(run) : run.replaced?.wasShared == true {
            fields["shared"] = "true"
            fields["date"] = day(isFinished ? run.completedAt : run.replaced?.completedAt, draft)
        }
        return composer.phrase(phrase, in: draft.language, fields)
    }

    /// A number as phrases take it: `one` or `many`, none of both for 0.
    private static func counted(_ number: Int) -> [String: String] {
        number == 0 ? [:] : [number == 1 ? "one" : "many": String(number)]
    }

    /// A day as people write it; empty where it is not known.
    private func day(_ time: RecordTime?, _ draft: ReplyDraft) -> String {
        time.map { knowledge.vocabulary.longDate($0.civilDay(in: policy.zone).description, in: draft.language) } ?? ""
    }
}
