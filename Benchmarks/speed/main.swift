// Measures how long understanding one question takes on one core: median, 99th percentile and worst, and how many blocks of
// memory it asks for; for ordinary questions, for texts made to be slow, and with a hundred times as much content. Run from the
// project's folder; `speed-benchmark questions` measures that part alone (`hostile`, `questionnaire`, `content` the others).
import Authoring
import CAllocationCount
import Content
import Dialogue
import Foundation
import Histogram
import Knowledge
import Text
import Understanding

struct Unreadable: Error {}

func load() throws -> (knowledge: KnowledgeBase, definitions: IntentDefinitions) {
    let reader = ContentReader()
    let files = try ContentFolder.files(under: ".", named: "knowledge").filter { !$0.path.contains("/answers/") }
    let knowledge = KnowledgeBase.load(files: files, into: reader)
    let definitions = IntentDefinitions.load(
        files: try ContentFolder.files(under: ".", named: "intents"), into: reader)
    guard let knowledge, !reader.hasErrors else {
        for problem in reader.sortedProblems { print(problem) }
        throw Unreadable()
    }
    return (knowledge, definitions)
}

/// Takes every text so often that the figures settle, and prints them.
func measure(_ title: String, _ texts: [String], rounds: Int, _ take: (String) -> Void) {
    for text in texts { take(text) }
    var histogram = Histogram<UInt32>(
        lowestDiscernibleValue: 1, highestTrackableValue: 1_000_000_000, numberOfSignificantValueDigits: .three)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
        for text in texts {
            let start = clock.now
            take(text)
            let (seconds, attoseconds) = (clock.now - start).components
            _ = histogram.record(UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000))
        }
    }
    let before = allocation_count()
    for text in texts { take(text) }
    let allocations = (allocation_count() - before) / UInt(texts.count)
    func microseconds(_ nanoseconds: UInt64) -> String { String(format: "%.1f µs", Double(nanoseconds) / 1000) }
    print(
        "\(title): median \(microseconds(histogram.valueAtPercentile(50))), 99th percentile "
            + "\(microseconds(histogram.valueAtPercentile(99))), worst \(microseconds(histogram.max)); "
            + "\(allocations) allocations; \(texts.count) texts, \(rounds) rounds")
}

let (knowledge, definitions) = try load()
let questions = try EvaluationQuestion.questions(
    in: String(contentsOfFile: "Tests/Evaluation/work.jsonl", encoding: .utf8).utf8
).map(\.text)
let parts = CommandLine.arguments.dropFirst()
func isWanted(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }

let interpreter = Interpreter(definitions: definitions, knowledge: knowledge)
if isWanted("questions") { measure("questions", questions, rounds: 200) { _ = interpreter.interpret($0, prior: nil) } }

let long = 4000
let hostile = [
    String(repeating: "🙂", count: long), String(repeating: "a", count: long), String(repeating: "\"", count: long),
    String(repeating: "是", count: long), String(repeating: "certifcation ecoresponsble ", count: long / 27),
    String(questions.joined(separator: " ").prefix(long)), String(questions.joined(separator: "? ").prefix(long)),
    String((0..<long).map { "bcdfghjklmnpqrstvwxz aeiouy "[$0 &* 7919 % 28] }),
]
if isWanted("hostile") {
    measure("4,000 characters of anything", hostile, rounds: 100) { _ = interpreter.interpret($0, prior: nil) }
}

let times = 100
if isWanted("content") {
    let large = Interpreter(definitions: definitions.multiplied(by: times), knowledge: knowledge)
    measure("questions, \(times) times the content", questions, rounds: 30) { _ = large.interpret($0, prior: nil) }
}

if isWanted("questionnaire") {
    let engine = try LoadedContent.load(intents: "intents", knowledge: "knowledge").engine
    let answers = [
        "Commencer le questionnaire version courte", "Atelier Boréal inc.", "une coop", "une vingtaine", "1 et 2",
        "Du mobilier de bureau remis à neuf pour les édifices publics.", "2", "2", "je ne sais pas", "1, 3 et 4",
        "retour", "suivant",
    ]
    var conversation = Conversation()
    var count: UInt64 = 0
    measure("a step of the questionnaire", answers, rounds: 300) { text in
        count += 1
        if text == answers[0] { conversation = Conversation(language: .fr) }
        let turn = engine.reply(
            to: UserMessage(text: text, fingerprint: count), in: conversation,
            now: RecordTime(milliseconds: Int64(count)))
        conversation = turn?.conversation ?? Conversation()
    }
}

extension String {
    fileprivate subscript(index: Int) -> Character { self[self.index(startIndex, offsetBy: index)] }
}

extension IntentDefinitions {
    /// The definitions with copies of every concept, rule and example, in which words of five letters and more are others.
    fileprivate func multiplied(by times: Int) -> IntentDefinitions {
        var many = self
        for copy in 1..<times {
            let mark = String(copy).map { String("abcdefghij"[$0.wholeNumberValue ?? 0]) }.joined()
            func other(_ phrase: String) -> String {
                phrase.split(separator: " ").map { $0.count < 5 ? String($0) : "\($0)\(mark)q" }.joined(separator: " ")
            }
            many.concepts += concepts.map {
                .init(id: "\($0.id)-\(copy)", phrases: $0.phrases.map(other), place: $0.place)
            }
            for index in topics.indices {
                many.topics[index].examples.merge(topics[index].examples.mapValues { $0.map(other) }) { $0 + $1 }
                many.topics[index].rules += topics[index].rules.map { rule in
                    .init(
                        when: rule.when.map { $0.map { $0.other(copy) } }, unless: rule.unless.map { $0.other(copy) },
                        strength: rule.strength, source: rule.source)
                }
            }
        }
        return many
    }
}

extension IntentDefinitions.Condition {
    fileprivate func other(_ copy: Int) -> Self {
        if case .concept(let id) = self { .concept("\(id)-\(copy)") } else { self }
    }
}
