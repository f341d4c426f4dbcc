"""Linear classifiers on TF-IDF: of words and word pairs, and of words and characters."""

from collections.abc import Sequence

from data import Example
from sklearn.base import BaseEstimator
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline, make_union
from sklearn.svm import LinearSVC


def choose_strength(model: BaseEstimator, parameter: str, values: Sequence[float]) -> GridSearchCV:
    """Chooses how little to regularise by cross-validation on the examples: the questions have no say in it."""
    folds = StratifiedKFold(3, shuffle=True, random_state=0)
    return GridSearchCV(model, {parameter: values}, cv=folds, n_jobs=1)


def words() -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, strip_accents="unicode")


def characters() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, strip_accents="unicode")


class _Linear:
    may_not_match = False
    reads_text = True

    def fit(self, examples: Sequence[Example]) -> None:
        search = choose_strength(self.pipeline(), "classifier__C", self.strengths)
        search.fit([e.text for e in examples], [e.intent for e in examples])
        self.model = search.best_estimator_
        self.cross_validated = 100 * search.best_score_

    def predict(self, text: str) -> str:
        return str(self.model.predict([text])[0])


class WordsLogisticRegression(_Linear):
    name = "TF-IDF words (1-2) + logistic regression"
    strengths = (1, 10, 100)

    def pipeline(self) -> Pipeline:
        return Pipeline([("features", words()), ("classifier", LogisticRegression(max_iter=1000))])


class WordsAndCharactersSVC(_Linear):
    name = "TF-IDF words (1-2), characters (2-5) + LinearSVC"
    strengths = (0.1, 0.3, 1, 3)

    def pipeline(self) -> Pipeline:
        features = make_union(words(), characters())
        return Pipeline([("features", features), ("classifier", LinearSVC(random_state=0))])
