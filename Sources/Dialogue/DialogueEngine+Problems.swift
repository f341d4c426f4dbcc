import Knowledge
package import Questionnaires
import Rendering
package import Text

extension DialogueEngine {
    /// Words why an answer was not accepted, in plain text and in CommonMark: what the person wrote stands in both as text.
    package func words(of problem: AnswerProblem, in language: Language) -> (text: String, markdown: String) {
        let wording = ProblemWording(composer: composer, language: language)
        return (
            wording.words(of: problem, echoing: MarkdownText.quiet),
            wording.words(of: problem, echoing: MarkdownText.escaped)
        )
    }
}

/// Words problems in a language.
private struct ProblemWording {
    let composer: AnswerComposer
    let language: Language

    /// - Parameter echo: makes what the person wrote fit for where it is shown.
    func words(of problem: AnswerProblem, echoing echo: (String) -> String) -> String {
        switch problem {
        case .notYesNo: phrase(.notYesNo)
        case .yesAndNo: phrase(.yesAndNo)
        case .plainYesOrNo: phrase(.plainYesOrNo)
        case .mustBeYes: phrase(.mustBeYes)
        case .mustBeNo: phrase(.mustBeNo)
        case .notAChoice(let said, let question): phrase(.notAChoice, choices(of: question, beside: echo(said)))
        case .ambiguous(let options, let said):
            phrase(.ambiguousAnswer, ["said": echo(said), "options": quoted(options.map { $0[language] })])
        case .severalChoices(let choices):
            phrase(.severalChoices, ["options": quoted(choices.map { $0.text[language] })])
        case .exclusiveChoice(let choice): phrase(.exclusiveChoice, ["choice": choice.text[language]])
        case .tooFew(let least): phrase(.tooFew, ["least": String(least), "one": least == 1 ? "1" : ""])
        case .tooMany(let count, let most): phrase(.tooMany, ["count": String(count), "most": String(most)])
        case .notANumber(let question): phrase(question.type == .percentage ? .notAPercentage : .notANumber)
        case .notExact: phrase(.notExact)
        case .notWhole(let below): phrase(.notWhole, ["below": String(below), "above": String(below + 1)])
        case .wrongUnit(let unit): phrase(.wrongUnit, ["unit": unit[language]])
        case .outOfRange(let validation): phrase(.outOfRange, bounds(of: validation))
        case .tooShort(let length, let shortest):
            phrase(.tooShort, ["length": String(length), "shortest": String(shortest)])
        case .tooLong(let length, let longest):
            phrase(.tooLong, ["length": String(length), "longest": String(longest)])
        case .wrongDigits(let validation): phrase(.wrongDigits, digits(of: validation))
        case .notADate: phrase(.notADate)
        case .ambiguousDay(let days): phrase(.ambiguousAnswer, ["options": quoted(days.map(longDate))])
        case .dateOutOfRange(let earliest): phrase(.dateOutOfRange, ["day": longDate(earliest)])
        case .notEvidence: phrase(.notEvidence)
        }
    }

    private func choices(of question: Question, beside said: String) -> [String: String] {
        var fields = ["said": said]
        if let example = question.choices.first {
            let count = question.choices.count
            fields["count"] = String(count)
            fields["several"] = question.type == .multiChoice && count > 1 ? "true" : ""
            fields["example"] = example.text[language]
        }
        return fields
    }

    private func bounds(of validation: Validation) -> [String: String] {
        let example = max(validation.min ?? 0, min(12, validation.max ?? 12))
        return [
            "least": validation.min?.grouped(in: language) ?? "", "most": validation.max?.grouped(in: language) ?? "",
            "example": String(example),
        ]
    }

    /// As many digits as an answer may have at most, to show what one is like.
    private func digits(of validation: Validation) -> [String: String] {
        [
            "hint": validation.hint?[language] ?? "", "counts": list(validation.digits.map(String.init)),
            "example": String("1234567890123456789".prefix(validation.digits.last ?? 0)),
        ]
    }

    private func quoted(_ texts: [String]) -> String { list(texts.map { phrase(.quoted, ["text": $0]) }) }

    /// « 1, 2 ou 3 »
    private func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + phrase(.listOr) + last
    }

    private func longDate(_ day: String) -> String { composer.knowledge.vocabulary.longDate(day, in: language) }

    private func phrase(_ phrase: Phrase, _ fields: [String: String] = [:]) -> String {
        composer.phrase(phrase, in: language, fields)
    }
}
