/// What a harmonisation of questionnaires says of its own.
package enum HarmonisationWord: String, DocumentWord {
    case title, explanation, base
    case allAsk = "all-ask"
    case oneAsks = "one-asks"
    case noneAsks = "none-asks"
    case lacks, doubts, nothing, question, file, row, nearest, second, shared
    case nothingShared = "nothing-shared"
    case column, page
    case sure, perhaps, absent, score, questions

    package static let document = "harmonisation"
}
