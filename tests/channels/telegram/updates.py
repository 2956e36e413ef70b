"""What Telegram's servers send to a bot: updates with the fields and the types of the Bot API."""

from __future__ import annotations

import time
from typing import Any

Json = dict[str, Any]
CONTENTS: dict[str, Any] = {
    "photo": [{"file_id": "p", "file_unique_id": "up", "width": 90, "height": 67, "file_size": 1253}],
    "voice": {"file_id": "v", "file_unique_id": "uv", "duration": 3, "mime_type": "audio/ogg"},
    "video_note": {"file_id": "n", "file_unique_id": "un", "length": 240, "duration": 5},
    "document": {"file_id": "d", "file_unique_id": "ud", "file_name": "order.pdf"},
    "location": {"latitude": 19.43, "longitude": -99.13},
    "contact": {"phone_number": "+525555555555", "first_name": "Ana"},
    "sticker": {
        "file_id": "s",
        "file_unique_id": "us",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    },
}


def person(user_id: int, name: str = "Ana", username: str | None = "ana", language: str = "es") -> Json:
    handle = {"username": username} if username else {}
    return {"id": user_id, "is_bot": False, "first_name": name, "language_code": language, **handle}


def private_chat(sender: Json) -> Json:
    return {"id": sender["id"], "type": "private", "first_name": sender["first_name"]}


def group(chat_id: int = -100200300) -> Json:
    return {"id": chat_id, "type": "supergroup", "title": "Ventas"}


def message(sender: Json, message_id: int, chat: Json | None = None, **content: Any) -> Json:
    """A message of ``sender``, in private unless a ``chat`` is named."""
    text = content.get("text", "")
    entities = {}
    if text.startswith("/"):
        command = text.split()[0]
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(command)}]}
    return {
        "message_id": message_id,
        "date": int(time.time()),
        "chat": chat or private_chat(sender),
        "from": sender,
        **entities,
        **content,
    }


def said(update_id: int, sender: Json, text: str, chat: Json | None = None, **more: Any) -> Json:
    return {"update_id": update_id, "message": message(sender, update_id + 1000, chat, text=text, **more)}


def sent(update_id: int, sender: Json, kind: str, **more: Any) -> Json:
    """Something that is no text: one of ``CONTENTS``."""
    content = {kind: CONTENTS[kind], **more}
    return {"update_id": update_id, "message": message(sender, update_id + 1000, **content)}


def edited(update_id: int, sender: Json, message_id: int, **content: Any) -> Json:
    changed = message(sender, message_id, **content) | {"edit_date": int(time.time())}
    return {"update_id": update_id, "edited_message": changed}


def pressed(update_id: int, sender: Json, data: str, under: Json) -> Json:
    """A button with ``data`` under the message ``under``, which the bot sent."""
    press = {
        "id": f"{sender['id']}{update_id}",
        "from": sender,
        "chat_instance": str(under["chat"]["id"]),
        "message": under,
        "data": data,
    }
    return {"update_id": update_id, "callback_query": press}
