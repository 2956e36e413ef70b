"""One person in Telegram: as a `Chat` on the page, but every word goes over the Bot API."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from bot.ledger import Ledger
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.channels.telegram.phone import Phone, buttons_of
from tests.channels.telegram.updates import person
from tests.e2e.chat import Chat, Reply
from tests.e2e.house import House


@dataclass
class TelegramChat(Chat):
    """What is awaited, and the ticket, are read on the page: it shows the same conversation."""

    telegram: FakeBotApi = field(kw_only=True)
    user_id: int = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.phone = Phone(self.telegram, person(self.user_id, "Ana", f"{self.login}_chat"))
        self._seen, self._seq = 0, 0
        self.catch_up()

    def catch_up(self) -> None:
        """What stands in the conversation now is no answer to what comes next."""
        self._seen = len(self.phone.heard())
        self._seq = max([0, *(message["seq"] for message in self.history())])

    def hear_by_itself(self, seconds: float = 20) -> Reply:
        return self._hear(seconds)

    def _send(self, body: dict[str, Any]) -> Reply:
        self.catch_up()
        if "text" in body:
            self.phone.says(body["text"])
        else:
            self.phone.presses_button(body["button"])
        return self._hear(30)

    def _hear(self, seconds: float) -> Reply:
        """What the bot says next, once all of it has arrived on the phone."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            params = {"conversation": self.conversation, "after": str(self._seq)}
            state = self._http.get("/api/messages", params=params).raise_for_status().json()
            said = [message for message in state["messages"] if message["author"] == "bot"]
            if said and len(self.phone.heard()) - self._seen >= len(said):
                return self._arrived(state, said)
            time.sleep(0.1)
        raise AssertionError(f"nothing arrived in {seconds} s; the phone shows:\n{self.phone.shown()}")

    def _arrived(self, state: dict[str, Any], said: list[dict[str, Any]]) -> Reply:
        shown = self.phone.heard()[self._seen :]
        text = "\n".join(message["text"] for message in shown)
        buttons = [button for message in shown for button in buttons_of(message)]
        links = {
            button["title"]: button["url"] for one in said for button in one["buttons"] if "url" in button
        }
        on_phone = [button.get("url", "") for button in buttons]
        assert all(url in text or url in on_phone for url in links.values())
        self.catch_up()
        reply = Reply(
            text=text,
            buttons={each["text"]: each["callback_data"] for each in buttons if "callback_data" in each},
            links=links,
            awaiting=state["awaiting"],
            order=state["order"],
        )
        self.replies.append(reply)
        return reply


def link(house: House, chat: TelegramChat) -> None:
    """The phone shows the token; the account page approves it."""

    async def offer_and_approve() -> None:
        ledger = Ledger(f"sqlite+aiosqlite:///{house.folder}/pedido.db", b"not needed for links")
        offered, token = await ledger.links.offer(chat.login, "telegram")
        await asyncio.to_thread(chat.phone.says, f"/start {token}")
        await asyncio.to_thread(chat.phone.waits_for, f"@{chat.login}_chat")
        assert await ledger.links.approve(offered.id, chat.login)
        await ledger.close()

    with ThreadPoolExecutor(1) as aside:  # where no browser's loop is running
        aside.submit(asyncio.run, offer_and_approve()).result()
    chat.phone.waits_for({"cloudpeak": "now linked"}.get(chat.login, "vinculado"))
