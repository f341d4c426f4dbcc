"""What the table rests on: counting, sentences matched literally, and Passerelle's two commands."""

import json
import tempfile
import unittest
from pathlib import Path

import passerelle
from data import OUT_OF_SCOPE, Example, Question
from hassil_templates import HassilTemplates
from lookup import ExactLookUp, Majority
from measure import Rate, run, score_by_language
from report import Report

QUESTIONS = [
    Question("Combien ça coûte?", "fr", "certification.cost"),
    Question("quel temps fait-il", "fr", OUT_OF_SCOPE),
    Question("how much (roughly)?", "en", "certification.cost"),
]


class Counting(unittest.TestCase):
    def test_scope_and_language_are_counted_apart(self):
        scores = score_by_language(QUESTIONS, ["certification.cost", "greet", OUT_OF_SCOPE])
        self.assertEqual(scores["all"].right_first, Rate(1, 2))
        self.assertEqual(scores["all"].wrongly_refused, Rate(1, 2))
        self.assertEqual(scores["all"].out_of_scope_caught, Rate(0, 1))
        self.assertEqual(scores["all"].overall, Rate(1, 3))
        self.assertEqual(scores["en"].out_of_scope_caught.percent, None)

    def test_no_match_is_a_refusal(self):
        row = run("nothing", lambda text: None, QUESTIONS, [q.text for q in QUESTIONS], may_not_match=True)
        self.assertEqual(row.scores["all"].out_of_scope_caught, Rate(1, 1))
        self.assertEqual(row.matched, Rate(0, 3))


class Families(unittest.TestCase):
    examples = [Example(q.text, q.intent) for q in QUESTIONS]

    def test_majority(self):
        majority = Majority()
        majority.fit(self.examples)
        self.assertEqual(majority.predict("?"), "certification.cost")

    def test_sentences_find_themselves_and_nothing_else(self):
        for family in (ExactLookUp, HassilTemplates):
            model = family()
            model.fit(self.examples)
            for question in QUESTIONS:
                self.assertEqual(model.predict(question.text), question.intent, family.name)
            self.assertIsNone(model.predict("quelque chose d'autre"), family.name)


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def install(self, script: str) -> None:
        program = self.root / ".build/release/passerelle"
        program.parent.mkdir(parents=True)
        program.write_text("#!/bin/sh\n" + script)
        program.chmod(0o755)

    def report(self, in_scope: int) -> dict:
        def part(right_first: int, out_of_scope: int) -> dict:
            return {
                "rightFirst": {"count": right_first, "of": right_first},
                "wronglyRefused": {"count": 0, "of": right_first},
                "outOfScopeCaught": {"count": 0, "of": out_of_scope},
            }

        return {"all": part(in_scope, 1), "fr": part(1, 1), "en": part(1, 0), "medianMilliseconds": 0.5}

    def test_a_program_that_is_missing_or_fails_is_left_out(self):
        for install in (lambda: None, lambda: self.install("echo 'Unknown option' >&2; exit 64")):
            install()
            with self.assertRaises(passerelle.Unavailable):
                passerelle.evaluate(self.root, self.root / "q.jsonl", QUESTIONS)
            with self.assertRaises(passerelle.Unavailable):
                passerelle.repair(self.root, ["a"])

    def test_its_report_becomes_a_row(self):
        self.install(f"echo '{json.dumps(self.report(in_scope=2))}'")
        row = passerelle.evaluate(self.root, self.root / "q.jsonl", QUESTIONS)
        self.assertEqual(row.scores["all"].overall, Rate(2, 3))
        table = Report("q.jsonl", 3, 2, QUESTIONS, [row]).markdown()
        self.assertIn("| Passerelle | 100.0 | 100.0 | 100.0 | 0.0 | 0.0 | 66.7 | 50.0 | 100.0 | 0.50 |", table)

    def test_a_report_on_other_questions_is_refused(self):
        self.install(f"echo '{json.dumps(self.report(in_scope=3))}'")
        with self.assertRaises(passerelle.Unavailable):
            passerelle.evaluate(self.root, self.root / "q.jsonl", QUESTIONS)

    def test_repair_answers_line_by_line(self):
        self.install("sed s/certifcation/certification/")
        self.assertEqual(passerelle.repair(self.root, ["la\ncertifcation", "", "b"]), ["la certification", "", "b"])

    def test_repair_that_loses_a_line_is_left_out(self):
        self.install("head -n 1")
        with self.assertRaises(passerelle.Unavailable):
            passerelle.repair(self.root, ["a", "b"])


if __name__ == "__main__":
    unittest.main()
