"""Roles that stand behind their person: "Ana Ruiz, ana@sol.mx (admin), Luis Gil, ... (billing)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ordering.customer import ContactRole
from bot.ordering.newcomer.people import read_name, roles_named
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.words import is_only, pattern
from bot.ordering.text import fold

_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)[\s.]*$")


def read_roles_behind(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[int, list[ContactRole]]]:
    """The pieces without such roles, and where a person begins who has them; as they are where a role leads
    its person in, as a heading does."""
    left, begins, first = list(pieces), dict[int, list[ContactRole]](), 0
    for place, piece in enumerate(pieces):
        roles, rest = _role_behind(piece)
        if not roles:
            continue
        reached = [at for at in range(first, place + 1) if pieces[at].values]
        if not reached:
            return list(pieces), {}
        begins[_begin(pieces, reached[0], first)] = roles
        left[place] = replace(piece, text=rest)
        first = place + 1
    is_open = any(any(value.kind == "email" for value in piece.values) for piece in pieces[first:])
    return (list(pieces), {}) if is_open or len(begins) < 2 else (left, begins)  # noqa: PLR2004  one is a remark


def _begin(pieces: Sequence[Piece], reached: int, first: int) -> int:
    is_named = read_name(pieces[reached].text)[0] or reached == first
    return reached if is_named or not read_name(pieces[reached - 1].text)[0] else reached - 1


def _role_behind(piece: Piece) -> tuple[list[ContactRole], str]:
    """The roles that are all of the piece, or end it in brackets; and what else is in it."""
    found = _IN_BRACKETS.search(piece.text)
    said, rest = (found.group(1), piece.text[: found.start()]) if found else (piece.plain, "")
    folded = fold(said)
    for kind in ("billing", "technical", "admin", "contact_label"):
        folded = pattern(kind).sub(" ", folded)
    is_role = all(is_only("lead_in", word) or word == "as" for word in re.findall(r"\w+", folded))
    return (roles_named(fold(said)), rest) if is_role and (found or not piece.values) else ([], piece.text)
