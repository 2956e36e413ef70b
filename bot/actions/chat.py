"""One action's view of the conversation: who speaks, in which language, and how to answer.

Words never stand in Python: ``say`` names a response of ``domain.yml``, ``phrase`` a part of one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from babel.numbers import format_decimal
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.shops import Shops
from bot.marketplace.port import Marketplace
from bot.ordering.draft import Draft
from bot.ordering.money import Money
from bot.ordering.newcomer import CONTACT_STEPS
from bot.ordering.order import Terms
from bot.ordering.shop import Shop
from bot.ordering.slips import Spelt, spelt_right
from bot.turn import Turn, TurnRefused
from bot.wiring import marketplace_for, turn_of

_AS_WRITTEN = frozenset(("customer", "customer_name", "customer_address", "auth_code", *CONTACT_STEPS))
LOCALES = {"es": "es_MX", "en": "en_US", "pt": "pt_BR"}
Button = dict[str, str]
Event = dict[str, Any]
_shops = Shops()


def button(title: str, intent: str, **entities: str | int) -> Button:
    """A button that says ``/intent{entities}`` to the engine; the gateway hides the payload behind an id."""
    return {"title": title, "payload": f"/{intent}{json.dumps(entities) if entities else ''}"}


def link(title: str, url: str) -> Button:
    """A button that opens a page instead of saying something."""
    return {"title": title, "url": url}


@dataclass
class Chat:
    """What an action needs; made anew for each call of an action."""

    dispatcher: CollectingDispatcher
    tracker: Tracker
    domain: Mapping[str, Any]
    offers: list[str] = field(default_factory=list)  # what the review is to offer beside its yes
    supposed: Draft | None = None  # the order that was priced without being the open one

    @cached_property
    def turn(self) -> Turn:
        """Who speaks, verified; raises ``TurnRefused`` unless the gateway signed it for this conversation."""
        metadata = self.tracker.latest_message.get("metadata") or {}
        turn = turn_of(metadata or self.tracker.get_slot("session_started_metadata"))
        if turn.conversation != self.tracker.sender_id:
            raise TurnRefused("the turn belongs to another conversation")
        return turn

    @cached_property
    def language(self) -> str:
        known = self.tracker.get_slot("language") or self.turn.language
        return known if known in LOCALES else "es"

    @property
    def intent(self) -> str:
        return str((self.tracker.latest_message.get("intent") or {}).get("name") or "")

    @property
    def confidence(self) -> float:
        """How sure the engine is of ``intent``, 0..1; a button is sure."""
        return float((self.tracker.latest_message.get("intent") or {}).get("confidence") or 0.0)

    @property
    def text(self) -> str:
        """As it was meant: without slips of the finger, unless a name or an address is asked for."""
        return self._spelt().text

    @property
    def entities(self) -> list[dict[str, Any]]:
        """With their places in ``text``."""
        places = self._spelt().place
        return [
            {**found, **{edge: places(found[edge]) for edge in ("start", "end") if edge in found}}
            for found in self.tracker.latest_message.get("entities") or []
        ]

    def _spelt(self) -> Spelt:
        text = str(self.tracker.latest_message.get("text") or "")
        if self.tracker.get_slot("requested_slot") in _AS_WRITTEN:
            return Spelt(text)
        said = self.tracker.latest_message.get("entities") or []
        understood = (found for found in said if not str(found.get("entity")).startswith("language"))
        return spelt_right(text, tuple((found.get("start", 0), found.get("end", 0)) for found in understood))

    def entity(self, name: str) -> Any:
        return next((found["value"] for found in self.entities if found.get("entity") == name), None)

    @property
    def auth_code(self) -> str | None:
        """The reference to an auth code that the gateway took out of the sentence."""
        found = (self.tracker.latest_message.get("metadata") or {}).get("auth_code")
        return str(found) if found else None

    async def marketplace(self) -> Marketplace:
        return await marketplace_for(self.turn.actor, self.turn.subject)

    async def shop(self) -> Shop:
        return await _shops.of(self.turn.actor, self.turn.subject, self.language)

    async def terms(self) -> Terms | None:
        return await _shops.terms(self.turn.actor, self.turn.subject, self.language)

    def forget_shop(self) -> None:
        _shops.forget(self.turn.subject)

    def say(self, reason: str, buttons: Sequence[Button] = (), /, **data: object) -> None:
        """Speak ``utter_<reason>`` in the person's language."""
        shown = {key: self.show(value) for key, value in data.items()}
        self.dispatcher.utter_message(response=f"utter_{reason}", buttons=list(buttons), **shown)

    def phrase(self, response: str, /, **data: object) -> str:
        """The text of ``utter_<response>`` in the person's language, to be part of another sentence."""
        variants = self.domain["responses"][f"utter_{response}"]
        mine = [variant for variant in variants if self._is_mine(variant)]
        default = [variant for variant in variants if not variant.get("condition")]
        text = str((mine or default)[0]["text"])
        return text.format(**{key: self.show(value) for key, value in data.items()})

    def show(self, value: object) -> str:
        """A value as this person reads it: "USD 1,234.50" or, in Portuguese, "USD 1.234,50"."""
        if isinstance(value, Money):
            amount = format_decimal(value.rounded().amount, "#,##0.00", locale=LOCALES[self.language])
            return f"{value.currency} {amount}"
        return str(value)

    def report(self, awaiting: str | None, order: Mapping[str, Any] | None) -> None:
        """Tell the gateway what the conversation waits for, the live ticket, and the language spoken."""
        state = {"awaiting": awaiting, "order": order, "language": self.language}
        self.dispatcher.utter_message(json_message=state)

    def _is_mine(self, variant: Mapping[str, Any]) -> bool:
        return any(known.get("value") == self.language for known in variant.get("condition") or [])
