"""What the entity extractors share: reading and adding spans of a message."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from components.spelling import fold

REPLACED_AFTER = re.compile(
    r"(?:en vez de|en lugar de|instead of|rather than|em vez de|ao inves de|no lugar de)\s*$"
)
FROM = re.compile(r"\b(?:de|desde|from)\s*$")
TO = re.compile(r"^\s*(?:a|to|para|pra|por)\s*$")


class Span(NamedTuple):
    """A piece of text and what it means."""

    start: int
    end: int
    value: str


HINT = "language_hint"  # the language by one word of a short answer


def taken(message: Message) -> list[Span]:
    """The spans which earlier extractors have claimed; a language is claimed by no part of the text."""
    claimed = [entity for entity in message.get(ENTITIES, []) if entity["entity"] not in ("language", HINT)]
    return [Span(entity["start"], entity["end"], str(entity["value"])) for entity in claimed]


def outside(spans: Iterable[Span], claimed: list[Span]) -> list[Span]:
    """Those spans that overlap none of the claimed ones."""
    return [s for s in spans if not any(s.start < c.end and c.start < s.end for c in claimed)]


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """The spans in text order; of two that overlap the longer one stays."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        kept += outside([span], kept)
    return sorted(kept)


def without_replaced(spans: list[Span], text: str) -> list[Span]:
    """Drop what the person takes back: "anual en vez de mensual", "de 20 a 30"."""
    folded = fold(text)
    kept = []
    for index, span in enumerate(spans):
        before = folded[: span.start]
        is_old_value = (
            index + 1 < len(spans)
            and FROM.search(before)
            and TO.match(folded[span.end : spans[index + 1].start])
        )
        if not is_old_value and not REPLACED_AFTER.search(before):
            kept.append(span)
    return kept


def add_entities(message: Message, kind: str, spans: Iterable[Span], extractor: str) -> None:
    """Append the spans to the message's entities as Rasa wants them."""
    found: list[Any] = [
        {"entity": kind, "start": s.start, "end": s.end, "value": s.value, "extractor": extractor}
        for s in spans
    ]
    message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
