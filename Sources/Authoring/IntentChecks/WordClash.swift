import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Words of different meaning that nothing tells apart, and what `known-clashes` says of them.
struct WordClash {
    var kind: IntentDefinitions.KnownClash.Kind
    /// Every two words of it, in their forms. To declare one pair is to declare them all.
    var pairs: Set<Set<String>>
    /// The two words that are shown.
    var shown: (String, String)
    var place: ContentPlace
    var message: TranslatableText
    /// What can be done about it, but for declaring it.
    var remedy: TranslatableText
    var witness: String
    var other: ContentPlace

    private var problem: ContentProblem {
        ContentProblem(
            .warning, at: place, message,
            remedy:
                "Where that matters, \(remedy); else declare « \(kind.rawValue): [[\(shown.0), \(shown.1)]] » with its reason "
                + "under known-clashes.",
            witness: witness, other: other)
    }

    /// The clashes that are not declared, then the declarations of words that do not clash.
    static func problems(of clashes: [WordClash], known: [IntentDefinitions.KnownClash]) -> [ContentProblem] {
        let undeclared = clashes.filter { clash in
            !known.contains { $0.kind == clash.kind && clash.pairs.contains($0.words) }
        }
        let stale = known.filter { declared in
            !clashes.contains { $0.kind == declared.kind && $0.pairs.contains(declared.words) }
        }
        return undeclared.map(\.problem)
            + stale.map { declared in
                let words = declared.words.sorted().map { "« \($0) »" }.joined(separator: ", ")
                return ContentProblem(
                    .warning, at: declared.place,
                    "\(words) are declared under \(declared.kind.rawValue) and do not clash",
                    remedy: "Remove the pair, or mend a word that is not written as in the warning.", witness: nil)
            }
    }
}
