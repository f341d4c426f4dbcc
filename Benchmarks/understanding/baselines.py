"""Asks every baseline, and Passerelle, the same questions, and prints the table."""

import argparse
import os
import sys
from pathlib import Path

# The numeric libraries read these when they are first imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ.update(HF_HUB_OFFLINE="1", TOKENIZERS_PARALLELISM="false", TRANSFORMERS_VERBOSITY="error")
os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"

import passerelle
from data import read_examples, read_questions
from hassil_templates import HassilTemplates
from linear import WordsAndCharactersSVC, WordsLogisticRegression
from lookup import ExactLookUp, Majority
from measure import run
from minilm import MiniLM
from report import Report

FAMILIES = (Majority, ExactLookUp, HassilTemplates, WordsLogisticRegression, WordsAndCharactersSVC, MiniLM)


def main() -> None:
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="the questions (default: Tests/Evaluation/work.jsonl)")
    parser.add_argument("--json", action="store_true", help="print JSON rather than Markdown")
    parser.add_argument("--root", type=Path, default=here.parents[1], help="the repository (default: this one)")
    arguments = parser.parse_args()

    file = arguments.file or arguments.root / "Tests/Evaluation/work.jsonl"
    questions = read_questions(file)
    examples = read_examples(arguments.root / "intents")
    report = Report(file.name, len(examples), len({example.intent for example in examples}), questions)

    try:
        report.rows.append(passerelle.evaluate(arguments.root, file, questions))
    except passerelle.Unavailable as reason:
        report.left_out.append(f"Passerelle's own row, because {reason}")
    texts = [question.text for question in questions]
    try:
        repaired = passerelle.repair(arguments.root, texts)
    except passerelle.Unavailable as reason:
        repaired = None
        report.left_out.append(f"the rows behind typo repair, because {reason}")

    for family in FAMILIES:
        print(f"{family.name} …", file=sys.stderr)
        model = family()
        model.fit(examples)
        if hasattr(model, "cross_validated"):
            report.cross_validated[model.name] = model.cross_validated
        report.rows.append(run(model.name, model.predict, questions, texts, model.may_not_match))
        if repaired and model.reads_text:
            name = f"{model.name}, typos repaired"
            report.rows.append(run(name, model.predict, questions, repaired, model.may_not_match))
    print(report.json() if arguments.json else report.markdown())


if __name__ == "__main__":
    main()
