import Knowledge
import Rendering
import Text

extension QuestionnaireGraph {
    /// The drawing, in UTF-8, with an end of line.
    public var svg: String {
        let shortForm = questionnaire.shortForm.flatMap { $0.id == form ? $0 : nil }
        let title = typeset((shortForm?.title ?? questionnaire.title)[language])
        let legend = legend(from: 84, width: layout(from: 0).width - 2 * Measure.margin)
        let layout = layout(from: legend.bottom + Measure.bandGap)
        let note = WrappedText(
            typeset(questionnaire.standing[language]), width: layout.width - 2 * Measure.margin, size: Measure.smallSize
        )
        let height = layout.bottom + note.lines.count * Measure.smallLine + 44
        let body =
            [
                "<rect class=\"page\" width=\"\(layout.width)\" height=\"\(height)\"/>",
                text(title, x: Measure.margin, y: 40, "title"),
                text(summary, x: Measure.margin, y: 64, "small"),
            ] + legend.marks + layout.bands.map { band($0, width: layout.width) } + flow(layout)
            + layout.arrows.map(arrow) + layout.boxes.map(box)
            + lines(note, x: Measure.margin, y: layout.bottom + 30, step: Measure.smallLine, "small")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(layout.width) \(height)" width="\(layout.width)" \
            height="\(height)" lang="\(language.rawValue)" role="img" aria-labelledby="graph-title graph-desc">
            <title id="graph-title">\(HTMLEscaping.escaped(title))</title>
            <desc id="graph-desc">\(HTMLEscaping.escaped(described))</desc>
            <style>
            \(Self.style)
            </style>
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    private var summary: String {
        let required = questions.count { $0.validation.required }
        let conditional = questions.count { !$0.showIf.isEmpty }
        let scored = questions.count { $0.scoring.mode != .none }
        return typeset(
            word(
                .summary,
                [
                    "count": String(questions.count), "required": String(required),
                    "conditional": String(conditional), "scored": String(scored),
                ]))
    }

    /// What the arrows show, for those who do not see them.
    private var described: String {
        let conditions = questions.enumerated().filter { !$0.element.showIf.isEmpty }.map { place, question in
            "\(place + 1). \(typeset(question.label[language])) — "
                + joined(question.showIf.map(words))
        }
        return ([summary] + conditions).joined(separator: ". ") + "."
    }

    private func joined(_ conditions: [String]) -> String {
        conditions.dropFirst().reduce(conditions.first ?? "") { word(.and, ["first": $0, "last": $1]) }
    }

    // MARK: - Head

    private func legend(from top: Int, width: Int) -> (marks: [String], bottom: Int) {
        var marks: [String] = []
        var (x, y) = (Measure.margin, top)
        for (sign, meaning) in Self.legend {
            let label = typeset(word(meaning))
            let room = 48 + WrappedText.width(of: label, size: Measure.smallSize) + 22
            if x > Measure.margin, x + room > Measure.margin + width {
                x = Measure.margin
                y += 28
            }
            marks.append(draw(sign, x: x, y: y))
            marks.append(text(label, x: x + 48, y: y + 14, "small"))
            x += room
        }
        return (marks, y + 24)
    }

    private func draw(_ sign: Sign, x: Int, y: Int) -> String {
        switch sign {
        case .required:
            "<rect class=\"box\" x=\"\(x)\" y=\"\(y)\" width=\"38\" height=\"20\" rx=\"5\"/>"
                + "<path class=\"required\" d=\"M\(x + 5) \(y + 5)V\(y + 15)\"/>"
        case .conditional: "<rect class=\"box conditional\" x=\"\(x)\" y=\"\(y)\" width=\"38\" height=\"20\" rx=\"5\"/>"
        case .weight: pill("3", right: x + 38, y: y, width: 38, "environment")
        case .bonus: pill("+2", right: x + 38, y: y, width: 38, "environment bonus")
        case .arrow: "<path class=\"arrow\" d=\"M\(x) \(y + 10)H\(x + 30)\"/>" + head(x + 38, y + 10, isLeft: false)
        case .neutral: "<circle class=\"neutral\" cx=\"\(x + 19)\" cy=\"\(y + 10)\" r=\"6\"/>"
        }
    }

    // MARK: - Body

    private func band(_ band: Band, width: Int) -> String {
        let right = width - Measure.margin
        let count = band.count > 1 ? word(.questions, ["count": String(band.count)]) : word(.oneQuestion)
        return """
            <rect class="band" x="\(Measure.margin)" y="\(band.top)" width="\(right - Measure.margin)" \
            height="\(band.bottom - band.top)" rx="10"/>\
            \(text(band.title, x: Measure.boxLeft, y: band.top + 28, "section"))\
            \(text(count, x: Measure.boxRight, y: band.top + 28, "small end"))
            """
    }

    /// The order of the questions: a line from each box to the next of its section.
    private func flow(_ layout: Layout) -> [String] {
        let x = Measure.boxLeft + 28
        let neighbours = zip(layout.boxes, layout.boxes.dropFirst())
        return neighbours.filter { $0.question.section == $1.question.section }.map { upper, lower in
            "<path class=\"flow\" d=\"M\(x) \(upper.bottom)V\(lower.top)\"/>"
        }
    }

    private func arrow(_ arrow: Arrow) -> String {
        let x = Measure.firstLane + arrow.lane * Measure.laneGap
        let turn = min(10, abs(arrow.end - arrow.start) / 2) * (arrow.end < arrow.start ? -1 : 1)
        let end = Measure.boxRight + 3
        return """
            <path class="arrow" d="M\(Measure.boxRight) \(arrow.start)H\(x - 10)Q\(x) \(arrow.start) \(x) \
            \(arrow.start + turn)V\(arrow.end - turn)Q\(x) \(arrow.end) \(x - 10) \(arrow.end)H\(end + 8)"/>\
            <circle class="head" cx="\(Measure.boxRight)" cy="\(arrow.start)" r="4"/>\(head(end, arrow.end, isLeft: true))
            """
    }

    private func head(_ x: Int, _ y: Int, isLeft: Bool) -> String {
        let back = isLeft ? x + 10 : x - 10
        return "<path class=\"head\" d=\"M\(x) \(y)L\(back) \(y - 5)V\(y + 5)Z\"/>"
    }

    private func box(_ box: Box) -> String {
        let question = box.question
        let middle = box.top + box.height / 2
        var parts = [
            "<g><title>\(HTMLEscaping.escaped(typeset(question.text[language])))</title>",
            "<rect class=\"box\(question.showIf.isEmpty ? "" : " conditional")\" x=\"\(Measure.boxLeft)\" y=\"\(box.top)\" "
                + "width=\"\(Measure.boxWidth)\" height=\"\(box.height)\" rx=\"8\"/>",
        ]
        if question.validation.required {
            parts.append(
                "<path class=\"required\" d=\"M\(Measure.boxLeft + 6) \(box.top + 8)V\(box.bottom - 8)\"/>")
        }
        parts.append("<circle class=\"number\" cx=\"\(Measure.boxLeft + 28)\" cy=\"\(middle)\" r=\"15\"/>")
        parts.append(text(String(box.number), x: Measure.boxLeft + 28, y: middle + 5, "count"))
        let top = middle - box.textHeight / 2 + 10
        parts += lines(box.label, x: Measure.textLeft, y: top + 15, step: Measure.labelLine, "label")
        let below = top + box.label.lines.count * Measure.labelLine
        var marksLeft = Measure.textLeft
        if question.scoring.mode != .none, question.choices.contains(where: \.neutral) {
            parts.append("<circle class=\"neutral\" cx=\"\(marksLeft + 6)\" cy=\"\(below + 11)\" r=\"5\"/>")
            marksLeft += 18
        }
        parts += lines(box.marks, x: marksLeft, y: below + 15, step: Measure.smallLine, "small")
        if let badge = box.badge, let part = question.scoring.indicator {
            let width = WrappedText.width(of: badge, size: Measure.smallSize, isBold: true) + 16
            let isBonus = question.scoring.mode == .bonus
            parts.append(
                pill(
                    badge, right: Measure.boxRight - 12, y: below + 3, width: width,
                    part.rawValue + (isBonus ? " bonus" : "")))
        }
        parts.append("</g>")
        for (index, label) in box.labels.enumerated() {
            let labelTop = box.labelTop(index)
            parts.append(
                "<rect class=\"condition\" x=\"\(Measure.labelLeft)\" y=\"\(labelTop)\" width=\"\(label.text.width + 20)\" "
                    + "height=\"\(label.height)\" rx=\"8\"/>")
            parts += lines(
                label.text, x: Measure.labelLeft + 10, y: labelTop + 17, step: Measure.smallLine, "small")
        }
        return parts.joined()
    }

    // MARK: - Pieces

    private func pill(_ label: String, right: Int, y: Int, width: Int, _ style: String) -> String {
        "<g class=\"\(style)\"><rect x=\"\(right - width)\" y=\"\(y)\" width=\"\(width)\" "
            + "height=\"\(Measure.badgeHeight)\" rx=\"10\"/>\(text(label, x: right - width / 2, y: y + 14, "badge"))</g>"
    }

    private func lines(_ wrapped: WrappedText, x: Int, y: Int, step: Int, _ style: String) -> [String] {
        wrapped.lines.enumerated().map { line, words in text(words, x: x, y: y + line * step, style) }
    }

    private func text(_ words: String, x: Int, y: Int, _ style: String) -> String {
        "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\">\(HTMLEscaping.escaped(words))</text>"
    }
}
