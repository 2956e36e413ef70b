import io
import json
from typing import Any

import httpx
import pytest
from rich.console import Console

from bot.talk.api import Api, News, TalkError
from bot.talk.chat import Chat
from bot.talk.screen import Screen
from bot.talk.ticket import ticket_lines

TICKET = {
    "plan": {"mpn": "M365-BP", "name": "Business Premium"},
    "quantity": 25,
    "term": "year",
    "add_ons": [{"mpn": "M365-COP", "name": "Copilot", "quantity": 25}],
    "customer": {"id": "1", "name": "La Espiga"},
    "payment": {"id": "1", "brand": "Visa", "last4": "4242"},
    "domain": None,
    "lines": [],
    "subtotal": None,
    "tax": None,
    "total": None,
    "status": "draft",
    "number": None,
}


class FakeGateway:
    """The gateway's API with a bot that offers two plans and says which one was chosen."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.pressed: list[str] = []
        self.awaiting: str | None = "plan"
        self.is_up = True
        self.refuses = ""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if not self.is_up:
            raise httpx.ConnectError("refused")
        if request.url.path == "/api/session":
            body = json.loads(request.content)
            right = body == {"login": "demo", "password": "demo"}
            return (
                httpx.Response(200, json={"token": "t"})
                if right
                else httpx.Response(401, json={"error": "No."})
            )
        assert request.headers["Authorization"] == "Bearer t"
        if request.method == "POST":
            return self._hear(json.loads(request.content))
        after = int(request.url.params["after"])
        state = {"awaiting": self.awaiting, "order": TICKET}
        return httpx.Response(200, json={"messages": self.said[after:], **state})

    def _hear(self, body: dict[str, Any]) -> httpx.Response:
        if body.get("text") == self.refuses:
            return httpx.Response(503, json={"error": "Later."})
        if "button" in body:
            self.pressed.append(body["button"])
            self._say("person", "Basic")
            self._say("bot", "Elegido.")
        else:
            self._say("person", body["text"])
            self._say("bot", "¿Qué plan?", "Basic", "Premium")
        return httpx.Response(200, json={})

    def _say(self, author: str, text: str, *titles: str) -> None:
        buttons = [{"title": title, "button": f"id-{title}"} for title in titles]
        message = {"seq": len(self.said) + 1, "author": author, "text": text, "buttons": buttons}
        self.said.append(message)


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


class Terminal:
    """Feeds lines to the chat and keeps what it prints."""

    def __init__(self, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch) -> None:
        self.api = Api("http://gateway", httpx.MockTransport(gateway))
        self.output = io.StringIO()
        self.screen = Screen(Console(file=self.output, width=80))
        self._monkeypatch = monkeypatch

    async def type(self, *lines: str) -> str:
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        await self.api.sign_in("demo", "demo")
        await Chat(self.api, self.screen).from_lines()
        await self.api.close()
        return self.output.getvalue()


@pytest.fixture
def terminal(gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(gateway, monkeypatch)


async def test_lines_are_sent_and_answers_printed_with_numbered_buttons(terminal: Terminal) -> None:
    printed = await terminal.type("hola")
    assert printed.splitlines()[-3:] == ["¿Qué plan?", "    1. Basic", "    2. Premium"]


async def test_a_number_presses_the_button(terminal: Terminal, gateway: FakeGateway) -> None:
    assert "Elegido." in await terminal.type("hola", "2")
    assert gateway.pressed == ["id-Premium"]


async def test_a_button_is_gone_after_the_question_was_answered(
    terminal: Terminal, gateway: FakeGateway
) -> None:
    await terminal.type("hola", "1", "1")
    assert gateway.pressed == ["id-Basic"]
    assert gateway.said[-2]["text"] == "1"


async def test_a_bare_number_is_a_quantity_when_one_is_awaited(
    terminal: Terminal, gateway: FakeGateway
) -> None:
    gateway.awaiting = "quantity"
    assert "    #1. Basic" in await terminal.type("hola", "2", "#1")
    assert gateway.said[2]["text"] == "2"
    assert gateway.pressed == ["id-Basic"]


async def test_the_ticket_is_printed_when_it_changes_and_when_asked_for(terminal: Terminal) -> None:
    printed = await terminal.type("hola", "/ticket")
    assert printed.count("25 × Business Premium (year)") == 2


async def test_quit_ends_the_chat(terminal: Terminal, gateway: FakeGateway) -> None:
    await terminal.type("/quit", "hola")
    assert not gateway.said


async def test_a_server_that_is_not_running_is_said_plainly(gateway: FakeGateway) -> None:
    gateway.is_up = False
    api = Api("http://gateway", httpx.MockTransport(gateway))
    with pytest.raises(TalkError, match="make run"):
        await api.sign_in("demo", "demo")
    await api.close()


async def test_a_refused_sign_in_gives_the_servers_own_sentence(gateway: FakeGateway) -> None:
    api = Api("http://gateway", httpx.MockTransport(gateway))
    with pytest.raises(TalkError, match=r"No\."):
        await api.sign_in("demo", "wrong")
    await api.close()


async def test_trouble_during_the_chat_is_told_and_the_chat_goes_on(
    terminal: Terminal, gateway: FakeGateway
) -> None:
    gateway.refuses = "a"
    printed = await terminal.type("a", "b")
    assert "Later." in printed
    assert "¿Qué plan?" in printed


def test_a_terminal_shows_the_end_of_the_history() -> None:
    output = io.StringIO()
    said = [{"author": "person", "text": f"m{n}.", "buttons": []} for n in range(30)]
    Screen(Console(file=output, force_terminal=True)).show_history(News(said, None, None))
    assert "m29." in output.getvalue()
    assert "m9." not in output.getvalue()


def test_the_ticket_lists_what_is_known() -> None:
    assert ticket_lines(None) == []
    assert ticket_lines(TICKET) == [
        "order · draft · La Espiga · Visa •••• 4242",
        "  25 × Business Premium (year)",
        "  25 × Copilot",
    ]


def test_a_priced_ticket_lists_lines_and_sums() -> None:
    line = {
        "name": "Business Premium",
        "quantity": 25,
        "term": "year",
        "amount": "6600.00",
        "currency": "USD",
    }
    total = {"amount": "7656.00", "currency": "USD"}
    lines = ticket_lines({**TICKET, "lines": [line], "total": total})
    assert [text.split()[-2:] for text in lines[1:]] == [["6600.00", "USD"], ["7656.00", "USD"]]
    assert len({len(text) for text in lines[1:]}) == 1
