import Dialogue
import Foundation
import Knowledge
import Rendering
import Reports
import TestContent
import Testing
import Text

/// Ratings of criteria, summed from insight records.
@Suite struct RealismRatingsTests {
    private static let knowledge = Result { try RealContent.knowledge }

    private func ratings(_ lines: String...) -> RealismRatings {
        var ratings = RealismRatings()
        ratings.add(lines: Array(lines.joined(separator: "\n").utf8))
        return ratings
    }

    private func rating(_ question: String, _ realistic: String, _ audience: String? = nil) -> String {
        let audience = audience.map { ",\"audience\":\"\($0)\"" } ?? ""
        return "{\"intent\":\"questionnaire.why\",\"rating\":{\"question\":\"\(question)\",\"realistic\":\(realistic)"
            + "\(audience)}}"
    }

    @Test func ratingsAreSummedByQuestionAndAudience() {
        let ratings = ratings(
            rating("q-ghg-inventory", "2", "sme"), rating("q-ghg-inventory", "3", "sme"),
            rating("q-ghg-inventory", "5", "buyer"), rating("q-legal-name", "5"))
        #expect(ratings["q-ghg-inventory", .sme].counts == [0, 1, 1, 0, 0])
        #expect(ratings["q-ghg-inventory", .sme].meanInTenths == 25)
        #expect(ratings["q-ghg-inventory", .buyer].count == 1)
        #expect(ratings["q-legal-name", .unknown].meanInTenths == 50)
        #expect(ratings["q-legal-name", .sme].meanInTenths == nil)
        #expect(ratings.questions == ["q-ghg-inventory", "q-legal-name"])
    }

    @Test(arguments: [([1, 1, 2], 13), ([4, 5, 5], 47), ([1, 2, 2, 2], 18), ([3], 30)])
    func theMeanIsRounded(given: [Int], tenths: Int) {
        var ratings = RealismRatings()
        for realistic in given { ratings.add(Array(rating("q-legal-name", String(realistic), "sme").utf8)) }
        #expect(ratings["q-legal-name", .sme].meanInTenths == tenths)
    }

    @Test func everythingElseIsPassedOver() {
        let ratings = ratings(
            "{\"intent\":\"about.bot\",\"confidence\":0.9}", "no JSON", "[1]", "", "{\"rating\":null}",
            rating("q-legal-name", "4", "sme") + "\r")
        #expect(ratings.records == 5 && ratings.ratings == 1 && ratings.unusable == 0)
        #expect(ratings["q-legal-name", .sme].count == 1)
    }

    @Test(arguments: ["0", "6", "-1", "2.5", "\"4\"", "null", "99999999999999999999"])
    func aRatingOffTheScaleIsCountedAsUnusable(realistic: String) {
        let ratings = ratings(
            rating("q-legal-name", realistic, "sme"), rating("=1+1", "3", "sme"), "{\"rating\":7}", "{\"rating\":{}}")
        #expect(ratings.ratings == 4 && ratings.unusable == 4 && ratings.questions.isEmpty)
    }

    @Test func theTableStandsBesideTheAppraisal() throws {
        let knowledge = try Self.knowledge.get()
        let ratings = ratings(
            rating("q-unheard-of", "1", "sme"), rating("q-ghg-inventory", "2", "sme"),
            rating("q-ghg-inventory", "4", "buyer"), rating("q-legal-name", "5", "robot"))
        let rows = ratings.table(of: knowledge, in: .fr)
        let questions = knowledge.questionnaires.flatMap(\.questions)
        let inventory = try #require(questions.first { $0.id == "q-ghg-inventory" })
        let ids = ["question", "q-legal-name", "q-ghg-inventory", "q-ghg-inventory", "q-unheard-of"]
        #expect(rows.map { $0[0] } == ids)
        #expect(rows[1][2] == "unknown" && rows[1].last == "")
        #expect(rows[2].last == inventory.realism.sme.rawValue && rows[2][1] == inventory.label.fr)
        #expect(rows[3].last == inventory.realism.buyer.rawValue && rows[3][4] == "4,0")
        #expect(rows[4][1] == "" && rows[4].last == "")
        #expect(Set(rows.map(\.count)) == [11])
        #expect(try CommaSeparatedValues.rows(of: ratings.commaSeparatedValues(of: knowledge, in: .fr)) == rows)
    }

    @Test func theTextSaysHowManyRecordsItSums() throws {
        let text = ratings(rating("q-legal-name", "5", "sme"), "{}").text(of: try Self.knowledge.get(), in: .en)
        #expect(text.contains("Legal name") && text.hasSuffix("2 records, 1 of them ratings, 0 of these unusable"))
    }
}
