"""One person in Slack: as a `Chat` on the page, but all goes over signed deliveries and the Web API."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.channels.slack.deliveries import message, press, signed
from tests.channels.slack.fake_slack import FakeSlack
from tests.e2e.chat import Chat, Reply

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


@dataclass
class SlackChat(Chat):
    """What is awaited, and the ticket, are read on the page: it shows the same conversation."""

    slack: FakeSlack = field(kw_only=True)
    user: str = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.slack.join(self.user, self.login)
        self.catch_up()

    @property
    def channel(self) -> str:
        return self.user.replace("U", "D")

    def shown(self) -> list[dict[str, Any]]:
        """What the bot said in the direct message, as it stands there now."""
        return [dict(each) for each in self.slack.posted(self.channel)]

    def catch_up(self) -> None:
        """What stands in the conversation now is no answer to what comes next."""
        self._seen = len(self.shown())
        self._seq = max([0, *(each["seq"] for each in self.history())])

    def writes(self, text: str) -> dict[str, Any]:
        sent = message(text, user=self.user, channel=self.channel)
        self.deliver(sent)
        return sent

    def deliver(self, payload: dict[str, Any], **changes: Any) -> int:
        body, headers = signed(payload, **changes)
        began = time.monotonic()
        answer = httpx.post(f"{self.url}/slack/events", content=body, headers=headers, timeout=10)
        assert time.monotonic() - began < THREE_SECONDS
        return answer.status_code

    def presses_button(self, value: str) -> None:
        for shown in reversed(self.shown()):
            for button in buttons_of(shown):
                if button.get("value") == value:
                    assert self.deliver(press(shown, button, user=self.user, channel=self.channel)) == 200
                    return
        raise AssertionError(f"no button {value} is shown")

    def waits_for(self, words: str, seconds: float = 20, since: int = 0) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = [each for each in self.shown()[since:] if words.casefold() in each["text"].casefold()]
            if found:
                return found[0]
            time.sleep(0.1)
        raise AssertionError(f"{words!r} did not arrive; shown: {[each['text'] for each in self.shown()]}")

    def hear_by_itself(self, seconds: float = 20) -> Reply:
        return self._hear(seconds)

    def _send(self, body: dict[str, Any]) -> Reply:
        self.catch_up()
        if "text" in body:
            self.writes(body["text"])
        else:
            self.presses_button(body["button"])
        return self._hear(30)

    def _hear(self, seconds: float) -> Reply:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            params = {"conversation": self.conversation, "after": str(self._seq)}
            state = self._http.get("/api/messages", params=params).raise_for_status().json()
            said = [each for each in state["messages"] if each["author"] == "bot"]
            if said and len(self.shown()) - self._seen >= len(said):
                return self._arrived(state)
            time.sleep(0.1)
        raise AssertionError(f"nothing arrived in {seconds} s after: {self.shown()[-1:]}")

    def _arrived(self, state: dict[str, Any]) -> Reply:
        new = self.shown()[self._seen :]
        buttons = [button for each in new for button in buttons_of(each)]
        self.catch_up()
        reply = Reply(
            text="\n".join(each["text"] for each in new),
            buttons={each["text"]["text"]: each["value"] for each in buttons if "value" in each},
            links={each["text"]["text"]: each["url"] for each in buttons if "url" in each},
            awaiting=state["awaiting"],
            order=state["order"],
        )
        self.replies.append(reply)
        return reply


def buttons_of(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for block in shown["blocks"] if block["type"] == "actions" for each in block["elements"]]
