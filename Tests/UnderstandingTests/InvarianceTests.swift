import Foundation
import TestContent
import Testing
import Understanding

/// How something is spelt never changes what is decided: for every example of the content.
@Suite struct InvarianceTests {
    /// Ways to write a text that mean the same.
    enum Manner: String, CaseIterable, CustomTestStringConvertible {
        case decomposed, upperCase, lowerCase, withoutAccents, curlyApostrophes, otherHyphens, spaces
        case frenchGreeting, englishGreeting, frenchRequest, frenchThanks, englishThanks

        var testDescription: String { rawValue }

        /// Whether words of politeness are added.
        var isPolite: Bool {
            switch self {
            case .frenchGreeting, .englishGreeting, .frenchRequest, .frenchThanks, .englishThanks: true
            default: false
            }
        }

        func applied(to text: String) -> String {
            switch self {
            case .decomposed: text.decomposedStringWithCanonicalMapping
            case .upperCase: text.uppercased()
            case .lowerCase: text.lowercased()
            case .withoutAccents: text.folding(options: .diacriticInsensitive, locale: nil)
            case .curlyApostrophes: text.replacingOccurrences(of: "'", with: "\u{2019}")
            case .otherHyphens: text.replacingOccurrences(of: "-", with: "\u{2011}")
            case .spaces: "  " + text.replacingOccurrences(of: " ", with: "  ") + " "
            case .frenchGreeting: "Bonjour, \(text)"
            case .englishGreeting: "Hello, \(text)"
            case .frenchRequest: "Pourriez-vous me dire \(text)"
            case .frenchThanks: "\(text) Merci d'avance!"
            case .englishThanks: "\(text) Thanks in advance!"
            }
        }
    }

    @Test(arguments: Manner.allCases)
    func spellingChangesNoDecision(manner: Manner) throws {
        let interpreter = try RealContent.interpreter
        var changed: [String] = []
        for example in try RealContent.examples {
            let plain = interpreter.interpret(example, prior: nil)
            // What is nothing but politeness says something else when more is added; and praise with thanks is thanks.
            let mayBePraise = plain.candidates.prefix(2).contains { $0.intent == .feedbackPositive }
            if manner.isPolite, plain.isOnlyPolite || mayBePraise { continue }
            if interpreter.interpret(manner.applied(to: example), prior: nil).decision != plain.decision {
                changed.append(example)
            }
        }
        #expect(changed.isEmpty, "\(changed.count) changed: \(changed.prefix(20))")
    }

    /// One typing error in the longest word of five letters or more costs at most one point of what is understood rightly.
    @Test func oneTypingErrorCostsAtMostAPoint() throws {
        let (definitions, interpreter) = (try RealContent.definitions.get(), try RealContent.interpreter)
        var (right, rightWithError, count) = (0, 0, 0)
        for topic in definitions.topics {
            for (index, example) in topic.examples.values.joined().enumerated() {
                guard let typed = Self.withError(example, seed: index) else { continue }
                count += 1
                if interpreter.interpret(example, prior: nil).candidates.first?.intent == topic.intent { right += 1 }
                if interpreter.interpret(typed, prior: nil).candidates.first?.intent == topic.intent {
                    rightWithError += 1
                }
            }
        }
        #expect(count > 5000)
        #expect((right - rightWithError) * 100 <= count, "\(right) and \(rightWithError) of \(count)")
    }

    /// The text with a letter of its longest word dropped, doubled, replaced or exchanged with the next.
    private static func withError(_ text: String, seed: Int) -> String? {
        let words = text.split { !$0.isLetter }
        guard let word = words.max(by: { $0.count < $1.count }), word.count >= 5 else { return nil }
        var letters = Array(word)
        let place = 1 + (seed * 7) % (letters.count - 2)
        switch seed % 4 {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = letters[place] == "e" ? "r" : "e"
        default: letters.swapAt(place, place + 1)
        }
        return text.replacingCharacters(in: word.startIndex..<word.endIndex, with: String(letters))
    }
}
