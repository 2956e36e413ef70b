"""Text in, probabilities out: word and character n-grams under a linear model. Shared by intents and languages."""
from pathlib import Path
from typing import Dict, List

import numpy as np
import skops.io
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

# The one type in our files that skops does not know to be harmless: numbers only.
SAFE_TYPES = ["scipy.sparse._csr.csr_matrix"]


class LinearTextModel:
    """TF-IDF of words (1-2) and of characters within words (1-5), logistic regression on top."""

    def __init__(self, characters: int = 5, strength: float = 20.0) -> None:
        """`characters`: longest character n-gram; `strength`: inverse regularisation."""
        self._words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"[^\W_]+", sublinear_tf=True)
        self._characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, characters), sublinear_tf=True, min_df=2)
        self._classifier = LogisticRegression(C=strength, class_weight="balanced", max_iter=300)

    def fit(self, texts: List[str], labels: List[str]) -> None:
        """Train on masked texts."""
        features = hstack([self._words.fit_transform(texts), self._characters.fit_transform(texts)]).tocsr()
        self._classifier.fit(features, labels)

    def _features(self, texts: List[str]) -> csr_matrix:
        return hstack([self._words.transform(texts), self._characters.transform(texts)]).tocsr()

    def rank(self, texts: List[str]) -> List[Dict[str, float]]:
        """For each text label -> probability, the most likely one first."""
        classes = self._classifier.classes_
        rows = self._classifier.predict_proba(self._features(texts))
        return [{str(classes[i]): float(row[i]) for i in np.argsort(-row)} for row in rows]

    def save(self, path: Path) -> None:
        """Write the model with skops: data only, loading it runs no code."""
        skops.io.dump([self._words, self._characters, self._classifier], path)

    @classmethod
    def load(cls, path: Path) -> "LinearTextModel":
        """Read a model; raises if the file holds any type beyond numpy, scipy and scikit-learn's own."""
        model = cls()
        model._words, model._characters, model._classifier = skops.io.load(path, trusted=SAFE_TYPES)
        return model
