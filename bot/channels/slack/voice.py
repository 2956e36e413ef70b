"""What the channel itself says or changes in Slack, outside of any conversation in the ledger."""

from __future__ import annotations

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.blocks import section, used
from bot.channels.slack.incoming import Pressed, Written
from bot.channels.slack.mrkdwn import written as as_mrkdwn
from bot.channels.slack.web_api import understood


class Voice:
    """``client`` waits as long as Slack tells it to when there was too much at once."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def reply(self, to: Written, text: str, thread: str | None = None) -> None:
        """In the direct message, in its thread if it was written in one."""
        with understood():
            await self._client.chat_postMessage(
                channel=to.channel, thread_ts=thread or to.thread, **_words(text)
            )

    async def whisper(self, to: Written, text: str) -> None:
        """Where others read along, only this person sees it."""
        with understood():
            await self._client.chat_postEphemeral(
                channel=to.channel, user=to.user, thread_ts=to.thread, **_words(text)
            )

    async def retire(self, pressed: Pressed) -> None:
        """Take the buttons away from a message after one of them was pressed."""
        with understood():
            await self._client.chat_update(
                channel=pressed.channel,
                ts=pressed.ts,
                text=pressed.text or as_mrkdwn(pressed.title) or "✓",
                blocks=used(pressed.blocks, pressed.title),
            )


def _words(text: str) -> dict[str, Any]:
    return {"text": as_mrkdwn(text), "blocks": [section(text)]}
