"""What is measured of an answerer, and how."""

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data import LANGUAGES, OUT_OF_SCOPE, Question

WARM_UP = 5


@dataclass(frozen=True)
class Rate:
    count: int
    of: int

    @property
    def percent(self) -> float | None:
        return 100 * self.count / self.of if self.of else None

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.count + other.count, self.of + other.of)


@dataclass(frozen=True)
class Scores:
    """`right_first` and `wrongly_refused` are of the questions in scope, `out_of_scope_caught` of the others."""

    right_first: Rate
    wrongly_refused: Rate
    out_of_scope_caught: Rate

    @property
    def overall(self) -> Rate:
        return self.right_first + self.out_of_scope_caught


@dataclass(frozen=True)
class Row:
    """A line of the table: scores by "all", "fr" and "en", and the median time a question, if it is known."""

    name: str
    scores: dict[str, Scores]
    milliseconds: float | None
    matched: Rate | None = None


def score(questions: Sequence[Question], answers: Sequence[str]) -> Scores:
    def rate(in_scope: bool, holds: Callable[[Question, str], bool]) -> Rate:
        pairs = [(q, a) for q, a in zip(questions, answers, strict=True) if q.in_scope == in_scope]
        return Rate(sum(holds(q, a) for q, a in pairs), len(pairs))

    return Scores(
        right_first=rate(True, lambda question, answer: answer == question.intent),
        wrongly_refused=rate(True, lambda question, answer: answer == OUT_OF_SCOPE),
        out_of_scope_caught=rate(False, lambda question, answer: answer == OUT_OF_SCOPE),
    )


def score_by_language(questions: Sequence[Question], answers: Sequence[str]) -> dict[str, Scores]:
    scores = {"all": score(questions, answers)}
    for language in LANGUAGES:
        chosen = [i for i, question in enumerate(questions) if question.language == language]
        scores[language] = score([questions[i] for i in chosen], [answers[i] for i in chosen])
    return scores


def run(
    name: str,
    predict: Callable[[str], str | None],
    questions: Sequence[Question],
    texts: Sequence[str],
    may_not_match: bool,
) -> Row:
    """Asks `texts`, one at a time, for the intents of `questions`. No match is a refusal, as it is in Passerelle."""
    for text in texts[:WARM_UP]:
        predict(text)
    answers, seconds = [], []
    for text in texts:
        start = time.perf_counter()
        answers.append(predict(text))
        seconds.append(time.perf_counter() - start)
    return Row(
        name,
        score_by_language(questions, [answer or OUT_OF_SCOPE for answer in answers]),
        milliseconds=1000 * statistics.median(seconds),
        matched=Rate(sum(answer is not None for answer in answers), len(answers)) if may_not_match else None,
    )


def widest_half_interval(count: int) -> float:
    """Half the 95 % interval, in points, of a rate near one half of `count` questions."""
    return 100 * 1.96 * math.sqrt(0.25 / count)
