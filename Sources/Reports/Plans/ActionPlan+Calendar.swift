public import Dialogue
import Knowledge
public import Text

extension ActionPlan {
    /// The plan as an iCalendar object (RFC 5545): an all-day event for each action, and nothing to do.
    ///
    /// Its events keep their ids from one plan to the next with the same first day, so that a calendar that takes in the plan
    /// again replaces them.
    ///
    /// - Parameters:
    ///   - language: The language to write in.
    ///   - start: The first day of the plan.
    public func calendar(in language: Language, from start: CivilDate) -> String {
        let wording = Wording(knowledge: knowledge, language: language)
        let proposal = "\(wording[.proposal]) \(knowledge.chantier.priorityBasis[language])"
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Passerelle//Action plan//\(language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN",
            // RFC 7986, and the older name that most calendars know.
            line("NAME", text: wording[.plan], wording), line("X-WR-CALNAME", text: wording[.plan], wording),
            line("DESCRIPTION", text: proposal, wording),
        ]
        for phase in phases {
            for (step, days) in zip(phase.steps, phase.periods(from: start)) {
                lines += event(of: step, in: phase, on: days, from: start, wording)
            }
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(
        of step: Step, in phase: Phase, on days: Period, from start: CivilDate, _ wording: Wording
    ) -> [String] {
        let firstDay = start.text(separator: "")
        let title = wording.marked(step.action.title[wording.language], step.action.provenance)
        let categories = [wording.title(of: phase.horizon)] + step.action.dimensions.map { wording.title(of: $0) }
        return [
            "BEGIN:VEVENT",
            "UID:\(firstDay)-\(step.id)@passerelle",
            // The plan's first day rather than this moment: the same plan is the same bytes.
            "DTSTAMP:\(firstDay)T000000Z",
            "DTSTART;VALUE=DATE:\(days.first.text(separator: ""))",
            "DTEND;VALUE=DATE:\(days.last.adding(days: 1).text(separator: ""))",
            line("SUMMARY", text: title, wording),
            line("DESCRIPTION", text: description(of: step, wording), wording),
            "CATEGORIES:" + categories.map { Self.escaped(wording.language.typeset($0)) }.joined(separator: ","),
            // A proposal that spans weeks keeps nobody from being invited.
            "STATUS:TENTATIVE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    }

    private func description(of step: Step, _ wording: Wording) -> String {
        let details = wording.details(of: step).map { wording.labelled($0.label, $0.text) }
        let blocks = [
            step.action.description[wording.language],
            (details + [wording.priority(of: step.action)]).joined(separator: "\n"),
            wording.labelled(.provenance, wording.provenance(of: step.action)),
            wording[.proposal],
        ]
        return blocks.joined(separator: "\n\n")
    }

    private func line(_ name: String, text: String, _ wording: Wording) -> String {
        "\(name):\(Self.escaped(wording.language.typeset(text)))"
    }

    /// A text as a value (RFC 5545, 3.3.11): clean, on one line.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in CleanText.lines(text).unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// The longest line, in octets, its end apart (RFC 5545, 3.1).
    private static let longestLine = 75

    /// A line in parts that are short enough, none of which ends inside a character of UTF-8.
    private static func folded(_ line: String) -> String {
        var folded = String.UnicodeScalarView()
        var length = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if length + width > longestLine {
                folded.append(contentsOf: ["\r", "\n", " "])
                length = 1
            }
            folded.append(scalar)
            length += width
        }
        return String(folded)
    }
}
