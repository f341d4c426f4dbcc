import Knowledge

/// What a harmonisation says of its own.
enum HarmonisationWord {
    case title, explanation, base, allAsk, oneAsks, noneAsks, lacks, doubts, nothing, question, file, row, nearest
    case second, shared, nothingShared, sure, perhaps, absent, score, questions

    var text: LocalizedText {
        switch self {
        case .title: LocalizedText(fr: "Questionnaires et base commune", en: "Questionnaires and the common base")
        case .explanation:
            LocalizedText(
                fr: """
                    Chaque question est rapprochée de la base d'après les mots et les notions en commun; la cote va de 0 à \
                    1000. Un rapprochement douteux (?) n'est jamais tranché ici : une personne doit décider.
                    """,
                en: """
                    Each question is matched with the base by shared words and concepts; the score goes from 0 to 1000. A \
                    doubtful match (?) is never decided here: a person must decide.
                    """)
        case .base: LocalizedText(fr: "Question de la base", en: "Question of the base")
        case .allAsk: LocalizedText(fr: "Ce que tous demandent", en: "What all ask")
        case .oneAsks: LocalizedText(fr: "Ce qu'un seul demande", en: "What only one asks")
        case .noneAsks: LocalizedText(fr: "Ce que personne ne demande", en: "What nobody asks")
        case .lacks: LocalizedText(fr: "Ce qui manque à la base", en: "What the base lacks")
        case .doubts: LocalizedText(fr: "À trancher par une personne", en: "For a person to decide")
        case .nothing: LocalizedText(fr: "Rien.", en: "Nothing.")
        case .question: LocalizedText(fr: "Question", en: "Question")
        case .file: LocalizedText(fr: "Fichier", en: "File")
        case .row: LocalizedText(fr: "ligne", en: "row")
        case .nearest: LocalizedText(fr: "La plus proche", en: "Nearest")
        case .second: LocalizedText(fr: "La suivante", en: "Second")
        case .shared: LocalizedText(fr: "En commun", en: "Shared")
        case .nothingShared: LocalizedText(fr: "des lettres seulement", en: "letters only")
        case .sure: LocalizedText(fr: "correspondances sûres", en: "sure matches")
        case .perhaps: LocalizedText(fr: "douteuses", en: "doubtful")
        case .absent: LocalizedText(fr: "absentes de la base", en: "not in the base")
        case .score: LocalizedText(fr: "cote", en: "score")
        case .questions: LocalizedText(fr: "questions", en: "questions")
        }
    }
}
