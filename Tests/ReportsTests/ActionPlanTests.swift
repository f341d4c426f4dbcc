import Content
import Dialogue
import Foundation
import Knowledge
import Rendering
import Reports
import TestContent
import Testing
import Text

/// The action plan of a buyer, made from the real content.
@Suite struct ActionPlanTests {
    let knowledge: KnowledgeBase
    let start: CivilDate

    init() throws {
        knowledge = try RealContent.engine.knowledge
        start = try #require(CivilDate("2027-01-04"))
    }

    // MARK: - What a plan holds

    @Test func everyActionHasItsPlace() {
        let plan = ActionPlan(knowledge: knowledge)
        #expect(plan.phases.map(\.horizon) == [.short, .medium, .long])
        #expect(plan.steps.map(\.number) == Array(1...knowledge.actions.count))
        #expect(Set(plan.steps.map(\.id)) == Set(knowledge.actions.map(\.id)))
        #expect(plan.unmet.isEmpty)
        for phase in plan.phases {
            #expect(phase.steps.allSatisfy { $0.action.horizon == phase.horizon })
            let priorities = phase.steps.map(\.action.priority)
            #expect(priorities == priorities.sorted())
        }
    }

    @Test(arguments: [
        ("tag-supplier-file", "below-threshold-invitations"), ("realism-test-with-smes", "weigh-responsible-criteria"),
        ("adopt-common-base", "weigh-responsible-criteria"), ("prompt-payment-target", "subcontracting-plan"),
        ("forward-calendar", "innovation-challenge"), ("tag-supplier-file", "publish-results"),
    ])
    func whatAnActionBuildsOnComesFirst(earlier: String, later: String) throws {
        let ids = ActionPlan(knowledge: knowledge).steps.map(\.id)
        #expect(try #require(ids.firstIndex(of: earlier)) < #require(ids.firstIndex(of: later)))
    }

    @Test func aPlanIsNarrowed() {
        let plan = ActionPlan(
            knowledge: knowledge, dimensions: [.innovation], stages: [.prospecting, .award], horizon: .medium,
            priority: .second)
        #expect(plan.unmet.isEmpty && !plan.steps.isEmpty)
        for action in plan.steps.map(\.action) {
            #expect(action.dimensions.contains(.innovation))
            #expect(action.stages.contains(.prospecting) || action.stages.contains(.award))
            #expect(action.horizon <= .medium && action.priority == .second)
        }
        #expect(plan.steps.first?.id == "technology-scouting")
    }

    @Test func whatWouldLeaveNothingIsPassedOverAndNamed() {
        let plan = ActionPlan(knowledge: knowledge, dimensions: [.accessibility], stages: [.award], priority: .third)
        #expect(plan.unmet == [.dimension, .priority])
        #expect(plan.dimensions.isEmpty && plan.stages == [.award] && plan.priority == nil)
        #expect(plan.steps.allSatisfy { $0.action.stages.contains(.award) })
    }

    @Test func noStepIsForAnSMEAlone() {
        for step in ActionPlan(knowledge: knowledge).steps {
            #expect(step.solution.map { $0.actors != [.sme] } == true, "\(step.id)")
            #expect(!step.barriers.isEmpty && Set(step.barriers.map(\.id)).count == step.barriers.count, "\(step.id)")
        }
    }

    @Test(arguments: ["", " dimension=innovation", " dimension=diversity", " horizon=medium", " stage=award"])
    func theChatTellsTheSamePlan(narrowing: String) throws {
        let question = UserMessage(text: "/action.plan\(narrowing)", language: .fr, fingerprint: 1)
        let turn = try #require(try RealContent.engine.reply(to: question, in: Conversation(), now: 0))
        let told = (turn.reply?.references ?? []).filter { $0.kind == "action" }.map(\.id)
        let value = narrowing.split(separator: "=").last.map(String.init) ?? ""
        let plan = ActionPlan(
            knowledge: knowledge, dimensions: [Dimension(rawValue: value)].compactMap(\.self),
            stages: [Stage(rawValue: value)].compactMap(\.self), horizon: Horizon(rawValue: value))
        #expect(!told.isEmpty)
        #expect(plan.steps.map(\.id).starts(with: told), "\(told)")
    }

    // MARK: - Dates

    @Test(arguments: ["2027-01-04", "2027-08-31", "2028-02-29", "2199-12-31"])
    func actionsFollowOneAnotherThroughEachPhase(first: String) throws {
        let start = try #require(CivilDate(first))
        let plan = ActionPlan(knowledge: knowledge)
        for (phase, months) in zip(plan.phases, [(0, 6), (6, 18), (18, 36)]) {
            let whole = phase.period(from: start)
            #expect(whole.first == start.adding(months: months.0))
            #expect(whole.last.adding(days: 1) == start.adding(months: months.1))
            let periods = phase.periods(from: start)
            #expect(periods.count == phase.steps.count)
            var next = whole.first
            for period in periods {
                #expect(period.first == next.firstWorkingDay && period.last >= period.first && period.last.isWorkingDay)
                next = period.last.adding(days: 1)
            }
            #expect(next <= whole.last.adding(days: 1) && next.firstWorkingDay > whole.last)
        }
        #expect(plan.period(from: start)?.first == start)
    }

    @Test func whatTakesMoreEffortTakesLonger() throws {
        for phase in ActionPlan(knowledge: knowledge).phases {
            let lengths = zip(phase.steps, phase.periods(from: start)).map { step, period in
                (step.effort, (period.first.number...period.last.number).count { CivilDate(number: $0).isWorkingDay })
            }
            for (effort, length) in lengths {
                for (other, otherLength) in lengths where effort < other { #expect(length < otherLength) }
                // Parts of a phase in whole days: as long as their like, but for a day.
                for (other, otherLength) in lengths where effort == other { #expect(abs(length - otherLength) <= 1) }
            }
        }
    }

    @Test func aPhaseKeepsItsDatesWithoutTheOthers() throws {
        let plan = ActionPlan(knowledge: knowledge, stages: [.deliveryPayment], priority: .third)
        #expect(plan.phases.map(\.horizon) == [.medium, .long])
        #expect(plan.period(from: start)?.first.description == "2027-07-04")
        #expect(plan.period(from: start)?.last.description == "2030-01-03")
    }

    // MARK: - Documents

    @Test(arguments: Language.allCases)
    func everyDocumentSaysWhosePrioritiesTheyAre(language: Language) {
        let plan = ActionPlan(knowledge: knowledge)
        let claim = language == .fr ? "non celle de l'ECPAR" : "not ECPAR's own"
        let documents = [
            plan.text(in: language, from: start), plan.markdown(in: language, from: start),
            plan.commaSeparatedValues(in: language, from: start),
            CalendarText(plan.calendar(in: language, from: start)).text,
        ]
        for document in documents {
            #expect(document.components(separatedBy: claim).count > plan.steps.count)
        }
    }

    @Test(arguments: Language.allCases)
    func theDocumentTellsEveryActionWithWhatItRestsOn(language: Language) {
        let plan = ActionPlan(knowledge: knowledge, dimensions: [.ecoResponsible])
        let text = plan.text(in: language, from: start)
        let markdown = plan.markdown(in: language, from: start)
        #expect(!text.contains("**") && !text.contains("](") && markdown.contains("**"))
        #expect(text.contains(knowledge.vocabulary.title(of: Dimension.ecoResponsible)[language]))
        let lines = text.split(separator: "\n")
        for (step, days) in zip(plan.steps, plan.phases.flatMap { $0.periods(from: start) }) {
            let head = lines.first { $0.hasPrefix("\(step.number). \(step.action.title[language])") }
            #expect(head?.contains(days.first.description) == true && head?.contains(days.last.description) == true)
            let mark = language == .fr ? "(à vérifier)" : "(to be checked)"
            #expect(head?.contains(mark) == step.action.provenance.needsChecking, "\(step.id)")
            for case .url(let address) in step.action.provenance.sources { #expect(text.contains(address)) }
        }
    }

    @Test func frenchHasTheSpacesOfFrench() {
        let plan = ActionPlan(knowledge: knowledge)
        let text = plan.text(in: .fr, from: start)
        #expect(text.hasPrefix("Plan d'action proposé\u{A0}: 20 actions, du 2027-01-04 au 2030-01-03"))
        #expect(!text.contains(" :") && !text.contains("« "))
        #expect(plan.text(in: .en, from: start).hasPrefix("Proposed action plan: 20 actions, from 2027-01-04 to 2030"))
    }

    @Test func theSameWishesMakeTheSameBytes() throws {
        let again = try LoadedContent.load(
            intents: "\(RealContent.root)/intents", knowledge: "\(RealContent.root)/knowledge"
        ).engine.knowledge
        for language in Language.allCases {
            let documents = [knowledge, again].map { knowledge in
                let plan = ActionPlan(knowledge: knowledge, dimensions: [.diversity], horizon: .medium)
                return [
                    plan.markdown(in: language, from: start), plan.commaSeparatedValues(in: language, from: start),
                    plan.calendar(in: language, from: start),
                ]
            }
            #expect(documents[0] == documents[1])
        }
    }

    // MARK: - Table

    @Test(arguments: Language.allCases)
    func theTableIsReadBackAsItWas(language: Language) throws {
        let plan = ActionPlan(knowledge: knowledge)
        let table = plan.table(in: language, from: start)
        #expect(try CommaSeparatedValues.rows(of: plan.commaSeparatedValues(in: language, from: start)) == table)
        #expect(table.count == plan.steps.count + 1)
        #expect(Set(table.map(\.count)) == [table[0].count] && Set(table[0]).count == table[0].count)
        #expect(table.dropFirst().map { $0[1] } == plan.steps.map { String($0.number) })
        #expect(table.dropFirst().map { $0[2] } == plan.steps.map { spaced($0.action.title[language], language) })
        let mark = language == .fr ? "à vérifier" : "to be checked"
        #expect(
            table.dropFirst().map { $0.last == mark } == plan.steps.map(\.action.provenance.needsChecking))
    }

    @Test func aRowHoldsWhatABuyerNeeds() throws {
        let table = ActionPlan(knowledge: knowledge).table(in: .en, from: start)
        let row = try #require(table.first { $0.contains("Set a payment target for SMEs") })
        let cells = Dictionary(uniqueKeysWithValues: zip(table[0], row))
        #expect(cells["Phase"] == "Medium term (6 to 18 months)")
        #expect(cells["Stages"] == "Delivery and payment")
        #expect(cells["First step"] == "Set a target term, for example 30 days or less for SMEs.")
        #expect(cells["Who acts"] == "contracting organization" && cells["Effort"] == "medium effort (weeks)")
        #expect(cells["Sources"] == "https://opo-boa.gc.ca/pr-lp-eng.html")
        #expect(cells["Year of the information"] == "2026" && cells["Confidence"] == "medium confidence")
        #expect(cells["Origin of the action"] == "added from further reading")
        #expect(cells["Priority"] == "Priority 2: next (proposed, not ECPAR's own)")
    }

    // MARK: - Calendar

    @Test(arguments: Language.allCases)
    func theCalendarIsWrittenAsCalendarsReadIt(language: Language) {
        let plan = ActionPlan(knowledge: knowledge)
        let calendar = CalendarText(plan.calendar(in: language, from: start))
        #expect(calendar.longestLine <= 75 && calendar.isWellFormed)
        let names = ["BEGIN", "VERSION", "PRODID", "CALSCALE"]
        #expect(calendar.lines.prefix(4).map(\.name) == names && calendar.lines.last?.value == "VCALENDAR")
        #expect(calendar.values(of: "BEGIN") == ["VCALENDAR"] + plan.steps.map { _ in "VEVENT" })
        #expect(calendar.values(of: "UID") == plan.steps.map { "20270104-\($0.id)@passerelle" })
        #expect(Set(calendar.values(of: "DTSTAMP")) == ["20270104T000000Z"])
        let periods = plan.phases.flatMap { $0.periods(from: start) }
        func digits(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }
        #expect(calendar.values(of: "DTSTART;VALUE=DATE") == periods.map { digits($0.first) })
        #expect(calendar.values(of: "DTEND;VALUE=DATE") == periods.map { digits($0.last.adding(days: 1)) })
        for (step, summary) in zip(plan.steps, calendar.values(of: "SUMMARY")) {
            #expect(summary.hasPrefix(spaced(step.action.title[language], language)))
        }
        for (step, description) in zip(plan.steps, calendar.values(of: "DESCRIPTION").dropFirst()) {
            #expect(description.contains(spaced(step.action.indicator[language], language)))
            #expect(description.contains(spaced(step.solution?.steps[language].first ?? "?", language)))
        }
    }

    @Test func hardTextsAreQuotedAndEscaped() throws {
        let title = #"Base « \n » ; \, "ça" 🌱é"# + String(repeating: "🌱é", count: 60)
        let knowledge = try Self.knowledge(
            replacing: "fr: Remplacer le questionnaire maison par la base commune", with: "fr: '\(title)'")
        let plan = ActionPlan(knowledge: knowledge, horizon: .short)
        let typeset = spaced(title, .fr)
        #expect(try CommaSeparatedValues.rows(of: plan.commaSeparatedValues(in: .fr, from: start))[1][2] == typeset)
        let source = plan.calendar(in: .fr, from: start)
        let calendar = CalendarText(source)
        #expect(calendar.longestLine <= 75 && calendar.isWellFormed)
        #expect(calendar.values(of: "SUMMARY").first == typeset)
        #expect(source.contains(#"\\n"#) && source.contains(#"\;"#) && source.contains(#"\\\,"#))
    }

    /// A text with the spaces of its language, for those that the tests compare with.
    private func spaced(_ text: String, _ language: Language) -> String {
        guard language == .fr else { return text }
        return text.replacingOccurrences(of: "« ", with: "«\u{A0}").replacingOccurrences(of: " »", with: "\u{A0}»")
            .replacingOccurrences(of: " :", with: "\u{A0}:").replacingOccurrences(of: "30 %", with: "30\u{A0}%")
    }

    /// The real knowledge base with a line of it changed.
    private static func knowledge(replacing old: String, with new: String) throws -> KnowledgeBase {
        let files = try ContentFolder.files(under: RealContent.root, named: "knowledge")
            .filter { !$0.path.contains("/answers/") }
            .map { file in
                let text = String(decoding: file.bytes, as: UTF8.self).replacingOccurrences(of: old, with: new)
                return ContentFile(path: file.path, bytes: Array(text.utf8))
            }
        return try #require(KnowledgeBase.load(files: files, into: ContentReader()))
    }
}

/// An iCalendar object, read as RFC 5545 says.
private struct CalendarText {
    /// The lines, unfolded: all before the colon, and the value without its escapes.
    let lines: [(name: String, value: String)]
    /// In octets, without its end.
    let longestLine: Int
    /// Whether lines end with CRLF, none is empty, and each by itself is UTF-8 without control characters.
    let isWellFormed: Bool

    init(_ source: String) {
        let bytes = Array(source.utf8)
        let raw = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        longestLine = raw.map { max(0, $0.count - 1) }.max() ?? 0
        isWellFormed =
            raw.last?.isEmpty == true
            && raw.dropLast().allSatisfy { line in
                line.count > 1 && line.last == UInt8(ascii: "\r") && line.dropLast().allSatisfy { $0 >= 0x20 }
                    && String(validating: line, as: UTF8.self) != nil
            }
        let unfolded = source.replacingOccurrences(of: "\r\n ", with: "")
        lines = unfolded.components(separatedBy: "\r\n").filter { !$0.isEmpty }.map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (String(line[..<colon]), Self.unescaped(line[colon...].dropFirst()))
        }
    }

    var text: String { lines.map { "\($0.name):\($0.value)" }.joined(separator: "\n") }

    func values(of name: String) -> [String] { lines.filter { $0.name == name }.map(\.value) }

    private static func unescaped(_ value: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
