/// What reports of finished questionnaires and comparisons of suppliers say of their own; all else is the knowledge base's.
package enum SubmissionWord: String, DocumentWord {
    case report, comparison, sharing, indicator, overall, completeness, parts, part, score, weight, answered,
        apart, radar, assurance, answers, question, answer, evidence, level, sensitive, claims, claim,
        address, crosswalk, framework, topic, improvements, gain, step, standing, reconstructed, versions,
        page, supplier, certifications, tags, withheld, form, date, conversation, method, run, replaces,
        replacing, offer, territory, size
    case completedOn = "completed-on"
    case answeredIn = "answered-in"
    case notShown = "not-shown"
    case outOfHundred = "out-of-hundred"
    case notComputed = "not-computed"
    case assuranceApart = "assurance-apart"
    case backedShare = "backed-share"
    case noDocument = "no-document"
    case noAnswer = "no-answer"
    case noEvidence = "no-evidence"
    case claimsNote = "claims-note"
    case howToCheck = "how-to-check"
    case whichOne = "which-one"
    case noClaims = "no-claims"
    case mayBeExpired = "may-be-expired"
    case crosswalkNote = "crosswalk-note"
    case answeredQuestions = "answered-questions"
    case improvementsNote = "improvements-note"
    case howTo = "how-to"
    case standingTitle = "standing-title"
    case informationFrom = "information-from"
    case strayAnswers = "stray-answers"
    case yes = "answer-yes"
    case no = "answer-no"
    case noName = "no-name"
    case withheldOverall = "withheld-overall"
    case noSubmissions = "no-submissions"
    case leftOut = "left-out"
    case onceEach = "once-each"
    case shownOn = "shown-on"
    case businessNumber = "business-number"
    case noContact = "no-contact"

    package static let document = "submissions"
}
