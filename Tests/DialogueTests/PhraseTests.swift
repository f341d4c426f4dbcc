import Content
import Dialogue
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text

/// What the program says of its own is content: an editor changes it, and is told what is missing or wrong.
@Suite struct PhraseTests {
    private static let path = "knowledge/answers/questionnaire-phrases.yaml"

    /// The real content with a text of a file in place of another, and the number of the line on which it stood.
    private func content(in path: String = path, changing old: String, to new: String) throws -> (
        content: Result<LoadedContent, any Error>, line: Int
    ) {
        var line = 0
        let knowledge = try ContentFolder.files(under: RealContent.root, named: "knowledge").map { file in
            guard file.path == path else { return file }
            let text = String(decoding: file.bytes, as: UTF8.self)
            let place = try #require(text.firstRange(of: old), "\(old) stands nowhere in \(path)")
            line = text[..<place.lowerBound].count { $0 == "\n" } + 1
            return ContentFile(path: path, text: text.replacing(old, with: new, maxReplacements: 1))
        }
        let intents = try ContentFolder.files(under: RealContent.root, named: "intents")
        return (Result { try LoadedContent.load(intents: intents, knowledge: knowledge) }, line)
    }

    private func problems(changing old: String, to new: String) throws -> (problems: [String], line: Int) {
        let changed = try content(changing: old, to: new)
        guard case .failure(let error) = changed.content else { return ([], changed.line) }
        return (try #require(error as? LoadedContent.Unusable).problems.map(\.description), changed.line)
    }

    @Test func aMissingPhraseIsToldWithFileAndLine() throws {
        let found = try problems(changing: "  hint-one: {", to: "  # hint-one: {")
        // The phrase before it is on the line above.
        let place = "\(Self.path):\(found.line - 1):3"
        #expect(
            found.problems == [
                "\(place): error: the phrase « hint-one » is missing. "
                    + "Add it, in French and English, after « hint-yes-or-no »."
            ])
    }

    @Test func anUnknownPhraseIsToldWithTheNearest() throws {
        let found = try problems(changing: "  rated: {", to: "  ratted: {")
        #expect(
            found.problems.contains(
                "\(Self.path):\(found.line):3: error: no phrase is called « ratted ». Did you mean « rated »?"))
    }

    @Test func anUnknownFieldIsTold() throws {
        let found = try problems(
            changing: "understood: {fr: \"Compris : {{answer}}\"", to: "understood: {fr: \"{{anwser}}\"")
        #expect(
            found.problems == [
                "\(Self.path):\(found.line):3: error: line 1 of the text: no field is called « anwser » here. "
                    + "Did you mean « answer »?"
            ])
    }

    @Test func aPhraseInOneLanguageIsTold() throws {
        let found = try problems(changing: "skip-title: {fr: Passer, en: Skip}", to: "skip-title: {fr: Passer}")
        #expect(
            found.problems.contains {
                $0.hasPrefix("\(Self.path):\(found.line):15: error: the key « en » is missing here.")
            })
    }

    @Test func aPhraseThatIsWordedTwiceIsTold() throws {
        let found = try problems(changing: "  hint-one: {", to: "  chat-bye: {fr: a, en: b}\n  hint-one: {")
        let told =
            "\(Self.path):\(found.line):3: error: the phrase « chat-bye » is already at knowledge/answers/phrases.yaml:"
        #expect(found.problems.count == 1 && found.problems[0].hasPrefix(told))
    }

    @Test func whatAnEditorChangesIsSaid() throws {
        let changed = try content(
            changing: "Il faut un nombre. Par exemple", to: "Un nombre, s'il vous plaît. Par exemple")
        var person = TestPerson(try changed.content.get().engine)
        var reply = try person.pick("questionnaire.start")
        while let question = reply.questionnaire?.question, question.id != "q-employees-count" {
            reply = try person.answer(question)
        }
        reply = try person.say("beaucoup trop")
        #expect(reply.questionnaire?.problem?.code == "not-a-number")
        #expect(reply.questionnaire?.problem?.message.hasPrefix("Un nombre, s'il vous plaît.") == true)
        #expect(reply.markdown.hasPrefix("Un nombre, s'il vous plaît."))
    }

    @Test func whatAnEditorChangesOfAnAnswerIsShown() throws {
        let changed = try content(
            in: "knowledge/vocabulary.yaml", changing: "\"yes\": {fr: Oui,", to: "\"yes\": {fr: Tout à fait,")
        let engine = try changed.content.get().engine
        let questionnaire = try #require(engine.knowledge.questionnaire("supplier-common"))
        let vocabulary = engine.knowledge.vocabulary
        #expect(questionnaire.display(.flag(true), in: .fr, with: vocabulary) == "Tout à fait")
    }
}

/// Why an answer is not taken, in every form that it takes.
@Suite struct ProblemWordingTests {
    private let engine: DialogueEngine
    private let questionnaire: Questionnaire

    init() throws {
        engine = try RealContent.engine
        questionnaire = try #require(engine.knowledge.questionnaire("supplier-common"))
    }

    private func question(_ id: String) throws -> Question { try #require(questionnaire.question(id)) }

    private func expect(_ problem: AnswerProblem, _ french: String, _ english: String) {
        #expect(engine.words(of: problem, in: .fr).text == french)
        #expect(engine.words(of: problem, in: .en).text == english)
    }

    @Test func choices() throws {
        let single = try question("q-organization-type")
        let several = try question("q-waste-practices")
        let (one, many) = (try #require(single.choices.first?.text), try #require(several.choices.first?.text))
        expect(
            .notAChoice("", of: single),
            "Cette réponse ne correspond à aucun choix. Donnez un numéro de 1 à \(single.choices.count), ou les mots du "
                + "choix : « \(one.fr) ».",
            "This answer matches no choice. Give a number from 1 to \(single.choices.count), or the words of the choice: "
                + "“\(one.en)”.")
        expect(
            .notAChoice("zut", of: several),
            "« zut » ne correspond à aucun choix. Donnez un numéro de 1 à \(several.choices.count), ou plusieurs "
                + "(« 1, 2 »), ou les mots du choix : « \(many.fr) ».",
            "“zut” matches no choice. Give a number from 1 to \(several.choices.count), or several (“1, 2”), or the words "
                + "of the choice: “\(many.en)”.")
        expect(
            .notAChoice("zut", of: try question("q-legal-name")), "« zut » ne correspond à aucun choix.",
            "“zut” matches no choice.")
        let options = [
            LocalizedText(fr: "un", en: "one"), .init(fr: "deux", en: "two"), .init(fr: "trois", en: "three"),
        ]
        expect(.ambiguous(options), "Est-ce « un », « deux » ou « trois »?", "Is it “one”, “two” or “three”?")
        expect(
            .ambiguous(Array(options.prefix(2)), said: "x"), "Par « x », voulez-vous dire « un » ou « deux »?",
            "By “x”, do you mean “one” or “two”?")
        let chosen = Array(single.choices.prefix(2))
        expect(
            .severalChoices(chosen),
            "Un seul choix est possible : « \(chosen[0].text.fr) » ou « \(chosen[1].text.fr) »? Par exemple : « 1 ».",
            "Only one choice is possible: “\(chosen[0].text.en)” or “\(chosen[1].text.en)”? For example: “1”.")
        expect(
            .tooFew(1), "Il faut au moins 1 choix. Par exemple : « 1 ».",
            "At least 1 choice is needed. For example: “1”.")
        expect(
            .tooFew(2), "Il faut au moins 2 choix. Par exemple : « 1 ».",
            "At least 2 choices are needed. For example: “1”.")
    }

    @Test func numbers() throws {
        let share = try question("q-ownership-share")
        let people = try question("q-employees-count")
        expect(
            .notANumber(share), "Il faut un pourcentage. Par exemple : « 60 % » ou « la moitié ».",
            "A percentage is needed. For example: “60%” or “half”.")
        expect(
            .notANumber(people), "Il faut un nombre. Par exemple : « 12 » ou « une vingtaine ».",
            "A number is needed. For example: “12” or “about twenty”.")
        expect(.notWhole(2), "Il faut un nombre entier : « 2 » ou « 3 »?", "A whole number is needed: “2” or “3”?")
        expect(
            .outOfRange(share.validation), "Il faut un nombre de 0 à 100. Par exemple : « 12 ».",
            "A number from 0 to 100 is needed. For example: “12”.")
        expect(
            .outOfRange(try question("q-legal-name").validation), "Il faut un nombre plus petit. Par exemple : « 12 ».",
            "A number that is smaller is needed. For example: “12”.")
    }

    @Test func days() {
        expect(
            .ambiguousDay(["2027-03-01", "2027-01-03"]), "Est-ce « 1er mars 2027 » ou « 3 janvier 2027 »?",
            "Is it “March 1, 2027” or “January 3, 2027”?")
        expect(
            .dateOutOfRange(earliest: "2026-01-01"),
            "La date ne peut pas être avant le 1er janvier 2026. Par exemple : « 2026-12-31 ».",
            "The date cannot be before January 1, 2026. For example: “2026-12-31”.")
    }

    @Test func whatAPersonWroteIsText() throws {
        let words = engine.words(
            of: .notAChoice("*[a](http://b.c)* @everyone", of: try question("q-legal-name")), in: .en)
        #expect(words.markdown != words.text)
        #expect(words.markdown.contains("\\*") && !words.markdown.contains("*[a]("))
    }
}
