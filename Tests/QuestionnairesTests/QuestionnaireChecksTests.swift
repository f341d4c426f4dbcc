import Authoring
import Content
import Questionnaires
import Testing
import Text

@testable import Knowledge

/// The proofs of a questionnaire: none is missed on the real one, and each fault that is put into it is found.
@Suite struct QuestionnaireChecksTests {
    private let knowledge: KnowledgeBase
    private let questionnaire: Questionnaire

    init() throws {
        knowledge = try TestKnowledge.base
        questionnaire = try #require(knowledge.questionnaire("supplier-common"))
    }

    // MARK: - The real questionnaire

    @Test func theRealQuestionnairesHaveNoProblem() {
        for questionnaire in knowledge.questionnaires {
            #expect(QuestionnaireChecks.problems(in: questionnaire, knowledge: knowledge) == [])
        }
    }

    @Test func everyQuestionComesWithTheAnswersThatAreNamed() {
        for form in questionnaire.forms {
            let proof = QuestionnaireProof(of: questionnaire, form: form)
            let questions = questionnaire.questions(ofForm: form)
            #expect(proof.isComplete && proof.deadEnds.isEmpty)
            #expect(Set(proof.shown.keys) == Set(questions.map(\.id)))
            #expect(Set(proof.hidden.keys) == Set(questions.filter { !$0.showIf.isEmpty }.map(\.id)))
            for (id, sheet) in proof.shown {
                #expect(questionnaire.shown(form, sheet).contains { $0.id == id })
            }
            for (id, sheet) in proof.hidden {
                #expect(!questionnaire.shown(form, sheet).contains { $0.id == id })
            }
        }
    }

    @Test func aTagIsSetWithTheAnswersThatAreNamed() throws {
        let sheet = try #require(QuestionnaireProof(of: questionnaire, form: questionnaire.id).tagged["diverse-owned"])
        #expect(sheet["q-ownership-control"] == .flag(true))
        #expect(questionnaire.effective(questionnaire.id, sheet) == sheet)
    }

    // MARK: - Exactness

    @Test(arguments: 1...60)
    func nothingIsMissedAndNothingMadeUp(seed: UInt64) {
        var dice = SmallDice(state: seed)
        let small = questionnaire.with(questions: SmallQuestions.make(like: questionnaire.questions[0], &dice))
        let proof = QuestionnaireProof(of: small, form: small.id)
        let real = SmallQuestions.outcomes(of: small)
        #expect(Set(proof.shown.keys) == real.shown)
        #expect(Set(proof.hidden.keys) == real.hidden)
        for (id, sheet) in proof.shown { #expect(small.shown(small.id, sheet).contains { $0.id == id }) }
        for (id, sheet) in proof.hidden { #expect(!small.shown(small.id, sheet).contains { $0.id == id }) }
    }

    @Test func whatIsTooMuchToLookAtIsSaid() {
        let choices = (1...13).map { questionnaire.questions[2].choices[0].with(id: "choice-\($0)") }
        let many = questionnaire.changing("q-regions-served") { $0.with(choices: choices) }
            .changing("q-offer-summary") { question in
                question.with(
                    showIf: choices.map {
                        Condition(question: "q-regions-served", comparison: .includesAny, value: .choices([$0.id]))
                    })
            }
        #expect(!QuestionnaireProof(of: many, form: many.id).isComplete)
        #expect(found(in: many).contains { $0.message.description.contains("in more ways than can be looked at") })
    }

    // MARK: - Faults

    @Test(arguments: Fault.all)
    func aFaultIsFound(fault: Fault) {
        let faulty = fault.make(questionnaire)
        let problems = found(in: faulty)
        let problem = problems.first { $0.message.description.contains(fault.message) }
        #expect(problem != nil, "\(problems.map(\.description))")
        #expect(problem?.severity == fault.severity)
        #expect(problem?.file == "knowledge/questionnaires/supplier-common.yaml")
        #expect(problem?.witness == fault.witness)
        #expect(problem?.remedy?.description.hasSuffix(".") == true)
    }

    private func found(in questionnaire: Questionnaire) -> [ContentProblem] {
        QuestionnaireChecks.problems(in: questionnaire, knowledge: knowledge)
    }
}
