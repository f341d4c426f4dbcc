import Authoring
import Content
import Dialogue
import Foundation
import Knowledge
import TestContent
import Testing
import Text
import Understanding

/// What `passerelle check` proves, each on a small content that has the fault and on one that has not.
@Suite struct CheckingTests {
    private static let path = "intents/small.yaml"

    private static let knowledge = Result { () throws -> KnowledgeBase in
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let knowledge = KnowledgeBase.load(
            files: try ContentFolder.files(under: root, named: "knowledge").filter { !$0.path.contains("/answers/") },
            into: ContentReader())
        return try #require(knowledge)
    }

    /// A content of one file of intents, on the real knowledge base.
    private struct Small {
        let text: String
        let definitions: IntentDefinitions
        let interpreter: Interpreter
        let problems: [ContentProblem]

        init(_ text: String) throws {
            self.text = text
            let reader = ContentReader()
            definitions = IntentDefinitions.load(files: [ContentFile(path: path, text: text)], into: reader)
            let incomplete = "nothing describes the intent"
            let wrong = reader.problems.filter {
                $0.severity == .error && !$0.message.description.hasPrefix(incomplete)
            }
            try #require(wrong.isEmpty, "\(wrong)")
            let knowledge = try CheckingTests.knowledge.get()
            interpreter = Interpreter(definitions: definitions, knowledge: knowledge)
            problems = IntentChecks.problems(in: definitions, knowledge: knowledge, interpreter: interpreter)
        }

        func problems(saying text: String) -> [ContentProblem] {
            problems.filter { $0.message.description.contains(text) }
        }

        /// The first line that holds a text, counted from 1.
        func line(of part: String) throws -> Int {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return try #require(lines.firstIndex { $0.contains(part) }) + 1
        }

        /// The rules that fire when a text is said.
        func rules(firedBy text: String) -> [String] {
            interpreter.interpret(text, prior: nil).candidates.compactMap(\.rule)
        }
    }

    /// An intent in the form of a file of intents.
    private func intent(_ name: String, rules: String = "", fr: [String], en: [String]? = nil) -> String {
        func list(_ examples: [String]) -> String { examples.map { "        - \"\($0)\"\n" }.joined() }
        return "  \(name):\n    title: {fr: titre, en: title}\n    rules: [\(rules)]\n    examples:\n"
            + "      fr:\n\(list(fr))      en:\n\(list(en ?? [name]))"
    }

    private func concept(_ name: String, fr: String, en: String) -> String {
        "  \(name):\n    means: {fr: sens, en: sense}\n    fr: [\(fr)]\n    en: [\(en)]\n"
    }

    private static let politeness = """
        function-words: {fr: [le, la, un, une], en: [the, a]}
        polite: {fr: [bonjour, merci, s'il vous plaît], en: [hello, thanks, please]}

        """

    // MARK: Questionnaires

    @Test func aQuestionnaireThatIsNotThereIsTold() {
        let reader = ContentReader()
        let text = "entities:\n  questionnaire:\n    supplier-comon: {fr: [base commune], en: [common base]}\n"
        let file = ContentFile(path: Self.path, text: text)
        _ = IntentDefinitions.load(files: [file], questionnaires: ["supplier-common", "autre"], into: reader)
        #expect(
            reader.problems.map(\.description) == [
                "\(Self.path):3:5: error: unknown questionnaire « supplier-comon ». Did you mean « supplier-common »?"
            ])
        let unchecked = ContentReader()
        #expect(IntentDefinitions.load(files: [file], into: unchecked).entityValues.count == 1)
        #expect(unchecked.problems.isEmpty)
    }

    // MARK: Names and phrases

    @Test func aNameThatIsAnEverydayWordIsTold() throws {
        let path = "knowledge/certifications/eco-responsible.yaml"
        let files = try ContentFolder.files(under: RealContent.root, named: "knowledge")
            .filter { !$0.path.contains("/answers/") }
            .map { file in
                let text = String(decoding: file.bytes, as: UTF8.self)
                return file.path != path
                    ? file
                    : ContentFile(path: path, text: text.replacing("fr: [e-peat,", with: "fr: [où, trouver, e-peat,"))
            }
        let knowledge = try #require(KnowledgeBase.load(files: files, into: ContentReader()))
        let text =
            "function-words: {fr: [où], en: [where]}\nconcepts:\n"
            + concept("find", fr: "trouver, chercher", en: "find") + "intents:\n"
            + ["find", "cost", "obtain", "verify"].map {
                intent("certification.\($0)", rules: "{when: [find], strength: weak}", fr: ["trouver \($0)"])
            }.joined()
        let definitions = IntentDefinitions.load(
            files: [ContentFile(path: Self.path, text: text)], into: ContentReader())
        let found = IntentChecks.problems(
            in: definitions, knowledge: knowledge,
            interpreter: Interpreter(definitions: definitions, knowledge: knowledge)
        ).filter { $0.message.description.contains("is an everyday word") }
        #expect(found.map(\.witness) == ["où", "trouver"])
        #expect(found.allSatisfy { $0.file == path && $0.line > 1 && $0.message.description.contains("« epeat »") })
        #expect(found.last?.otherFile == Self.path)
    }

    @Test func aSentenceIsNoPhrase() throws {
        let reader = ContentReader()
        let text = "concepts:\n" + concept("cost", fr: "coûter, combien est-ce que ça va nous coûter", en: "cost")
        _ = IntentDefinitions.load(files: [ContentFile(path: Self.path, text: text)], into: reader)
        let found = reader.problems.filter { $0.message.description.contains("this phrase has") }
        #expect(found.count == 1 && found.first?.line == 4 && found.first?.severity == .error)
        #expect(found.first?.message.description == "this phrase has 7 words, more than 6")
    }

    // MARK: One sentence, two intents

    @Test func twoIntentsMayNotOwnOneSentence() throws {
        let small = try Small(
            Self.politeness + "intents:\n"
                + intent("certification.cost", fr: ["Où trouver un dossier"])
                + intent("certification.find", fr: ["Bonjour, où trouvé un dossier s'il vous plaît", "autre"]))
        let found = small.problems(saying: "the same sentence")
        let problem = try #require(found.first)
        #expect(found.count == 1 && problem.severity == .error)
        #expect(problem.file == Self.path && problem.column == 11)
        #expect(try problem.line == small.line(of: "Bonjour, où"))
        #expect(problem.witness == "Où trouver un dossier")
        #expect(try problem.otherFile == Self.path && problem.otherLine == small.line(of: "Où trouver"))
    }

    @Test func sentencesThatDifferOrThatRulesTellApartMayStay() throws {
        let different = try Small(
            Self.politeness + "intents:\n" + intent("certification.cost", fr: ["Combien coûte le dossier"])
                + intent("certification.find", fr: ["Combien coûte un cahier"]))
        #expect(different.problems(saying: "the same sentence").isEmpty)
        let toldApart = try Small(
            Self.politeness + "concepts:\n" + concept("thanks-word", fr: "merci", en: "thanks")
                + concept("praise", fr: "bravo", en: "well done") + "intents:\n"
                + intent("thanks", rules: "{when: [praise, thanks-word]}", fr: ["bravo et merci"])
                + intent("feedback.positive", rules: "{when: [praise], unless: [thanks-word]}", fr: ["bravo et"]))
        #expect(toldApart.problems(saying: "the same sentence").isEmpty)
    }

    // MARK: Rules

    private func ruled(
        _ rules: String, and others: String = "", concepts: String = "", entities: String = ""
    ) throws -> Small {
        try Small(
            Self.politeness + "concepts:\n" + concept("cost", fr: "coût, combien ça coûte", en: "cost")
                + concept("label", fr: "certification, étiquette", en: "label")
                + concept("green", fr: "certification verte", en: "green label")
                + concept("thanks-word", fr: "merci", en: "thanks") + concepts
                + (entities.isEmpty ? "" : "entities:\n\(entities)") + "intents:\n"
                + intent("certification.cost", rules: "\n\(rules)\n  ", fr: ["un"])
                + intent("certification.find", rules: "\n\(others)\n  ", fr: ["deux"]))
    }

    @Test func aRuleThatAnotherCoversIsReported() throws {
        let small = try ruled(
            """
                {when: [cost], strength: strong},
                {when: [label, "cost | green"], strength: normal},
                {when: [cost, label], unless: [green], strength: weak}
            """)
        let found = small.problems(saying: "changes nothing")
        #expect(found.count == 1)
        let problem = try #require(found.first)
        #expect(problem.severity == .warning)
        #expect(try problem.line == small.line(of: "{when: [cost, label], unless") && problem.column == 5)
        #expect(try problem.otherLine == small.line(of: "{when: [cost], strength: strong"))
        #expect(problem.witness == "coût étiquette")
        #expect(small.rules(firedBy: "coût étiquette") == ["cost"])
    }

    @Test(arguments: [
        // The wider rule has an exception that the narrower one has not.
        "{when: [cost], unless: [green], strength: strong}, {when: [cost, label]}",
        // The narrower rule gives more.
        "{when: [cost], strength: weak}, {when: [cost, label], strength: normal}",
        // Neither implies the other.
        "{when: [cost, label]}, {when: [cost, green]}",
        // Politeness begins no rule: « merci, le coût » fires the first only.
        "{when: [cost, thanks-word]}, {when: [thanks-word]}",
    ])
    func aRuleThatAddsSomethingIsNot(rules: String) throws {
        #expect(try ruled(rules).problems(saying: "changes nothing").isEmpty)
    }

    @Test(arguments: [
        ("{when: [cost, label], unless: [label]}", "also in its unless", "label"),
        ("{when: [cost, \"@group=women\"], unless: [\"@group\"]}", "also in its unless", "women"),
        ("{when: [cost, nothing]}", "no text brings « nothing » about", nil),
        ("{when: [cost, hidden]}", "no text brings « hidden » about", nil),
        ("{when: [cost, \"@group=veterans\"]}", "no text brings « @group=veterans » about", nil),
        ("{when: [cost, \"@number\"]}", "no text brings « @number » about", nil),
        ("{when: [thanks-word, cost]}", "mere politeness", "merci"),
    ])
    func aRuleThatCanNeverFireIsAnError(rule: String, message: String, witness: String?) throws {
        let small = try ruled(
            rule,
            concepts: concept("nothing", fr: "l', d'", en: "...") + concept("hidden", fr: "B Corp", en: "EcoVadis"),
            entities: "  group:\n    women: {fr: [femmes], en: [women]}\n")
        let found = small.problems(saying: "can never fire")
        let problem = try #require(found.first)
        #expect(found.count == 1 && problem.severity == .error && problem.message.description.contains(message))
        #expect(try problem.line == small.line(of: "{when:"))
        #expect(problem.witness == witness)
    }

    @Test(arguments: [
        "{when: [cost, \"label | green\"], unless: [label]}", "{when: [thanks-word]}", "{when: [cost, thanks-word]}",
        "{when: [cost, \"@certification\"]}", "{when: [cost, \"nothing | label\"]}",
        "{when: [cost, thanks-word], unless: [thanks-word]}",
    ])
    func aRuleThatCanFireIsNone(rule: String) throws {
        let small = try ruled(rule, concepts: concept("nothing", fr: "l'", en: "..."))
        #expect(small.problems(saying: "can never fire").isEmpty)
    }

    @Test func aConditionThatNothingBringsAboutIsReportedOnce() throws {
        let small = try ruled(
            "{when: [cost], unless: [\"@question\"]}, {when: [label], unless: [\"@question\"]}")
        let found = small.problems(saying: "« @question »")
        #expect(found.count == 1 && found.first?.severity == .warning)
        #expect(found.first?.message.description.contains("2 times") == true)
    }

    @Test func aRuleThatItsOwnWordsHinderIsReported() throws {
        let small = try ruled("{when: [cost, green], unless: [label]}")
        let problem = try #require(small.problems(saying: "hardly ever fires").first)
        #expect(problem.witness == "green label" && problem.message.description.contains("« label »"))
        #expect(try problem.otherLine == small.line(of: "label:"))
        #expect(try ruled("{when: [cost, green]}").problems(saying: "hardly ever fires").isEmpty)
    }

    @Test func rulesOfTwoIntentsThatAskForTheSameAreReported() throws {
        let small = try ruled(
            "{when: [cost, \"label | green\"], unless: [thanks-word]}",
            and: "{when: [\"green | label\", cost], unless: [thanks-word]}")
        let found = small.problems(saying: "decide nothing between the two")
        let problem = try #require(found.first)
        #expect(found.count == 1 && problem.severity == .warning)
        #expect(try problem.line == small.line(of: "green | label"))
        #expect(try problem.otherLine == small.line(of: "label | green"))
        let witness = try #require(problem.witness)
        #expect(small.rules(firedBy: witness).count == 2)
    }

    @Test(arguments: ["{when: [cost], strength: strong}", "{when: [cost], unless: [green]}", "{when: [cost, label]}"])
    func rulesThatDifferAreNoTie(other: String) throws {
        let small = try ruled("{when: [cost]}", and: other)
        #expect(small.problems(saying: "decide nothing").isEmpty)
    }

    // MARK: Words

    private func worded(_ concepts: String) throws -> Small {
        try Small("concepts:\n" + concepts + "intents:\n" + intent("certification.cost", fr: ["la note du vin"]))
    }

    @Test func wordsOfOneStemThatAreNoFormsOfOneWordAreReported() throws {
        let small = try worded(
            concept("negation", fr: "pas", en: "not") + concept("score", fr: "la note a baissé", en: "my score fell"))
        let found = small.problems(saying: "another word of the same stem")
        let problem = try #require(found.first)
        #expect(found.count == 1 && problem.severity == .warning)
        #expect(try problem.line == small.line(of: "en: [not]") && problem.column == 10)
        #expect(
            problem.witness == "la note a baissé" && problem.message.description.contains("1 phrases and 1 examples"))
        #expect(try problem.otherLine == small.line(of: "la note a baissé"))
    }

    @Test(arguments: [
        // Forms of one word.
        (("gagner", "win"), ("gagnant", "winning team")), (("municipal", "city"), ("élus municipaux", "x")),
        // A concept that lists both takes them for one.
        (("note, notes", "not, note"), ("la note", "my note")),
        // The same word.
        (("pas", "not"), ("pas fini", "not done")),
    ])
    func formsOfOneWordAreNot(one: (fr: String, en: String), other: (fr: String, en: String)) throws {
        let small = try worded(concept("one", fr: one.fr, en: one.en) + concept("other", fr: other.fr, en: other.en))
        #expect(small.problems(saying: "another word of the same stem").isEmpty)
    }

    @Test func wordsOneTypingErrorApartAreReported() throws {
        let small = try worded(concept("list", fr: "liste", en: "x") + concept("way", fr: "piste, voie", en: "y"))
        let problem = try #require(small.problems(saying: "one typing error").first)
        #expect(try problem.severity == .warning && problem.line == small.line(of: "fr: [liste]"))
        #expect(try problem.witness == "piste" && problem.otherLine == small.line(of: "piste"))
    }

    @Test(arguments: [
        ("prix", "pris"), ("liste", "listes"), ("liste, piste", "piste"), ("longue liste", "piste"),
        ("liste", "pistage"),
    ])
    func shortOrRelatedWordsAreNot(one: String, other: String) throws {
        let small = try worded(concept("one", fr: one, en: "x") + concept("other", fr: other, en: "y"))
        #expect(small.problems(saying: "one typing error").isEmpty)
    }

    // MARK: Clashes that are known

    private func known(_ groups: String) throws -> Small {
        let stem =
            concept("negation", fr: "pas", en: "not") + concept("score", fr: "la note a baissé", en: "my score fell")
        let error = concept("list", fr: "liste", en: "x") + concept("way", fr: "piste, voie", en: "y")
        return try Small(
            "known-clashes:\n\(groups)concepts:\n" + stem + error + "intents:\n"
                + intent("certification.cost", fr: ["la note du vin"]))
    }

    private static let reason = "  - reason: {fr: raison, en: reason}\n"

    @Test func aClashThatIsDeclaredIsNotReported() throws {
        let both = try known(Self.reason + "    same-stem: [[note, not]]\n    one-error:\n      - [Liste, pisté]\n")
        #expect(both.problems(saying: "clash").isEmpty && both.problems(saying: "typing error").isEmpty)
        #expect(both.problems(saying: "same stem").isEmpty && both.definitions.knownClashes.count == 2)
        let one = try known(Self.reason + "    same-stem: [[not, note]]\n")
        #expect(one.problems(saying: "same stem").isEmpty)
        let left = try #require(one.problems(saying: "typing error").first)
        #expect(left.remedy?.description.contains("« one-error: [[liste, piste]] »") == true)
    }

    @Test func aDeclarationOfWordsThatDoNotClashIsReported() throws {
        let small = try known(
            Self.reason
                + "    one-error: [[piste, liste]]\n    same-stem:\n      - [not, note]\n      - [liste, piste]\n")
        let found = small.problems(saying: "do not clash")
        let problem = try #require(found.first)
        #expect(found.count == 1 && problem.severity == .warning && problem.message.description.contains("same-stem"))
        #expect(try problem.line == small.line(of: "- [liste, piste]") && problem.column == 9)
    }

    @Test(arguments: [
        ("  - same-stem: [[note, not]]\n", "the key « reason » is missing"),
        ("  - reason: {fr: raison}\n    same-stem: [[note, not]]\n", "the key « en » is missing"),
        ("  - reason: {fr: raison, en: \"\"}\n    same-stem: [[note, not]]\n", "the text is empty"),
        ("  - reason: {fr: raison, en: reason}\n", "this reason has no words"),
        (reason + "    same-stm: [[note, not]]\n", "did you mean « same-stem »"),
        (reason + "    same-stem: [note, not]\n", "two words that clash"),
        (reason + "    same-stem: [[note]]\n", "two words that clash"),
        (reason + "    same-stem: [[note, la note]]\n", "two words that clash"),
        (reason + "    same-stem: [[note, Noté]]\n", "two words that clash"),
        (reason + "    same-stem: [[note, not], [not, note]]\n", "declared a second time"),
    ])
    func aDeclarationThatIsWrongIsAnError(groups: String, told: String) {
        let reader = ContentReader()
        let file = ContentFile(path: Self.path, text: "known-clashes:\n" + groups)
        _ = IntentDefinitions.load(files: [file], into: reader)
        let errors = reader.problems.filter { $0.severity == .error && $0.file == Self.path }.map(\.description)
        #expect(errors.contains { $0.contains(told) }, "\(errors)")
    }

    // MARK: Questions as people asked them

    @Test(arguments: [
        ("  certification.cots: {fr: [combien]}\n", "did you mean « certification.cost »?"),
        ("  certification.cost: {fr: [où trouver un dossier]}\n", "is an example of certification.find too"),
        ("  certification.cost: {fr: [\"\"]}\n", "the text is empty"),
        ("  certification.cost: {de: [wie teuer]}\n", "unknown key « de »"),
    ])
    func aQuestionOfAnotherIntentOrOfNoneIsAnError(questions: String, told: String) {
        let reader = ContentReader()
        let text =
            "intents:\n" + intent("certification.cost", fr: ["le prix"])
            + intent("certification.find", fr: ["où trouver un dossier"])
            + "questions:\n" + questions
        _ = IntentDefinitions.load(files: [ContentFile(path: Self.path, text: text)], into: reader)
        let errors = reader.problems.filter { $0.severity == .error }.map(\.description)
        #expect(errors.contains { $0.contains(told) }, "\(errors)")
    }

    @Test func aQuestionTeachesTheWeightsAndBringsNoWords() throws {
        let intents =
            "intents:\n"
            + intent(
                "certification.cost", fr: ["le prix du label", "combien de dollars pour ce label", "le tarif du label"])
            + intent("certification.find", fr: ["trouver un label", "un label à chercher", "quel label trouver"])
        let asked = (1...3).map { "        - \"la zwlborg du label, \($0) fois\"\n" }.joined()
        let without = try Small(intents).interpreter.explain("la zwlborg du label", prior: nil)
        let with = try Small(intents + "questions:\n  certification.cost:\n    fr:\n\(asked)").interpreter
            .explain("la zwlborg du label", prior: nil)
        func fitted(_ explanation: Explanation) -> Int {
            let cost = explanation.candidates.first { $0.intent == .certificationCost }
            let find = explanation.candidates.first { $0.intent == .certificationFind }
            return (cost?.fitted ?? 0) - (find?.fitted ?? 0)
        }
        #expect(fitted(with) > fitted(without))
        #expect(with.words.map(\.isUnknown) == without.words.map(\.isUnknown))
        #expect(with.words.contains { $0.isUnknown })
    }

    // MARK: Examples

    @Test func anIntentThatIsThinInOneLanguageIsReported() throws {
        let many = (1...40).map { "exemple \($0)" }
        func small(_ english: Int) throws -> Small {
            try Small("intents:\n" + intent("certification.cost", fr: many, en: Array(many.prefix(english))))
        }
        let problem = try #require(try small(23).problems(saying: "examples in English").first)
        #expect(problem.severity == .warning && problem.remedy?.description == "Write at least 1 more.")
        #expect(problem.witness == "exemple 24" && problem.otherLine == 6 + 24)
        #expect(problem.line == 6 + 40 + 2)
        #expect(try small(24).problems(saying: "examples in").isEmpty)
        let few = try Small("intents:\n" + intent("certification.cost", fr: Array(many.prefix(19)), en: many))
        #expect(few.problems(saying: "19 examples in French").count == 1)
    }

    @Test func anExampleIsLeftOutExactlyAsIfItHadNeverBeenThere() throws {
        // Listed, so that they stay words of the content when the only example that uses them is left out.
        let words = "le, la, prix, du, label, un, trouver, chercher, combien, pour, dossier, quel, où, rare, unique"
        func content(_ cost: [String], _ find: [String], _ verify: [String]) -> String {
            "function-words: {fr: [\(words)], en: [the, x]}\nintents:\n" + intent("certification.cost", fr: cost)
                + intent("certification.find", fr: find) + intent("certification.verify", fr: verify)
        }
        let all = [
            ["le prix du label", "combien pour le label", "prix du dossier", "rare dossier unique"],
            ["trouver un label", "où chercher un label", "chercher le dossier"],
            ["quel label trouver pour le prix", "quel dossier unique"],
        ]
        let leaveOneOut = LeaveOneOut(of: try Small(content(all[0], all[1], all[2])).interpreter)
        #expect(leaveOneOut.found().of == 12 && leaveOneOut.found(in: .fr).of == 9)
        for outcome in leaveOneOut.outcomes where outcome.language == .fr {
            let left = all.map { $0.filter { $0 != outcome.text } }
            let explanation = try Small(content(left[0], left[1], left[2])).interpreter
                .explain(outcome.text, prior: nil)
            // What is fitted to all examples at once is not fitted anew for each that is left out.
            func counted(_ candidate: Explanation.Candidate) -> Int { candidate.score - candidate.fitted }
            let best = try #require(explanation.candidates.max { counted($0) < counted($1) })
            let first = counted(best) < 400 ? .outOfScope : best.intent
            #expect(outcome.first == first, "\(outcome.text)")
            #expect(outcome.nearest?.text == best.nearestExample, "\(outcome.text)")
        }
        let lost = leaveOneOut.lost.reduce(0) { $0 + $1.count }
        #expect(lost == leaveOneOut.problems.count && lost == leaveOneOut.found().of - leaveOneOut.found().count)
    }

    @Test func anExampleThatIsAloneIsListedWithItsPlace() throws {
        let small = try Small(
            "intents:\n"
                + intent("certification.cost", fr: ["le prix du label", "prix du label vert", "tout autre chose"])
                + intent("certification.find", fr: ["trouver tout autre label", "trouver toute autre certification"]))
        let leaveOneOut = LeaveOneOut(of: small.interpreter)
        let problem = try #require(leaveOneOut.problems.first { $0.witness == "tout autre chose" })
        #expect(
            problem.severity == .warning && problem.message.description.contains("understood as certification.find"))
        #expect(try problem.line == small.line(of: "tout autre chose"))
        #expect(try problem.otherLine == small.line(of: "trouver tout autre label"))
        #expect(!leaveOneOut.problems.contains { $0.witness == "le prix du label" })
    }

    @Test func theRealContentKeepsItsPlaces() throws {
        for topic in try RealContent.definitions.get().topics {
            for language in Language.allCases {
                #expect(topic.examplePlaces[language]?.count == topic.examples[language]?.count)
            }
            #expect(
                topic.place.description.hasPrefix("intents/")
                    && topic.rules.allSatisfy { $0.place.description.hasPrefix("intents/") })
        }
    }

    @Test func aProblemShowsItsWitnessAndItsOtherPlace() throws {
        let problem = ContentProblem(
            severity: .warning, file: "intents/a.yaml", line: 3, column: 5, message: "a tie", remedy: "Mend it.",
            witness: "combien", otherFile: "intents/b.yaml", otherLine: 7)
        #expect(
            problem.description
                == "intents/a.yaml:3:5: warning: a tie. Mend it. Witness: « combien ». Other place: intents/b.yaml:7.")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            try String(decoding: encoder.encode(problem), as: UTF8.self)
                == #"{"column":5,"file":"intents\/a.yaml","line":3,"message":"a tie","otherFile":"intents\/b.yaml","#
                + #""otherLine":7,"remedy":"Mend it.","severity":"warning","witness":"combien"}"#)
    }
}
