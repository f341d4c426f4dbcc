/// Scores a question against the examples of each class, by counting alone.
///
/// Two measures, both from 0 to ``FixedPoint/one``:
/// - *class score*: BM25 with each class as one document (Robertson and Walker, 1994), divided by the most the
///   question could have scored, so that words nothing knows count against every class;
/// - *best example*: the Dice coefficient, weighted by inverse document frequency, of the question and the nearest
///   example of the class.
struct ExampleIndex: Sendable {
    /// BM25's k1 = 1.2 and b = 0.75 (Manning, Raghavan, Schütze, *Introduction to Information Retrieval*, 11.4.3).
    private static let k1 = 1229
    private static let b = 768

    /// What one class scored.
    struct Score {
        var words = 0
        var letters = 0
        var nearest = 0
        var nearestExample: Int32 = -1
    }

    private struct Posting {
        var owner: Int32
        var weight: Int32
    }

    let classCount: Int
    let exampleCount: Int
    private let ids: [Feature: Int32]
    /// The inverse document frequency of each feature, and the highest there can be.
    private let rarity: [Int32]
    private let highestRarity: Int
    private let classPostings: [[Posting]]
    private let examplePostings: [[Int32]]
    private let exampleRarity: [Int32]
    private let exampleClass: [Int32]

    /// - Parameter examples: the class and the features of each example.
    init(classCount: Int, examples: [(owner: Int, features: [Feature])]) {
        self.classCount = classCount
        exampleCount = examples.count
        var ids: [Feature: Int32] = [:]
        var counts: [[Int32: Int]] = []
        var lengths = [[Int]](repeating: [0, 0], count: classCount)
        for example in examples {
            for feature in example.features {
                let id = ids[feature] ?? Int32(ids.count)
                if Int(id) == counts.count {
                    ids[feature] = id
                    counts.append([:])
                }
                counts[Int(id)][Int32(example.owner), default: 0] += 1
                lengths[example.owner][feature.kind == .letters ? 1 : 0] += 1
            }
        }
        highestRarity = FixedPoint.log2(2 * classCount + 2, over: 1)
        let average = (0...1).map { kind in max(1, lengths.reduce(0) { $0 + $1[kind] } / max(1, classCount)) }
        var rarity = [Int32](repeating: 0, count: counts.count)
        var postings = [[Posting]](repeating: [], count: counts.count)
        for (feature, id) in ids {
            let inClasses = counts[Int(id)]
            let idf =
                FixedPoint.log2(2 * classCount + 2, over: 2 * inClasses.count - 1) * Self.share(of: feature.kind) / 4
            rarity[Int(id)] = Int32(idf)
            let kind = feature.kind == .letters ? 1 : 0
            postings[Int(id)] = inClasses.sorted { $0.key < $1.key }.map { owner, count in
                let length = Self.one - Self.b + Self.b * lengths[Int(owner)][kind] / average[kind]
                let saturation = count * Self.one * Self.one / (count * Self.one + Self.k1 * length / Self.one)
                return Posting(owner: owner, weight: Int32(idf * saturation / Self.one))
            }
        }
        var examplePostings = [[Int32]](repeating: [], count: counts.count)
        var exampleRarity = [Int32](repeating: 0, count: examples.count)
        for (index, example) in examples.enumerated() {
            for feature in example.features where feature.kind != .letters {
                guard let id = ids[feature] else { continue }
                examplePostings[Int(id)].append(Int32(index))
                exampleRarity[index] += rarity[Int(id)]
            }
        }
        self.ids = ids
        self.rarity = rarity
        self.classPostings = postings
        self.examplePostings = examplePostings
        self.exampleRarity = exampleRarity
        exampleClass = examples.map { Int32($0.owner) }
    }

    private static let one = FixedPoint.one

    /// How many quarters of its rarity a feature of a kind is worth.
    private static func share(of kind: Feature.Kind) -> Int {
        switch kind {
        case .word, .concept, .entity: 4
        case .pair: 2
        case .letters: 4
        }
    }

    /// The scores of all classes, in their order.
    ///
    /// - Parameters:
    ///   - unknownWords: how many words of the question nothing in the content uses.
    ///   - contribute: called with the class, the feature and what it gives to the class score, for explanations.
    func scores(
        of features: [Feature], unknownWords: Int, contribute: ((Int, Feature, Int) -> Void)? = nil
    ) -> [Score] {
        var scores = [Score](repeating: Score(), count: classCount)
        var most = unknownWords * highestRarity
        var mostLetters = 0
        var shared = [Int32](repeating: 0, count: exampleCount)
        var questionRarity = unknownWords * highestRarity
        for feature in features {
            guard let id = ids[feature] else {
                // A pair never seen says little; a word that only names use says as much as an unknown one.
                if feature.kind == .word { most += highestRarity }
                continue
            }
            let weight = Int(rarity[Int(id)])
            if feature.kind == .letters {
                mostLetters += weight
                for posting in classPostings[Int(id)] { scores[Int(posting.owner)].letters += Int(posting.weight) }
                continue
            }
            most += weight
            questionRarity += weight
            for posting in classPostings[Int(id)] {
                scores[Int(posting.owner)].words += Int(posting.weight)
                contribute?(Int(posting.owner), feature, Int(posting.weight))
            }
            for example in examplePostings[Int(id)] { shared[Int(example)] += Int32(weight) }
        }
        for index in scores.indices {
            scores[index].words = scores[index].words * Self.one / max(1, most)
            scores[index].letters = scores[index].letters * Self.one / max(1, mostLetters)
        }
        for example in shared.indices where shared[example] > 0 {
            let dice = 2 * Int(shared[example]) * Self.one / max(1, questionRarity + Int(exampleRarity[example]))
            let owner = Int(exampleClass[example])
            if dice > scores[owner].nearest {
                scores[owner].nearest = dice
                scores[owner].nearestExample = Int32(example)
            }
        }
        return scores
    }
}
