"""Text in, probabilities out: word, character and concept n-grams under a linear model."""
import json
from pathlib import Path
from typing import Dict, List

import numpy as np
import skops.io
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, hstack
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

from components.concepts import Concepts

# The one type in our files that skops does not know to be harmless: numbers only.
SAFE_TYPES = ["scipy.sparse._csr.csr_matrix"]
# How much a concept weighs beside the words and characters it is spelt with; measured in bench/nlu.py.
CONCEPT_WEIGHT = 2.0


class LinearTextModel:
    """TF-IDF under a linear support vector machine; a softmax whose sharpness is fitted on held-out folds."""

    def __init__(self, concepts: Concepts) -> None:
        """`concepts` may be empty: then words and characters alone decide."""
        self._concepts = concepts
        self._words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"[^\W_]+", sublinear_tf=True)
        self._characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), sublinear_tf=True, min_df=2)
        self._rows = TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", lowercase=False, sublinear_tf=True)
        self._classifier = LinearSVC(class_weight="balanced", random_state=1)
        self._sharpness = 1.0

    def fit(self, texts: List[str], labels: List[str]) -> None:
        """Train on masked texts, with two labels at least."""
        for vectorizer in (self._words, self._characters):
            vectorizer.fit(texts)
        self._rows.fit([self._concepts.row(text) for text in texts])
        features = self._features(texts)
        self._sharpness = self._fitted_sharpness(features, np.array(labels))
        self._classifier.fit(features, labels)

    def _features(self, texts: List[str]) -> csr_matrix:
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

    def rank(self, text: str) -> Dict[str, float]:
        """Label -> probability for a masked text, the most likely one first."""
        probabilities = softmax(self._sharpness * self._classifier.decision_function(self._features([text])))[0]
        return {str(self._classifier.classes_[i]): float(probabilities[i]) for i in np.argsort(-probabilities)}

    def save(self, folder: Path) -> None:
        """Write the model with skops and JSON: data only, loading it runs no code."""
        parts = [self._words, self._characters, self._rows, self._classifier]
        skops.io.dump(parts, folder / "model.skops")
        facts = {"concepts": self._concepts.patterns, "sharpness": self._sharpness}
        (folder / "model.json").write_text(json.dumps(facts), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LinearTextModel":
        """Read a model; raises if the file holds any type beyond numpy, scipy and scikit-learn's own."""
        facts = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        model = cls(Concepts(facts["concepts"]))
        parts = skops.io.load(folder / "model.skops", trusted=SAFE_TYPES)
        model._words, model._characters, model._rows, model._classifier = parts
        model._sharpness = facts["sharpness"]
        return model
