"""What a person and the marketplace's own books look like to an end-to-end test."""

import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx


class Visitor:
    """Closes its connections when the test is over."""

    _http: httpx.Client

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()


@dataclass
class Reply:
    """One answer of the bot."""

    text: str
    buttons: dict[str, str]  # title -> opaque id
    links: dict[str, str]  # title -> address
    awaiting: str | None
    order: dict[str, Any] | None


@dataclass
class Chat(Visitor):
    """One person on the web page."""

    url: str
    login: str = "demo"
    conversation: str = "main"
    replies: list[Reply] = field(default_factory=list)
    agent: str = ""  # of the phone desk, who speaks for them

    def __post_init__(self) -> None:
        self._http = httpx.Client(base_url=self.url, timeout=30)
        who = {"login": self.agent, "acts_for": self.login} if self.agent else {"login": self.login}
        signed_in = self._http.post("/api/session", json=who | {"password": "demo"})
        signed_in.raise_for_status()
        self._http.headers["Authorization"] = f"Bearer {signed_in.json()['token']}"

    def say(self, text: str) -> Reply:
        return self._send({"text": text})

    def press(self, title: str) -> Reply:
        """Press a button of the last reply whose title holds these words."""
        found = [button for name, button in self.last.buttons.items() if title.casefold() in name.casefold()]
        assert found, f"no button {title!r} among {list(self.last.buttons)} after: {self.last.text}"
        return self._send({"button": found[0]})

    def hear_by_itself(self, seconds: float = 15) -> Reply:
        """What the bot says next without being asked."""
        since = self.history()[-1]["seq"]
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            heard = self.state(after=since)
            if heard["messages"]:
                return self._read(heard)
            time.sleep(0.2)
        raise AssertionError(f"nothing was said in {seconds} seconds after: {self.last.text}")

    def history(self) -> list[dict[str, Any]]:
        return list(self.state()["messages"])

    def state(self, after: int = 0) -> dict[str, Any]:
        """What was said since, what is awaited, and the ticket."""
        params = {"conversation": self.conversation, "after": str(after)}
        return dict(self._http.get("/api/messages", params=params).raise_for_status().json())

    @property
    def last(self) -> Reply:
        return self.replies[-1]

    def _send(self, body: dict[str, Any]) -> Reply:
        answer = self._http.post("/api/messages", json=body | {"conversation": self.conversation})
        return self._read(answer.raise_for_status().json())

    def _read(self, heard: dict[str, Any]) -> Reply:
        buttons = [button for message in heard["messages"] for button in message.get("buttons", [])]
        reply = Reply(
            text="\n".join(message["text"] for message in heard["messages"] if message.get("text")),
            buttons={button["title"]: button["button"] for button in buttons if "button" in button},
            links={button["title"]: button["url"] for button in buttons if "url" in button},
            awaiting=heard["awaiting"],
            order=heard["order"],
        )
        self.replies.append(reply)
        return reply


@dataclass
class Books(Visitor):
    """The marketplace's own view of one reseller, read with its own API."""

    url: str
    login: str = "demo"

    def __post_init__(self) -> None:
        self._http = httpx.Client(base_url=self.url, timeout=10, headers={"X-Subscription-Key": "sandbox"})
        self._sign_in()

    def _sign_in(self) -> None:
        token = self._http.post("/token", auth=(self.login, "demo")).raise_for_status().json()["token"]
        self._http.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **params: str) -> Any:
        answer = self._http.get(path, params=params)
        if answer.status_code == httpx.codes.UNAUTHORIZED:  # a token lives for 25 minutes, some tests longer
            self._sign_in()
            answer = self._http.get(path, params=params)
        return answer.raise_for_status().json()

    def order_ids(self) -> set[str]:
        """Of all orders: a list holds a thousand at most."""
        found: set[str] = set()
        while rows := self.get("/orders", limit="1000", offset=str(len(found)))["data"]:
            found |= {str(order["id"]) for order in rows}
        return found

    def order(self, order_id: str) -> dict[str, Any]:
        return dict(self.get(f"/orders/{order_id}"))

    def customers(self) -> list[dict[str, Any]]:
        """All of them: a long run creates more than a page."""
        found: list[dict[str, Any]] = []
        while rows := self.get("/customers", limit="100", offset=str(len(found)))["data"]:
            found += rows
        return found

    def customer_named(self, name: str) -> dict[str, Any]:
        return next(each for each in self.customers() if each["name"] == name)

    def new_card_page(self) -> str:
        return str(self._http.post("/ext/card-pages").raise_for_status().json()["url"])

    def card_ending(self, last4: str) -> str:
        return next(card["id"] for card in self.get("/ext/payment-methods")["data"] if card["last4"] == last4)
