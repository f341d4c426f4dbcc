import Content
import Foundation
import Knowledge
import Questionnaires
import Testing
import Text

/// A person's way through the real questionnaire.
@Suite struct QuestionnaireRunTests {
    let questionnaire: Questionnaire

    init() throws {
        questionnaire = try #require(try TestKnowledge.base.questionnaire("supplier-common"))
    }

    // MARK: - Answering

    @Test(arguments: ["supplier-common", "supplier-short"])
    func aRunAsksOneQuestionAfterTheOtherUntilAllAreAnswered(form: String) throws {
        var (run, effect) = started(form)
        var asked: [String] = []
        while case .ask(let question) = effect {
            try #require(!asked.contains(question.id))
            asked.append(question.id)
            effect = run.answer(question.anAnswer, in: questionnaire)
        }
        #expect(effect == .completed && run.state == .completed && run.current == nil)
        #expect(asked == questionnaire.shown(form, run.sheet).map(\.id))
        #expect(asked.first == "q-legal-name" && asked.last == "q-attestation")
        #expect(run.answer(.flag(true), in: questionnaire) == .refused(.over))
    }

    @Test func whatDoesNotFitIsRefusedAndAskedAgain() {
        var (run, _) = started()
        #expect(run.answer(.flag(true), in: questionnaire) == .refused(.wrongKind))
        #expect(run.answer(.text(""), in: questionnaire) == .refused(.empty))
        run.misread()
        #expect(run.attempts == 3 && run.current == "q-legal-name" && run.sheet.values.isEmpty)
        _ = run.edit("q-organization-type", in: questionnaire)
        #expect(run.attempts == 0)
        #expect(run.answer(.choice("guild"), in: questionnaire) == .refused(.unknownChoice))
        _ = run.edit("q-regions-served", in: questionnaire)
        #expect(run.answer(.choices([]), in: questionnaire) == .refused(.empty))
        _ = run.answer(.choices(["region", "local-mrc", "region"]), in: questionnaire)
        #expect(run.sheet["q-regions-served"] == .choices(["local-mrc", "region"]))
    }

    @Test func onlyWhatIsNotRequiredCanBePassed() {
        var (run, _) = started()
        #expect(run.skip(in: questionnaire) == .refused(.required))
        _ = run.answer(.text("Boréal inc."), in: questionnaire)
        #expect(run.skip(in: questionnaire).asked == "q-organization-type")
        #expect(run.sheet.skipped == ["q-business-number": .unsaid])
    }

    @Test func passingAnAnswerThatWasGivenIsConfirmed() {
        var run = filled()
        _ = run.edit("q-env-policy", in: questionnaire)
        let change = QuestionnaireRun.Confirmation.change(question: "q-env-policy", value: nil, hides: [])
        #expect(run.skip(in: questionnaire) == .needsConfirmation(change))
        #expect(run.sheet["q-env-policy"] != nil)
        #expect(run.confirm(true, in: questionnaire).asked == "q-attestation")
        #expect(run.sheet["q-env-policy"] == nil && run.sheet.skipped["q-env-policy"] == .unsaid)
    }

    @Test(arguments: SkipReason.allCases)
    func whyAQuestionWasPassedIsKept(reason: SkipReason) throws {
        var run = filled()
        _ = run.edit("q-env-policy", in: questionnaire)
        _ = run.skip(in: questionnaire, reason: reason)
        _ = run.confirm(true, in: questionnaire)
        #expect(run.sheet.skipped["q-env-policy"] == reason)
        let items = run.review(in: questionnaire).flatMap(\.items)
        #expect(items.first { $0.question.id == "q-env-policy" }?.skipped == reason)
        #expect(items.first { $0.question.id == "q-legal-name" }?.skipped == nil)
        let read = try JSONDecoder().decode(QuestionnaireRun.self, from: try JSONEncoder().encode(run))
        #expect(read == run)
        _ = run.edit("q-env-policy", in: questionnaire)
        _ = run.answer(try #require(questionnaire.question("q-env-policy")).anAnswer, in: questionnaire)
        #expect(run.sheet.skipped["q-env-policy"] == nil)
    }

    @Test(arguments: [("true", SkipReason.unsaid), (#""later""#, .later), (#""of-another-version""#, .unsaid)])
    func aQuestionPassedInAnotherVersionStaysPassed(kept: String, reason: SkipReason) throws {
        var (run, _) = started()
        _ = run.answer(.text("Boréal inc."), in: questionnaire)
        _ = run.skip(in: questionnaire, reason: .unknown)
        let state = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
            .replacing(#""s":"unknown""#, with: #""s":\#(kept)"#)
        let read = try JSONDecoder().decode(QuestionnaireRun.self, from: Data(state.utf8))
        #expect(read.sheet.skipped == ["q-business-number": reason])
    }

    @Test func withoutTheAttestationNothingIsCompleted() {
        var run = filled()
        #expect(run.answer(.flag(false), in: questionnaire) == .refused(.mustBe))
        #expect(run.sheet["q-attestation"] == .flag(false))
        #expect(run.progress(in: questionnaire).remaining == 1)
        _ = run.edit("q-legal-name", in: questionnaire)
        #expect(run.answer(.text("Boréal ltée"), in: questionnaire).asked == "q-attestation")
        #expect(run.answer(.flag(true), in: questionnaire) == .completed)
    }

    // MARK: - Changing

    @Test func aChangeThatHidesAnswersNamesThemFirst() {
        var run = filled()
        let hides = ["q-workforce-diversity", "q-inclusion-practices", "q-health-safety", "q-working-conditions"]
        let total = run.progress(in: questionnaire).total
        _ = run.edit("q-employees-count", in: questionnaire)
        let before = run
        let change = QuestionnaireRun.Confirmation.change(
            question: "q-employees-count", value: .number(0), hides: hides)
        #expect(run.answer(.number(0), in: questionnaire) == .needsConfirmation(change))
        #expect(run.sheet == before.sheet && run.pending == change)

        #expect(run.confirm(false, in: questionnaire).asked == "q-employees-count")
        #expect(run == before)

        _ = run.answer(.number(0), in: questionnaire)
        #expect(run.confirm(true, in: questionnaire).asked == "q-attestation")
        #expect(hides.allSatisfy { run.sheet[$0] == nil && !run.history.contains($0) })
        #expect(run.progress(in: questionnaire).total == total - hides.count)
        #expect(run.edit("q-health-safety", in: questionnaire) == .refused(.hidden))

        _ = run.edit("q-employees-count", in: questionnaire)
        #expect(run.answer(.number(3), in: questionnaire).asked == "q-workforce-diversity")
    }

    @Test func afterAnEditTheFirstOpenQuestionIsAsked() {
        var (run, effect) = started()
        for _ in 0..<6 { effect = run.answer(effect.question?.anAnswer ?? .flag(true), in: questionnaire) }
        #expect(effect.asked == "q-env-policy")
        #expect(run.edit("q-organization-type", in: questionnaire).asked == "q-organization-type")
        #expect(run.answer(.choice("cooperative"), in: questionnaire).asked == "q-env-policy")
        #expect(run.edit("q-none", in: questionnaire) == .refused(.unknownQuestion))
        #expect(run.current == "q-env-policy")
    }

    @Test func backAndForwardChangeNothing() {
        var (run, effect) = started()
        #expect(run.back(in: questionnaire) == .refused(.nothingBefore))
        for _ in 0..<4 { effect = run.answer(effect.question?.anAnswer ?? .flag(true), in: questionnaire) }
        let before = run
        #expect(run.forward(in: questionnaire) == .refused(.unanswered))
        #expect(run.back(in: questionnaire).asked == "q-employees-count")
        #expect(run.back(in: questionnaire).asked == "q-organization-type")
        #expect(run.sheet == before.sheet)
        #expect(run.forward(in: questionnaire).asked == "q-employees-count")
        #expect(run.forward(in: questionnaire).asked == "q-regions-served")
        #expect(run.sheet == before.sheet && run.history == before.history && run.current == before.current)
        #expect(run.attempts == before.attempts && run.state == before.state)
    }

    // MARK: - Stopping

    @Test func aPausedRunGoesOnWhereItWas() {
        var run = filled()
        #expect(run.pause() == .paused && run.state == .paused)
        #expect(run.answer(.flag(true), in: questionnaire) == .refused(.paused))
        #expect(run.resume(in: questionnaire).asked == "q-attestation")
        #expect(run == filled())
    }

    @Test func givingUpAndBeginningAnewAreConfirmed() {
        var run = filled()
        #expect(run.confirm(true, in: questionnaire) == .refused(.nothingToConfirm))
        #expect(run.cancel() == .needsConfirmation(.cancel))
        #expect(run.cancel() == .needsConfirmation(.cancel))
        #expect(run.confirm(false, in: questionnaire).asked == "q-attestation")
        #expect(run == filled())

        _ = run.cancel()
        _ = run.back(in: questionnaire)
        #expect(run.confirm(true, in: questionnaire) == .refused(.nothingToConfirm), "another wish is a no")

        #expect(run.restart() == .needsConfirmation(.restart))
        #expect(run.confirm(true, in: questionnaire).asked == "q-legal-name")
        #expect(run == started().run)

        _ = run.cancel()
        #expect(run.confirm(true, in: questionnaire) == .cancelled)
        #expect(run.state == .cancelled && run.sheet == AnswerSheet())
        #expect(run.resume(in: questionnaire) == .refused(.over) && run.restart() == .refused(.over))
    }

    // MARK: - Looking back

    @Test func theReviewGroupsWhatWasSaidBySection() throws {
        var (run, _) = started()
        _ = run.answer(.text("Boréal inc."), in: questionnaire)
        _ = run.skip(in: questionnaire)
        _ = run.edit("q-ethics-code", in: questionnaire)
        _ = run.answer(.choice("written-code"), in: questionnaire)
        let review = run.review(in: questionnaire)
        #expect(review.map(\.section.id) == ["identity-profile", "social-governance"])
        let said = try #require(review.first).items
        #expect(said.map(\.question.id) == ["q-legal-name", "q-business-number"])
        #expect(said.map(\.value) == [.text("Boréal inc."), nil])
        #expect(run.progress(in: questionnaire).answered == 3)
    }

    // MARK: - Keeping

    @Test func theWholeWithLongTextsIsSmall() throws {
        var run = filled(long: true)
        for question in questionnaire.questions { run.rate(question.id, .medium, in: questionnaire) }
        _ = run.edit("q-employees-count", in: questionnaire)
        guard case .needsConfirmation = run.answer(.number(0), in: questionnaire) else {
            Issue.record("nothing would be hidden")
            return
        }
        let state = try JSONEncoder().encode(run)
        #expect(state.count <= 8192, "\(state.count) bytes")
        #expect(try JSONDecoder().decode(QuestionnaireRun.self, from: state) == run)
    }

    @Test(arguments: [("q-employees-count", "q-none"), ("q-organization-type", "q-ownership-share")])
    func aStateWhoseQuestionIsGoneGoesOnAtTheFirstOpenOne(asked: String, instead: String) throws {
        var (run, _) = started()
        _ = run.edit(asked, in: questionnaire)
        let state = String(decoding: try JSONEncoder().encode(run), as: UTF8.self)
            .replacing("\"\(asked)\"", with: "\"\(instead)\"")
        var read = try JSONDecoder().decode(QuestionnaireRun.self, from: Data(state.utf8))
        #expect(read.current == instead)
        var answered = read
        #expect(read.resume(in: questionnaire).asked == "q-legal-name")
        #expect(answered.answer(.number(4), in: questionnaire).asked == "q-legal-name", "an answer to nothing")
        #expect(answered.sheet.values.isEmpty)
    }

    @Test func anotherVersionKeepsWhatStillFits() throws {
        let changed = try changed([
            ("id: q-data-protection", "id: q-privacy"), ("id: written-code", "id: code-in-writing"),
            ("is: gt, value: 0}", "is: gt, value: 10}"),
        ])
        var run = filled()
        _ = run.edit("q-employees-count", in: questionnaire)
        _ = run.answer(.number(4), in: questionnaire)
        _ = run.edit("q-ethics-code", in: questionnaire)
        _ = run.answer(.choice("written-code"), in: questionnaire)
        run.rate("q-data-protection", .low, in: questionnaire)
        let before = run
        let dropped = run.migrate(to: changed, version: "2")
        #expect(
            dropped.map(\.question) == [
                "q-workforce-diversity", "q-inclusion-practices", "q-ethics-code", "q-health-safety",
                "q-working-conditions", "q-data-protection",
            ])
        #expect(
            dropped.map(\.reason) == [.hidden, .hidden, .unknownChoice, .hidden, .hidden, .unknownQuestion])
        #expect(dropped.allSatisfy { before.sheet[$0.question] == $0.value && run.sheet[$0.question] == nil })
        #expect(run.sheet.values.count == before.sheet.values.count - dropped.count)
        #expect(run.version == "2" && run.rated.isEmpty)
        #expect(run.resume(in: changed).asked == "q-attestation")
    }

    @Test func theSameVersionDropsNothing() {
        var run = filled()
        #expect(run.migrate(to: questionnaire, version: "1").isEmpty)
        #expect(run == filled())
    }

    // MARK: - Help

    private func started(_ form: String = "supplier-common") -> (run: QuestionnaireRun, effect: QuestionnaireRun.Effect)
    {
        var run = QuestionnaireRun(
            id: "9f1c2b7e-6d0a-4f53-8a51-0c2f6f0e7b11", questionnaire: questionnaire, form: form, version: "1",
            language: .fr, startedAt: 1_800_000_000_000)
        let effect = run.start(in: questionnaire)
        return (run, effect)
    }

    /// A run of which only the attestation is open.
    private func filled(long: Bool = false) -> QuestionnaireRun {
        var (run, effect) = started()
        while let question = effect.question, question.id != "q-attestation" {
            effect = run.answer(long ? question.aLongAnswer : question.anAnswer, in: questionnaire)
        }
        return run
    }

    /// The questionnaire with parts of its file written otherwise.
    private func changed(_ changes: [(String, String)]) throws -> Questionnaire {
        let files = try ContentFolder.files(under: TestKnowledge.root, named: "knowledge").map { file in
            guard file.path.hasSuffix("supplier-common.yaml") else { return file }
            let text = changes.reduce(String(decoding: file.bytes, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
            return ContentFile(path: file.path, text: text)
        }
        let reader = ContentReader()
        // What people say is said for choices that may be gone.
        let base = KnowledgeBase.load(
            files: files.filter { file in
                !["/says/", "/examples/", "/wordings.yaml"].contains { file.path.contains($0) }
            }, into: reader)
        return try #require(base?.questionnaire("supplier-common"), "\(reader.sortedProblems)")
    }
}
