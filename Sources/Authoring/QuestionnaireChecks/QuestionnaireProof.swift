import Dialogue
public import Knowledge
public import Questionnaires

/// What can happen to each question of a form, over all the answers that people can give.
///
/// The questions are gone through in order, with a state for each combination of outcomes of the conditions that still
/// matter further on; answers that no later condition tells apart lead to one state. Where each condition is on an earlier
/// question, that is exact, and takes no longer than the states are many.
public struct QuestionnaireProof: Sendable {
    /// No more states than these are looked at after one question. Each state is one way for the conditions on earlier
    /// questions to turn out that later questions can tell apart: sixteen such conditions, independent of each other.
    public static let mostStates = 65_536

    /// The form.
    public let form: String
    /// Answers with which a question is shown, by the id of the question. Questions that they leave out are passed or
    /// answered in any way.
    public private(set) var shown: [String: AnswerSheet] = [:]
    /// Answers with which a question is hidden, by the id of the question.
    public private(set) var hidden: [String: AnswerSheet] = [:]
    /// Answers with which a tag is set, by the id of the tag.
    public private(set) var tagged: [String: AnswerSheet] = [:]
    /// Answers after which a question must be answered that takes no answer, by the id of the question: the run cannot end.
    public private(set) var deadEnds: [String: AnswerSheet] = [:]
    /// The conditions of questions that hold in some run, when their question comes.
    public private(set) var possible: [String: Set<Condition>] = [:]
    /// Whether all was looked at; when not, what was not found may exist.
    public private(set) var isComplete = true

    /// - Parameter form: The id of the questionnaire or of its short form. No question of it may depend on itself or on
    ///   one that comes later.
    public init(of questionnaire: Questionnaire, form: String) {
        self.form = form
        let questions = questionnaire.questions(ofForm: form)
        var walk = Walk(questions: questions, tags: questionnaire.tags)
        for (place, question) in questions.enumerated() {
            look(at: question, in: walk)
            let classes = AnswerClasses(of: question, toldApartBy: walk.conditions(on: question))
            guard classes.isComplete else {
                isComplete = false
                return
            }
            if question.validation.required, classes.values.isEmpty, let after = shown[question.id] {
                deadEnds[question.id] = after
            }
            walk.pass(question, at: place, classes.values)
            guard walk.states.count <= Self.mostStates else {
                isComplete = false
                return
            }
        }
        for tag in questionnaire.tags {
            tagged[tag.id] = walk.states.first { walk.hold(tag.conditions, in: $0) }?.answers
        }
    }

    private mutating func look(at question: Question, in walk: Walk) {
        possible[question.id] = Set(
            question.showIf.filter { condition in walk.states.contains { walk.hold([condition], in: $0) } })
        shown[question.id] = walk.states.first { walk.hold(question.showIf, in: $0) }?.answers
        hidden[question.id] = walk.states.first { !walk.hold(question.showIf, in: $0) }?.answers
    }
}

/// The states after some of the questions.
private struct Walk {
    struct State {
        /// Whether each condition holds; false for those that no later question uses.
        var outcomes: [Bool]
        /// Answers that lead here, to the questions that conditions are on.
        var answers: AnswerSheet
    }

    private(set) var states: [State]
    private let conditions: [Condition]
    private let places: [Condition: Int]
    /// The place of the last question that uses each condition.
    private let lastUses: [Int]

    init(questions: [Question], tags: [Questionnaire.Tag]) {
        var conditions: [Condition] = []
        var places: [Condition: Int] = [:]
        var lastUses: [Int] = []
        func use(_ used: [Condition], at place: Int) {
            for condition in used {
                if let known = places[condition] {
                    lastUses[known] = place
                } else {
                    places[condition] = conditions.count
                    conditions.append(condition)
                    lastUses.append(place)
                }
            }
        }
        for (place, question) in questions.enumerated() { use(question.showIf, at: place) }
        for tag in tags { use(tag.conditions, at: questions.count) }
        self.conditions = conditions
        self.places = places
        self.lastUses = lastUses
        let start = AnswerSheet()
        states = [State(outcomes: conditions.map { $0.holds(of: start) }, answers: start)]
    }

    func conditions(on question: Question) -> [Condition] { conditions.filter { $0.question == question.id } }

    func hold(_ wanted: [Condition], in state: State) -> Bool {
        wanted.allSatisfy { condition in places[condition].map { state.outcomes[$0] } ?? false }
    }

    /// Goes on past a question: hidden, passed where that is allowed, or answered in each of the ways.
    mutating func pass(_ question: Question, at place: Int, _ values: [AnswerValue]) {
        let own = conditions.indices.filter { conditions[$0].question == question.id }
        var next: [State] = []
        var known: Set<[Bool]> = []
        func keep(_ state: State) {
            var state = state
            for index in conditions.indices where lastUses[index] <= place { state.outcomes[index] = false }
            if known.insert(state.outcomes).inserted { next.append(state) }
        }
        for state in states {
            let isShown = hold(question.showIf, in: state)
            if !isShown || !question.validation.required || own.isEmpty { keep(state) }
            guard isShown, !own.isEmpty else { continue }
            for value in values {
                var answered = state
                answered.answers.answer(question.id, value)
                for index in own { answered.outcomes[index] = conditions[index].holds(of: answered.answers) }
                keep(answered)
            }
        }
        states = next
    }
}
