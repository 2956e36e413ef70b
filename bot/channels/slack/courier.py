"""Carries the bot's words to Slack."""

from __future__ import annotations

from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.courier import Spoken, Undeliverable
from bot.channels.memory import Memory
from bot.channels.slack.blocks import Post, posts
from bot.channels.slack.home import Home
from bot.channels.slack.threads import CHANNEL
from bot.channels.slack.web_api import understood
from bot.ledger import Message, Place

_REMEMBERED = 1_000
_CONFIRM = "confirm"
# Somebody deleted the message that the thread hung from.
_NO_THREAD = ("thread_not_found", "invalid_thread_ts", "cannot_reply_to_message", "message_not_found")


class SlackCourier:
    channel = CHANNEL

    def __init__(self, client: AsyncWebClient, home: Home) -> None:
        self._client = client
        self._home = home
        # How much of a turn was posted before Slack wanted a pause.
        self._posted: Memory[int] = Memory(_REMEMBERED)

    async def deliver(self, spoken: Spoken) -> None:
        everything = [
            post
            for message in spoken.messages
            for post in posts(message, is_review=_is_review(message, spoken.awaiting))
        ]
        begun = self._posted.get(spoken.id) or 0
        for number, post in enumerate(everything[begun:], begun + 1):
            await self._post(spoken.place, post)
            self._posted.keep(spoken.id, number)
        self._home.changed(spoken)

    async def _post(self, place: Place, post: Post) -> None:
        try:
            await self._send(place["channel"], post, place["thread"], bool(place.get("is_shown_outside")))
        except Undeliverable as reason:
            if str(reason) not in _NO_THREAD:
                raise
            await self._send(place["channel"], post)

    async def _send(
        self, channel: str, post: Post, thread: str | None = None, is_shown_outside: bool = False
    ) -> None:
        with understood():
            await self._client.chat_postMessage(
                channel=channel,
                text=post.text,
                blocks=post.blocks,
                thread_ts=thread,
                reply_broadcast=is_shown_outside or None,
                unfurl_links=False,
                unfurl_media=False,
            )


def _is_review(message: Message, awaiting: str | None) -> bool:
    return awaiting == _CONFIRM and bool(message.buttons) and message.text.count("\n") > 2
