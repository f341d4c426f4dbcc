import Dialogue
public import Knowledge
import Questionnaires
public import Text

/// A form of a questionnaire as a drawing: its questions from top to bottom in their sections, what each is like, and
/// which answers show which questions.
///
/// The drawing is an SVG file that needs nothing else: no script, no font or picture from elsewhere.
public struct QuestionnaireGraph: Sendable {
    let questionnaire: Questionnaire
    let questions: [Question]
    let form: String
    let language: Language
    let vocabulary: Vocabulary
    /// The numbers of the questions, by their ids.
    let numbers: [String: Int]

    /// - Parameters:
    ///   - questionnaire: The questionnaire.
    ///   - form: The id of the questionnaire or of its short form.
    ///   - language: The language to write in.
    ///   - vocabulary: What the drawing says of its own.
    public init(of questionnaire: Questionnaire, form: String, language: Language, vocabulary: Vocabulary) {
        self.questionnaire = questionnaire
        self.form = form
        self.language = language
        self.vocabulary = vocabulary
        questions = questionnaire.questions(ofForm: form)
        numbers = questionnaire.numbers(ofForm: form)
    }

    /// A question of the form with its place in the drawing. All lengths are in pixels.
    struct Box {
        /// Its number when all questions of the form are shown.
        let number: Int
        let question: Question
        let label: WrappedText
        let marks: WrappedText
        let badge: String?
        let labels: [ConditionLabel]
        /// Whether its answer shows other questions.
        let isSource: Bool
        var top = 0

        /// The height of what the box says.
        var textHeight: Int {
            label.lines.count * Measure.labelLine + max(marks.lines.count * Measure.smallLine, Measure.badgeHeight) + 20
        }
        /// The height of the labels of the conditions, one below the other.
        var labelsHeight: Int { labels.reduce(0) { $0 + $1.height + Measure.labelGap } }
        var height: Int {
            guard !labels.isEmpty else { return textHeight }
            return max(textHeight, labelsHeight + Measure.labelGap + (isSource ? Measure.exitRoom : 0))
        }
        var bottom: Int { top + height }
        /// Where arrows leave: below the labels of those that come in.
        var exit: Int { labels.isEmpty ? top + height / 2 : bottom - Measure.exitRoom / 2 }
        /// Where the label of a condition stands, and so its arrow comes in.
        func labelTop(_ index: Int) -> Int {
            top + Measure.labelGap + labels[..<index].reduce(0) { $0 + $1.height + Measure.labelGap }
        }
        func entry(_ index: Int) -> Int { labelTop(index) + labels[index].height / 2 }
    }

    /// What a condition asks for, beside the question that it shows.
    struct ConditionLabel {
        let condition: Condition
        let text: WrappedText
        var height: Int { text.lines.count * Measure.smallLine + 10 }
    }

    /// Questions of one section that follow each other.
    struct Band {
        let title: String
        let top: Int
        let bottom: Int
        let count: Int
    }

    /// An arrow from a question to one that it shows.
    struct Arrow {
        let start: Int
        let end: Int
        /// How far to the right it goes down, from 0.
        let lane: Int
    }

    /// Lengths in pixels.
    enum Measure {
        static let margin = 24
        static let boxLeft = 44
        static let boxWidth = 480
        static let boxRight = boxLeft + boxWidth
        static let textLeft = boxLeft + 56
        static let textWidth = boxRight - 14 - textLeft
        static let labelLeft = boxRight + 26
        static let labelWidth = 330
        static let firstLane = labelLeft + labelWidth + 20
        static let laneGap = 20
        static let bandTitle = 44
        static let boxGap = 16
        static let bandGap = 18
        static let labelLine = 20
        static let smallLine = 16
        static let badgeHeight = 20
        static let labelGap = 8
        static let exitRoom = 18
        static let labelSize = 15
        static let smallSize = 12
    }

    /// Where everything is.
    struct Layout {
        var boxes: [Box] = []
        var bands: [Band] = []
        var arrows: [Arrow] = []
        var bottom = 0
        var lanes: Int { (arrows.map(\.lane).max() ?? -1) + 1 }
        var width: Int { Measure.firstLane + max(1, lanes) * Measure.laneGap + Measure.margin + 4 }
    }

    /// The layout below a head of some height.
    func layout(from top: Int) -> Layout {
        var layout = Layout()
        var y = top
        var place = 0
        while place < questions.count {
            let section = questions[place].section
            let members = questions[place...].prefix { $0.section == section }
            let bandTop = y
            y += Measure.bandTitle
            for question in members {
                var box = box(question, number: numbers[question.id] ?? 0)
                box.top = y
                layout.boxes.append(box)
                y = box.bottom + Measure.boxGap
            }
            layout.bands.append(
                Band(
                    title: typeset(questionnaire.section(section)?.title[language] ?? section), top: bandTop, bottom: y,
                    count: members.count))
            y += Measure.bandGap
            place = members.endIndex
        }
        layout.bottom = y - Measure.bandGap
        layout.arrows = arrows(among: layout.boxes)
        return layout
    }

    private func box(_ question: Question, number: Int) -> Box {
        let badge = badge(of: question)
        let badgeWidth = badge.map { WrappedText.width(of: $0, size: Measure.smallSize, isBold: true) + 34 } ?? 0
        return Box(
            number: number, question: question,
            label: WrappedText(
                typeset(question.label[language]), width: Measure.textWidth, size: Measure.labelSize, isBold: true),
            marks: WrappedText(
                marks(of: question), width: Measure.textWidth - badgeWidth, size: Measure.smallSize), badge: badge,
            labels: question.showIf.map { condition in
                ConditionLabel(
                    condition: condition,
                    text: WrappedText(
                        words(for: condition), width: Measure.labelWidth - 20, size: Measure.smallSize))
            }, isSource: questions.contains { $0.showIf.contains { $0.question == question.id } })
    }

    /// The arrows: those that leave one question go down one lane, and shorter ones nearer to the boxes.
    private func arrows(among boxes: [Box]) -> [Arrow] {
        let ways = boxes.compactMap { source -> (start: Int, ends: [Int])? in
            let ends = boxes.flatMap { target in
                target.labels.indices.filter { target.labels[$0].condition.question == source.question.id }
                    .map(target.entry)
            }
            return ends.isEmpty ? nil : (source.exit, ends)
        }
        func span(_ way: (start: Int, ends: [Int])) -> ClosedRange<Int> {
            let all = way.ends + [way.start]
            return (all.min() ?? 0)...(all.max() ?? 0)
        }
        var lanes: [[ClosedRange<Int>]] = []
        return ways.sorted { (span($0).count, $0.start) < (span($1).count, $1.start) }.flatMap { way in
            let wanted = span(way)
            let free = lanes.firstIndex { !$0.contains { $0.overlaps(wanted) } }
            let lane = free ?? lanes.count
            if free == nil { lanes.append([]) }
            lanes[lane].append(wanted)
            return way.ends.map { Arrow(start: way.start, end: $0, lane: lane) }
        }
    }
}
