public import Dialogue
import Knowledge
import Rendering
public import Text

extension ActionPlan {
    /// The plan as a document in the CommonMark that answers use.
    ///
    /// - Parameters:
    ///   - language: The language to write in.
    ///   - start: The first day of the plan.
    public func markdown(in language: Language, from start: CivilDate) -> String {
        let wording = Wording(knowledge: knowledge, language: language)
        var blocks = [heading(from: start, wording)]
        let limits = wording.limits(of: self)
        if !limits.isEmpty { blocks.append("_\(wording.labelled(.limitedTo, limits))_") }
        blocks.append("_\(wording[.proposal]) \(knowledge.chantier.priorityBasis[language])_")
        for phase in phases {
            blocks.append("**\(wording.title(of: phase.horizon))**, \(wording.days(phase.period(from: start)))")
            let steps = zip(phase.steps, phase.periods(from: start)).map { lines(of: $0, on: $1, wording) }
            blocks.append(steps.joined(separator: "\n\n"))
        }
        return wording.language.typeset(blocks.joined(separator: "\n\n"))
    }

    /// The plan as a document in plain text, for a terminal.
    ///
    /// - Parameters:
    ///   - language: The language to write in.
    ///   - start: The first day of the plan.
    public func text(in language: Language, from start: CivilDate) -> String {
        PlainText.of(markdown: markdown(in: language, from: start))
    }

    private func heading(from start: CivilDate, _ wording: Wording) -> String {
        let count = steps.count == 1 ? wording[.oneAction] : wording.text(.actions, ["count": String(steps.count)])
        let days = period(from: start).map { ", \(wording.days($0))" } ?? ""
        return "**\(wording.labelled(.plan, count + days))**"
    }

    private func lines(of step: Step, on days: Period, _ wording: Wording) -> String {
        let action = step.action
        let title = wording.marked(action.title[wording.language], action.provenance)
        let head = "\(step.number). **\(title)**, \(wording.days(days)). \(action.description[wording.language])"
        let details = wording.details(of: step).map { "    - " + wording.labelled("**\(wording[$0.label])**", $0.text) }
        let provenance = wording.provenance(of: action) { "[\($0)](\($0))" }
        let last = [
            "    - \(wording.priority(of: action))", "    - _\(wording.labelled(.provenance, provenance))._",
        ]
        return ([head] + details + last).joined(separator: "\n")
    }
}

extension ActionPlan {
    /// How the documents of a plan are worded in a language.
    package struct Wording {
        let knowledge: KnowledgeBase
        let language: Language

        subscript(word: PlanWord) -> String { text(word) }

        func text(_ word: PlanWord, _ fields: [String: String] = [:]) -> String {
            knowledge.vocabulary.text(word, in: language, fields)
        }

        func labelled(_ label: PlanWord, _ text: String) -> String { labelled(self[label], text) }

        func labelled(_ label: String, _ text: String) -> String {
            self.text(.labelled, ["label": label, "text": text])
        }

        func title<Value: VocabularyValue>(of value: Value) -> String {
            knowledge.vocabulary.title(of: value)[language]
        }

        func titles<Value: VocabularyValue>(of values: [Value]) -> String {
            values.map { title(of: $0) }.joined(separator: ", ")
        }

        /// What an entry says, marked when it must be checked before one relies on it.
        func marked(_ text: String, _ provenance: Provenance) -> String {
            provenance.needsChecking ? "\(text) (\(self[.toCheck]))" : text
        }

        func days(_ period: Period) -> String {
            text(.days, ["first": period.first.description, "last": period.last.description])
        }

        func firstStep(of step: Step) -> String? {
            guard let solution = step.solution, let text = solution.steps[language].first else { return nil }
            return marked(text, solution.provenance)
        }

        func barriers(of step: Step) -> String {
            step.barriers.map { marked($0.title[language], $0.provenance) }.joined(separator: "; ")
        }

        /// The priority of an action, whoever the action comes from said to be proposed: none is ECPAR's.
        func priority(of action: Action) -> String { "\(title(of: action.priority)) (\(self[.proposed]))" }

        func sources(of provenance: Provenance, linking link: (String) -> String = { $0 }) -> String {
            provenance.sources.map { source in
                if case .url(let address) = source { return link(address) }
                return knowledge.sources.title(of: source)[language]
            }.joined(separator: "; ")
        }

        /// What is said of an action besides its title, its description, its priority and what it rests on.
        func details(of step: Step) -> [(label: PlanWord, text: String)] {
            let carryingOut = step.solution.map { "\(titles(of: $0.actors)); \(title(of: $0.effort))" }
            return [
                (.firstStep, firstStep(of: step) ?? ""),
                (.indicator, step.action.indicator[language]),
                (.barriers, barriers(of: step)),
                (.actors, carryingOut ?? ""),
                (.dimensions, titles(of: step.action.dimensions)),
                (.stages, titles(of: step.action.stages)),
            ].filter { !$0.text.isEmpty }
        }

        /// Whose word an action is, and what it rests on.
        func provenance(of action: Action, linking link: (String) -> String = { $0 }) -> String {
            let provenance = action.provenance
            let parts = [
                title(of: provenance.authority), sources(of: provenance, linking: link),
                text(.informationFrom, ["year": String(provenance.asOf)]), title(of: provenance.confidence),
            ]
            return (parts + (provenance.needsChecking ? [self[.toCheck]] : [])).joined(separator: "; ")
        }

        /// What a plan is narrowed to.
        func limits(of plan: ActionPlan) -> String {
            var limits = plan.dimensions.map { title(of: $0) } + plan.stages.map { title(of: $0) }
            if let horizon = plan.horizon { limits.append(title(of: horizon)) }
            if let priority = plan.priority { limits.append(title(of: priority)) }
            return limits.joined(separator: "; ")
        }
    }
}
