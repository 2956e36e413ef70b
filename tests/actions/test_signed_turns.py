"""No action reads or spends anything for a turn that the gateway did not sign, however it is forged."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.base import SpokenAction
from bot.turn import Turn, sign
from tests.actions.conftest import DOMAIN, SECRET, registered_actions

CONVERSATION = "talk"
ACTIONS = registered_actions()
Metadata = dict[str, Any]


def signed(
    secret: bytes = SECRET, conversation: str = CONVERSATION, age: timedelta = timedelta()
) -> Metadata:
    now = datetime.now(UTC) - age
    return sign(Turn("demo", "demo", "reseller", "web", conversation, "es", "req", now), secret)


FORGERIES: dict[str, Callable[[], Metadata]] = {
    "nothing": dict,
    "no signature": lambda: {**signed(), "signature": None},
    "another person": lambda: {**signed(), "actor": "cloudpeak"},
    "for another reseller": lambda: {**signed(), "subject": "cloudpeak"},
    "another role": lambda: {**signed(), "role": "support"},
    "another channel": lambda: {**signed(), "channel": "desk"},
    "another secret": lambda: signed(b"a secret that somebody guessed, wrongly"),
    "of another conversation": lambda: signed(conversation="theirs"),
    "from yesterday": lambda: signed(age=timedelta(days=1)),
    "from tomorrow": lambda: signed(age=timedelta(days=-1)),
    "younger than it is": lambda: {
        **signed(),
        "issued_at": (datetime.now(UTC) + timedelta(seconds=5)).isoformat(),
    },
}


@pytest.fixture(autouse=True)
def alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks the ledger or the marketplace for anything fails the test."""

    def nobody(*_: Any) -> Any:
        pytest.fail("something was read for a turn that nobody signed")

    monkeypatch.setattr("bot.wiring.secret", lambda: SECRET)
    monkeypatch.setattr("bot.ledger.database.Database.reading", nobody)
    monkeypatch.setattr("bot.ledger.database.Database.writing", nobody)
    monkeypatch.setattr("bot.marketplace.client.MarketplaceClient.__init__", nobody)


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.parametrize("action", ACTIONS)
async def test_a_forged_turn_gets_one_sentence_and_nothing_else(action: str, forgery: str) -> None:
    payload = {
        "intent": {"name": "confirm", "confidence": 1.0},
        "text": '/confirm{"id": "01K0000000000000000000000", "version": 1}',
        "entities": [
            {"entity": "id", "value": "01K0000000000000000000000"},
            {"entity": "version", "value": 1},
        ],
        "metadata": FORGERIES[forgery](),
    }
    quote = {"id": "01K0000000000000000000000", "version": 1}
    slots = {
        "requested_slot": "confirm",
        "quote": quote,
        "confirm": True,
        "plan": "M365-BP",
        "language": "es",
    }
    tracker = Tracker(CONVERSATION, slots, payload, [{"event": "user"}], False, "order_form", {}, None)
    dispatcher = CollectingDispatcher()
    assert await ACTIONS[action].run(dispatcher, tracker, DOMAIN) == []
    assert [message["response"] for message in dispatcher.messages] == ["utter_not_signed_in"]


def test_every_action_stands_behind_the_guard() -> None:
    assert len(ACTIONS) > 25
    unguarded = [name for name, action in ACTIONS.items() if type(action).run is not SpokenAction.run]
    assert unguarded == []
