import Knowledge

/// A question with all that is made of it and of the content, once, to read answers to it.
final class AskedQuestion: Sendable {
    let question: Knowledge.Question
    let questionnaire: Questionnaire
    let knowledge: KnowledgeBase
    let matcher: TitleMatcher
    let schemes: SchemeNames
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
        _ question: Knowledge.Question, of questionnaire: Questionnaire, _ knowledge: KnowledgeBase,
        _ schemes: SchemeNames, _ phrases: AnswerPhraseBook
    ) {
        self.question = question
        self.questionnaire = questionnaire
        self.knowledge = knowledge
        self.schemes = schemes
        self.phrases = phrases
        sayable = question.sayable
        choiceWords = question.choices.map { AnswerWords.words(of: $0.id) }
        asksForAbsence = question.type == .yesNo && question.asksForAbsence
        let denying = question.choices.indices.filter { question.choices[$0].isNegative }
        denyingChoices = denying
        affirmingChoices = question.choices.indices.filter { question.choices[$0].isPositive }
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
                question.type == .singleChoice ? Knowledge.Question.sayings(of: question.choices.map(\.text)) : []
            return SayingMatcher(question.sayings, titles: titles)
        }
        fittedSayings = Deferred {
            FittedSayings(
                question.examples, passing: phrases.passingTexts, count: question.sayable.count,
                isSeveral: question.type == .multiChoice)
        }
        documentSayings = Deferred {
            let titles = Knowledge.Question.sayings(of: questionnaire.documents.map(\.title))
            return SayingMatcher(zip(questionnaire.documents, titles).map { $1 + $0.says.fr + $0.says.en })
        }
        matcher = TitleMatcher(question.choices.map(\.text))
    }
}

extension Choice {
    /// Whether it says no in both languages.
    fileprivate var isNegative: Bool {
        let french = AnswerWords.words(of: text.fr)
        let english = AnswerWords.words(of: text.en)
        guard let first = french.first, let second = english.first else { return false }
        return ["non", "pas", "rien", "aucun", "aucune", "nulle", "personne"].contains(first)
            && (["no", "none", "nothing", "nowhere"].contains(second) || english == ["not", "yet"])
    }

    /// Whether it says yes in both languages.
    fileprivate var isPositive: Bool {
        AnswerWords.words(of: text.fr).first == "oui" && AnswerWords.words(of: text.en).first == "yes"
    }
}
