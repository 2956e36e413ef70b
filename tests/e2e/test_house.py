"""Starting, stopping and losing processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.house import TOP, House, process_table
from tests.e2e.orders import answer_until_review, confirm, lines, only_new_order

pytestmark = pytest.mark.e2e

ORDER = "quiero 4 business basic mensual para la espiga con la visa"
ANSWERS = {"domain": "después", "extra_domains": "no", "add_ons": "ninguno"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda each: each.name)
def test_stopping_leaves_no_process_behind(tmp_path: Path, number: signal.Signals) -> None:
    house = House(tmp_path)
    house.start()
    family = house.family()
    assert all(house.pid_of(name) for name in ("engine", "actions", "gateway", "worker", "marketplace"))
    assert house.stop(number) < 8
    assert house.status == 0
    assert set(family) & set(process_table()) == set()


def test_a_taken_port_is_named_before_anything_starts(house: House) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "bot.start"],
        cwd=TOP,
        env=os.environ | house.environ(),
        capture_output=True,
        text=True,
        timeout=20,
    )
    assert second.returncode == 2
    assert f"Port {house.ports['gateway']} " in second.stderr
    assert "PEDIDO_PORT=" in second.stderr
    assert second.stdout == ""


def test_with_a_real_marketplace_no_sandbox_is_started(tmp_path: Path, house: House) -> None:
    other = House(tmp_path)
    other.extra = {"PEDIDO_MARKETPLACE_URL": house.marketplace_url.removesuffix("/mx")}
    other.start()
    try:
        assert other.pid_of("marketplace") is None
        with Chat(other.url) as chat:
            assert chat.say("hola").awaiting == "plan"
    finally:
        other.stop()


@pytest.mark.parametrize("name", ["engine", "actions", "marketplace"])
def test_a_killed_process_is_admitted_and_nothing_is_lost(name: str, house: House, chat: Chat) -> None:
    assert chat.say("quiero 25 business premium").awaiting == "domain"
    house.kill(name)
    assert chat.say("anual").text
    house.wait_until(house.is_healthy, f"healthy after {name} was killed", seconds=40)
    order = chat.say("resumen").order
    assert order is not None
    assert (order["plan"]["mpn"], order["quantity"]) == ("M365-BP", 25)


def test_a_killed_gateway_comes_back_with_the_conversation(house: House, chat: Chat) -> None:
    assert chat.say("quiero 25 business premium").awaiting == "domain"
    house.kill("gateway")
    with pytest.raises(httpx.TransportError):
        chat.say("anual")
    house.wait_until(house.is_healthy, "healthy after the gateway was killed", seconds=40)
    order = chat.say("resumen").order
    assert order is not None
    assert (order["plan"]["mpn"], order["quantity"]) == ("M365-BP", 25)


def test_an_order_confirmed_while_the_worker_is_dead_is_placed_once(
    house: House, chat: Chat, books: Books
) -> None:
    before = books.order_ids()
    chat.say(ORDER)
    answer_until_review(chat, ANSWERS)
    house.kill("worker")
    confirm(chat)
    assert chat.last.text
    assert lines(only_new_order(books, before, patience=30)) == {("M365-BB", 4, "month")}
