"""The kind of a new customer, a company or a person, out of the pieces of a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.ordering.customer import AccountType
from bot.ordering.draft import Step
from bot.ordering.newcomer.choosing import kind_denied
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.naming import bare_name
from bot.ordering.newcomer.pieces import Piece, kinds_joined
from bot.ordering.newcomer.situation import KINDS, LOOSER_KINDS, Situation
from bot.ordering.newcomer.words import after, any_of, is_only, is_only_beside
from bot.ordering.text import fold


def split_kind_behind(said: str) -> tuple[str, AccountType | None]:
    """("Cafetal Andino SAS", commercial) from "Cafetal Andino SAS, es comercial"."""
    for kind, type_ in KINDS:
        found = _behind_a_name(kind).search(fold(said))
        if found:
            return said[: found.start()], type_
    return said, None


@cache
def _behind_a_name(kind: str) -> re.Pattern[str]:
    lead = rf"(?:(?:{any_of('lead_in')})[\s,]+)*"
    who = r"(?:they|it|he|she)(?:'?re|'?s| are| is)"
    told = rf"\s+(?:(?:y|e|and|que|q|which|who)\s+)?(?:{who}|is|es|e|son|sao)\s+"
    label = rf"(?:(?:{any_of('type_label')})\s*[:=]?\s*)?"
    begins = rf"(?<=\w)\.?(?:\s*[,;(\n]\s*|\s+[-–—/]\s+|{told})"
    return re.compile(rf"{begins}{lead}{label}(?:{any_of(kind)})[\W_]*$")


@dataclass
class KindReader:
    """Takes the pieces one by one; what they say is put into ``heard``."""

    now: Situation
    heard: HeardCustomer

    def stands_alone(self, text: str, piece: Piece, is_edge: bool) -> bool:
        """ "..., empresa, ...": between marks, for in "Exchange Business" it is a plan's."""
        behind = piece.start + len(piece.text.rstrip(": )"))
        ends = re.compile(r"\s*(?:[,;.:()\n]|$)").match(text, behind) is not None
        is_said = any(is_only(kind, piece.plain) for kind, _ in KINDS) or kind_denied(piece.plain)
        ends = ends or any(start == piece.end for start, _ in kinds_joined(text))
        is_joined = is_edge and text[: piece.start].rstrip()[-1:].isalnum()
        return ends and bool(is_said) and not is_joined

    def take(self, piece: Piece) -> bool:
        """Read one piece; False when it says no kind."""
        said, is_asked = after("type_label", piece.plain) or piece.plain, self.now.step is Step.CUSTOMER_TYPE
        if denied := kind_denied(said):
            self.heard.type = denied
            return True
        is_small = is_asked and piece.plain[1:].islower()  # "es una señora, Rosa Luna", not "Café Bar"
        for kind, type_ in (*KINDS, *(LOOSER_KINDS if is_small else ())):
            if is_only(kind, said) or (is_asked and is_only_beside("of_course", kind, said)):
                self.heard.type = type_
                return True
        if is_asked and is_only("legal_form", said):
            self.heard.type = AccountType.COMMERCIAL
            if self.now.known and self.now.known.name:
                form = re.search(rf"(?:{any_of('legal_form')})$", fold(bare_name(piece.text)))
                said = bare_name(piece.text)[form.start() :] if form else bare_name(piece.text)
                self.heard.name = f"{self.now.known.name} {said}"
            return True
        return is_asked and is_only("of_course", piece.plain)
