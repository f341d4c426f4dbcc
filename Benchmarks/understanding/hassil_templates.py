"""hassil, the template matcher of Home Assistant, with every example as a literal sentence."""

import re
from collections import defaultdict
from collections.abc import Sequence

from data import Example
from hassil.intents import Intents
from hassil.recognize import recognize
from hassil.util import normalize_for_matching


def literal(text: str) -> str:
    """A template that matches `text` alone. hassil takes punctuation off what is asked, not off templates."""
    return re.sub(r"([()\[\]{}<>|;\\])", r"\\\1", normalize_for_matching(text).text)


class HassilTemplates:
    name = "hassil, examples as sentences"
    may_not_match = True
    reads_text = True

    def fit(self, examples: Sequence[Example]) -> None:
        sentences = defaultdict(list)
        for example in examples:
            sentences[example.intent].append(literal(example.text))
        intents = {intent: {"data": [{"sentences": texts}]} for intent, texts in sentences.items()}
        self.intents = Intents.from_dict({"language": "fr", "intents": intents})

    def predict(self, text: str) -> str | None:
        result = recognize(text, self.intents)
        return result.intent.name if result else None
