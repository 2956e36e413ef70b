"""A stage for actions: the real sandbox, client and ledger in one process; Rasa's form loop is played."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from bot.actions.shops import Shops
from bot.ledger import Ledger
from bot.marketplace.client import MarketplaceClient
from bot.sandbox.app import create_app
from bot.turn import Turn, sign

SECRET = b"a secret that only this test knows"
DOMAIN = yaml.safe_load((Path(__file__).parent.parent.parent / "domain.yml").read_text("utf-8"))
BASE = "http://sandbox.test/marketplace/mx"


def registered_actions() -> dict[str, Action]:
    server = ActionExecutor()
    server.register_package("bot.actions")
    return {name: run.__self__ for name, run in server.actions.items()}


@dataclass
class Talk:
    """One conversation. ``hears`` plays what Rasa does with the form for one message."""

    ledger: Ledger
    language: str = "es"
    confidence: float = 0.9  # of the engine in what it makes of a message
    subject: str = "demo"
    conversation: str = "talk"
    slots: dict[str, Any] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    state: dict[str, Any] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=registered_actions)

    async def hears(self, text: str, intent: str = "inform", **entities: Any) -> list[str]:
        """The names of what the bot says to ``text``, without ``utter_``."""
        self.said.clear()
        self._person_says(text, intent, entities)
        await self.runs("validate_order_form")
        if step := self.slots.get("requested_slot"):
            await self.runs(f"action_ask_{step}")
        return self.names()

    async def asks(self, action: str, text: str, intent: str, **entities: Any) -> list[str]:
        """A digression: the action or the sentence of a rule, then the form again."""
        self.said.clear()
        self._person_says(text, intent, entities)
        if action.startswith("action_"):
            await self.runs(action)
        self.events.append({"event": "action", "name": action})
        await self.runs("validate_order_form")
        if step := self.slots.get("requested_slot"):
            await self.runs(f"action_ask_{step}")
        return self.names()

    async def runs(self, action: str) -> list[dict[str, Any]]:
        dispatcher = CollectingDispatcher()
        events = await self.actions[action].run(dispatcher, self._tracker(), DOMAIN)
        for event in events:
            if event["event"] == "slot":
                self.slots[event["name"]] = event["value"]
            self.events.append(event)
        for message in dispatcher.messages:
            if message.get("custom"):
                self.state = message["custom"]
            else:
                self.said.append(message)
        return events

    def names(self) -> list[str]:
        return [message["response"].removeprefix("utter_") for message in self.said]

    def _person_says(self, text: str, intent: str, entities: dict[str, Any]) -> None:
        found = [
            _tagged(text, kind, value)
            for kind, values in entities.items()
            for value in (values if isinstance(values, list) else [values])
        ]
        message = {
            "event": "user",
            "text": text,
            "parse_data": {
                "intent": {"name": intent, "confidence": self.confidence},
                "entities": found,
                "text": text,
            },
        }
        self.events += [{"event": "action", "name": "action_listen"}, message]
        self._latest = {**message["parse_data"], "metadata": self._metadata()}

    def _metadata(self) -> dict[str, str | None]:
        who = Turn(
            self.subject,
            self.subject,
            "reseller",
            "web",
            self.conversation,
            self.language,
            "req",
            datetime.now(UTC),
        )
        return sign(who, SECRET)

    def _tracker(self) -> Tracker:
        return Tracker(
            self.conversation, dict(self.slots), self._latest, list(self.events), False, None, {}, None
        )


def _tagged(text: str, kind: str, value: Any) -> dict[str, Any]:
    """As the engine tags it; a value that does not stand in the text as such ("year") covers no word."""
    at = text.find(str(value))
    start, end = (at, at + len(str(value))) if at >= 0 else (len(text), len(text))
    return {"entity": kind, "value": value, "start": start, "end": end}


@pytest.fixture
async def ledger(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Ledger]:
    shutil.copy(migrated_sqlite, tmp_path / "ledger.db")
    opened = Ledger(f"sqlite+aiosqlite:///{tmp_path}/ledger.db", SECRET)
    yield opened
    await opened.close()


@pytest.fixture
async def marketplace(tmp_path: Path) -> AsyncIterator[MarketplaceClient]:
    sandbox = create_app(f"sqlite:///{tmp_path}/sandbox.db", with_faults=True)
    wire = httpx.ASGITransport(sandbox, raise_app_exceptions=False)
    client = MarketplaceClient(BASE, "sandbox", "mx", ("demo", "demo"), None, transport=wire)
    yield client
    await client.aclose()
    await sandbox.state.world.sessions.kw["bind"].dispose()


@pytest.fixture
def talk(ledger: Ledger, marketplace: MarketplaceClient, monkeypatch: pytest.MonkeyPatch) -> Talk:
    async def marketplace_for(actor: str, subject: str) -> MarketplaceClient:
        return marketplace

    monkeypatch.setattr("bot.wiring.secret", lambda: SECRET)
    for module in ("chat", "shops"):
        monkeypatch.setattr(f"bot.actions.{module}.marketplace_for", marketplace_for)
    for module in (
        "cancelling",
        "confirming",
        "telling",
        "placing",
        "repeating",
        "accounts",
        "domains",
        "former",
        "cards",
        "order_form",
        "review",
        "shown_total",
    ):
        monkeypatch.setattr(f"bot.actions.{module}.ledger", lambda: ledger)
    monkeypatch.setattr("bot.actions.chat._shops", Shops())
    monkeypatch.setattr("bot.actions.ticket._estimates", {})
    return Talk(ledger)
