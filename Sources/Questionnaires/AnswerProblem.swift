public import Knowledge
import Text

/// Why an answer was not accepted.
public struct AnswerProblem: Sendable, Hashable, Error {
    /// What kind of problem it is, for programs; stable.
    public let code: String
    /// The reason, and an answer that would do, as plain text.
    public let message: LocalizedText
    /// The same in CommonMark: what the person wrote stands in it as text.
    package let markdown: LocalizedText

    init(_ code: String, fr: String, en: String) {
        self.code = code
        message = LocalizedText(fr: fr, en: en)
        markdown = message
    }

    /// A problem whose words repeat what the person wrote.
    ///
    /// - Parameters:
    ///   - said: What was written; empty where it is not repeated.
    ///   - words: The reason, given what was written as it can be shown.
    private init(_ code: String, echoing said: String, _ words: (String) -> LocalizedText) {
        self.code = code
        message = words(MarkdownText.quiet(said))
        markdown = words(MarkdownText.escaped(said))
    }

    /// Whether the text is nothing of the kind that is asked for, so that a typing error may be why.
    var isAboutForm: Bool { ["not-yes-no", "not-a-choice", "not-a-number", "not-a-date"].contains(code) }
}

extension AnswerProblem {
    static let notYesNo = Self(
        "not-yes-no", fr: "Il faut répondre par oui ou par non. Par exemple : « oui ».",
        en: "Please answer yes or no. For example: “yes”.")

    static let yesAndNo = Self(
        "ambiguous", fr: "Votre réponse dit à la fois « oui » et « non ». Lequel des deux?",
        en: "Your answer says both “yes” and “no”. Which one is it?")

    static let plainYesOrNo = Self(
        "ambiguous",
        fr: "À cette question, « oui » veut dire qu'il n'y a rien à signaler. Répondez seulement « oui » ou « non ».",
        en: "Here “yes” means that there is nothing to report. Please answer just “yes” or “no”.")

    static let mustBeYes = Self(
        "must-be-yes",
        fr:
            "Le questionnaire ne peut être soumis qu'avec un « oui » à cette question. Répondez « oui » quand ce sera le cas.",
        en: "The questionnaire can only be submitted with a “yes” here. Answer “yes” once that is so.")

    static let mustBeNo = Self(
        "must-be-no",
        fr:
            "Le questionnaire ne peut être soumis qu'avec un « non » à cette question. Répondez « non » quand ce sera le cas.",
        en: "The questionnaire can only be submitted with a “no” here. Answer “no” once that is so.")

    // MARK: - Choices

    /// `said` is what was read as no choice; empty where it is the whole answer.
    static func notAChoice(_ said: String, of question: Knowledge.Question) -> Self {
        Self("not-a-choice", echoing: said) { said in
            let example = question.choices.first?.text ?? LocalizedText(fr: "", en: "")
            let count = question.choices.count
            let fr =
                said.isEmpty
                ? "Cette réponse ne correspond à aucun choix." : "« \(said) » ne correspond à aucun choix."
            let en = said.isEmpty ? "This answer matches no choice." : "“\(said)” matches no choice."
            guard count > 0 else { return LocalizedText(fr: fr, en: en) }
            let several = question.type == .multiChoice && count > 1
            return LocalizedText(
                fr: "\(fr) Donnez un numéro de 1 à \(count)\(several ? ", ou plusieurs (« 1, 2 »)" : "")"
                    + ", ou les mots du choix : « \(example.fr) ».",
                en: "\(en) Give a number from 1 to \(count)\(several ? ", or several (“1, 2”)" : "")"
                    + ", or the words of the choice: “\(example.en)”.")
        }
    }

    static func ambiguous(_ options: [LocalizedText], said: String = "") -> Self {
        let fr = list(options.map { "« \($0.fr) »" }, "ou")
        let en = list(options.map { "“\($0.en)”" }, "or")
        return Self("ambiguous", echoing: said) { said in
            LocalizedText(
                fr: said.isEmpty ? "Est-ce \(fr)?" : "Par « \(said) », voulez-vous dire \(fr)?",
                en: said.isEmpty ? "Is it \(en)?" : "By “\(said)”, do you mean \(en)?")
        }
    }

    static func severalChoices(_ choices: [Choice]) -> Self {
        Self(
            "several-choices",
            fr: "Un seul choix est possible : \(list(choices.map { "« \($0.text.fr) »" }, "ou"))? Par exemple : « 1 ».",
            en: "Only one choice is possible: \(list(choices.map { "“\($0.text.en)”" }, "or"))? For example: “1”.")
    }

    static func exclusiveChoice(_ choice: Choice) -> Self {
        Self(
            "exclusive-choice",
            fr:
                "« \(choice.text.fr) » ne va avec aucun autre choix. Gardez ce seul choix, ou donnez les autres sans lui.",
            en: "“\(choice.text.en)” cannot go with other choices. Keep it alone, or give the others without it.")
    }

    static func tooFew(_ least: Int) -> Self {
        Self(
            "too-few",
            fr: "Il faut au moins \(least) choix. Par exemple : « 1 ».",
            en: "At least \(least) \(least == 1 ? "choice is" : "choices are") needed. For example: “1”.")
    }

    static func tooMany(_ count: Int, most: Int) -> Self {
        Self(
            "too-many",
            fr: "C'est \(count) éléments; il en faut au plus \(most). Gardez les plus importants.",
            en: "That makes \(count) items; \(most) at most. Keep the most important ones.")
    }

    // MARK: - Numbers

    static func notANumber(_ question: Knowledge.Question) -> Self {
        question.type == .percentage
            ? Self(
                "not-a-number", fr: "Il faut un pourcentage. Par exemple : « 60 % » ou « la moitié ».",
                en: "A percentage is needed. For example: “60%” or “half”.")
            : Self(
                "not-a-number", fr: "Il faut un nombre. Par exemple : « 12 » ou « une vingtaine ».",
                en: "A number is needed. For example: “12” or “about twenty”.")
    }

    static let notExact = Self(
        "not-exact",
        fr: "Cela donne une limite, pas un nombre. Donnez le nombre le plus proche : « 12 » ou « environ 12 ».",
        en: "That gives a limit, not a number. Give the nearest number: “12” or “about 12”.")

    static func notWhole(_ below: Int) -> Self {
        Self(
            "not-whole", fr: "Il faut un nombre entier : « \(below) » ou « \(below + 1) »?",
            en: "A whole number is needed: “\(below)” or “\(below + 1)”?")
    }

    static func wrongUnit(_ unit: LocalizedText) -> Self {
        Self(
            "wrong-unit", fr: "Le nombre doit être en \(unit.fr). Convertissez-le, puis donnez-le seul : « 12 ».",
            en: "The number must be in \(unit.en). Convert it, then give it alone: “12”.")
    }

    static func outOfRange(_ validation: Validation) -> Self {
        let fr: String
        let en: String
        switch (validation.min, validation.max) {
        case (let min?, let max?): (fr, en) = ("de \(fr: min) à \(fr: max)", "from \(en: min) to \(en: max)")
        case (let min?, nil): (fr, en) = ("d'au moins \(fr: min)", "of at least \(en: min)")
        case (nil, let max?): (fr, en) = ("d'au plus \(fr: max)", "of at most \(en: max)")
        case (nil, nil): (fr, en) = ("plus petit", "that is smaller")
        }
        let example = Swift.max(validation.min ?? 0, Swift.min(12, validation.max ?? 12))
        return Self(
            "out-of-range", fr: "Il faut un nombre \(fr). Par exemple : « \(example) ».",
            en: "A number \(en) is needed. For example: “\(example)”.")
    }

    // MARK: - Texts, days, evidence

    static func tooShort(_ length: Int, shortest: Int) -> Self {
        Self(
            "too-short", fr: "C'est trop court : \(length) sur au moins \(shortest) caractères. Ajoutez quelques mots.",
            en: "That is too short: \(length) of at least \(shortest) characters. Add a few words.")
    }

    static func tooLong(_ length: Int, longest: Int) -> Self {
        Self(
            "too-long",
            fr: "C'est trop long : \(length) caractères, \(longest) au plus. Retirez ce qui compte le moins.",
            en: "That is too long: \(length) characters, \(longest) at most. Leave out what matters least.")
    }

    static func wrongDigits(_ validation: Validation) -> Self {
        let counts = validation.digits.map(String.init)
        let example = String("1234567890123456789".prefix(validation.digits.last ?? 0))
        let hint = validation.hint
        return Self(
            "wrong-digits",
            fr: "Le numéro doit avoir \(hint?.fr ?? "\(list(counts, "ou")) chiffres"). Par exemple : « \(example) ».",
            en: "The number must have \(hint?.en ?? "\(list(counts, "or")) digits"). For example: “\(example)”.")
    }

    static let notADate = Self(
        "not-a-date",
        fr: "Il faut une date avec l'année en quatre chiffres. Par exemple : « 31 décembre 2026 » ou « 2026-12-31 ».",
        en: "A date with a four-digit year is needed. For example: “December 31, 2026” or “2026-12-31”.")

    static func dateOutOfRange(earliest: String) -> Self {
        Self(
            "date-out-of-range",
            fr: "La date ne peut pas être avant le \(earliest.longDate(in: .fr)). Par exemple : « 2026-12-31 ».",
            en: "The date cannot be before \(earliest.longDate(in: .en)). For example: “2026-12-31”.")
    }

    private static func list(_ items: [String], _ word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }
}

extension DefaultStringInterpolation {
    fileprivate mutating func appendInterpolation(fr number: Int) { appendLiteral(number.grouped(in: .fr)) }
    fileprivate mutating func appendInterpolation(en number: Int) { appendLiteral(number.grouped(in: .en)) }
}
