"""The examples a baseline learns from and the questions it is asked."""

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

OUT_OF_SCOPE = "fallback.out-of-scope"
LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class Example:
    text: str
    intent: str


@dataclass(frozen=True)
class Question:
    text: str
    language: str
    intent: str

    @property
    def in_scope(self) -> bool:
        return self.intent != OUT_OF_SCOPE


def read_examples(folder: Path) -> list[Example]:
    """The examples of every topic file of `folder` and the questions of its folder `questions`, in the order of file names."""
    examples = []
    for file in sorted(folder.glob("questions/*.yaml")):
        for intent, section in yaml.safe_load(file.read_text(encoding="utf-8"))["questions"].items():
            examples += [Example(text, intent) for language in LANGUAGES for text in section.get(language, [])]
    for file in sorted(folder.glob("*.yaml")):
        intents = (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).get("intents", {})
        for intent, section in intents.items():
            for language in LANGUAGES:
                examples += [Example(text, intent) for text in section.get("examples", {}).get(language, [])]
    if not examples:
        raise SystemExit(f"{folder} holds no examples.")
    return examples


def read_questions(file: Path) -> list[Question]:
    """The questions of a JSON Lines file. Further intents of a text (`also`) do not count as right."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SystemExit(f"{file} cannot be read: {error.strerror}.") from None
    objects = [json.loads(line) for line in lines if line.strip()]
    if not objects:
        raise SystemExit(f"{file} holds no questions.")
    return [Question(o["text"], o["language"], o["intent"]) for o in objects]
