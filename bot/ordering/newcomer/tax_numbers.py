"""Tax numbers (RFC, CNPJ, NIT, ...) that stand in a pasted block: the marketplace takes none of them."""

from __future__ import annotations

import re
from functools import cache

from bot.ordering.newcomer.words import any_of
from bot.ordering.text import fold

_CNPJ = r"\d{2}\.\d{3}\.\d{3}/\d{4}-?\d{2}"
_CPF = r"\d{3}\.\d{3}\.\d{3}-\d{2}"
_GST = r"\d{2}[a-z]{5}\d{4}[a-z]\d[a-z]{2}"  # of India
_RFC = r"[a-z&]{3,4}\d{2}(?:0\d|1[0-2])[0-3]\d[a-z\d]{3}"
# Behind a word for it: one long token, or short ones with spaces between.
_ANY = r"(?:[a-z&]{0,4}\d[\w./-]{7,}|(?:[a-z&]{1,4} )?\w*\d[\w./-]*(?: (?=\w*\d)[\w./-]+)*)"


def without_tax_numbers(text: str) -> tuple[str, list[tuple[int, int]]]:
    """``text``, of the same length, with a comma for every tax number, and where they stood."""
    spans = [found.span() for found in _pattern().finditer(fold(text))]
    for start, end in spans:
        text = text[:start] + ",".ljust(end - start) + text[end:]
    return text, spans


@cache
def _pattern() -> re.Pattern[str]:
    label = rf"(?:{any_of('tax_label')})(?![\w@])(?:[\s:#.-]|(?:n[o°º.]+|num(?:ero)?|number|id|es|is|e)\b)*"
    return re.compile(rf"(?<![\w@.-])(?:{label}{_ANY}|{_CNPJ}|{_CPF}|{_RFC}|{_GST})(?![\w@-])")
