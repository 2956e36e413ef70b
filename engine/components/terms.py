"""For how long: entity `term` is month, year, or other for what the marketplace does not sell.

The phrases are the synonyms `month`, `year` and `other` of data/nlu/<language>/terms.yml; accents do not
matter and one typo in a long word is forgiven. Counted durations ("24 meses", "un año") need no phrase.
"""

import json
import re
from pathlib import Path

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.component import Learned
from components.numbers import find_numbers
from components.spans import Span, add_entities, longest_first, outside, taken, without_replaced
from components.spelling import fold

TERMS = ("month", "year", "other")
MONTHS = re.compile(r"[^\w/]*(?:mes|meses|months?|mos?)\b(?!-)")
YEARS = re.compile(r"[^\w/]*(?:anos?|anios?|years?|yrs?)\b(?!-)")
OTHERS = re.compile(
    r"\W*(?:dias?|days?|semanas?|weeks?|trimestres?|quarters?|semestres?|bimestres?|quincenas?)\b"
)
# "1yr", "12mo", "a 12-month term", "one-year"
GLUED = re.compile(
    r"\b(?P<number>\d{1,2})(?P<unit>yrs?|y|mos?)\b"
    r"|\b(?P<hyphened>\d{1,2}|one|twelve)-(?P<whole>months?|mos?|years?|yrs?|mes(?:es)?|anos?)\b"
)
# How often: "todos los meses", "c/mes", "every single month", "/mo", "a cada ano".
RHYTHM = re.compile(
    r"(?:\b(?:todos|todo)(?: (?:los|os|o))?|\bper|\bpor|\bx|\bal|\bao|\bc/|\bp/|/"
    r"|\b(?:a )?cada|\bby(?: the)?|\beach(?: and every)?|\bevery(?: single)?)\s?"
    r"(?:(?P<month>mes|meses|months?|mths?|mo)|(?P<year>anos?|anios?|years?|yrs?))\b(?!-)"
)
ONE = re.compile(r"\b(?:un|um|one|a|1)\s+(?=\w)")
WORD = re.compile(r"[^\W\d_]+|\d+")
BARE_UNITS = {"mes", "ano", "month", "year", "anio"}


def is_typo(word: str, meant: str) -> bool:
    """Two letters swapped, or in a word of six letters one missing, added or changed; never the first one."""
    if word == meant or len(meant) < 5 or word[:1] != meant[:1] or abs(len(word) - len(meant)) > 1:
        return word == meant
    if len(word) == len(meant):
        wrong = [i for i, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
        is_swap = len(wrong) == 2 and word[wrong[0]] == meant[wrong[1]] and word[wrong[1]] == meant[wrong[0]]
        return is_swap or (len(wrong) == 1 and len(meant) > 5)
    longer, shorter = sorted((word, meant), key=len, reverse=True)
    return len(meant) > 5 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def counted(text: str) -> list[Span]:
    """Durations with a number: 1 month, 12 months or 1 year are sold, all else is other. And how often."""
    folded = fold(text)
    ones = [Span(m.start(), m.end() - 1, "1") for m in ONE.finditer(folded)]
    spans = []
    for number in longest_first(find_numbers(text) + ones):
        after = folded[number.end :]
        months, years, others = MONTHS.match(after), YEARS.match(after), OTHERS.match(after)
        unit = months or years or others
        if unit:
            length = {bool(months): number.value, bool(years): f"{number.value} years"}.get(True, "")
            value = {"1": "month", "12": "year", "1 years": "year"}.get(length, "other")
            spans.append(Span(number.start, number.end + unit.end(), value))
    rhythms = [Span(m.start(), m.end(), m.lastgroup or "") for m in RHYTHM.finditer(folded)]
    return spans + rhythms + [glued(match) for match in GLUED.finditer(folded)]


def glued(match: re.Match[str]) -> Span:
    """A duration as it is typed on a phone."""
    number, unit = (
        match.group("number") or match.group("hyphened"),
        match.group("unit") or match.group("whole"),
    )
    length = {"one": "1", "twelve": "12"}.get(number, number) + unit[0].replace("a", "y")
    value = {"1y": "year", "12m": "year", "1m": "month"}.get(length, "other")
    return Span(match.start(), match.end(), value)


def phrases_in(text: str, phrases: dict[str, str]) -> list[Span]:
    """The known phrases in the text; a bare unit ("mes") only when it is all that is said."""
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(fold(text))]
    spans = []
    for phrase, value in phrases.items():
        parts = phrase.split()
        if parts[0] in BARE_UNITS and len(parts) == 1 and len(words) > 1:
            continue
        for at in range(len(words) - len(parts) + 1):
            window = words[at : at + len(parts)]
            if all(is_typo(word, part) for (word, _, _), part in zip(window, parts, strict=True)):
                spans.append(Span(window[0][1], window[-1][2], value))
    return spans


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class TermExtractor(Learned, EntityExtractorMixin):
    """Learns its phrases from the synonyms in the training data."""

    phrases: dict[str, str]  # folded phrase -> month, year or other

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the synonyms of the three terms."""
        synonyms = training_data.entity_synonyms.items()
        self.phrases = {" ".join(WORD.findall(fold(said))): term for said, term in synonyms if term in TERMS}
        return self.keep()

    def write(self, folder: Path) -> None:
        """The phrases."""
        (folder / "phrases.json").write_text(json.dumps(self.phrases), encoding="utf-8")

    def read(self, folder: Path) -> None:
        """The phrases."""
        self.phrases = json.loads((folder / "phrases.json").read_text(encoding="utf-8"))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the terms of each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            spans = longest_first(outside(counted(text) + phrases_in(text, self.phrases), taken(message)))
            add_entities(message, "term", without_replaced(spans, text), self.name)
        return messages
