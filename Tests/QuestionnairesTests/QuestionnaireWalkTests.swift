import Foundation
import Knowledge
import Questionnaires
import Testing
import Text

/// Ways through the real questionnaire that nobody would think of.
@Suite struct QuestionnaireWalkTests {
    @Test(arguments: [UInt64(20_270_104), 7, 4_051, 99_991])
    func whateverIsDoneTheRunHolds(seed: UInt64) throws {
        let questionnaire = try #require(try TestKnowledge.base.questionnaire("supplier-common"))
        var walk = Walk(questionnaire: questionnaire, dice: Dice(state: seed))
        for step in 1...25_000 {
            walk.step()
            if let fault = try walk.fault(step: step) {
                Issue.record("step \(step) of seed \(seed), \(walk.lastAct): \(fault)")
                return
            }
        }
        #expect(walk.ends.keys.count == 2 && walk.changes > 10, "\(walk.ends) \(walk.changes)")
    }
}

/// A run, and what was said in it as a second book that knows nothing of how the run keeps it.
private struct Walk {
    let questionnaire: Questionnaire
    var dice: Dice
    var run: QuestionnaireRun
    var effect: QuestionnaireRun.Effect
    var said: [String: AnswerValue] = [:]
    var passed: [String: SkipReason] = [:]
    var lastAct = "start"
    /// How often runs ended, by how.
    var ends: [QuestionnaireRun.State: Int] = [:]
    /// How many changes that hid answers were confirmed.
    var changes = 0

    /// The questions that others depend on, many times over.
    private let pivots: [String]

    init(questionnaire: Questionnaire, dice: Dice) {
        self.questionnaire = questionnaire
        pivots = questionnaire.questions.flatMap { $0.showIf.map(\.question) } + ["q-employees-count"]
        self.dice = dice
        (run, effect) = Self.started(questionnaire, form: questionnaire.id)
    }

    static func started(
        _ questionnaire: Questionnaire, form: String
    ) -> (run: QuestionnaireRun, effect: QuestionnaireRun.Effect) {
        var run = QuestionnaireRun(
            id: "run", questionnaire: questionnaire, form: form, version: "1", language: .fr, startedAt: 0)
        let effect = run.start(in: questionnaire)
        return (run, effect)
    }

    // MARK: - Doing

    mutating func step() {
        if run.state == .completed || run.state == .cancelled {
            ends[run.state, default: 0] += 1
            let form = Bool.random(using: &dice) ? questionnaire.id : questionnaire.shortForm?.id ?? ""
            (run, effect) = Self.started(questionnaire, form: form)
            (said, passed, lastAct) = ([:], [:], "start")
        } else if run.pending != nil, Bool.random(using: &dice) {
            confirm()
        } else {
            act(Int.random(in: 0..<100, using: &dice))
        }
    }

    private mutating func act(_ choice: Int) {
        switch choice {
        case ..<50: answer()
        case ..<54:
            lastAct = "nonsense"
            effect = run.answer(.choice("nonsense"), in: questionnaire)
        case ..<62: skip()
        case ..<70:
            lastAct = "back"
            effect = run.back(in: questionnaire)
        case ..<75:
            lastAct = "forward"
            effect = run.forward(in: questionnaire)
        case ..<85:
            let question = (pivots + questionnaire.questions.map(\.id)).randomElement(using: &dice) ?? ""
            lastAct = "edit \(question)"
            effect = run.edit(question, in: questionnaire)
        case ..<87:
            lastAct = "pause"
            effect = run.pause()
        case ..<94:
            lastAct = "resume"
            effect = run.resume(in: questionnaire)
        case 94:
            lastAct = "cancel"
            effect = run.cancel()
        case 95:
            lastAct = "restart"
            effect = run.restart()
        case ..<98:
            lastAct = "misread"
            run.misread()
        default: confirm()
        }
    }

    private mutating func answer() {
        guard let question = run.current.flatMap(questionnaire.question) else { return }
        let value = question.answer(using: &dice)
        lastAct = "answer \(question.id) \(value)"
        effect = run.answer(value, in: questionnaire)
        switch effect {
        case .needsConfirmation, .refused(.paused): return
        default: note(question.id, value)
        }
    }

    private mutating func skip() {
        guard let question = run.current else { return }
        let reason = SkipReason.allCases.randomElement(using: &dice) ?? .unsaid
        lastAct = "skip \(question) \(reason)"
        effect = run.skip(in: questionnaire, reason: reason)
        switch effect {
        case .ask, .completed: note(question, nil, reason)
        default: return
        }
    }

    private mutating func confirm() {
        let isConfirmed = Int.random(in: 0..<4, using: &dice) > 0
        let pending = run.pending
        lastAct = "confirm \(isConfirmed)"
        effect = run.confirm(isConfirmed, in: questionnaire)
        guard isConfirmed else { return }
        switch pending {
        case .cancel, .restart: (said, passed) = ([:], [:])
        case .change(let question, let value, let reason, let hides):
            for id in hides { said[id] = nil }
            if !hides.isEmpty { changes += 1 }
            note(question, value, reason)
        case .answer, nil: return
        }
    }

    private mutating func note(_ question: String, _ value: AnswerValue?, _ reason: SkipReason = .unsaid) {
        said[question] = value
        passed[question] = value == nil ? reason : nil
        let visible = Set(visible.map(\.id))
        passed = passed.filter { visible.contains($0.key) }
    }

    // MARK: - Looking

    /// The questions that what was said leaves to be asked.
    private var visible: [Question] {
        let sheet = AnswerSheet(values: said)
        return questionnaire.questions(ofForm: run.form).filter { $0.showIf.allSatisfy { $0.holds(of: sheet) } }
    }

    /// What does not hold of the run, if anything.
    func fault(step: Int) throws -> String? {
        let visible = visible
        let ids = Set(visible.map(\.id))
        if !ids.isSuperset(of: said.keys) { return "answers were hidden without a word" }
        if run.sheet != AnswerSheet(values: said, skipped: passed) { return "the sheet is not what was said" }
        if run.state == .asking {
            guard let current = run.current, ids.contains(current) else { return "no shown question is asked" }
        }
        if case .ask(let question) = effect, !lastAct.hasPrefix("misread") {
            if question.id != run.current || run.state != .asking { return "another question is asked than the run's" }
        }
        let open = visible.filter { question in
            let isDenied = question.id == "q-attestation" && said[question.id] == .flag(false)
            return isDenied || said[question.id] == nil && passed[question.id] == nil
        }
        let progress = run.progress(in: questionnaire)
        if progress.remaining != open.count || progress.total != visible.count { return "\(progress)" }
        if run.state == .completed, !open.isEmpty { return "completed with open questions" }
        if step.isMultiple(of: 10), let fault = try faultOfKeeping(visible) { return fault }
        return step.isMultiple(of: 100) && !finishes ? "does not end" : nil
    }

    private func faultOfKeeping(_ visible: [Question]) throws -> String? {
        let review = run.review(in: questionnaire).flatMap(\.items)
        let settled = visible.filter { said[$0.id] != nil || passed[$0.id] != nil }
        if review.map(\.question) != settled || review.map(\.value) != settled.map({ said[$0.id] }) {
            return "the review is not what was said"
        }

        let state = try JSONEncoder().encode(run)
        if state.count > 8192 { return "the state has \(state.count) bytes" }
        var read = try JSONDecoder().decode(QuestionnaireRun.self, from: state)
        if read != run { return "the run read back is another" }
        guard run.state == .asking || run.state == .paused else { return nil }
        let resumed = read.resume(in: questionnaire)
        if resumed.asked != run.current { return "resumes at \(resumed.asked ?? "none")" }

        var moved = read
        if moved.back(in: questionnaire).asked != nil {
            _ = moved.forward(in: questionnaire)
            if moved.current != read.current || moved.history != read.history || moved.sheet != read.sheet {
                return "back and forward changed something"
            }
        }
        return nil
    }

    /// Whether answering forward completes a run, with no question asked twice.
    private var finishes: Bool {
        var run = run
        var effect = run.resume(in: questionnaire)
        guard effect != .refused(.over) else { return true }
        for _ in 0...questionnaire.questions.count {
            guard let question = effect.question else { break }
            effect = run.answer(question.anAnswer, in: questionnaire)
            if case .needsConfirmation = effect { effect = run.confirm(true, in: questionnaire) }
        }
        return effect == .completed && run.progress(in: questionnaire).remaining == 0
    }
}

/// A generator with a fixed seed (G. Steele et al., "Fast Splittable Pseudorandom Number Generators", 2014: SplitMix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension QuestionnaireRun.Effect {
    /// The question that is asked, if one is.
    var question: Question? { if case .ask(let question) = self { question } else { nil } }
    /// Its id.
    var asked: String? { question?.id }
}

extension Question {
    /// An answer that lets the questionnaire be completed and leaves nothing out.
    var anAnswer: AnswerValue {
        switch type {
        case .yesNo: .flag(validation.mustBe ?? true)
        case .singleChoice: .choice(choices.last(where: { !$0.neutral })?.id ?? "")
        case .multiChoice: .choices([choices.first?.id ?? ""])
        case .number, .percentage: .number(min(60, validation.max ?? 60))
        case .text: .text(String(repeating: "été ", count: (validation.minLength ?? 4) / 4 + 1))
        case .date: .date("2027-06-30")
        case .evidence: .evidence([AnswerValue.Evidence(kind: .document, id: documents.first ?? "", note: "reçu")])
        }
    }

    /// The longest answer there is, every letter of it with an accent.
    var aLongAnswer: AnswerValue {
        switch type {
        case .multiChoice: .choices(choices.filter { !$0.exclusive && !$0.neutral }.map(\.id))
        case .text: .text(String(repeating: "é", count: validation.maxLength ?? validation.digits.max() ?? 0))
        case .evidence:
            .evidence(
                documents.prefix(validation.maxItems ?? 0).map { id in
                    let note = String(repeating: "é", count: validation.maxTitleLength ?? 0)
                    return AnswerValue.Evidence(kind: .document, id: id, note: note)
                })
        default: anAnswer
        }
    }

    /// Any answer.
    fileprivate func answer(using dice: inout Dice) -> AnswerValue {
        switch type {
        case .yesNo: .flag(Int.random(in: 0..<4, using: &dice) > 0)
        case .singleChoice: .choice(choices.randomElement(using: &dice)?.id ?? "")
        case .multiChoice:
            Bool.random(using: &dice)
                ? .choices([choices.randomElement(using: &dice)?.id ?? ""])
                : .choices(
                    choices.enumerated().filter { $0.offset == 0 || Bool.random(using: &dice) }.map(\.element.id))
        case .number, .percentage:
            .number(Bool.random(using: &dice) ? 0 : Int.random(in: 0...(validation.max ?? 100), using: &dice))
        case .text, .date, .evidence: Bool.random(using: &dice) ? anAnswer : aLongAnswer
        }
    }
}
