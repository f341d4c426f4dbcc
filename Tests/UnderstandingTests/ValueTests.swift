import TestContent
import Testing
import Understanding

/// Figures, dates, percentages and addresses as French and English Canadians write them.
@Suite struct ValueTests {
    private func values(_ text: String) throws -> [String] {
        let types: [EntityType] = [.number, .date, .percentage, .email]
        return try RealContent.interpreter.interpret(text, prior: nil).entities
            .filter { types.contains($0.type) }.map { "\($0.type.rawValue) \($0.value)" }
    }

    @Test(arguments: [
        ("On a 25 000 $ de budget", "number 25000"), ("un chiffre d'affaires de 1 250,50 $", "number 1250.50"),
        ("we have 25,000 employees", "number 25000"), ("$1,250.50 a month", "number 1250.50"),
        ("une assurance de 5 M$", "number 5000000"), ("$5M of cover", "number 5000000"),
        ("about $12 M a year", "number 12000000"), ("2,5 millions de dollars", "number 2500000"),
        ("a $20k contract", "number 20000"), ("12 employés", "number 12"),
        ("51 % des parts", "percentage 51"), ("51 pour cent", "percentage 51"),
        ("about 12.5 percent", "percentage 12.5"),
        ("au plus tard le 31 décembre 2026", "date 2026-12-31"), ("le 1er mars 2026", "date 2026-03-01"),
        ("by December 31st, 2026", "date 2026-12-31"), ("31/12/2026", "date 2026-12-31"),
        ("12/31/2026", "date 2026-12-31"), ("2026-02-28", "date 2026-02-28"), ("en juin 2021", "date 2021-06"),
        ("écrivez à Info@Exemple.QC.ca.", "email info@exemple.qc.ca"),
    ])
    func valuesAreNormalised(text: String, expected: String) throws {
        let found = try values(text)
        #expect(found.contains(expected), "\(found)")
    }

    @Test(arguments: ["une table de 3D", "le 99/99/2026 ou le 2026-13-40", "5 m de long"])
    func whatIsNoDateIsNone(text: String) throws {
        #expect(try !values(text).contains { $0.hasPrefix("date") || $0.contains("000000") })
    }

    @Test func figuresInsideWordsAreNoValues() throws {
        #expect(try values("5e rue, ISO9001, B2B").isEmpty)
    }

    @Test func placesAreThoseOfTheText() throws {
        let entity = try RealContent.interpreter.interpret("Été : 51 % à des femmes", prior: nil).entities
            .first { $0.type == .percentage }
        #expect(entity?.text == "51 %")
        #expect(entity?.range == 6..<10)
    }
}
