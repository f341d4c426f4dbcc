import Content
import Dialogue
import Knowledge
import Text

extension QuestionnaireChecks {
    /// Every text has the same placeholders in French and in English, and is not left untranslated.
    mutating func checkTexts() {
        for (holder, text) in texts { check(text, of: holder) }
        for question in questionnaire.questions {
            for language in Language.allCases {
                var seen: [String: String] = [:]
                for choice in question.choices {
                    let words = choice.text[language].lowercased()
                    if let other = seen.updateValue(choice.id, forKey: words) {
                        report(
                            "the choices « \(other) » and « \(choice.id) » of the question « \(question.id) » read alike "
                                + "in « \(language.rawValue) »",
                            remedy: "Word them apart: people choose by the words.", about: question)
                    }
                }
            }
        }
    }

    private mutating func check(_ text: LocalizedText, of holder: TranslatableText) {
        guard let french = placeholders(text.fr), let english = placeholders(text.en) else {
            return report("\(holder) has a brace without its pair", remedy: "Write placeholders as {name}.")
        }
        if french.sorted() != english.sorted() {
            report(
                "\(holder) has the placeholders [\(french.joined(separator: ", "))] in French and "
                    + "[\(english.joined(separator: ", "))] in English",
                remedy: "Use the same in both.")
        }
        if text.fr == text.en, !isName(text.fr) {
            report(
                "\(holder) reads « \(text.fr) » in both languages", remedy: "Translate it.", severity: .warning)
        }
    }

    /// All texts, each with what it belongs to.
    private var texts: [(holder: TranslatableText, text: LocalizedText)] {
        let scoring = questionnaire.scoring
        var texts: [(TranslatableText, LocalizedText?)] = [
            ("the title", questionnaire.title), ("about", questionnaire.about), ("standing", questionnaire.standing),
            ("passing", questionnaire.passing), ("the title of the short form", questionnaire.shortForm?.title),
            ("answer-points", scoring.answerPoints), ("sub-score", scoring.subScore), ("bonus", scoring.bonus),
            ("neutral", scoring.neutral), ("overall", scoring.overall),
            ("innovation-display", scoring.innovationDisplay), ("rounding", scoring.rounding),
            ("completeness", scoring.completeness), ("assurance", scoring.assurance),
            ("backed-share", scoring.backedShare), ("always-say", scoring.alwaysSay),
        ]
        texts += Indicator.allCases.map { ("the part « \($0.rawValue) » of the score", scoring.titles[$0]) }
        texts += EvidenceLevel.allCases.map { ("the level « \($0.rawValue) »", scoring.levels[$0]) }
        texts += questionnaire.sections.map { ("the section « \($0.id) »", $0.title) }
        texts += questionnaire.documents.map { ("the document « \($0.id) »", $0.title) }
        texts += questionnaire.tags.map { ("the tag « \($0.id) »", $0.title) }
        for framework in questionnaire.frameworks {
            let holder: TranslatableText = "the framework « \(framework.id) »"
            texts += [(holder, framework.title), ("the note of \(holder)", framework.note)]
            texts += framework.topics.map { ("the topic « \($0.id) » of \(holder)", $0.title) }
        }
        for question in questionnaire.questions {
            let holder: TranslatableText = "the question « \(question.id) »"
            texts += [
                ("the label of \(holder)", question.label), (holder, question.text), ("why of \(holder)", question.why),
                ("the unit of \(holder)", question.unit), ("the hint of \(holder)", question.validation.hint),
                ("feeds of \(holder)", question.scoring.feeds),
            ]
            texts += question.choices.map { ("the choice « \($0.id) » of \(holder)", $0.text) }
        }
        return texts.compactMap { holder, text in text.map { (holder, $0) } }
    }

    /// Whether a text may be the same in both languages: it has no letters, is one word, which the languages can share, or
    /// is the name of a framework or of a choice that stands for one scheme.
    private func isName(_ text: String) -> Bool {
        if text.split(separator: " ").count == 1 || !text.contains(where: \.isLetter) { return true }
        return questionnaire.frameworks.contains { $0.title.fr == text }
            || questionnaire.questions.contains { question in
                question.choices.contains { $0.text.fr == text && $0.certifications.count == 1 }
            }
    }

    /// What stands in braces, each with its braces; nothing when one has no pair.
    private func placeholders(_ text: String) -> [String]? {
        var found: [String] = []
        var open: String?
        for character in text {
            switch (character, open) {
            case ("{", nil): open = "{"
            case ("}", let name?):
                found.append(name + "}")
                open = nil
            case ("{", _), ("}", nil): return nil
            case (_, let name?): open = name + String(character)
            default: break
            }
        }
        return open == nil ? found : nil
    }
}
