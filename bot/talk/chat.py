"""The conversation loop: in a terminal with a live prompt, or line by line from a pipe."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout
from prompt_toolkit.styles import Style

from bot.talk.api import Api, TalkError
from bot.talk.screen import Screen

_LOOK_EVERY_SECONDS = 2.0
_QUIT, _TICKET = frozenset({"/quit", "/exit", "/salir"}), frozenset({"/ticket", "/pedido"})
_STYLE = Style.from_dict({"bottom-toolbar": "noreverse bg:#12332f #d5ebe7", "prompt": "bold ansicyan"})


class Chat:
    def __init__(self, api: Api, screen: Screen) -> None:
        self._api = api
        self._screen = screen
        # One at a time: what a turn said is printed once, by whoever looks first.
        self._looking = asyncio.Lock()

    async def in_terminal(self) -> None:
        """Until Ctrl-D or /quit."""
        # In memory: what is typed here may be something that must not lie in a file.
        history = InMemoryHistory()
        session: PromptSession[str] = PromptSession(
            history=history, bottom_toolbar=self._toolbar, style=_STYLE, refresh_interval=1
        )
        self._screen.show_history(await self._api.news())
        self._screen.note("Write, or type a button's number. /ticket shows the order, Ctrl-D leaves.")
        with patch_stdout(raw=True):
            watching = asyncio.create_task(self._watch())
            try:
                while (line := await session.prompt_async([("class:prompt", "› ")])).strip() not in _QUIT:
                    await self._take(line.strip())
            except (EOFError, KeyboardInterrupt):
                self._screen.note("Bye.")
            finally:
                watching.cancel()
                with suppress(asyncio.CancelledError):
                    await watching

    async def from_lines(self) -> None:
        """One message per line of standard input, answered in order; stops at its end."""
        self._screen.show_history(await self._api.news())
        while line := await asyncio.to_thread(sys.stdin.readline):
            self._screen.console.print(f"› {line.strip()}", markup=False, soft_wrap=True)
            if line.strip() in _QUIT:
                break
            await self._take(line.strip())

    async def _take(self, typed: str) -> None:
        if not typed:
            return
        if typed in _TICKET:
            self._screen.show_ticket()
            return
        button = self._screen.chosen(typed)
        try:
            async with self._looking:
                await (self._api.press(button) if button else self._api.say(typed))
            await self._look()
        except TalkError as trouble:
            if trouble.is_final:
                raise
            self._screen.note(str(trouble))

    async def _look(self) -> None:
        async with self._looking:
            self._screen.show(await self._api.news())

    async def _watch(self) -> None:
        """What the bot says by itself; while nothing answers, the next message will tell."""
        while True:
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
            with suppress(TalkError):
                await self._look()

    def _toolbar(self) -> FormattedText:
        return FormattedText(
            [("", "\n".join(f" {line}" for line in self._screen.ticket or ["no order yet"]))]
        )
