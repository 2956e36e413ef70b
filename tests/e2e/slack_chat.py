"""One person in Slack: all goes over signed deliveries and the Web API."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from bot.ledger import Button
from tests.channels.slack.deliveries import SIGNING_SECRET, message, press, signed
from tests.channels.slack.fake_slack import BOT_TOKEN, FakeSlack
from tests.e2e.messenger import Json, Messenger

THREE_SECONDS = 3.0


@contextmanager
def running() -> Iterator[FakeSlack]:
    """A Slack in a thread of its own."""
    slack, loop = FakeSlack(), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(slack.start(), loop).result(10)
    try:
        yield slack
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def settings(slack: FakeSlack) -> dict[str, str]:
    return {
        "PEDIDO_SLACK_BOT_TOKEN": BOT_TOKEN,
        "PEDIDO_SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "PEDIDO_SLACK_BASE_URL": slack.url,
    }


@dataclass
class SlackChat(Messenger):
    platform = "slack"
    slack: FakeSlack = field(kw_only=True)
    user: str = field(kw_only=True)

    def join(self) -> None:
        self.slack.join(self.user, self.login)

    @property
    def handle(self) -> str:
        return f"@{self.login}"

    @property
    def channel(self) -> str:
        return self.user.replace("U", "D")

    def heard(self) -> list[Json]:
        """In the direct message."""
        return [dict(each) for each in self.slack.posted(self.channel)]

    def buttons_of(self, message: Json) -> list[Button]:
        return [
            {"title": each["text"]["text"]}
            | ({"url": each["url"]} if "url" in each else {"button": each["value"]})
            for each in elements_of(message)
        ]

    def writes(self, text: str) -> Json:
        sent = message(text, user=self.user, channel=self.channel)
        self.deliver(sent)
        return sent

    def shows(self, token: str) -> None:
        self.writes(token)

    def presses_button(self, button: str) -> None:
        for shown in reversed(self.heard()):
            for element in elements_of(shown):
                if element.get("value") == button:
                    pressed = press(shown, element, user=self.user, channel=self.channel)
                    assert self.deliver(pressed) == 200
                    return
        raise AssertionError(f"no button {button} is shown")

    def deliver(self, payload: Json, **changes: Any) -> int:
        body, headers = signed(payload, **changes)
        began = time.monotonic()
        answer = httpx.post(f"{self.url}/slack/events", content=body, headers=headers, timeout=10)
        assert time.monotonic() - began < THREE_SECONDS
        return answer.status_code


def elements_of(shown: Json) -> list[Json]:
    return [each for block in shown["blocks"] if block["type"] == "actions" for each in block["elements"]]
