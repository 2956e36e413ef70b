"""The kind of a new customer, a company or a person, out of the pieces of a message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.ordering.customer import AccountType
from bot.ordering.draft import Step
from bot.ordering.newcomer.choosing import kind_denied
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.naming import bare_name
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.situation import KINDS, Situation
from bot.ordering.newcomer.words import after, any_of, is_only, is_only_beside
from bot.ordering.text import fold


@dataclass
class KindReader:
    """Takes the pieces one by one; what they say is put into ``heard``."""

    now: Situation
    heard: HeardCustomer

    def stands_alone(self, text: str, piece: Piece, is_edge: bool) -> bool:
        """ "..., empresa, ...": between marks, for in "Exchange Business" it is a plan's."""
        ends = re.compile(r"\s*(?:[,;.:()\n]|$)").match(text, piece.start + len(piece.text.rstrip(": )")))
        is_said = any(is_only(kind, piece.plain) for kind, _ in KINDS) or kind_denied(piece.plain)
        is_joined = is_edge and text[: piece.start].rstrip()[-1:].isalnum()
        return ends is not None and not is_joined and bool(is_said)

    def take(self, piece: Piece) -> bool:
        """Read one piece; False when it says no kind."""
        said, is_asked = after("type_label", piece.plain) or piece.plain, self.now.step is Step.CUSTOMER_TYPE
        if denied := kind_denied(said):
            self.heard.type = denied
            return True
        for kind, type_ in KINDS:
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
