import Knowledge
import Text

/// A question with all that is made of it and of the content, once, to read answers to it.
final class AskedQuestion: Sendable {
    let question: Question
    let questionnaire: Questionnaire
    let knowledge: KnowledgeBase
    let matcher: TitleMatcher
    let schemes: SchemeNames
    let vocabulary: AnswerVocabulary
    let phrases: AnswerPhraseBook
    /// What people say for each of what can be said.
    let sayings: Deferred<SayingMatcher>
    /// The same, as what their phrases have in common.
    let fittedSayings: Deferred<FittedSayings>
    /// What names the documents that back answers; of the question of evidence alone.
    let documentSayings: Deferred<SayingMatcher>
    let sayable: [String]
    /// The ids of the choices, as words.
    let choiceWords: [[String]]
    /// Whether yes means that there is none of something.
    let asksForAbsence: Bool
    /// The choice that says that there is nothing, if one alone does.
    let nothingChoice: Int?
    /// The choices that say that there is none of anything, as their titles begin.
    let denyingChoices: [Int]
    /// The choices that say yes, as their titles begin.
    let affirmingChoices: [Int]

    init(
        _ question: Question, of questionnaire: Questionnaire, _ knowledge: KnowledgeBase,
        _ schemes: SchemeNames, _ phrases: AnswerPhraseBook
    ) {
        self.question = question
        self.questionnaire = questionnaire
        self.knowledge = knowledge
        self.schemes = schemes
        self.phrases = phrases
        let vocabulary = phrases.vocabulary
        self.vocabulary = vocabulary
        sayable = question.sayable
        choiceWords = question.choices.map { vocabulary.words(of: $0.id) }
        asksForAbsence = question.type == .yesNo && vocabulary.asksForAbsence(question)
        let denying = question.choices.indices.filter { vocabulary.denies(question.choices[$0].text) }
        denyingChoices = denying
        affirmingChoices = question.choices.indices.filter { vocabulary.affirms(question.choices[$0].text) }
        let empty = question.choices.indices.filter { place in
            let choice = question.choices[place]
            if choice.neutral { return false }
            return question.type == .multiChoice
                ? choice.exclusive && denying.contains(place)
                : choice.points == 0 || choice.points == nil && denying.contains(place)
        }
        nothingChoice = empty.count == 1 ? empty[0] : nil
        sayings = Deferred {
            let titles =
                question.type == .singleChoice ? vocabulary.sayings(of: question.choices.map(\.text)) : []
            return SayingMatcher(question.sayings(vocabulary), titles: titles, vocabulary)
        }
        fittedSayings = Deferred {
            FittedSayings(
                question.examples(vocabulary), passing: phrases.passingTexts, count: question.sayable.count, vocabulary)
        }
        documentSayings = Deferred {
            let titles = vocabulary.sayings(of: questionnaire.documents.map(\.title))
            return SayingMatcher(zip(questionnaire.documents, titles).map { $1 + $0.says.fr + $0.says.en }, vocabulary)
        }
        matcher = TitleMatcher(question.choices.map(\.text), vocabulary)
    }
}

extension AnswerVocabulary {
    /// Whether yes means that there is none of something.
    fileprivate func asksForAbsence(_ question: Question) -> Bool {
        words(of: question.text.fr).contains(where: self[.absence].contains)
    }

    /// Whether a title says no in both languages.
    fileprivate func denies(_ title: LocalizedText) -> Bool {
        Language.allCases.allSatisfy { language in
            let words = words(of: title[language])
            return self[.denyingTitles, language].begins(words)
                || self[.denyingWholeTitles, language].contains(words.joined(separator: " "))
        }
    }

    /// Whether a title says yes in both languages.
    fileprivate func affirms(_ title: LocalizedText) -> Bool {
        Language.allCases.allSatisfy { self[.clearYes, $0].begins(words(of: title[$0])) }
    }
}
