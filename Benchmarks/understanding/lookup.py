"""Baselines that learn nothing but counts: the largest class, and the very same sentence."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from data import Example


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces: what two writings of one sentence have in common."""
    letters = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


class Majority:
    name = "Majority"
    may_not_match = False
    reads_text = False

    def fit(self, examples: Sequence[Example]) -> None:
        counts = Counter(example.intent for example in examples)
        self.intent = min(counts, key=lambda intent: (-counts[intent], intent))

    def predict(self, text: str) -> str:
        return self.intent


class ExactLookUp:
    name = "Exact look-up"
    may_not_match = True
    reads_text = True

    def fit(self, examples: Sequence[Example]) -> None:
        self.intents: dict[str, str] = {}
        for example in examples:
            self.intents.setdefault(fold(example.text), example.intent)

    def predict(self, text: str) -> str | None:
        return self.intents.get(fold(text))
