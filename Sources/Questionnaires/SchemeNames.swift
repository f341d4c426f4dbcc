import Knowledge
import Text

/// The names under which people know the schemes, as folded words.
struct SchemeNames: Sendable {
    /// A name that was found.
    struct Found: Hashable {
        /// The schemes of that name; more than one when it does not tell them apart.
        var ids: [String]
        /// Where it stands among the words.
        var words: Range<Int>
    }

    private var ids: [[String]: [String]] = [:]
    private var longest = 1

    init(_ knowledge: KnowledgeBase, _ vocabulary: AnswerVocabulary) {
        for scheme in knowledge.certifications {
            add(vocabulary.words(of: scheme.id), scheme.id)
            for language in Language.allCases {
                let names = [scheme.name[language]] + (scheme.acronym.map { [$0[language]] } ?? [])
                for name in names + scheme.aliases[language] {
                    add(vocabulary.tokens(of: name).wordsOfNames, scheme.id)
                }
            }
        }
    }

    private mutating func add(_ name: [String], _ id: String) {
        guard !name.isEmpty, ids[name]?.contains(id) != true else { return }
        ids[name, default: []].append(id)
        longest = Swift.max(longest, name.count)
    }

    /// The names in the words of a text (``Swift/Array/wordsOfNames``), from the left, the longest first.
    func found(in words: [String]) -> [Found] {
        var found: [Found] = []
        var start = 0
        while start < words.count {
            let lengths = (1...Swift.min(longest, words.count - start)).reversed()
            if let length = lengths.first(where: { ids[Array(words[start..<(start + $0)])] != nil }),
                let named = ids[Array(words[start..<(start + length)])]
            {
                found.append(Found(ids: named, words: start..<(start + length)))
                start += length
            } else {
                start += 1
            }
        }
        return found
    }
}
