import Content
import Dialogue
import Knowledge
import TestContent
import Testing
import Text
import Understanding

/// Templates that would take all there is of memory or time are told with their place.
@Suite struct TemplateTests {
    private func problems(_ yaml: String) throws -> [ContentProblem] {
        let reader = ContentReader()
        _ = AnswerCatalog.load(
            files: [ContentFile(path: "knowledge/answers/a.yaml", text: yaml)],
            of: try RealContent.engine.interpreter.intents, into: reader)
        return reader.sortedProblems.filter {
            !$0.message.description.contains("missing") && !$0.message.description.contains("nothing answers")
        }
    }

    private func answer(_ text: String, partials: String = "") -> String {
        """
        partials:
        \(partials.isEmpty ? "  none: {fr: a, en: a}" : partials)
        answers:
          greet:
            fr: "\(text)"
            en: a
        """
    }

    @Test func sectionsInsideOneAnotherAreBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "{{#sme}}", count: depth) + String(repeating: "{{/sme}}", count: depth)
        }
        #expect(try problems(answer(nested(32))).isEmpty)
        let problem = try #require(try problems(answer(nested(50_000))).first)
        #expect(
            problem.line == 5 && problem.message.description.contains("more than 32 sections") && problem.remedy != nil)
    }

    @Test func partialsThatDoubleAreBounded() throws {
        let partials = (0..<27).map { number in
            "  p\(number): {fr: \"\(number == 26 ? "a" : "{{>p\(number + 1)}}{{>p\(number + 1)}}")\", en: a}"
        }
        let deep = try problems(answer("{{>p0}}", partials: partials.joined(separator: "\n")))
        #expect(deep.count == 1 && deep[0].message.description.contains("more than 16 partials"))
        let wide = try problems(answer("{{>p12}}", partials: partials.joined(separator: "\n")))
        #expect(wide.count == 1 && wide[0].message.description.contains("more than 10000 parts"))
        #expect(try problems(answer("{{>p20}}", partials: partials.joined(separator: "\n"))).isEmpty)
    }

    @Test func partialsInARingAreTold() throws {
        let ring = (0..<40).map { number in
            "  p\(number): {fr: \"\((0..<40).map { "{{>p\($0)}}" }.joined())\", en: a}"
        }
        #expect(
            try problems(answer("{{>p0}}", partials: ring.joined(separator: "\n"))).first?.message.description.contains(
                "contains itself") == true)
    }

    @Test func aListInsideItselfIsTold() throws {
        let text = "{{#topics}}{{#topics}}{{title}}{{/topics}}{{/topics}}"
        #expect(try problems(answer(text)).first?.message.description.contains("inside itself") == true)
        #expect(try problems(answer("{{#topics}}{{title}}{{/topics}}{{#topics}}{{title}}{{/topics}}")).isEmpty)
    }
}
