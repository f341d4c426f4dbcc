import Rendering
import Text

extension ReplayReport: CustomStringConvertible {
    /// The figures, what was understood differently, and each difference, for a terminal.
    public var description: String {
        var sections = [versions, "totals\n\(totals.description)"]
        let aspects = ReplayAspect.allCases.compactMap { aspect in
            changes[aspect.rawValue].map { (aspect.rawValue, $0) }
        }
        if !aspects.isEmpty { sections.append("what changed\n\(Self.counted(aspects))") }
        if !intentChanges.isEmpty {
            let rows = intentChanges.map { ("\($0.then) → \($0.now)", $0.count) }
            sections.append("intents then → now\n\(Self.counted(rows))")
        }
        if !differences.isEmpty {
            sections.append("differences")
            sections += differences.map(\.description)
        }
        if !sequenceGaps.isEmpty {
            sections.append("gaps in the sequence of the replies then")
            sections.append(sequenceGaps.map { "  \($0.description)" }.joined(separator: "\n"))
        }
        return sections.joined(separator: "\n\n")
    }

    private var versions: String {
        let then = knowledgeVersionsThen.map { "\($0.knowledgeVersion) (\($0.replies))" }.joined(separator: ", ")
        return """
            knowledge then (replies): \(then.isEmpty ? "none" : then)
            knowledge now: \(knowledgeVersion)
            """
    }

    /// A line each, the counts below one another.
    fileprivate static func counted(_ rows: [(name: String, count: Int)]) -> String {
        var table = TextTable([.right, .left], indentation: 2)
        for (name, count) in rows { table.add([String(count), name]) }
        return table.description
    }
}

extension ReplayReport.Totals: CustomStringConvertible {
    /// The counts, a line each; those of what should not be there only if it is.
    public var description: String {
        let always = [
            ("questions compared", questions), ("conversations", conversations), ("the same", same),
            ("changed", changed), ("with a reply now only", missingThen), ("with a reply then only", missingNow),
        ]
        let ifAny = [
            ("without a reply then and now", withoutReply), ("questions that cannot be read", unreadable),
            ("duplicates ignored", duplicates),
            ("conversations whose beginning is not there", conversationsWithoutBeginning),
            ("replies without their question", repliesWithoutQuestion), ("repeated replies", repeatedReplies),
            ("replies that cannot be read", unreadableReplies),
        ]
        return ReplayReport.counted(always + ifAny.filter { $0.1 > 0 })
    }
}

extension ReplayReport.Difference: CustomStringConvertible {
    /// The most of a text that is shown on a line, in characters.
    private static let longestText = 200

    /// Where and when, the question's text, and each thing that differs, a line each.
    public var description: String {
        let place = [time, "conversation \(conversation)", question.map { "question \($0.id) of \($0.source)" }]
        let shown = text.count <= Self.longestText ? text : "\(text.prefix(Self.longestText))…"
        var lines = [place.compactMap(\.self).joined(separator: "  "), "  « \(shown) »"]
        if lacksBeginning { lines.append("  (earlier questions of this conversation are not there)") }
        if let then, let now {
            lines += changed.flatMap { Self.lines(of: $0, then, now) }
        } else {
            lines.append("  reply: \(Self.headline(of: then)) → \(Self.headline(of: now))")
        }
        // What clients and old replies say may hold what moves the cursor.
        return lines.map { CleanText.line($0) }.joined(separator: "\n")
    }

    private static func headline(of reply: ReplySummary?) -> String {
        reply.map { "\($0.outcome) \($0.intent)" } ?? "none"
    }

    private static func lines(of aspect: ReplayAspect, _ then: ReplySummary, _ now: ReplySummary) -> [String] {
        let (old, new) = (aspect.values(of: then), aspect.values(of: now))
        switch aspect {
        case .text:
            return indented("text then", old) + indented("text now", new)
        case .entities, .references:
            let gone = old.filter { !new.contains($0) }.map { "− \($0)" }
            let come = new.filter { !old.contains($0) }.map { "+ \($0)" }
            // Where neither is, the order has changed.
            guard gone.isEmpty, come.isEmpty else { return ["  \(aspect.rawValue): \(list(gone + come))"] }
        case .intent, .outcome, .language, .alternatives, .also, .rejection:
            break
        }
        return ["  \(aspect.rawValue): \(list(old)) → \(list(new))"]
    }

    private static func list(_ values: [String]) -> String {
        values.isEmpty ? "none" : values.joined(separator: ", ")
    }

    private static func indented(_ title: String, _ texts: [String]) -> [String] {
        let lines = texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        return ["  \(title):"] + lines.map { "    \($0)" }
    }
}

extension ReplayReport.SequenceGap: CustomStringConvertible {
    /// Where and when, and the two numbers.
    public var description: String {
        let place = [time, "conversation \(conversation)", "question \(question.id) of \(question.source)"]
        return CleanText.line(
            "\(place.compactMap(\.self).joined(separator: "  ")): \(expected) expected, \(got) found")
    }
}
