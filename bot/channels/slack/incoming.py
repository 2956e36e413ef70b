"""What Slack delivers, read: a message somebody wrote, or a button somebody pressed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.channels.slack.blocks import Block
from bot.channels.slack.mrkdwn import read

Body = dict[str, Any]

# The other subtypes are Slack's own doing (somebody joined, a topic changed), or a bot's.
_SPOKEN = frozenset({None, "file_share", "me_message", "thread_broadcast"})
_EDITED = "message_changed"


@dataclass(frozen=True)
class Written:
    """``id`` is the same when it is delivered again. ``is_edit``: an earlier message was changed to this."""

    id: str
    user: str
    channel: str
    ts: str
    thread: str | None
    text: str = field(repr=False)
    is_private: bool
    is_from_elsewhere: bool
    is_edit: bool = False
    is_mention: bool = False


@dataclass(frozen=True)
class Pressed:
    """``button`` is the opaque id; ``text`` and ``blocks`` are of the message it was pressed under."""

    user: str
    channel: str
    ts: str
    thread: str | None
    button: str
    title: str
    is_from_elsewhere: bool
    text: str = field(default="", repr=False)
    blocks: list[Block] = field(default_factory=list, repr=False)


def message_in(body: Body) -> Written | None:
    """None unless a person said something."""
    event = body["event"]
    message = event
    is_edit = event.get("subtype") == _EDITED
    if is_edit:
        message = event.get("message") or {}
        before = event.get("previous_message") or {}
        # A preview of a link that Slack adds is an edit, too, but not one that a person made.
        if not message.get("edited") or message.get("text") == before.get("text"):
            return None
    if message.get("subtype") not in _SPOKEN or message.get("bot_id") or not message.get("user"):
        return None
    return Written(
        id=event.get("client_msg_id") or body["event_id"],
        user=message["user"],
        channel=event["channel"],
        ts=message["ts"],
        thread=message.get("thread_ts"),
        text=read(message.get("text") or ""),
        is_private=_is_private(event["channel"], event.get("channel_type")),
        is_from_elsewhere=_is_from_elsewhere(message.get("user_team"), body),
        is_edit=is_edit,
        is_mention=event["type"] == "app_mention",
    )


def press_in(body: Body) -> Pressed | None:
    """None for a button that only opens a page, and for one outside a direct message."""
    action = body["actions"][0]
    container, message = body.get("container") or {}, body.get("message") or {}
    channel = container.get("channel_id") or (body.get("channel") or {}).get("id")
    ts = container.get("message_ts") or message.get("ts")
    if not action.get("value") or not channel or not ts or not _is_private(channel, None):
        return None
    return Pressed(
        user=body["user"]["id"],
        channel=channel,
        ts=ts,
        thread=container.get("thread_ts") or message.get("thread_ts"),
        button=action["value"],
        title=str((action.get("text") or {}).get("text", "")),
        is_from_elsewhere=_is_from_elsewhere(body["user"].get("team_id"), body),
        text=message.get("text") or "",
        blocks=message.get("blocks") or [],
    )


def _is_private(channel: str, kind: str | None) -> bool:
    return kind == "im" if kind else channel.startswith("D")


def _is_from_elsewhere(team: str | None, body: Body) -> bool:
    """Whether the payload itself says that the user is of another company's workspace.

    Within an organisation of several workspaces only ``users.info`` can tell.
    """
    here = body.get("team_id") or (body.get("team") or {}).get("id")
    enterprise = body.get("enterprise_id") or (body.get("enterprise") or {}).get("id")
    return bool(team and here) and not enterprise and team != here
