"""Where a whole address stands in a message, with street, town and postal code, whatever is around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ordering.newcomer.addresses import AddressReader
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.streets import has_street_end, without_lead
from bot.ordering.newcomer.values import postal_pattern
from bot.ordering.newcomer.words import leading, pattern
from bot.ordering.text import fold

_LONGEST = 7  # pieces
_MOST = 40  # pieces of a message that are looked at


def find_whole_address(pieces: Sequence[Piece], country: str, name_is_due: bool) -> int | None:
    """The place of its first piece. ``name_is_due``: in "Studio 54, 12 Elm St, Austin 78701" a name."""
    begins = [place for place in range(min(len(pieces), _MOST)) if _is_whole_from(pieces, place, country)]
    if len(begins) > 1 and name_is_due and not _is_part_of_a_house(pieces[begins[0]].plain):
        return begins[1] if begins[1] == begins[0] + 1 else begins[0]
    return begins[0] if begins else None


def _is_whole_from(pieces: Sequence[Piece], place: int, country: str) -> bool:
    said = without_lead(pieces[place].plain)
    ends = has_street_end(said.partition(" ")[2])  # "Main Street", not "Dr. Rao"
    numbered = re.search(r"\d", postal_pattern(country).sub(" ", said))
    begins = numbered or re.match(r"\d+\s+[^\W\d]", said) or ends or leading("street").match(fold(said))
    if not begins or pattern("postal_label").match(fold(said)):
        return False
    reader = AddressReader(country, is_open=True)
    for piece in pieces[place : place + _LONGEST]:
        if piece.values or not reader.take(piece.plain):
            return False
        if _is_whole(reader):
            return True
    return False


def _is_whole(reader: AddressReader) -> bool:
    found = reader.end()
    is_placed = found.postal_code or (found.country and "postal_code" not in found.missing())
    return bool(re.search(r"[^\W\d]", found.street) and found.city and is_placed)


def _is_part_of_a_house(text: str) -> bool:
    """ "Flat 3, 10 Downing Street", "B-204, Hill Road"."""
    unit = re.match(r"(?:flat|plot|lot|shop|[a-z]-?\d+)\b", fold(text))
    return unit is not None or leading("more_street").match(fold(text)) is not None
