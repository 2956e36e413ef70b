"""What Slack posts to ``/slack/events``: events and interactions as in its reference, and their signature."""

import hashlib
import hmac
import itertools
import json
import time
from typing import Any
from urllib.parse import urlencode

from tests.channels.slack.fake_slack import TEAM

SIGNING_SECRET = "a signing secret of the tests"
_count = itertools.count(1)


def message(text: str, *, user: str = "U1", channel: str = "D1", **facts: Any) -> dict[str, Any]:
    """Somebody wrote ``text``; ``facts`` change the event."""
    number = next(_count)
    ts = f"{1_800_000_000 + number}.000200"
    event = {
        "type": "message",
        "client_msg_id": f"cmid-{number}",
        "text": text,
        "user": user,
        "team": TEAM,
        "channel": channel,
        "channel_type": {"D": "im", "C": "channel", "G": "mpim"}[channel[0]],
        "ts": ts,
        "event_ts": ts,
    }
    return callback({**event, **facts}, f"Ev{number}")


def callback(event: dict[str, Any], event_id: str | None = None) -> dict[str, Any]:
    return {
        "token": "legacy",
        "team_id": TEAM,
        "api_app_id": "A1",
        "type": "event_callback",
        "event_id": event_id or f"Ev{next(_count)}",
        "event_time": int(time.time()),
        "authorizations": [{"team_id": TEAM, "user_id": "UPEDIDO", "is_bot": True}],
        "is_ext_shared_channel": False,
        "event": event,
    }


def press(
    shown: dict[str, Any], button: dict[str, Any], *, user: str = "U1", channel: str = "D1"
) -> dict[str, Any]:
    """``button`` of the message ``shown``, as it stands in the channel."""
    container = {"type": "message", "message_ts": shown["ts"], "channel_id": channel, "is_ephemeral": False}
    if shown.get("thread_ts"):
        container["thread_ts"] = shown["thread_ts"]
    return {
        "type": "block_actions",
        "team": {"id": TEAM, "domain": "nube"},
        "user": {"id": user, "username": user, "team_id": TEAM},
        "api_app_id": "A1",
        "token": "legacy",
        "trigger_id": f"trigger-{next(_count)}",
        "container": container,
        "channel": {"id": channel, "name": "directmessage"},
        "message": shown,
        "response_url": "https://hooks.slack.example/actions/T1/1/2",
        "actions": [{**button, "block_id": "b1", "action_ts": f"{time.time()}"}],
    }


def signed(
    payload: dict[str, Any], *, secret: str = SIGNING_SECRET, at: float | None = None
) -> tuple[bytes, dict[str, str]]:
    """The body and the headers of a delivery."""
    is_interaction = payload["type"] == "block_actions"
    text = json.dumps(payload)
    body = urlencode({"payload": text}) if is_interaction else text
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    kind = "application/x-www-form-urlencoded" if is_interaction else "application/json"
    headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}
    return body.encode(), headers
