"""Updates that the library can read. It refuses a whole batch for one field that Telegram changed."""

from __future__ import annotations

from typing import Any

import structlog
from telegram import Update
from telegram.request import HTTPXRequest

Json = dict[str, Any]
# What we need of a message to answer that we could not read the rest.
_PLAIN = ("message_id", "date", "edit_date", "chat", "from", "text", "caption", "forward_origin", "via_bot")
_MESSAGES = ("message", "edited_message", "channel_post")

log = structlog.get_logger(__name__)


def readable(update: Json) -> Json:
    """``update`` if the library takes it; else as much of it as it takes, at the least its id."""
    if _is_taken(update):
        return update
    log.warning("telegram_update_unreadable", update=update["update_id"], fields=sorted(update))
    plain = {
        name: {key: value for key, value in content.items() if key in _PLAIN}
        for name, content in update.items()
        if name in _MESSAGES and isinstance(content, dict)
    }
    reduced = {"update_id": update["update_id"], **plain}
    return reduced if _is_taken(reduced) else {"update_id": update["update_id"]}


def _is_taken(update: Json) -> bool:
    try:
        Update.de_json(update, None)
    except (TypeError, ValueError, KeyError, AttributeError):
        return False
    return True


class UpdatesRequest(HTTPXRequest):
    """Asks for updates; those that the library cannot read are made readable before it tries."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Json:
        answer = HTTPXRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [readable(each) for each in answer["result"]]
        return answer
