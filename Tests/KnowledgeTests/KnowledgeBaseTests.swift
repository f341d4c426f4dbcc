import Content
import Foundation
import Knowledge
import Testing
import Text

/// The folder that holds `knowledge/`: the package's own.
private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

@Suite("The knowledge base of the product")
struct KnowledgeBaseTests {
    let reader: ContentReader
    let files: [ContentFile]
    let base: KnowledgeBase?

    init() throws {
        reader = ContentReader()
        files = try ContentFolder.files(under: root, named: "knowledge")
        base = KnowledgeBase.load(files: files, into: reader)
    }

    @Test("loads without a problem")
    func loads() {
        #expect(reader.sortedProblems.map(\.description) == [])
        #expect(base != nil)
    }

    @Test("holds everything")
    func counts() throws {
        let base = try #require(base)
        #expect(base.certifications.count == 68)
        #expect(base.barriers.count == 25)
        #expect(base.solutions.count == 35)
        #expect(base.actions.count == 20)
        #expect(base.terms.count == 95)
        #expect(base.chantier.meetings.count == 5)
        #expect(base.chantier.findings.count == 7)
        #expect(base.questionnaires.map(\.id) == ["supplier-common"])
        #expect(base.questionnaires[0].questions.count == 40)
    }

    @Test("has a title for every value of every enumeration")
    func vocabulary() throws {
        let vocabulary = try #require(base).vocabulary
        func check<Value: VocabularyValue>(_ type: Value.Type) {
            for value in Value.allCases { #expect(!vocabulary.title(of: value).fr.isEmpty) }
        }
        check(Dimension.self); check(OwnerGroup.self); check(Approach.self); check(Assurance.self)
        check(SchemeKind.self); check(SchemeContext.self); check(Actor.self); check(Stage.self)
        check(Priority.self); check(Horizon.self); check(Cost.self); check(Scope.self); check(Effort.self)
        check(Status.self); check(Confidence.self); check(Authority.self); check(RealismLevel.self)
        check(Topic.self); check(EntryKind.self)
    }
}

@Suite("What others take from the knowledge base")
struct LookupTests {
    let base: KnowledgeBase

    init() throws {
        let files = try ContentFolder.files(under: root, named: "knowledge")
        base = try #require(KnowledgeBase.load(files: files, into: ContentReader()))
    }

    @Test("entries are found by id, and a short form by its own")
    func ids() {
        #expect(base.certification("b-corp")?.assurance == .thirdPartyCertified)
        #expect(base.barrier("payment-terms")?.complaints.en.contains("net 90") == true)
        #expect(base.certification("payment-terms") == nil)
        #expect(base.questionnaire("supplier-short")?.id == "supplier-common")
        #expect(
            base.title(of: EntryReference(kind: .document, id: "doc-photo"))?.en
                == "Dated photo of the facility or practice")
    }

    @Test("the solutions to a barrier begin with those made for it")
    func solutions() {
        #expect(base.solutions(to: "payment-terms").map(\.id) == ["prompt-payment", "cash-flow-plan"])
    }

    @Test("an entry without a document, or of low confidence, needs checking")
    func provenance() throws {
        #expect(base.certification("icriq")?.provenance.needsChecking == true)
        #expect(base.solution("cash-flow-plan")?.provenance.needsChecking == true)
        #expect(base.certification("fsc")?.provenance.needsChecking == false)
        #expect(base.barrier("process-complexity")?.provenance.authority == .core)
    }

    @Test("the questionnaire has what its indicator needs")
    func questionnaire() throws {
        let questionnaire = try #require(base.questionnaire("supplier-common"))
        let policy = try #require(questionnaire.question("q-env-policy"))
        #expect(policy.choices.map(\.points) == [0, 30, 70, 100])
        #expect(policy.number == 7)
        #expect(questionnaire.scoring.weights[.environment] == 35)
        #expect(questionnaire.scoring.levelOfAssurance[.registryListed] == .documented)
        #expect(
            questionnaire.question("q-ghg-total")?.showIf == [
                Condition(
                    question: "q-ghg-inventory", comparison: .isIn, value: .choices(["scopes-1-2", "scopes-1-2-3"]))
            ])
        #expect(questionnaire.tags.map(\.id) == ["diverse-owned"])
        #expect(base.guide("evidence-by-claim")?.step("waste") != nil)
    }

    @Test("the worked examples answer questions that exist")
    func examples() throws {
        let questionnaire = try #require(base.questionnaire("supplier-common"))
        let place = try #require(Bundle.module.url(forResource: "Resources/worked-examples", withExtension: "yaml"))
        let file = ContentFile(path: "worked-examples.yaml", bytes: Array(try Data(contentsOf: place)))
        let reader = ContentReader()
        let examples = try #require(reader.root(of: file)?.mapping(required: ["worked-examples"]))
        for example in examples.items("worked-examples") {
            let answers = example.mapping(required: ["id", "title", "answers", "expected"])?["answers"]
            for (id, _, answer) in answers?.entries ?? [] {
                let question = try #require(questionnaire.question(id), "no question \(id)")
                guard !question.choices.isEmpty else { continue }
                for choice in answer.isSequence ? answer.texts() : [answer.text() ?? ""] {
                    #expect(question.choice(choice) != nil, "no choice \(choice) in \(id)")
                }
            }
        }
        #expect(reader.problems == [])
    }
}
