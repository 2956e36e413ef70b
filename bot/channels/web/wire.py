"""The JSON that the web speaks: what may come in, and how messages go out."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, StringConstraints, model_validator
from ulid import ULID

from bot.channels.conversation import Reply
from bot.channels.hearing import Event
from bot.ledger import Message, Order

Name = Annotated[str, StringConstraints(pattern=r"^[\w.:@-]{1,64}$")]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=256)]
MAIN = "main"


class SignInBody(BaseModel):
    login: Secret
    password: Secret
    acts_for: Annotated[str, StringConstraints(max_length=256)] | None = None


class MessageBody(BaseModel):
    """A ``text`` that was written or a ``button`` that was pressed, one of the two."""

    text: str | None = None
    button: Annotated[str, StringConstraints(max_length=64)] | None = None
    client_msg_id: Name = Field(default_factory=lambda: str(ULID()))
    conversation: Name = MAIN

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if (self.text is None) == (self.button is None):
            raise ValueError('it needs either "text" or "button"')
        return self

    def event(self) -> Event:
        return Event(self.client_msg_id, self.text or "", self.button)


class Hello(BaseModel):
    """The first frame of a WebSocket."""

    token: Secret
    conversation: Name = MAIN


def reply_json(reply: Reply) -> dict[str, Any]:
    messages = [{"text": each.text, "buttons": list(each.buttons)} for each in reply.messages]
    return {"messages": messages, "awaiting": reply.awaiting, "order": reply.order}


def history_json(messages: list[Message], awaiting: str | None, order: Order | None) -> dict[str, Any]:
    """As a reply, but each message says its place, its author (person or bot) and when it was."""
    return {
        "messages": [
            {
                "seq": each.seq,
                "author": each.author,
                "text": each.text,
                "buttons": list(each.buttons),
                "at": each.at.isoformat(),
            }
            for each in messages
        ],
        "awaiting": awaiting,
        "order": order,
    }
