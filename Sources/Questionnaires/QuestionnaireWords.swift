package import Knowledge

/// What is said around the questions of a questionnaire.
package enum QuestionnaireWords {
    package static let started = LocalizedText(
        fr:
            "C'est parti. Vous pouvez dire « passer », « retour », « pourquoi? », « pause » ou « où j'en suis » en tout temps.",
        en: "Here we go. You can say \"skip\", \"back\", \"why?\", \"pause\" or \"how far am I\" at any time.")
    package static let alreadyOpen = LocalizedText(
        fr: "Un questionnaire est déjà ouvert; on le continue.",
        en: "A questionnaire is already open; let us go on with it.")
    package static let resumed = LocalizedText(
        fr: "On reprend là où vous étiez.", en: "Picking up where you left off.")
    package static let confirmChange = LocalizedText(
        fr: "Ce changement retire aussi vos réponses à ceci :", en: "This change also withdraws your answers to these:")
    package static let goAhead = LocalizedText(fr: "On le fait? Oui ou non?", en: "Go ahead? Yes or no?")
    package static let understood = LocalizedText(fr: "Compris :", en: "Got it:")
    package static let passed = LocalizedText(fr: "On passe.", en: "Skipped.")
    package static let required = LocalizedText(
        fr: "Cette réponse est nécessaire pour terminer : on ne peut pas la passer.",
        en: "This answer is needed to finish: it cannot be skipped.")
    package static let nothingBefore = LocalizedText(
        fr: "C'est la première question : il n'y a rien avant.",
        en: "This is the first question: nothing comes before it.")
    package static let cannotEdit = LocalizedText(
        fr: "Je ne sais pas quelle réponse changer. Donnez son numéro, par exemple « changer la réponse 3 ».",
        en: "I do not know which answer to change. Give its number, for instance \"change answer 3\".")
    package static let nothingAnswered = LocalizedText(
        fr: "Vous n'avez encore répondu à rien.", en: "You have not answered anything yet.")
    package static let back = LocalizedText(fr: "Revenons au questionnaire.", en: "Back to the questionnaire.")
    package static let yesOrNo = LocalizedText(fr: "_Oui ou non?_", en: "_Yes or no?_")
    package static let one = LocalizedText(fr: "_Un numéro suffit._", en: "_A number is enough._")
    package static let several = LocalizedText(
        fr: "_Plusieurs réponses possibles, par exemple « 1, 3 et 4 »._",
        en: "_Several answers possible, for instance \"1, 3 and 4\"._")
    package static let optional = LocalizedText(
        fr: "_Facultatif : « passer » ou « je ne sais pas » conviennent._",
        en: "_Optional: \"skip\" or \"I don't know\" will do._")
    package static let thirdTime = LocalizedText(
        fr: "Choisissez par un numéro, ou dites « passer ».", en: "Choose by a number, or say \"skip\".")
    package static let done = LocalizedText(
        fr: "C'est terminé, merci! Voici où vous en êtes.", en: "All done, thank you! Here is where you stand.")
    package static let indicator = LocalizedText(
        fr: "Indicateur de responsabilité sociale", en: "Social-responsibility indicator")
    package static let tooLittle = LocalizedText(
        fr: "Trop peu de réponses comptent pour calculer l'indicateur : il en faut au moins",
        en: "Too few answers count to compute the indicator: at least this share is needed:")
    package static let assurance = LocalizedText(
        fr: "Assurance (à côté du score, jamais dedans)", en: "Assurance (beside the score, never in it)")
    package static let wouldRaise = LocalizedText(
        fr: "Ce qui monterait le plus votre indicateur, à mettre en place :",
        en: "What would raise your indicator most, once put in place:")
    package static let points = LocalizedText(fr: "points", en: "points")
    package static let nothingToImprove = LocalizedText(
        fr: "Il faut d'abord assez de réponses pour calculer l'indicateur.",
        en: "There must first be enough answers to compute the indicator.")
    package static let whatCounts = LocalizedText(
        fr: "Ce qui pèse dans vos réponses :", en: "What weighs in your answers:")
    package static let colon = LocalizedText(fr: " :", en: ":")
    package static let askHard = LocalizedText(
        fr: "Un critère vous a-t-il semblé difficile pour une PME? Dites-le d'un choix : c'est noté sans votre nom.",
        en: "Did a criterion seem hard for a small business? Say so with a choice: it is noted without your name.")
    package static let wasHard = LocalizedText(fr: "Difficile :", en: "Hard:")
    package static let rated = LocalizedText(
        fr: "Merci, c'est noté, sans votre nom.", en: "Thank you, noted without your name.")
    package static let skipTitle = LocalizedText(fr: "Passer", en: "Skip")
    package static let yes = LocalizedText(fr: "Oui", en: "Yes")
    package static let no = LocalizedText(fr: "Non", en: "No")

    package static func progress(_ progress: QuestionnaireRun.Progress) -> LocalizedText {
        LocalizedText(
            fr: "\(progress.answered) sur \(progress.total) : il en reste \(progress.remaining).",
            en: "\(progress.answered) of \(progress.total): \(progress.remaining) to go.")
    }
}
