/// The concepts of the lexicon that the program asks for by name; all others only rules ask for.
package enum KnownConcept: String, CaseIterable, Sendable {
    /// What an answer of a questionnaire is about.
    case answerSubject = "answer-subject"
    /// Who buys: a contracting organisation, or somebody there.
    case buyerWord = "buyer-word"
    /// Asking what one thing is.
    case defineWhat = "define-what"
    /// A goodbye.
    case goodbyeWord = "goodbye-word"
    case greeting
    /// What a word means.
    case meaning
    /// A word that denies.
    case negation
    /// To stop for now, and go on later.
    case pauseForNow = "pause-for-now"
    /// Saying who one is.
    case presentsSelf = "presents-self"
    /// The question or the answer before.
    case previous
    case stop
    /// A thank you.
    case thanksWord = "thanks-word"
    /// Asking what something is.
    case whatIs = "what-is"
}

extension Interpretation {
    /// Whether a concept is present.
    package func has(_ concept: KnownConcept) -> Bool { concepts.contains(concept.rawValue) }

    /// Where a concept stands, as ranges of tokens.
    package func places(of concept: KnownConcept) -> [Range<Int>] {
        conceptSpans.filter { $0.concept == concept.rawValue }.map(\.tokens)
    }
}
