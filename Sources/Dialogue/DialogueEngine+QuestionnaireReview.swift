import Knowledge
import Questionnaires
import Text
import Understanding

/// The review of a questionnaire: all that was said, on as many pages as it takes.
extension DialogueEngine {
    /// Says a page of the review, from 0, with the open question behind it.
    func tellReview(page: Int, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        let language = draft.language
        var open = open
        open.run.withdraw()
        let asked = open.question.map { [open] in self.asked($0, open, language) }
        let short = open.question.map { [open] in askedInShort($0, open, language) }
        let around = (short?.count ?? 0) + composer.phrase(.moreHint, in: language).count + 8
        let pages = reviewPages(open, language, room: policy.longestReply - around)
        guard let text = pages.isEmpty ? nil : pages[min(page, pages.count - 1)] else {
            return tell(composer.phrase(.nothingAnswered, in: language), open, .questionnaireReview, &draft)
        }
        let isLast = page + 1 >= pages.count
        var suggestions = open.question.map { choices(of: $0, language) } ?? []
        var parts = [text]
        if isLast {
            let hasRoom = asked.map { text.count + 2 + $0.count <= policy.longestReply } ?? false
            parts += [hasRoom ? asked : short].compactMap(\.self)
        } else {
            // The numbers in sight are those of questions, and what is open is asked in full behind the last page.
            parts += [composer.phrase(.moreHint, in: language)] + [short].compactMap(\.self)
            suggestions = [suggestion(Command(intent: .more, entities: []), language)]
        }
        draft.conversation.run = open.run
        draft.conversation.last = .init(
            intent: .questionnaireReview, entities: [], page: page, time: draft.now, offered: [])
        return finish(parts.joined(separator: "\n\n"), open, .questionnaireReview, suggestions, &draft)
    }

    /// The pages of the review, each with whole sections where they fit.
    ///
    /// - Parameter room: The most characters of a page.
    private func reviewPages(_ open: QuestionnaireInHand, _ language: Language, room: Int) -> [String] {
        var pages: [String] = []
        var current = ""
        for section in open.run.review(in: open.questionnaire) {
            let title = section.section.title[language]
            let lines = section.items.flatMap { parted(line(of: $0, open, language), room: room - title.count - 40) }
            let whole = "**\(title)**\n\n" + lines.joined(separator: "\n")
            if current.isEmpty || current.count + 2 + whole.count <= room, whole.count <= room {
                current += current.isEmpty ? whole : "\n\n" + whole
                continue
            }
            if !current.isEmpty { pages.append(current) }
            current = "**\(title)**\n"
            for line in lines {
                if current.count + 1 + line.count > room {
                    pages.append(current)
                    current = "**\(composer.phrase(.sectionGoesOn, in: language, ["section": title]))**\n"
                }
                current += "\n" + line
            }
        }
        return current.isEmpty ? pages : pages + [current]
    }

    private func line(of item: QuestionnaireRun.ReviewedQuestion, _ open: QuestionnaireInHand, _ language: Language)
        -> String
    {
        let said = item.value.map { shown($0, to: item.question, open, language) }
        let passed = composer.phrase(.skipped(item.skipped ?? .unsaid), in: language)
        let reviewed = composer.phrase(
            .reviewedAnswer, in: language, ["question": item.question.label[language], "answer": said ?? passed])
        return "- \(numbered(item.question, open)) \(reviewed)"
    }

    /// A line that no page has room for, in lines that go on with its item; broken between words.
    private func parted(_ line: String, room: Int) -> [String] {
        var parts: [String] = []
        var rest = line[...]
        while rest.count > room {
            let head = rest.prefix(room)
            let cut = head.lastIndex(of: " ").flatMap { $0 > head.startIndex ? $0 : nil } ?? head.endIndex
            parts.append(String(rest[..<cut]))
            rest = rest[cut...].drop { $0 == " " }
        }
        return (parts + [String(rest)]).enumerated().map { $0.offset == 0 ? $0.element : "  " + $0.element }
    }
}
