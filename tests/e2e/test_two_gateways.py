"""Two gateway processes over one ledger: what is said through one is seen in the other."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.channels.slack.deliveries import callback
from tests.channels.slack.fake_slack import FakeSlack
from tests.e2e.chat import Chat
from tests.e2e.house import TOP, House, free_ports
from tests.e2e.slack_chat import SlackChat, settings

pytestmark = pytest.mark.e2e


@pytest.fixture
def house(slack: FakeSlack, tmp_path: Path) -> Iterator[House]:
    with House(tmp_path, extra=settings(slack)).running() as house:
        yield house


@contextmanager
def second_gateway(house: House) -> Iterator[House]:
    """The same house, entered through another gateway."""
    other = replace(house, ports=house.ports | free_ports("gateway"))
    with house.log.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.channels"],
            cwd=TOP,
            env=os.environ | other.environ(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        other.wait_until(other.is_healthy, "ready", seconds=60)
        yield other
    finally:
        process.terminate()
        process.wait(20)


def test_the_app_home_that_one_gateway_shows_follows_what_is_said_through_the_other(
    house: House, slack: FakeSlack, people: ExitStack
) -> None:
    other = people.enter_context(second_gateway(house))
    in_slack = people.enter_context(SlackChat(other.url, "demo", slack=slack, user="U7100"))
    in_slack.link()
    in_slack.deliver(
        callback({"type": "app_home_opened", "user": "U7100", "channel": "D7100", "tab": "home"})
    )
    house.wait_until(lambda: "ningún pedido abierto" in str(slack.homes.get("U7100")), "shown", seconds=10)
    with Chat(house.url, "demo") as page:
        page.say("quiero 4 business basic mensual para la espiga con la visa, sin dominio, sin complementos")
    house.wait_until(lambda: "Por confirmar" in str(slack.homes["U7100"]), "followed", seconds=10)
    assert httpx.get(f"{other.url}/health").json()["status"] == "ready"
