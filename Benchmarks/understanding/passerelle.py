"""Passerelle itself, through its command line: `evaluate FILE --json` and `repair`.

`evaluate FILE --json` prints an object with "all" and, in "byLanguage", "fr" and "en"; in each, `rightFirst`, `wronglyRefused` and
`outOfScopeCaught` are objects of `count` and `of`. `medianMilliseconds`, beside "all", is optional.
`repair` reads a text a line and writes the repaired text of each.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from data import LANGUAGES, Question
from measure import Rate, Row, Scores, score_by_language


class Unavailable(Exception):
    """Why something of Passerelle cannot be measured."""


def _run(root: Path, *arguments: str, text: str = "") -> str:
    program = root / ".build/release/passerelle"
    if not program.exists():
        raise Unavailable(".build/release/passerelle is not built")
    done = subprocess.run([program, *arguments], cwd=root, input=text, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        said = (done.stderr.strip() or "nothing said").splitlines()[0]
        raise Unavailable(f"`passerelle {arguments[0]}` ended with {done.returncode} ({said})")
    return done.stdout


def evaluate(root: Path, file: Path, questions: Sequence[Question]) -> Row:
    """The table's row of Passerelle, by its own count of the same file."""
    try:
        report = json.loads(_run(root, "evaluate", str(file.resolve()), "--json"))
        parts = {"all": report["all"], **report["byLanguage"]}
        scores = {part: _scores(parts[part]) for part in ("all", *LANGUAGES)}
        milliseconds = report.get("medianMilliseconds")
    except json.JSONDecodeError:
        raise Unavailable("`passerelle evaluate --json` does not print JSON") from None
    except (KeyError, TypeError) as error:
        raise Unavailable(f"`passerelle evaluate --json` lacks a field or has another form: {error}") from None
    expected = score_by_language(questions, [question.intent for question in questions])
    for part, its in scores.items():
        if (its.right_first.of, its.out_of_scope_caught.of) != (
            expected[part].right_first.of,
            expected[part].out_of_scope_caught.of,
        ):
            raise Unavailable("`passerelle evaluate --json` counts other questions than the file holds")
    return Row("Passerelle", scores, milliseconds)


def repair(root: Path, texts: Sequence[str]) -> list[str]:
    """The texts as Passerelle's typo repair leaves them."""
    repaired = _run(root, "repair", text="".join(" ".join(text.split()) + "\n" for text in texts)).split("\n")[:-1]
    if len(repaired) != len(texts):
        raise Unavailable(f"`passerelle repair` wrote {len(repaired)} lines for {len(texts)}")
    return repaired


def _scores(part: dict) -> Scores:
    def rate(field: str) -> Rate:
        return Rate(part[field]["count"], part[field]["of"])

    return Scores(rate("rightFirst"), rate("wronglyRefused"), rate("outOfScopeCaught"))
