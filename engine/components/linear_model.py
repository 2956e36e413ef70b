"""Text in, probabilities out: word, character and concept n-grams under a linear model."""

import json
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

from components.concepts import Concepts

# How much a concept weighs beside the words and characters it is spelt with; measured in bench/nlu.py.
CONCEPT_WEIGHT = 1.5


class LinearTextModel:
    """TF-IDF under a linear support vector machine; a softmax whose sharpness is fitted on held-out folds."""

    def __init__(self, concepts: Concepts) -> None:
        """`concepts` may be empty: then words and characters alone decide."""
        self._concepts = concepts
        self._words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"[^\W_]+", sublinear_tf=True)
        self._characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(1, 5), sublinear_tf=True, min_df=2
        )
        self._rows = TfidfVectorizer(
            ngram_range=(1, 3), token_pattern=r"\S+", lowercase=False, sublinear_tf=True
        )
        self._labels = np.array([], dtype=str)
        self._weights, self._bias = np.zeros((0, 0)), np.zeros(0)
        self._sharpness = 1.0

    def fit(self, texts: list[str], labels: list[str]) -> None:
        """Train on masked texts, with three labels at least."""
        for vectorizer in (self._words, self._characters):
            vectorizer.fit(texts)
        self._rows.fit([self._concepts.row(text) for text in texts])
        features = self._features(texts)
        self._sharpness = self._fitted_sharpness(features, np.array(labels))
        classifier = LinearSVC(class_weight="balanced", random_state=1).fit(features, labels)
        self._labels, self._weights, self._bias = (
            classifier.classes_,
            classifier.coef_.T,
            classifier.intercept_,
        )

    def _features(self, texts: list[str]) -> csr_matrix:
        rows = self._rows.transform([self._concepts.row(text) for text in texts])
        words, characters = self._words.transform(texts), self._characters.transform(texts)
        return hstack([words, characters, CONCEPT_WEIGHT * rows]).tocsr()

    def _fitted_sharpness(self, features: csr_matrix, labels: np.ndarray) -> float:
        """The factor before the softmax with which held-out probabilities come true most often."""
        classes, truth = np.unique(labels, return_inverse=True)
        margins = np.zeros((len(labels), len(classes)))
        for train, test in KFold(3, shuffle=True, random_state=1).split(labels):
            fold = LinearSVC(class_weight="balanced", random_state=1).fit(features[train], labels[train])
            columns = np.searchsorted(classes, fold.classes_)
            margins[np.ix_(test, columns)] = fold.decision_function(features[test])
        rows = np.arange(len(labels))

        def surprise(sharpness: float) -> float:
            return float(-log_softmax(sharpness * margins, axis=1)[rows, truth].mean())

        return float(minimize_scalar(surprise, bounds=(0.5, 20.0), method="bounded").x)

    def rank(self, text: str) -> dict[str, float]:
        """Label -> probability for a masked text, the most likely one first."""
        probabilities = softmax(self._sharpness * self._margins(text))
        return {str(self._labels[i]): float(probabilities[i]) for i in np.argsort(-probabilities)}

    def _margins(self, text: str) -> np.ndarray:
        """`_features([text]) @ weights + bias`, without what sklearn checks and builds for whole matrices.

        Three milliseconds of every turn, twice; a test holds that both ways give the same.
        """
        margins, place = self._bias.copy(), 0
        for name, vectorizer in self._vectorizers.items():
            said = self._concepts.row(text) if name == "rows" else text
            counted = Counter(map(vectorizer.vocabulary_.get, self._analyzers[name](said)))
            counted.pop(None, None)
            if counted:
                known = np.fromiter(counted, dtype=int)
                values = (1 + np.log(np.fromiter(counted.values(), dtype=float))) * vectorizer.idf_[known]
                values *= (CONCEPT_WEIGHT if name == "rows" else 1) / np.linalg.norm(values)
                margins += values @ self._weights[place + known]
            place += len(vectorizer.vocabulary_)
        return margins

    @cached_property
    def _analyzers(self) -> dict[str, Callable[[str], list[str]]]:
        return {name: vectorizer.build_analyzer() for name, vectorizer in self._vectorizers.items()}

    @property
    def _vectorizers(self) -> dict[str, TfidfVectorizer]:
        return {"words": self._words, "characters": self._characters, "rows": self._rows}

    def save(self, folder: Path) -> None:
        """Write arrays and JSON: nothing that runs code when it is read, and read in a moment."""
        frequencies = {name: vectorizer.idf_ for name, vectorizer in self._vectorizers.items()}
        linear = {"labels": self._labels.astype(str), "weights": self._weights, "bias": self._bias}
        np.savez(folder / "model.npz", **frequencies, **linear)
        facts = {
            "concepts": self._concepts.patterns,
            "sharpness": self._sharpness,
            "vocabularies": {
                name: sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.get)
                for name, vectorizer in self._vectorizers.items()
            },
        }
        (folder / "model.json").write_text(json.dumps(facts), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LinearTextModel":
        """Read what `save` wrote; raises ValueError for a file that holds anything but plain arrays."""
        facts = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        model = cls(Concepts(facts["concepts"]))
        with np.load(folder / "model.npz", allow_pickle=False) as arrays:
            for name, vectorizer in model._vectorizers.items():
                vectorizer.vocabulary_ = {term: i for i, term in enumerate(facts["vocabularies"][name])}
                vectorizer.idf_ = arrays[name]
            model._labels, model._weights, model._bias = (
                arrays[part] for part in ("labels", "weights", "bias")
            )
        model._sharpness = facts["sharpness"]
        return model
