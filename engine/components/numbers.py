"""How many: digits and number words of three languages, as decimal text ("25", "-3", "1.5", "10000")."""

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from components.component import Fixed
from components.number_words import find_number_words
from components.spans import Span, add_entities, longest_first, outside, taken, without_replaced
from components.spelling import fold

DIGITS = re.compile(
    r"(?:(?<![\w.,$€:-])(?<!\d/)|(?<=\bx)|(?<=[a-z]{3}[.,]))"
    r"(?P<value>(?<!\d)-?(?:\d{1,3}(?:[.,]\d{3})+(?![\d])|\d+(?:[.,]\d+)?))"
    r"(?P<thousand>\s+(?:mil|thousand)\b)?"
)
# What may not follow: a date, a time, an address of numbers, a measure, money, an ordinal, a code.
NOT_A_COUNT = re.compile(
    r"[/:]\d|[.,]\d|-\w|\s?(?:[gtmk]b\b|%|(?:usd|mxn|dolares|pesos|reais|dollars|euros|hrs?|am|pm)\b)"
    r"|(?:st|nd|rd|th|[ero]|[rd][oa]|[a-z]?º|ª)\b"
)
# "30 tb" is "30 também" (or "también") where nothing is stored.
ALSO = re.compile(r"\s+tb\b")
STORED = re.compile(r"stor|almacen|armazen|espac|space|dis[ck]|\bgb\b")
# "25u", "25x", "25usuarios" are counts, "3d" and "7zip" are names.
GLUED = re.compile(
    r"(?:x|u|us|usr|lic|pz|pcs|users?|seats?|usuarios?|licen\w+|asientos?|assentos?|puestos?|cuentas?|contas?)\b"
)
# A number after one of these words belongs to a name or a card, it counts nothing.
NAME_BEFORE = re.compile(r"\b(?:microsoft|office|ms|windows|server|version|versao|tier|nivel|level|v)\s*$")
# "O 365"; before other numbers "o" and "e" are words: "5 copilot e 3 phone".
OFFICE = re.compile(r"\b[mo]\s*$")
# "Minus three" and "one and a half" are no counts, but the person is told so only if they are heard.
MINUS_BEFORE = re.compile(r"\b(?:minus|menos|negative|negativo)\s+$")
HALF_AFTER = re.compile(r"\s+(?:and a half|y medi[oa]|e mei[oa])\b")
AFRESH = re.compile(r"\b(?:de|do|desde|from) (?:cero|zero)$")  # "começando do zero" counts nothing
PLAN_BEFORE = re.compile(r"\bplano?\s*$")
CARD_BEFORE = re.compile(
    r"\b(?:visa|master\s?card|master|amex|american express|tarjeta|card|cartao|terminad[ao]|termina"
    r"|ending|ends|final)"
    r"(?:\s+(?:en|in|with|em|de|final|la|que|con|com|no|numero|the|terminad[ao]|termina))*\s*$"
)


def normal(written: str) -> str:
    """Written digits as decimal text: "10,000" and "1.000" are grouped, "1,5" and "1.5" are decimals."""
    sign, digits = ("-", written[1:]) if written.startswith("-") else ("", written)
    if re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", digits):
        return sign + re.sub(r"[.,]", "", digits)
    whole, _, fraction = digits.replace(",", ".").partition(".")
    fraction = fraction.rstrip("0")
    return sign + str(int(whole)) + (f".{fraction}" if fraction else "")


def counts_something(folded: str, start: int, end: int, language: str) -> bool:
    """False for digits inside names, dates, times, measures, prices and card endings."""
    before, after = folded[:start], folded[end:]
    if ALSO.match(after) and language != "en" and not STORED.search(folded):
        return True
    if NOT_A_COUNT.match(after) or NAME_BEFORE.search(before):
        return False
    if CARD_BEFORE.search(before) and end - start >= 3:  # "visa con 10 copilot" is no card's ending
        return False
    if folded[start:end] == "365" and OFFICE.search(before):
        return False
    if PLAN_BEFORE.search(before) and end - start == 1:
        return False
    return not (after[:1].isalnum() or after[:1] == "_") or bool(GLUED.match(after))


def find_numbers(text: str, language: str = "") -> list[Span]:
    """Every count in the text. `language` settles words two languages share ("once", "dos")."""
    folded = fold(text)
    spans = []
    for match in DIGITS.finditer(folded):
        if counts_something(folded, match.start(), match.end(), language):
            value = normal(match.group("value"))
            spans.append(
                Span(match.start(), match.end(), value + "000" if match.group("thousand") else value)
            )
    words = [
        span for span in find_number_words(text, language, spans) if not AFRESH.search(folded[: span.end])
    ]
    counts = longest_first(spans + words)
    return [with_what_stands_around(span, folded) for span in counts]


def with_what_stands_around(span: Span, folded: str) -> Span:
    """A number with the "minus" before and the "and a half" after it: "-3", "1.5"."""
    minus, half = MINUS_BEFORE.search(folded[: span.start]), HALF_AFTER.match(folded[span.end :])
    sign = "-" if minus and not span.value.startswith("-") else ""
    fraction = ".5" if half and span.value.isdigit() else ""
    start = minus.start() if sign and minus else span.start
    end = span.end + half.end() if fraction and half else span.end
    return Span(start, end, sign + span.value + fraction)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NumberExtractor(Fixed, EntityExtractorMixin):
    """Emits entity `number`, never inside a domain, an e-mail, a phone or a term."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the numbers of each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            scores = message.get("language") or {"": 1.0}
            spans = outside(find_numbers(text, max(scores, key=scores.get)), taken(message))
            add_entities(message, "number", without_replaced(spans, text), self.name)
        return messages
