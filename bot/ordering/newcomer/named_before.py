"""The name before the words which say that somebody is new: "para Tacos El Güero, cliente nuevo"."""

from __future__ import annotations

import re
from functools import cache

from bot.ordering.newcomer.naming import bare_name, behind_called
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.words import any_of, is_only, is_ordinary, is_talk, is_titled, pattern, says
from bot.ordering.text import fold

# "Windows hosting for his old maps": what it is for, written small.
_SOMETHING_OF_THEIRS = re.compile(r"(?:his|her|their|its|our|sus?|nuestr[oa]s?|seus?|suas?|noss[oa]s?)\s")


def name_before(piece: Piece) -> tuple[int, int, str]:
    """ "para Tacos El Güero, cliente nuevo", "Zed Labs wants 5, they're new", "Zed Labs, a new client": the
    name in what stands before such words, with where it begins and ends."""
    folded = fold(piece.text)
    wants = rf"[\W_]*(?:(?:{any_of('before_a_name')})\s+)*(.+?)\s+(?:{any_of('wants')})(?![\w@])"
    found = re.search(r"\b(?:(?:para|pra)\s+(?:a\s+)?|for\s+|p/\s*)(.*)", folded) or re.match(wants, folded)
    start, end = found.span(1) if found else (0, len(piece.text))
    start += behind_called(piece.text[start:end])
    created = _created_as().match(fold(piece.text))
    start, end = created.span("who") if created else (start, end)
    said = piece.text[start:end]
    name = bare_name(said)
    if says("denies", piece.text) or says("however", said):
        return 0, 0, ""  # "no es para la panadería", "I said for La Espiga but it's a new customer"
    if (
        not name
        or is_only("nobody", said)
        or is_only("greeting", said)
        or is_talk(name)
        or _SOMETHING_OF_THEIRS.match(name)
        or not (found or _is_plainly_a_name(name))
    ):
        return 0, 0, ""
    return piece.start + start, piece.start + end, said


@cache
def _created_as() -> re.Pattern[str]:
    """ "Can you add Mike Dunn as a", "registra a Molinos SA como", in front of "new customer"."""
    verbs = (
        r"add|create|register|set up|put|(?:cre|registr|agreg|cadastr|anot|cri)\w+|(?:dar|dale|doy) de alta"
    )
    article = r"(?:an?|una?|uma?|el|la|o|a|mi|my)"
    return re.compile(rf"(?:.*\b)?(?:{verbs})(?: al?)?\s+(?P<who>\S.*?)\s+(?:as|como)\s+{article}?\s*$")


def _is_plainly_a_name(name: str) -> bool:
    said = name.split()
    is_written_so = is_titled(said) or pattern("legal_form").search(fold(name)) is not None
    return is_written_so and not all(map(is_ordinary, said))
