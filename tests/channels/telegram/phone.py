"""A person with Telegram on their phone, in a private chat with the bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.channels.telegram import updates
from tests.channels.telegram.fake_bot_api import FakeBotApi

Json = dict[str, Any]


@dataclass
class Phone:
    telegram: FakeBotApi
    user: Json = field(default_factory=lambda: updates.person(777))

    def __post_init__(self) -> None:
        self.screen = self.telegram.screens[self.user["id"]]

    def says(self, text: str, **more: Any) -> Json:
        """Write ``text`` to the bot; what Telegram sent of it."""
        update = updates.said(self.telegram.next_id(), self.user, text, **more)
        self.screen.append(update["message"])
        return self._deliver(update)

    def sends(self, kind: str, **more: Any) -> Json:
        update = updates.sent(self.telegram.next_id(), self.user, kind, **more)
        self.screen.append(update["message"])
        return self._deliver(update)

    def presses(self, title: str, times: int = 1) -> list[Json]:
        """Press the newest button whose title holds these words, so often before anything changes."""
        found = [
            button["callback_data"]
            for message in self.screen
            for button in buttons_of(message)
            if title.casefold() in button["text"].casefold() and "callback_data" in button
        ]
        assert found, f"no button {title!r} on the screen:\n{self.shown()}"
        return self.presses_button(found[-1], times)

    def presses_button(self, data: str, times: int = 1) -> list[Json]:
        under = next(
            message
            for message in reversed(self.screen)
            if any(button.get("callback_data") == data for button in buttons_of(message))
        )
        ids = [self.telegram.next_id() for _ in range(times)]
        made = [updates.pressed(each, self.user, data, dict(under)) for each in ids]
        self.telegram.deliver(*made)
        return made

    def heard(self) -> list[Json]:
        """Every message of the bot on the screen."""
        return [each for each in list(self.screen) if each["from"]["is_bot"]]

    def waits_for(self, words: str, seconds: float = 10, since: int = 0) -> Json:
        """The first message of the bot with these words, after the first ``since``."""

        def found() -> Json | None:
            new = self.heard()[since:]
            return next((each for each in new if words.casefold() in each["text"].casefold()), None)

        message: Json = self.telegram.wait_until(found, seconds)
        return message

    async def hears(self, words: str, seconds: float = 10, since: int = 0) -> Json:
        """As ``waits_for``, beside a gateway that runs in the test's own loop."""
        return await asyncio.to_thread(self.waits_for, words, seconds, since)

    def shown(self) -> str:
        """The screen as one would read it aloud."""
        return "\n".join(
            f"{'bot' if each['from']['is_bot'] else 'me '}: {each.get('text', '(no text)')}"
            + "".join(f" [{button['text']}]" for button in buttons_of(each))
            for each in list(self.screen)
        )

    def _deliver(self, update: Json) -> Json:
        self.telegram.deliver(update)
        return update


def buttons_of(message: Json) -> list[Json]:
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in keyboard for button in row]
