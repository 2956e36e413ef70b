"""The mail of a completed order: what it says, to whom, and that it really goes out over SMTP."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.sandbox.credentials import password_matches
from bot.sandbox.postman import Postman
from bot.sandbox.tables import PanelAccess
from tests.sandbox.mail_server import FakeMailServer

CHOSEN = {"credentialsEmail": "yo@nubenorte.example"}


@pytest.fixture
def postman(market: Any, mail_server: FakeMailServer) -> Postman:
    """The market's postman, worked by hand."""
    world = market.app.state.world
    made = Postman(world.sessions, "127.0.0.1", mail_server.port, market.clock)
    object.__setattr__(world, "postman", made)
    return made


async def complete(market: Any, caller: Any, body: dict[str, Any]) -> dict[str, Any]:
    """Place an order and let it complete; the newest mail."""
    order = await caller.post("/orders", body)
    market.clock.passes(2)
    (newest,) = (await caller.get("/ext/mail", orderId=order["id"]))["data"]
    assert newest["orderId"] == order["id"]
    return dict(newest)


async def test_the_first_order_mails_credentials_to_the_chosen_address(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    domain = a_line("DOM-COM", domain="uno.com", action="register")
    body = an_order(a_line("M365-BP", 25, domain="uno.com"), domain, attributes=CHOSEN)
    mail = await complete(market, demo, body)
    assert (mail["to"], mail["subject"]) == ("yo@nubenorte.example", "Pedido SO000001 completado")
    assert "25 x Microsoft 365 Business Premium (" in mail["text"]
    assert "uno.com" in mail["text"]
    assert "Ferretería El Tornillo" in mail["text"]
    assert "Usuario: " in mail["text"]
    assert "Contraseña inicial" in mail["text"]


async def test_the_mailed_password_opens_the_control_panel_and_is_kept_as_a_hash_only(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    mail = await complete(market, demo, an_order(a_line("M365-BB"), attributes=CHOSEN))
    password = mail["text"].split("de un solo uso: ")[1].split()[0]
    login = mail["text"].split("Usuario: ")[1].split()[0]
    async with market.app.state.world.sessions() as session:
        access = await session.scalar(select(PanelAccess).where(PanelAccess.login == login))
    assert access is not None
    assert access.must_change
    assert password not in access.password
    assert password_matches(password, access.password)


async def test_a_later_order_says_that_the_credentials_still_hold(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    await complete(market, demo, an_order(a_line("M365-BB")))
    second = await complete(market, demo, an_order(a_line("M365-BS")))
    assert "Contraseña" not in second["text"]
    assert "credenciales de siempre" in second["text"]


async def test_without_a_chosen_address_it_goes_to_the_reseller(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    mail = await complete(market, demo, an_order(a_line("M365-BB")))
    assert mail["to"] == "pedidos@nubenorte.example"


@pytest.mark.parametrize(
    ("login", "language", "subject", "word"),
    [
        ("demo", "es", "Pedido SO000001 completado", "Contraseña"),
        ("cloudpeak", "en", "Order SO000001 completed", "password"),
        ("nuvem", "pt", "Pedido SO000001 concluído", "Senha"),
    ],
)
async def test_it_is_written_in_the_customers_language(
    market: Any, a_line: Any, login: str, language: str, subject: str, word: str
) -> None:
    caller = await market.signed_in(login)
    customer = (await caller.get("/customers"))["data"][0]["id"]
    body = {"type": "sales", "customerId": customer, "products": [a_line("M365-BB")]}
    mail = await complete(market, caller, body)
    assert (mail["language"], mail["subject"]) == (language, subject)
    assert word in mail["text"]
    assert "{" not in mail["text"]


async def test_it_goes_out_by_smtp_as_text_and_html(
    market: Any, demo: Any, a_line: Any, an_order: Any, postman: Postman, mail_server: FakeMailServer
) -> None:
    body = an_order(a_line("M365-BP", 25), attributes=CHOSEN)
    assert (await complete(market, demo, body))["sentAt"] is None
    await postman.deliver_due()
    (message,) = mail_server.received
    assert (message["To"], message["Subject"]) == ("yo@nubenorte.example", "Pedido SO000001 completado")
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    assert "25 x Microsoft 365 Business Premium" in text.get_content()
    assert "Ferretería El Tornillo" in html.get_content()
    (kept,) = (await demo.get("/ext/mail"))["data"]
    assert kept["sentAt"] == "2026-11-22T12:00:02.000Z"
    await postman.deliver_due()
    assert len(mail_server.received) == 1


async def test_mail_that_cannot_leave_now_is_tried_again_later(
    market: Any, demo: Any, a_line: Any, an_order: Any, postman: Postman, mail_server: FakeMailServer
) -> None:
    mail_server.refuses["yo@nubenorte.example"] = "450 Busy, come back later"
    mail = await complete(market, demo, an_order(a_line("M365-BB"), attributes=CHOSEN))
    await postman.deliver_due()
    assert mail_server.received == []
    assert mail["sentAt"] is None
    mail_server.refuses.clear()
    await postman.deliver_due()
    assert mail_server.received == []
    market.clock.passes(2)
    await postman.deliver_due()
    assert len(mail_server.received) == 1


async def test_a_final_no_is_not_asked_again(
    market: Any, demo: Any, a_line: Any, an_order: Any, postman: Postman, mail_server: FakeMailServer
) -> None:
    mail_server.refuses["yo@nubenorte.example"] = "550 Nobody here by that name"
    await complete(market, demo, an_order(a_line("M365-BB"), attributes=CHOSEN))
    await postman.deliver_due()
    mail_server.refuses.clear()
    market.clock.passes(600)
    await postman.deliver_due()
    assert mail_server.received == []
    assert (await demo.get("/ext/mail"))["data"][0]["sentAt"] is None
