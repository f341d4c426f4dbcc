"""The table, in Markdown or JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from data import LANGUAGES, Question
from measure import Rate, Row, Scores, widest_half_interval


@dataclass
class Report:
    file: str
    examples: int
    intents: int
    questions: Sequence[Question]
    rows: list[Row] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    cross_validated: dict[str, float] = field(default_factory=dict)

    def markdown(self) -> str:
        in_scope = sum(question.in_scope for question in self.questions)
        languages = ", ".join(f"{sum(q.language == x for q in self.questions)} {x}" for x in LANGUAGES)
        head = ["", "right first", "fr", "en", "wrongly refused", "out of scope caught", "overall", "fr", "en", "ms"]
        lines = [
            f"{self.file}: {len(self.questions)} questions ({languages}), {in_scope} of them in scope; "
            f"{self.examples} examples of {self.intents} intents. Percent; median ms a question, one thread.",
            "",
            "| " + " | ".join(head) + " |",
            "| --- |" + " ---: |" * (len(head) - 1),
            *("| " + " | ".join(_cells(row)) + " |" for row in self.rows),
        ]
        notes = [f"{row.name}: {row.matched.count} of {row.matched.of} matched." for row in self.rows if row.matched]
        notes += [
            f"{name}: {percent:.1f} overall in 3-fold cross-validation on the examples alone."
            for name, percent in self.cross_validated.items()
        ]
        if in_scope:
            notes.append(f"95 % interval of a rate of those {in_scope}: up to ± {widest_half_interval(in_scope):.1f}.")
        notes += [f"Left out: {reason}." for reason in self.left_out]
        return "\n".join([*lines, "", *(f"- {note}" for note in notes)])

    def json(self) -> str:
        rows = [
            {
                "name": row.name,
                "medianMilliseconds": row.milliseconds,
                "matched": asdict(row.matched) if row.matched else None,
                **{part: _fields(scores) for part, scores in row.scores.items()},
            }
            for row in self.rows
        ]
        report = {
            "file": self.file,
            "questions": len(self.questions),
            "examples": self.examples,
            "intents": self.intents,
            "rows": rows,
            "crossValidatedPercent": self.cross_validated,
            "leftOut": self.left_out,
        }
        return json.dumps(report, ensure_ascii=False, indent=2)


def _cells(row: Row) -> list[str]:
    everything = row.scores["all"]
    languages = [row.scores[language] for language in LANGUAGES]
    return [
        row.name,
        *(_percent(scores.right_first) for scores in (everything, *languages)),
        _percent(everything.wrongly_refused),
        _percent(everything.out_of_scope_caught),
        *(_percent(scores.overall) for scores in (everything, *languages)),
        "–" if row.milliseconds is None else f"{row.milliseconds:.2f}" if row.milliseconds >= 0.005 else "< 0.01",
    ]


def _percent(rate: Rate) -> str:
    return "–" if rate.percent is None else f"{rate.percent:.1f}"


def _fields(scores: Scores) -> dict:
    return {
        "rightFirst": asdict(scores.right_first),
        "wronglyRefused": asdict(scores.wrongly_refused),
        "outOfScopeCaught": asdict(scores.out_of_scope_caught),
        "overall": asdict(scores.overall),
    }
