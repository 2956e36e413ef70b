"""What the bot says, on its way to a Slack that is busy, down, or missing something."""

import asyncio
import time

import pytest
from structlog.typing import EventDict

from bot.channels.conversation import Gateway
from bot.ledger import Ledger
from bot.settings import Settings
from tests.channels.fakes import FakeEngine
from tests.channels.slack.deliveries import message
from tests.channels.slack.fake_slack import FakeSlack, Fault
from tests.channels.slack.workspace import Workspace

TWO = [{"text": "Uno."}, {"text": "Dos."}]


async def test_slack_is_given_the_pause_it_asks_for_and_no_message_is_repeated(
    workspace: Workspace, linked: None, slack: FakeSlack, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"hola": TWO}
    slack.faults["chat.postMessage"] = [Fault(), Fault(status=429, retry_after=1)]
    began = time.monotonic()
    await workspace.deliver(message("hola"))
    assert [post["text"] for post in await workspace.posts(2)] == ["Uno.", "Dos."]
    assert time.monotonic() - began >= 1
    await asyncio.sleep(0.1)
    assert len(slack.posted("D1")) == 2


@pytest.mark.parametrize(
    "fault", [Fault(status=503), Fault(error="internal_error"), Fault(error="invalid_auth")]
)
async def test_trouble_that_passes_is_waited_out(
    workspace: Workspace, linked: None, slack: FakeSlack, fault: Fault
) -> None:
    slack.faults["chat.postMessage"] = [fault]
    await workspace.deliver(message("hola"))
    assert len(await workspace.posts(1, seconds=10)) == 1


async def test_a_chat_that_is_gone_is_given_up_and_the_next_one_goes(
    workspace: Workspace, linked: None, slack: FakeSlack, logs: list[EventDict]
) -> None:
    slack.faults["chat.postMessage"] = [Fault(error="channel_not_found")]
    await workspace.deliver(message("uno"))
    await workspace.deliver(message("dos"))
    assert [post["text"] for post in await workspace.posts(1)] == ["heard dos"]
    assert [entry["reason"] for entry in logs if entry["event"] == "delivery_given_up"] == [
        "channel_not_found"
    ]


async def test_when_the_thread_is_gone_it_is_said_beside_it(
    workspace: Workspace, linked: None, slack: FakeSlack
) -> None:
    slack.faults["chat.postMessage"] = [Fault(error="thread_not_found")]
    await workspace.deliver(message("hola"))
    assert (await workspace.posts(1))[0]["thread_ts"] is None


async def test_the_bots_own_news_goes_to_the_thread_where_the_person_was_last_once(
    workspace: Workspace, linked: None, ledger: Ledger, fake_engine: FakeEngine, slack: FakeSlack
) -> None:
    asked = message("25 premium")
    await workspace.deliver(asked)
    await workspace.posts(1)
    fake_engine.answers["/tell_order"] = [{"text": "Pedido 7 completado."}]
    talk = await ledger.conversations.find_or_open("demo", "demo", "main", "slack")
    await ledger.outbox.add("say", talk.id, {"payload": "/tell_order"})
    news = (await workspace.posts(2))[1]
    assert (news["text"], news["thread_ts"]) == ("Pedido 7 completado.", asked["event"]["ts"])
    await asyncio.sleep(0.7)
    assert len(slack.posted("D1")) == 2


async def test_what_was_taken_and_not_answered_is_answered_after_a_restart(
    slack: FakeSlack,
    settings: Settings,
    ledger: Ledger,
    gateway: Gateway,
    linked: None,
    fake_engine: FakeEngine,
) -> None:
    fake_engine.slow = {"hola": 30}
    async with Workspace.opened(slack, settings, ledger, gateway) as before:
        assert await before.deliver(message("hola")) == 200
    assert slack.posted("D1") == []
    fake_engine.slow = {}
    async with Workspace.opened(slack, settings, ledger, gateway) as after:
        assert [post["text"] for post in await after.posts(1)] == ["heard hola"]


async def test_the_buttons_go_away_even_if_slack_is_busy(
    workspace: Workspace, linked: None, slack: FakeSlack, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"hola": [{"text": "¿Sí?", "buttons": [{"title": "Sí", "payload": "/affirm"}]}]}
    await workspace.deliver(message("hola"))
    (asked,) = await workspace.posts(1)
    slack.faults["chat.update"] = [Fault(status=429, retry_after=0)]
    await workspace.press(dict(asked), asked["blocks"][1]["elements"][0])
    await workspace.calls("chat.update")
    assert [block["type"] for block in asked["blocks"]] == ["section", "context"]
