"""Who is behind a Slack user: a full member of the workspace, or somebody who may not order here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.courier import Undeliverable
from bot.channels.memory import Memory
from bot.channels.queues import Queues
from bot.channels.slack.web_api import understood

# Somebody who became a guest may speak for this long.
_REMEMBERED_SECONDS = 50.0
_REMEMBERED = 10_000
_SLACKBOT = "USLACKBOT"


class Standing(Enum):
    MEMBER = "member"
    OUTSIDER = "outsider"  # a guest, or from another company's workspace
    NOBODY = "nobody"  # a bot, or an account that is gone: never answered


@dataclass(frozen=True)
class Member:
    """``id`` is unique among all workspaces; ``handle`` is what the account page shows."""

    id: str
    handle: str
    language: str
    standing: Standing


class Members:
    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._known: Memory[Member] = Memory(_REMEMBERED, _REMEMBERED_SECONDS)
        self._asking = Queues()
        self._ourselves: dict[str, Any] | None = None

    async def ourselves(self) -> dict[str, Any]:
        """The bot as Slack knows it: ``user_id``, ``bot_id``, ``team_id``. Raises ``TryLater``."""
        async with self._asking.turn("ourselves"):
            if self._ourselves is None:
                with understood():
                    answer = await self._client.auth_test()
                self._ourselves = dict(answer.data) if isinstance(answer.data, dict) else {}
        return self._ourselves

    async def find(self, user: str) -> Member:
        """Raises ``TryLater`` when Slack cannot be asked."""
        known = self._known.get(user)
        if known is None:
            async with self._asking.turn(user):
                known = self._known.get(user) or self._known.keep(user, await self._look_up(user))
        return known

    async def _look_up(self, user: str) -> Member:
        ourselves = await self.ourselves()
        try:
            with understood():
                answer = await self._client.users_info(user=user, include_locale=True)
            found: dict[str, Any] = answer.get("user") or {}
        except Undeliverable:
            found = {"deleted": True}
        return Member(
            id=f"{ourselves.get('team_id', '')}/{user}",
            handle=_handle(user, found),
            language=str(found.get("locale") or ""),
            standing=_standing(user, found, ourselves),
        )


def _standing(user: str, found: dict[str, Any], ourselves: dict[str, Any]) -> Standing:
    if found.get("is_bot") or found.get("deleted") or user in (_SLACKBOT, ourselves.get("user_id")):
        return Standing.NOBODY
    ours = {ourselves.get("team_id"), ourselves.get("enterprise_id")} - {None}
    organisation: dict[str, Any] = found.get("enterprise_user") or {}
    theirs = {found.get("team_id"), organisation.get("enterprise_id"), *organisation.get("teams", ())} - {
        None
    }
    is_stranger = bool(found.get("is_stranger")) or bool(ours and theirs and not ours & theirs)
    if found.get("is_restricted") or found.get("is_ultra_restricted") or is_stranger:
        return Standing.OUTSIDER
    return Standing.MEMBER


def _handle(user: str, found: dict[str, Any]) -> str:
    """The user name, which is unique, and the real name beside it."""
    real = (found.get("profile") or {}).get("real_name") or found.get("real_name") or ""
    name = f"@{found.get('name') or user}"
    return f"{name} ({real})" if real else name
