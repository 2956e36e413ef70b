"""How many of an add-on that is sold by its size: "500 GB of storage" are five times 100 GB."""

from __future__ import annotations

import re

from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.sentence import Sentence
from bot.ordering.text import fold
from bot.ordering.vocabulary import vocabulary

_SOLD_BY = re.compile(r"(\d+) (gb)\b")
_SAID = re.compile(r"(?<![\d.,])(\d+)\s?([a-z]+)\b")
_GB_IN = {"gb": 1, "tb": 1000}


def by_size(said: Sentence, named: NamedAddOn) -> str | None:
    """None where no size is said in the same breath, or one that is no multiple of what is sold."""
    extra = said.shop.catalog.add_on(named.mpn)
    sold = _SOLD_BY.search(fold(extra.name if extra else ""))
    if sold is None or named.removed:
        return None
    around = said.clause(named.first, named.last)
    start, end = said.words[around.start].start, said.words[around.stop - 1].end
    for number, unit in _SAID.findall(fold(said.text[start:end])):
        meant = {unit, *vocabulary().synonyms.get(unit, ())} & _GB_IN.keys()
        size = int(number) * _GB_IN[meant.pop()] if meant else 0
        if size > int(sold[1]) and size % int(sold[1]) == 0:
            return str(size // int(sold[1]))
    return None
