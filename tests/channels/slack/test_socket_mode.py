"""Socket Mode: acknowledged when it is in the inbox, connected again when the line is lost."""

import logging

import pytest

from bot.channels.conversation import Gateway
from bot.channels.slack import socket_mode
from bot.ledger import Ledger
from bot.settings import Settings, read_settings
from tests.channels.slack.deliveries import message, press
from tests.channels.slack.fake_slack import APP_TOKEN, BOT_TOKEN, FakeSlack, Fault
from tests.channels.slack.workspace import Workspace, until


@pytest.fixture
def settings(slack: FakeSlack) -> Settings:
    return read_settings(
        {
            "PEDIDO_SLACK_BOT_TOKEN": BOT_TOKEN,
            "PEDIDO_SLACK_APP_TOKEN": APP_TOKEN,
            "PEDIDO_SLACK_BASE_URL": slack.url,
        }
    )


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_mode, "_LOOK_EVERY_SECONDS", 0.2)
    monkeypatch.setattr(socket_mode, "_PING_SECONDS", 0.3)


@pytest.fixture
async def line(workspace: Workspace, linked: None, slack: FakeSlack) -> FakeSlack:
    await until(lambda: bool(slack.sockets))
    return slack


async def test_an_event_is_acknowledged_with_its_envelope_and_answered(
    line: FakeSlack, workspace: Workspace
) -> None:
    await line.push("e1", "events_api", message("hola"))
    assert [post["text"] for post in await workspace.posts(1)] == ["heard hola"]
    await until(lambda: "e1" in line.acks)


async def test_a_pressed_button_arrives_too(line: FakeSlack, workspace: Workspace) -> None:
    forged = {"type": "button", "value": "unknown", "action_id": "press:0", "text": {"text": "Sí"}}
    shown = line.messages["D1", "1.1"] = {"ts": "1.1", "text": "¿Sí?", "blocks": []}
    await line.push("e2", "interactive", press(dict(shown), forged))
    await until(lambda: "e2" in line.acks)
    assert "ya no es válido" in (await workspace.posts(2))[1]["text"]


async def test_what_is_not_taken_is_not_acknowledged(line: FakeSlack, workspace: Workspace) -> None:
    line.faults["users.info"] = [Fault(status=500)]
    asked = message("hola")
    await line.push("e3", "events_api", asked)
    await until(lambda: not line.faults["users.info"])
    await line.push("e4", "events_api", asked)
    await until(lambda: "e4" in line.acks)
    assert "e3" not in line.acks
    assert len(await workspace.posts(1)) == 1


async def test_there_is_no_webhook_without_a_signing_secret(line: FakeSlack, workspace: Workspace) -> None:
    assert await workspace.deliver(message("hola"), secret="") == 404


async def test_the_line_is_taken_up_again_when_slack_drops_it(line: FakeSlack, workspace: Workspace) -> None:
    await line.sockets[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await until(lambda: len(line.sent("apps.connections.open")) == 2)
    await until(lambda: len(line.sockets) == 1)
    await line.push("e5", "events_api", message("hola"))
    await workspace.posts(1)


async def test_an_address_that_is_used_up_is_not_knocked_at_for_ever(
    slack: FakeSlack, settings: Settings, ledger: Ledger, gateway: Gateway
) -> None:
    slack.refusing = 1
    async with Workspace.opened(slack, settings, ledger, gateway):
        await until(lambda: bool(slack.sockets), seconds=10)


async def test_the_gateway_starts_while_slack_is_away(
    slack: FakeSlack, settings: Settings, ledger: Ledger, gateway: Gateway
) -> None:
    slack.faults["apps.connections.open"] = [Fault(status=500)] * 100
    async with Workspace.opened(slack, settings, ledger, gateway) as workspace:
        assert await workspace.heard() == []


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
async def test_logs_hold_no_message_and_no_token(
    slack: FakeSlack,
    settings: Settings,
    ledger: Ledger,
    gateway: Gateway,
    linked: None,
    caplog: pytest.LogCaptureFixture,
    level: str,
) -> None:
    caplog.set_level(level)
    for name in ("slack_sdk", "slack_bolt"):  # as bot.logs does
        caplog.set_level("WARNING", name)
    slack.refusing = 1
    async with Workspace.opened(slack, settings, ledger, gateway) as workspace:
        await until(lambda: bool(slack.sockets), seconds=15)
        slack.faults["chat.postMessage"] = [Fault(error="invalid_auth")]
        await slack.push("e1", "events_api", message("mi secreto"))
        await workspace.posts(1, seconds=10)
        await workspace.deliver(message("otro secreto"), secret="forged")
    for words in ("secreto", BOT_TOKEN, APP_TOKEN, "ticket"):
        assert words not in caplog.text
    assert logging.getLogger("slack_bolt").level == logging.WARNING
