import Dialogue
import Foundation
public import Knowledge
public import Rendering
public import Text

/// How realistic people find the criteria that questions stand for, summed over insight records.
///
/// A rating stands inside an insight:
/// `{"rating": {"question": "q-ghg-inventory", "realistic": 4, "audience": "sme"}}`. Every other record is passed over.
public struct RealismRatings: Sendable, Hashable {
    /// Who rates.
    public enum Audience: String, CaseIterable, Sendable, Hashable {
        case sme, buyer
        /// Nobody knows.
        case unknown
    }

    /// The ratings of one question by one audience.
    public struct Tally: Sendable, Hashable {
        /// How many ratings of 1, 2, 3, 4 and 5 there are.
        public fileprivate(set) var counts = [0, 0, 0, 0, 0]

        /// How many there are.
        public var count: Int { counts.reduce(0, +) }

        /// The mean in tenths, rounded half up; `nil` where there is no rating.
        public var meanInTenths: Int? {
            guard count > 0 else { return nil }
            let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
            return (20 * sum + count) / (2 * count)
        }
    }

    private struct Key: Sendable, Hashable {
        var question: String
        var audience: Audience
    }

    private var tallies: [Key: Tally] = [:]
    /// How many records were added.
    public private(set) var records = 0
    /// How many of them rate something, rightly or not.
    public private(set) var ratings = 0
    /// How many ratings could not be counted: no id of a question, or no whole number from 1 to 5.
    public private(set) var unusable = 0

    /// Makes a sum of no records.
    public init() {}

    /// The ratings of a question by an audience.
    public subscript(question: String, audience: Audience) -> Tally {
        tallies[Key(question: question, audience: audience)] ?? Tally()
    }

    /// The ids of the questions that were rated, in alphabetical order.
    public var questions: [String] { Set(tallies.keys.map(\.question)).sorted() }

    /// Adds a record of the insight topic.
    ///
    /// - Parameter value: The record's value: JSON in UTF-8. What is no object with a rating is passed over.
    public mutating func add(_ value: [UInt8]) {
        records += 1
        guard let rating = (try? JSONDecoder().decode(Insight.self, from: Data(value)))?.rating else { return }
        ratings += 1
        guard let question = rating.question, Self.isID(question), let realistic = rating.realistic,
            (1...5).contains(realistic)
        else {
            unusable += 1
            return
        }
        let audience = rating.audience.flatMap(Audience.init) ?? .unknown
        tallies[Key(question: question, audience: audience), default: Tally()].counts[realistic - 1] += 1
    }

    /// Whether a text can be an id: no other text of anybody comes to stand in a table.
    private static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// Adds records in a file, an object a line; empty lines do not count.
    ///
    /// - Parameter lines: JSON Lines in UTF-8.
    public mutating func add(lines: [UInt8]) {
        for line in lines.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            add(Array(line))
        }
    }
}

/// The part of an insight that is read. A field of a wrong kind is as good as none.
private struct Insight: Decodable {
    struct Rating: Decodable {
        var question: String?
        var realistic: Int?
        var audience: String?

        private enum CodingKeys: CodingKey {
            case question, realistic, audience
        }

        init(from decoder: any Decoder) throws {
            guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else { return }
            question = try? fields.decode(String.self, forKey: .question)
            realistic = try? fields.decode(Int.self, forKey: .realistic)
            audience = try? fields.decode(String.self, forKey: .audience)
        }
    }

    var rating: Rating?
}

extension RealismRatings {
    /// The sums as a table: a row of headings, then a row for each question and audience with ratings, in the order of the
    /// questionnaires; what no questionnaire has comes last, without a label.
    ///
    /// Headings and values are the same in both languages, for programs. `appraisal` is what the knowledge base says itself,
    /// `high`, `medium` or `low`; empty for an unknown audience or question.
    ///
    /// - Parameter language: The language of the labels.
    public func table(of knowledge: KnowledgeBase, in language: Language) -> [[String]] {
        let known = knowledge.questionnaires.flatMap(\.questions)
        let places = Dictionary(known.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = questions.sorted { (places[$0] ?? known.count, $0) < (places[$1] ?? known.count, $1) }
        return [Self.headings]
            + ids.flatMap { id in
                Audience.allCases.compactMap { audience in
                    let tally = self[id, audience]
                    return tally.count == 0 ? nil : row(id, places[id].map { known[$0] }, audience, tally, language)
                }
            }
    }

    /// The table as comma-separated values (RFC 4180), after the mark by which spreadsheets know UTF-8.
    ///
    /// - Parameter language: The language of the labels.
    public func commaSeparatedValues(
        of knowledge: KnowledgeBase, in language: Language, separator: ColumnSeparator? = nil
    ) -> String {
        CommaSeparatedValues.spreadsheet(
            of: table(of: knowledge, in: language), in: language, separator: separator)
    }

    /// The table for a terminal, its columns below one another, and how many records it sums.
    ///
    /// - Parameter language: The language of the labels.
    public func text(of knowledge: KnowledgeBase, in language: Language) -> String {
        var lines = TextTable(Self.headings.map { _ in .left })
        for row in table(of: knowledge, in: language) { lines.add(row) }
        let sums = "\(records) records, \(ratings) of them ratings, \(unusable) of these unusable"
        return "\(lines)\n\n\(sums)"
    }

    private static let headings = [
        "question", "label", "audience", "ratings", "mean", "r1", "r2", "r3", "r4", "r5", "appraisal",
    ]

    private func row(
        _ id: String, _ question: Question?, _ audience: Audience, _ tally: Tally, _ language: Language
    ) -> [String] {
        let mean = tally.meanInTenths.map { "\($0 / 10)\(language == .fr ? "," : ".")\($0 % 10)" } ?? ""
        let appraisal: RealismLevel? =
            switch audience {
            case .sme: question?.realism.sme
            case .buyer: question?.realism.buyer
            case .unknown: nil
            }
        return [id, question?.label[language] ?? "", audience.rawValue]
            + [String(tally.count), mean] + tally.counts.map(String.init) + [appraisal?.rawValue ?? ""]
    }
}
