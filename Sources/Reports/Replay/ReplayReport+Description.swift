import Rendering
public import Text

extension ReplayReport {
    /// The figures, what was understood differently, and each difference, for a terminal.
    public func text(in language: Language) -> String {
        var sections = [versions(in: language), language.say("totals") + "\n" + totals.text(in: language)]
        let aspects = ReplayAspect.allCases.compactMap { aspect in
            changes[aspect.rawValue].map { (aspect.rawValue, $0) }
        }
        if !aspects.isEmpty { sections.append(language.say("what changed") + "\n" + Self.counted(aspects)) }
        if !intentChanges.isEmpty {
            let rows = intentChanges.map { ("\($0.then) → \($0.now)", $0.count) }
            sections.append(language.say("intents then → now") + "\n" + Self.counted(rows))
        }
        if !differences.isEmpty {
            sections.append(language.say("differences"))
            sections += differences.map { $0.text(in: language) }
        }
        if !sequenceGaps.isEmpty {
            sections.append(language.say("gaps in the sequence of the replies then"))
            sections.append(sequenceGaps.map { "  " + $0.text(in: language) }.joined(separator: "\n"))
        }
        return sections.joined(separator: "\n\n")
    }

    private func versions(in language: Language) -> String {
        let then = knowledgeVersionsThen.map { "\($0.knowledgeVersion) (\($0.replies))" }.joined(separator: ", ")
        return language.say(
            """
            knowledge then (replies): \(then.isEmpty ? language.say("none") : then)
            knowledge now: \(knowledgeVersion)
            """)
    }

    /// A line each, the counts below one another.
    fileprivate static func counted(_ rows: [(name: String, count: Int)]) -> String {
        var table = TextTable([.right, .left], indentation: 2)
        for (name, count) in rows { table.add([String(count), name]) }
        return table.description
    }
}

extension ReplayReport.Totals {
    /// The counts, a line each; those of what should not be there only if it is.
    func text(in language: Language) -> String {
        let always: [(TranslatableText, Int)] = [
            ("questions compared", questions), ("conversations", conversations), ("the same", same),
            ("changed", changed), ("with a reply now only", missingThen), ("with a reply then only", missingNow),
        ]
        let ifAny: [(TranslatableText, Int)] = [
            ("without a reply then and now", withoutReply), ("questions that cannot be read", unreadable),
            ("duplicates ignored", duplicates),
            ("conversations whose beginning is not there", conversationsWithoutBeginning),
            ("replies without their question", repliesWithoutQuestion), ("repeated replies", repeatedReplies),
            ("replies that cannot be read", unreadableReplies),
        ]
        return ReplayReport.counted((always + ifAny.filter { $0.1 > 0 }).map { (language.say($0.0), $0.1) })
    }
}

extension ReplayReport.Difference {
    /// The most of a text that is shown on a line, in characters.
    private static let longestText = 200

    /// Where and when, the question's text, and each thing that differs, a line each.
    func text(in language: Language) -> String {
        let place = [
            time, language.say("conversation \(conversation)"),
            question.map { language.say("question \($0.id) of \($0.source)") },
        ]
        let shown = text.count <= Self.longestText ? text : "\(text.prefix(Self.longestText))…"
        var lines = [place.compactMap(\.self).joined(separator: "  "), "  « \(shown) »"]
        if lacksBeginning { lines.append(language.say("  (earlier questions of this conversation are not there)")) }
        if let then, let now {
            lines += changed.flatMap { Self.lines(of: $0, then, now, in: language) }
        } else {
            let (old, new) = (Self.headline(of: then, in: language), Self.headline(of: now, in: language))
            lines.append(language.say("  reply: \(old) → \(new)"))
        }
        // What clients and old replies say may hold what moves the cursor.
        return lines.map { CleanText.line($0) }.joined(separator: "\n")
    }

    private static func headline(of reply: ReplySummary?, in language: Language) -> String {
        reply.map { "\($0.outcome) \($0.intent)" } ?? language.say("none")
    }

    private static func lines(
        of aspect: ReplayAspect, _ then: ReplySummary, _ now: ReplySummary, in language: Language
    ) -> [String] {
        func list(_ values: [String]) -> String {
            values.isEmpty ? language.say("none") : values.joined(separator: ", ")
        }
        let (old, new) = (aspect.values(of: then), aspect.values(of: now))
        switch aspect {
        case .text:
            return indented(language.say("text then"), old) + indented(language.say("text now"), new)
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

    private static func indented(_ title: String, _ texts: [String]) -> [String] {
        let lines = texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        return ["  \(title):"] + lines.map { "    \($0)" }
    }
}

extension ReplayReport.SequenceGap {
    /// Where and when, and the two numbers.
    func text(in language: Language) -> String {
        let place = [
            time, language.say("conversation \(conversation)"),
            language.say("question \(question.id) of \(question.source)"),
        ].compactMap(\.self).joined(separator: "  ")
        return CleanText.line(language.say("\(place): \(expected) expected, \(got) found"))
    }
}
