"""Which language the person writes: scores always, entity `language` only on clear evidence, else a hint.

Product names, customers, numbers and "ok" belong to no language: a conversation must not flip for them.
"""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.component import Learned
from components.concepts import Concepts
from components.linear_model import LinearTextModel
from components.spans import HINT, Span, add_entities
from components.spelling import fold, mask

WORD = re.compile(r"[^\W\d_]+")
CLEAR_SCORE = 0.8
# A word tells its language when so many examples of that language use it, and hardly any of another. Rarer
# ones are names more often than not ("dental", "ltda"): known, but no evidence.
# Those of very many examples ("mensal", "quiero") are words of orders: evidence beside any name.
KNOWN, COMMON, EVERYDAY = 2, 5, 20
AT_HOME = 0.9
# Telling words must outnumber the unknown ones, or be two in a sentence; a single one must be longer than
# an article.
SENTENCE = 4
LONG = 4
# What one word of an answer tells counts only where no order is open yet (`domain.yml`, slot `language`).
SHORT = 3
MASKS = {"xemail", "xdomain", "xphone"}
ASKED = {
    "es": re.compile(r"\b(?:espanol|castellano|spanish|espanhol)\b"),
    "en": re.compile(r"\b(?:english|ingles)\b"),
    "pt": re.compile(r"\b(?:portugues|portuguese|brasileiro)\b"),
}


def language_of(example: Message) -> str | None:
    """The language in the metadata of the example's block."""
    return ((example.get(METADATA) or {}).get(METADATA_INTENT) or {}).get("language")


def spellings(text: str) -> dict[str, str]:
    """The words of a text, made equal -> as they are written: "olá" is Portuguese, "ola" a hurried "hola"."""
    written = {fold(word): word for word in WORD.findall(text.lower())}
    return {word: written.get(word, word) for word in WORD.findall(mask(text)) if word not in MASKS}


def telling_words(texts: list[str], languages: list[str]) -> tuple[dict[str, str], set[str]]:
    """Words -> the only language they are at home in, or "" for several; and which are everyday ones."""
    seen: dict[str, Counter] = defaultdict(Counter)
    for text, language in zip(texts, languages, strict=True):
        for word in {form for pair in spellings(text).items() for form in pair}:
            seen[word][language] += 1
    words, everyday = {}, set()
    for word, count in seen.items():
        (language, most), total = count.most_common(1)[0], sum(count.values())
        if most >= KNOWN:
            words[word] = language if most >= COMMON and most / total >= AT_HOME else ""
        if most >= EVERYDAY:
            everyday.add(word)
    return words, everyday


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LanguageIdentifier(Learned, IntentClassifier):
    """Stands after the intent classifier: "in English please" asks for a language in any language."""

    _model: LinearTextModel
    _words: dict[str, str]  # see `telling_words`
    _everyday: set[str]

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every example whose block names its language."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT) and language_of(e)]
        texts, languages = [e.get(TEXT) for e in examples], [str(language_of(e)) for e in examples]
        self._model = LinearTextModel(Concepts({}))
        self._model.fit([mask(text) for text in texts], languages)
        self._words, self._everyday = telling_words(texts, languages)
        return self.keep()

    def write(self, folder: Path) -> None:
        """The model and the telling words."""
        self._model.save(folder)
        known = {"words": self._words, "everyday": sorted(self._everyday)}
        (folder / "words.json").write_text(json.dumps(known), encoding="utf-8")

    def read(self, folder: Path) -> None:
        """The model and the telling words."""
        self._model = LinearTextModel.load(folder)
        known = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        self._words, self._everyday = known["words"], set(known["everyday"])

    def clear_language(self, text: str, scores: dict[str, float]) -> str | None:
        """The language if score and words agree; an article before a name ("El Tornillo") is no evidence."""
        best = max(scores, key=lambda language: scores[language])
        words = spellings(text)
        told = {word: self._words.get(written) or self._words.get(word) for word, written in words.items()}
        telling = [word for word, language in told.items() if language == best]
        against = [word for word, language in told.items() if language not in (best, "", None)]
        # "For" and "la" stand in names; beside longer words of a language they are not against it.
        is_long = any(len(word) >= LONG for word in telling)
        contrary = sum(len(word) >= LONG or not is_long for word in against)
        unknown = list(told.values()).count(None)
        is_answer = len(words) == 1 and text.strip(" .,!?¡¿").isalpha() and len(max(words)) > 1  # not "o 4"
        is_phrase = len(words) > 1 and not unknown  # "bom dia"
        is_strong = is_answer or is_phrase or len(telling) > 1 or any(len(word) >= LONG for word in telling)
        is_known = len(telling) > unknown or (len(telling) > 1 and len(words) >= SENTENCE)
        is_known = is_known or any(len(word) >= LONG and word in self._everyday for word in telling)
        is_clear = scores[best] >= CLEAR_SCORE and len(telling) > 2 * contrary
        return best if telling and is_strong and is_known and is_clear else None

    def is_hint(self, text: str, language: str) -> bool:
        """Whether one word alone of a short answer tells it: "vale, tira" goes on in the language spoken."""
        words = spellings(text)
        telling = [
            w for w, written in words.items() if language in (self._words.get(written), self._words.get(w))
        ]
        return len(words) <= SHORT and len(telling) <= 1

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `language` (scores) on each message and add the entity where it is clear."""
        for message in messages:
            text = message.get(TEXT) or ""
            scores = self._model.rank(mask(text))
            message.set(
                "language", {name: round(score, 3) for name, score in scores.items()}, add_to_output=True
            )
            asked = [name for name, pattern in ASKED.items() if pattern.search(fold(text))]
            wants_other = (message.get(INTENT) or {}).get("name") == "change_language" and len(asked) == 1
            language = asked[0] if wants_other else self.clear_language(text, scores)
            if language and not text.startswith("/"):
                kind = HINT if not wants_other and self.is_hint(text, language) else "language"
                add_entities(message, kind, [Span(0, len(text), language)], type(self).__name__)
        return messages
