"""How well the engine understands: cross-validation on the training data, and sentences it never saw.

    make bench-nlu                                           ours: 5 folds, and the sentences of tests/nlu
    engine/.venv/bin/python bench/nlu.py --arm logistic      Rasa's LogisticRegressionClassifier, same folds
    engine/.venv/bin/python bench/nlu.py --arm diet --folds 1 --epochs 20

Sentences that differ only in numbers, domains, capitals or accents stay in one fold; with --strict so do the
lines with the same place in the Spanish, English and Portuguese lists, which are often translations.
"""

# The engine's own environment runs this file; mypy and the import rules cover bot/ only.
import argparse
import functools
import sys
import tempfile
import time
import warnings
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP / "engine")] + [str(TOP / "engine/lean")] * ("diet" not in sys.argv)
warnings.filterwarnings("ignore")

import numpy as np  # noqa: E402  which TensorFlow Rasa finds is decided above
from components.intents import LinearIntentClassifier  # noqa: E402
from components.spelling import mask  # noqa: E402
from rasa.engine.graph import ExecutionContext, GraphSchema  # noqa: E402
from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: E402
from rasa.engine.storage.resource import Resource  # noqa: E402
from rasa.nlu.classifiers.diet_classifier import DIETClassifier  # noqa: E402
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier  # noqa: E402
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer  # noqa: E402
from rasa.nlu.featurizers.sparse_featurizer.regex_featurizer import RegexFeaturizer  # noqa: E402
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer  # noqa: E402
from rasa.shared.nlu.training_data.loading import load_data  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402
from rasa.shared.utils.io import read_yaml_file  # noqa: E402
from sklearn.metrics import f1_score  # noqa: E402
from sklearn.model_selection import StratifiedGroupKFold  # noqa: E402

say = functools.partial(print, flush=True)  # noqa: T201  a report for a person
LANGUAGES = ("es", "en", "pt")
SEED = 7
CHARACTERS = {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}
FEATURES = [(WhitespaceTokenizer, {}), (CountVectorsFeaturizer, {}), (CountVectorsFeaturizer, CHARACTERS)]
DIET = {"entity_recognition": False, "constrain_similarities": True, "model_confidence": "softmax"}


def arm(name: str, epochs: int) -> list[tuple[type, dict]]:
    """The pipeline of one competitor."""
    return {
        "ours": [(LinearIntentClassifier, {})],
        "logistic": [*FEATURES, (LogisticRegressionClassifier, {})],
        "logistic+words": [
            *FEATURES,
            (RegexFeaturizer, {"use_word_boundaries": False}),
            (LogisticRegressionClassifier, {}),
        ],
        "diet": [*FEATURES, (DIETClassifier, {**DIET, "epochs": epochs})],
    }[name]


class Reader:
    """A pipeline trained on some sentences, outside Rasa's graph so that nothing but reading is timed."""

    def __init__(self, pipeline: list[tuple[type, dict]], lesson: TrainingData) -> None:
        self._storage = LocalModelStorage(Path(tempfile.mkdtemp()))
        self._parts = []
        for place, (part_class, settings) in enumerate(pipeline):
            context = ExecutionContext(GraphSchema({}), node_name=f"part{place}")
            defaults = getattr(part_class, "get_default_config", dict)()
            arguments = ({**defaults, **settings}, self._storage, Resource(f"part{place}"), context)
            part = part_class.create(*arguments)
            if hasattr(part, "train"):
                part.train(lesson)
            if hasattr(part, "process_training_data"):
                part.process_training_data(lesson)
            self._parts.append(part)

    def read(self, text: str) -> tuple[str, float, float]:
        """Intent, confidence, and the seconds it took."""
        began = time.perf_counter()
        messages = [Message({"text": text})]
        for part in self._parts:
            messages = part.process(messages)
        found = messages[0].get("intent")
        return found["name"], found["confidence"], time.perf_counter() - began


def sentences(path: Path) -> tuple[TrainingData, np.ndarray, np.ndarray]:
    """Examples that people could write, their intents and their languages."""
    data = TrainingData(regex_features=load_data(str(TOP / "data/nlu")).regex_features)
    intents, languages = [], []
    for language in LANGUAGES:
        where = path / language if (path / language).is_dir() else path / f"{language}.yml"
        for example in load_data(str(where)).intent_examples:
            data.training_examples.append(example)
            intents.append(example.get("intent"))
            languages.append(language)
    return data, np.array(intents), np.array(languages)


def groups(texts: list[str], intents: np.ndarray, languages: np.ndarray, is_strict: bool) -> np.ndarray:
    """Sentences with one number stay together."""
    leader: dict[str, str] = {}

    def of(key: str) -> str:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    places: dict[tuple[str, str], int] = {}
    keys = []
    for text, intent, language in zip(texts, intents, languages, strict=True):
        place = places[language, intent] = places.get((language, intent), -1) + 1
        keys.append(f"sentence {mask(text)}")
        if is_strict:
            leader[of(f"place {intent} {place}")] = of(keys[-1])
    return np.unique([of(key) for key in keys], return_inverse=True)[1]


def report(intents: np.ndarray, languages: np.ndarray, found: np.ndarray, sure: np.ndarray) -> None:
    """One line per language: macro-F1, out-of-scope recall, real requests refused."""
    threshold = next(
        part["threshold"] for part in read_yaml_file(TOP / "config.yml")["pipeline"] if "threshold" in part
    )
    is_refused = (found == "out_of_scope") | (sure < threshold)
    for language in LANGUAGES:
        here = languages == language
        outside = here & (intents == "out_of_scope")
        score = f1_score(intents[here], found[here], average="macro", labels=np.unique(intents[here]))
        say(
            f"  {language}: macro-F1 {score:.3f}, accuracy {(found == intents)[here].mean():.3f}, "
            f"out-of-scope recall {is_refused[outside].mean():.3f}, "
            f"real requests refused {is_refused[here & ~outside].mean():.1%}"
        )


def cross_validate(options: argparse.Namespace) -> None:
    """Train on four fifths of all languages, read the last fifth; five times, or as often as asked."""
    data, intents, languages = sentences(TOP / "data/nlu")
    texts = [example.get("text") for example in data.training_examples]
    together = groups(texts, intents, languages, options.strict)
    strata = np.char.add(intents, languages)
    found, sure = np.full(len(texts), "", dtype=object), np.zeros(len(texts))
    lessons, readings, tested = [], [], []
    folds = StratifiedGroupKFold(5, shuffle=True, random_state=SEED).split(texts, strata, together)
    for train, test in list(folds)[: options.folds]:
        lesson = TrainingData(
            [Message(dict(data.training_examples[i].data)) for i in train], regex_features=data.regex_features
        )
        began = time.perf_counter()
        reader = Reader(arm(options.arm, options.epochs), lesson)
        lessons.append(time.perf_counter() - began)
        for i in test:
            found[i], sure[i], seconds = reader.read(texts[i])
            readings.append(seconds)
        tested.extend(test)
    say(
        f"{options.arm}: {options.folds} of 5 folds of {len(texts)} sentences, {len(set(intents))} intents; "
        f"training {np.mean(lessons):.1f} s, reading p50 {1000 * np.median(readings):.1f} ms "
        f"p95 {1000 * np.percentile(readings, 95):.1f} ms"
    )
    report(intents[tested], languages[tested], found[tested].astype(str), sure[tested])


def read_unseen(options: argparse.Namespace) -> None:
    """Train on everything, read tests/nlu."""
    data, intents, languages = sentences(TOP / "tests/nlu")
    reader = Reader(arm(options.arm, options.epochs), sentences(TOP / "data/nlu")[0])
    readings = [reader.read(example.get("text")) for example in data.training_examples]
    found, sure = np.array([r[0] for r in readings]), np.array([r[1] for r in readings])
    say(f"{options.arm}: {len(found)} sentences of tests/nlu that no training has seen")
    report(intents, languages, found, sure)
    for example, right, wrong in zip(data.training_examples, intents, found, strict=True):
        if options.mistakes and right != wrong:
            say(f"    {example.get('text')}: {wrong} instead of {right}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--arm", default="ours", choices=["ours", "logistic", "logistic+words", "diet"])
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--strict", action="store_true", help="keep translations in one fold")
    parser.add_argument("--mistakes", action="store_true", help="list the unseen sentences that went wrong")
    chosen = parser.parse_args()
    cross_validate(chosen)
    read_unseen(chosen)
