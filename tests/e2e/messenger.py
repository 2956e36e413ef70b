"""One person in a chat platform: as a `Chat` on the page, but every word goes over the platform."""

import time
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.ledger import Button
from tests.e2e.chat import Chat, Reply

Json = dict[str, Any]
LINKED = {"demo": "quedó vinculado", "cloudpeak": "is now linked", "nuvem": "está vinculado à"}
CANCEL = {"demo": "cancela", "cloudpeak": "cancel", "nuvem": "cancele"}


@dataclass
class Messenger(Chat):
    """What is awaited, and the ticket, are read on the page: it shows the same conversation."""

    platform: ClassVar[str]

    def __post_init__(self) -> None:
        super().__post_init__()
        self.join()
        self.catch_up()

    # What each platform does its own way.

    def join(self) -> None:
        """Become somebody there."""

    @property
    def handle(self) -> str:
        """How the account page names this person."""
        raise NotImplementedError

    def heard(self) -> list[Json]:
        """Every message of the bot, as it stands there now; each has a ``text``."""
        raise NotImplementedError

    def buttons_of(self, message: Json) -> list[Button]:
        raise NotImplementedError

    def writes(self, text: str) -> Any:
        raise NotImplementedError

    def shows(self, token: str) -> None:
        """Bring the token of the account page."""
        raise NotImplementedError

    def presses_button(self, button: str) -> None:
        raise NotImplementedError

    # What is the same in all of them.

    def link(self) -> None:
        """The chat shows the token, the account page approves it, the chat is told."""
        offer = self._http.post("/api/links", json={"channel": self.platform}).raise_for_status().json()
        self.shows(offer["token"])
        self.waits_for(self.handle)
        self._http.post(f"/api/links/{offer['id']}/approve").raise_for_status()
        self.waits_for(LINKED[self.login])
        self.catch_up()

    def clear_the_table(self) -> None:
        """Leave nothing half ordered from before."""
        if (self.state()["order"] or {}).get("status") in ("draft", "quoted"):
            self.say(CANCEL[self.login])

    def hear_of_the_end(self) -> None:
        """Of the order that was just confirmed: it is complete, and this is where its mail went."""
        self.waits_for("@", since=self._seen)
        self.catch_up()

    def catch_up(self) -> None:
        """What stands in the conversation now is no answer to what comes next."""
        self._seen = len(self.heard())
        self._seq = max([0, *(each["seq"] for each in self.history())])

    def waits_for(self, words: str, seconds: float = 20, since: int = 0) -> Json:
        """The first message of the bot with these words, after the first ``since``."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for each in self.heard()[since:]:
                if words.casefold() in each["text"].casefold():
                    return each
            time.sleep(0.05)
        raise AssertionError(f"{words!r} did not arrive; shown: {[each['text'] for each in self.heard()]}")

    def hear_by_itself(self, seconds: float = 20) -> Reply:
        return self._hear(seconds)

    def _send(self, body: dict[str, Any]) -> Reply:
        self.catch_up()
        if "text" in body:
            self.writes(body["text"])
        else:
            self.presses_button(body["button"])
        return self._hear(30)

    def _hear(self, seconds: float) -> Reply:
        """What the bot says next, once all of it has arrived."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            state = self.state(after=self._seq)
            said = [each for each in state["messages"] if each["author"] == "bot"]
            if said and len(self.heard()) - self._seen >= len(said):
                return self._arrived(state, said)
            time.sleep(0.05)
        raise AssertionError(f"nothing arrived in {seconds} s after: {self.heard()[-1:]}")

    def _arrived(self, state: Json, said: list[Json]) -> Reply:
        shown = self.heard()[self._seen :]
        text = "\n".join(each["text"] for each in shown)
        buttons = [button for each in shown for button in self.buttons_of(each)]
        links = {each["title"]: each["url"] for one in said for each in one["buttons"] if "url" in each}
        shown_urls = [button["url"] for button in buttons if "url" in button]
        assert all(url in text or url in shown_urls for url in links.values())
        self.catch_up()
        reply = Reply(
            text=text,
            buttons={each["title"]: each["button"] for each in buttons if "button" in each},
            links=links,
            awaiting=state["awaiting"],
            order=state["order"],
        )
        self.replies.append(reply)
        return reply
