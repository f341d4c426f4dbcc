import Knowledge

/// What is said around the questions of a questionnaire.
enum QuestionnaireWords {
    static let started = LocalizedText(
        fr:
            "C'est parti. Vous pouvez dire « passer », « retour », « pourquoi? », « pause » ou « où j'en suis » en tout temps.",
        en: "Here we go. You can say \"skip\", \"back\", \"why?\", \"pause\" or \"how far am I\" at any time.")
    static let alreadyOpen = LocalizedText(
        fr: "Un questionnaire est déjà ouvert; on le continue.",
        en: "A questionnaire is already open; let us go on with it.")
    static let resumed = LocalizedText(
        fr: "On reprend là où vous étiez.", en: "Picking up where you left off.")
    static let cancelled = LocalizedText(
        fr: "Le questionnaire est abandonné et vos réponses sont effacées.",
        en: "The questionnaire is abandoned and your answers are erased.")
    static let confirmCancel = LocalizedText(
        fr: "Abandonner le questionnaire? Vos réponses seront effacées. Oui ou non?",
        en: "Abandon the questionnaire? Your answers will be erased. Yes or no?")
    static let confirmRestart = LocalizedText(
        fr: "Recommencer depuis le début? Vos réponses seront effacées. Oui ou non?",
        en: "Start over from the beginning? Your answers will be erased. Yes or no?")
    static let confirmChange = LocalizedText(
        fr: "Ce changement retire aussi vos réponses à ceci :", en: "This change also withdraws your answers to these:")
    static let goAhead = LocalizedText(fr: "On le fait? Oui ou non?", en: "Go ahead? Yes or no?")
    static let understood = LocalizedText(fr: "Compris :", en: "Got it:")
    static let passed = LocalizedText(fr: "On passe.", en: "Skipped.")
    static let required = LocalizedText(
        fr: "Cette réponse est nécessaire pour terminer : on ne peut pas la passer.",
        en: "This answer is needed to finish: it cannot be skipped.")
    static let nothingBefore = LocalizedText(
        fr: "C'est la première question : il n'y a rien avant.",
        en: "This is the first question: nothing comes before it.")
    static let cannotEdit = LocalizedText(
        fr: "Je ne sais pas quelle réponse changer. Donnez son numéro, par exemple « changer la réponse 3 ».",
        en: "I do not know which answer to change. Give its number, for instance \"change answer 3\".")
    static let nothingAnswered = LocalizedText(
        fr: "Vous n'avez encore répondu à rien.", en: "You have not answered anything yet.")
    static let back = LocalizedText(fr: "Revenons au questionnaire.", en: "Back to the questionnaire.")
    static let yesOrNo = LocalizedText(fr: "_Oui ou non?_", en: "_Yes or no?_")
    static let one = LocalizedText(fr: "_Un numéro suffit._", en: "_A number is enough._")
    static let several = LocalizedText(
        fr: "_Plusieurs réponses possibles, par exemple « 1, 3 et 4 »._",
        en: "_Several answers possible, for instance \"1, 3 and 4\"._")
    static let optional = LocalizedText(
        fr: "_Facultatif : « passer » ou « je ne sais pas » conviennent._",
        en: "_Optional: \"skip\" or \"I don't know\" will do._")
    static let thirdTime = LocalizedText(
        fr: "Choisissez par un numéro, ou dites « passer ».", en: "Choose by a number, or say \"skip\".")
    static let done = LocalizedText(
        fr: "C'est terminé, merci! Voici où vous en êtes.", en: "All done, thank you! Here is where you stand.")
    static let indicator = LocalizedText(
        fr: "Indicateur de responsabilité sociale", en: "Social-responsibility indicator")
    static let tooLittle = LocalizedText(
        fr: "Trop peu de réponses comptent pour calculer l'indicateur : il en faut au moins",
        en: "Too few answers count to compute the indicator: at least this share is needed:")
    static let assurance = LocalizedText(
        fr: "Assurance (à côté du score, jamais dedans)", en: "Assurance (beside the score, never in it)")
    static let shared = LocalizedText(
        fr: "Votre déclaration est transmise dans les limites de ce que vous avez permis de partager.",
        en: "Your declaration is passed on, within the limits of what you agreed to share.")
    static let kept = LocalizedText(
        fr: "Vous avez choisi de ne rien partager : rien n'est transmis.",
        en: "You chose to share nothing: nothing is passed on.")
    static let wouldRaise = LocalizedText(
        fr: "Ce qui monterait le plus votre indicateur, à mettre en place :",
        en: "What would raise your indicator most, once put in place:")
    static let points = LocalizedText(fr: "points", en: "points")
    static let nothingToImprove = LocalizedText(
        fr: "Il faut d'abord assez de réponses pour calculer l'indicateur.",
        en: "There must first be enough answers to compute the indicator.")
    static let whatCounts = LocalizedText(fr: "Ce qui pèse dans vos réponses :", en: "What weighs in your answers:")
    static let colon = LocalizedText(fr: " :", en: ":")
    static let askHard = LocalizedText(
        fr: "Un critère vous a-t-il semblé difficile pour une PME? Dites-le d'un choix : c'est noté sans votre nom.",
        en: "Did a criterion seem hard for a small business? Say so with a choice: it is noted without your name.")
    static let wasHard = LocalizedText(fr: "Difficile :", en: "Hard:")
    static let rated = LocalizedText(
        fr: "Merci, c'est noté, sans votre nom.", en: "Thank you, noted without your name.")
    static let skipTitle = LocalizedText(fr: "Passer", en: "Skip")
    static let yes = LocalizedText(fr: "Oui", en: "Yes")
    static let no = LocalizedText(fr: "Non", en: "No")

    static func progress(_ progress: QuestionnaireRun.Progress) -> LocalizedText {
        LocalizedText(
            fr: "\(progress.answered) sur \(progress.total) : il en reste \(progress.remaining).",
            en: "\(progress.answered) of \(progress.total): \(progress.remaining) to go.")
    }
}
