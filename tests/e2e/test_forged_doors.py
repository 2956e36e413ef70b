"""Whoever comes to a door without the gateway's signature gets words at most, and changes nothing."""

import json
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from bot.turn import Turn, sign
from tests.actions.conftest import DOMAIN, registered_actions
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House

pytestmark = pytest.mark.e2e

AMOUNTS = [40, pytest.param(1000, marks=pytest.mark.faults)]
TABLES = ("intents", "attempts", "audit", "inbox", "messages", "outbox", "secrets", "accounts", "card_pages")


def quiet(house: House) -> None:
    """Wait for the news of orders that other tests placed: it is not the intruder's."""
    under_way = (
        "SELECT (SELECT count(*) FROM intents WHERE confirmed_at IS NOT NULL AND next_at IS NOT NULL)"
        " + (SELECT count(*) FROM outbox WHERE next_at IS NOT NULL)"
    )

    def is_quiet() -> bool:
        with sqlite3.connect(house.folder / "pedido.db") as ledger:
            return bool(ledger.execute(under_way).fetchone()[0] == 0)

    house.wait_until(is_quiet, "quiet", seconds=60)


def rows(house: House) -> dict[str, int]:
    with sqlite3.connect(house.folder / "pedido.db") as ledger:
        return {table: ledger.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def forged(draw: random.Random, conversation: str) -> dict[str, Any]:
    """Metadata as an intruder would make it: everything but the secret is known."""
    turn = Turn(
        "demo",
        "demo",
        draw.choice(["reseller", "support"]),
        "web",
        conversation,
        "es",
        "r",
        datetime.now(UTC),
    )
    signed = sign(turn, draw.randbytes(32))
    return draw.choice([{}, {"signature": None}, signed, {**signed, "signature": signed["signature"][::-1]}])


@pytest.fixture
def review(chat: Chat, house: House) -> dict[str, Any]:
    """An order that waits for its yes."""
    quiet(house)
    chat.say(
        "25 business premium anual para ferretería el tornillo con la visa, sin dominio, sin complementos"
    )
    assert chat.last.awaiting == "confirm"
    return {"id": "01K0000000000000000000000", "version": 1}


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_engines_door(
    amount: int, house: House, chat: Chat, review: dict[str, Any], books: Books
) -> None:
    draw, before, orders = random.Random(11), rows(house), books.order_ids()
    with sqlite3.connect(house.folder / "pedido.db") as ledger:
        talks = [
            row[0] for row in ledger.execute("SELECT id FROM conversations ORDER BY opened_at DESC LIMIT 3")
        ]
        known = ledger.execute("SELECT id, version FROM intents WHERE state = 'quoted'").fetchall()
    with httpx.Client(base_url=f"http://127.0.0.1:{house.ports['engine']}", timeout=30) as door:
        for _ in range(amount):
            intent, version = draw.choice(known)
            confirm = "/confirm" + json.dumps({"id": intent, "version": version})
            # Into somebody's conversation or one of its own: hundreds in one would only time the engine.
            talk = draw.choice([*talks, *(f"01HINTRUDER{place}" for place in range(20))])
            said = draw.choice(
                [confirm, "sí, confirmo", "mis clientes", "mis pedidos", "/card_saved", "hola", "/forget"]
            )
            body = {"sender": talk, "message": said, "input_channel": "web", "metadata": forged(draw, talk)}
            answer = door.post("/webhooks/rest/webhook", json=body)
            assert answer.status_code == 200
            told = " ".join(item.get("text", "") for item in answer.json())
            assert "USD" not in told
            assert "4242" not in told
    assert rows(house) == before
    assert books.order_ids() == orders


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_actions_door(amount: int, house: House, review: dict[str, Any], books: Books) -> None:
    draw, before, orders = random.Random(12), rows(house), books.order_ids()
    names = sorted(registered_actions())
    with httpx.Client(base_url=f"http://127.0.0.1:{house.ports['actions']}", timeout=30) as door:
        for _ in range(amount):
            latest = {
                "intent": {"name": draw.choice(["confirm", "inform", "auth_code"]), "confidence": 1.0},
                "text": "/confirm",
                "entities": [{"entity": name, "value": value} for name, value in review.items()],
                "metadata": forged(draw, "talk"),
            }
            slots = {"quote": review, "confirm": True, "plan": "M365-BP", "requested_slot": "confirm"}
            tracker = {
                "sender_id": "talk",
                "slots": slots,
                "latest_message": latest,
                "events": [],
                "paused": False,
            }
            tracker |= {
                "latest_action_name": None,
                "active_loop": {"name": "order_form"},
                "followup_action": None,
            }
            body = {
                "next_action": draw.choice(names),
                "sender_id": "talk",
                "tracker": tracker,
                "domain": DOMAIN,
            }
            answer = door.post("/webhook", json=body).raise_for_status().json()
            assert answer["events"] == []
            assert [said["response"] for said in answer["responses"]] == ["utter_not_signed_in"]
    assert rows(house) == before
    assert books.order_ids() == orders


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_gateways_door(
    amount: int, house: House, chat: Chat, sit_down: Callable[[str], Chat], review: dict[str, Any]
) -> None:
    """Without a token, with one that was made up, with buttons of somebody else: nothing is stored."""
    draw, before = random.Random(13), rows(house)
    theirs = [chat.last.buttons[title] for title in chat.last.buttons]
    stranger = sit_down("cloudpeak")
    with httpx.Client(base_url=house.url, timeout=30) as door:
        for _ in range(amount):
            token = draw.choice(
                ["", "Bearer", "Bearer x", f"Bearer {draw.randbytes(32).hex()}", "Basic ZGVtbzpkZW1v"]
            )
            body = draw.choice([{"text": "confirmo"}, {"button": draw.choice(theirs)}, {"text": "/restart"}])
            answer = door.post("/api/messages", json=body, headers={"Authorization": token} if token else {})
            assert answer.status_code == 401
    assert rows(house) | {"accounts": 0} == before | {"accounts": 0}
    refused = stranger._send({"button": draw.choice(theirs)})
    assert "not valid" in refused.text
    assert refused.order is None
