public import Dialogue
import Knowledge
public import Text
public import Understanding

/// How easy an answer is to read.
public struct Readability: Sendable, Hashable {
    public var sentences: Int
    public var words: Int
    public var syllables: Int
    public var language: Language

    /// The reading ease: the higher the easier; 60 and more is plain, below 30 is hard. Flesch (1948) for English,
    /// Kandel and Moles (1958) for French.
    public var ease: Int {
        guard words > 0, sentences > 0 else { return 100 }
        let (length, weight) = (Double(words) / Double(sentences), Double(syllables) / Double(words))
        return switch language {
        case .fr: Int((207 - 1.015 * length - 73.6 * weight).rounded())
        case .en: Int((206.835 - 1.015 * length - 84.6 * weight).rounded())
        }
    }

    /// Words for each sentence, rounded up.
    public var wordsPerSentence: Int { sentences == 0 ? 0 : (words + sentences - 1) / sentences }

    /// Counts a plain text. Addresses on the web are no words; a line is a sentence at the least.
    public init(of text: String, in language: Language) {
        self.language = language
        (sentences, words, syllables) = (0, 0, 0)
        for line in text.split(separator: "\n") {
            var wordsInSentence = 0
            for word in line.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" }) where !word.contains("://") {
                let letters = word.filter(\.isLetter)
                guard !letters.isEmpty else { continue }
                words += 1
                wordsInSentence += 1
                syllables += Self.syllables(in: letters.lowercased(), language)
                if let last = word.last, ".!?:;".contains(last) {
                    sentences += 1
                    wordsInSentence = 0
                }
            }
            if wordsInSentence > 0 { sentences += 1 }
        }
    }

    /// Runs of vowels; a silent e at the end does not count.
    private static func syllables(in word: String, _ language: Language) -> Int {
        var count = 0
        var inVowel = false
        for letter in word {
            let isVowel = "aàâeéèêëiîïoôuùûüyœæ".contains(letter)
            if isVowel, !inVowel { count += 1 }
            inVowel = isVowel
        }
        let isSilent = word.hasSuffix("e") || (language == .fr && word.hasSuffix("es"))
        return max(1, isSilent && count > 1 ? count - 1 : count)
    }
}

extension DialogueEngine {
    /// How easy the answer to each intent is to read, as it is given when nothing more is asked, the hardest first.
    public func readability(in language: Language) -> [(intent: Intent, readability: Readability)] {
        interpreter.intents.all.map(\.intent).compactMap { intent -> (intent: Intent, readability: Readability)? in
            let question = UserMessage(text: "/\(intent.rawValue)", language: language, fingerprint: 0)
            guard let reply = reply(to: question, in: Conversation(wasAskedWho: true), now: 0)?.reply,
                reply.rejected == nil
            else { return nil }
            return (intent, Readability(of: reply.text, in: language))
        }
        .sorted { ($0.readability.ease, $0.intent.rawValue) < ($1.readability.ease, $1.intent.rawValue) }
    }
}
