"""The phone desk: who may act for whom, after which check, and what the desk and the reseller get to see."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.channels.outbox import Outbox
from bot.channels.web.parts import Parts
from bot.ledger import Finding, Intent, Ledger
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus, PlacedOrder
from tests.channels.fakes import FakeEngine, FakeMarketplace
from tests.channels.web.test_links import SignIn
from tests.ledger.examples import QUOTE, shown

CONTEXT = {"customer": {"name": "La Espiga"}, "plan": {"name": "Business Basic"}, "quantity": 25}


@pytest.fixture
async def agent(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("soporte")


async def deliver(parts: Parts) -> None:
    for _ in range(3):  # a notice becomes a message and a mail
        await Outbox(parts.ledger, parts.gateway, notices=parts.desk.notices).deliver_due()


def code_in(mails: list[tuple[str, str, str]]) -> str:
    _, subject, _ = mails[-1]
    return "".join(each for each in subject if each.isdigit())


async def ring(
    agent: httpx.AsyncClient, parts: Parts, marketplace: FakeMarketplace, reseller: str = "demo"
) -> tuple[str, str]:
    """A call that was just opened: its id, and the code that the reseller was sent."""
    call = (await agent.post("/api/desk/calls", json={"reseller": reseller})).json()
    await deliver(parts)
    return call["id"], code_in(marketplace.mails)


async def placed(ledger: Ledger, state: IntentState, actor: str = "soporte", subject: str = "demo") -> Intent:
    intent = await shown(ledger, actor=actor, subject=subject, draft=CONTEXT, ttl=timedelta(minutes=5))
    await ledger.intents.confirm(intent.id, intent.version, actor, subject)
    leased = await ledger.work.lease(15)
    assert leased is not None
    sending = await ledger.work.send(leased)
    if state is IntentState.NEEDS_HUMAN:
        sending = await ledger.work.move(sending, IntentState.UNKNOWN, Finding())
        return await ledger.work.move(sending, state, Finding(reason="unresolved"))
    return await ledger.work.move(sending, state, Finding(order=order_of(intent)))


def order_of(intent: Intent, order_id: str = "1000007") -> PlacedOrder:
    number = f"SO-{order_id}"
    created = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    return PlacedOrder(order_id, number, intent.id, OrderStatus.SUBMITTED, "CUST-1", QUOTE.total, created)


async def test_the_code_reaches_the_reseller_and_not_the_desk(
    agent: httpx.AsyncClient, sign_in: SignIn, parts: Parts, fake_marketplace: FakeMarketplace
) -> None:
    answer = await agent.post("/api/desk/calls", json={"reseller": "demo"})
    assert answer.status_code == 200
    assert answer.json()["name"] == "Nube Norte"
    await deliver(parts)
    code = code_in(fake_marketplace.mails)
    assert len(code) == 4
    assert fake_marketplace.mails[-1][0] == "demo"
    assert not {code, " ".join(code)} & {str(value) for value in answer.json().values()}
    told = (await (await sign_in("demo")).get("/api/messages")).json()["messages"]
    assert " ".join(code) in told[-1]["text"]
    assert "Mesa" in told[-1]["text"]


async def test_with_the_code_the_agent_acts_for_the_reseller(
    agent: httpx.AsyncClient, parts: Parts, fake_marketplace: FakeMarketplace
) -> None:
    call_id, code = await ring(agent, parts, fake_marketplace)
    spoken = f" {code[:2]} {code[2:]} "
    answer = await agent.post(f"/api/desk/calls/{call_id}/check", json={"code": spoken})
    assert answer.status_code == 200
    bearer = {"Authorization": f"Bearer {answer.json()['token']}"}
    me = (await agent.get("/api/session", headers=bearer)).json()
    assert (me["actor"], me["subject"], me["role"]) == ("soporte", "demo", "support")
    assert (me["actor_name"], me["name"]) == ("Mesa", "Nube Norte")


async def test_without_the_code_the_agent_does_not(
    agent: httpx.AsyncClient, parts: Parts, fake_marketplace: FakeMarketplace
) -> None:
    call_id, code = await ring(agent, parts, fake_marketplace)
    wrong = {"code": f"{(int(code) + 1) % 10_000:04}"}
    answers = [await agent.post(f"/api/desk/calls/{call_id}/check", json=wrong) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [422, 422, 410]
    assert "2" in answers[0].json()["error"]
    right = await agent.post(f"/api/desk/calls/{call_id}/check", json={"code": code})
    assert right.status_code == 410


@pytest.mark.parametrize("reseller", ["cloudpeak", "soporte", "nobody"])
async def test_nobody_is_called_for_whom_the_agent_may_not_act(
    agent: httpx.AsyncClient, fake_marketplace: FakeMarketplace, parts: Parts, reseller: str
) -> None:
    assert (await agent.post("/api/desk/calls", json={"reseller": reseller})).status_code == 403
    await deliver(parts)
    assert fake_marketplace.mails == []


async def test_a_marketplace_that_is_down_is_admitted(
    agent: httpx.AsyncClient, fake_marketplace: FakeMarketplace
) -> None:
    fake_marketplace.is_up = False
    assert (await agent.post("/api/desk/calls", json={"reseller": "demo"})).status_code == 503


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/desk/resellers", None),
        ("POST", "/api/desk/calls", {"reseller": "demo"}),
        ("POST", "/api/desk/calls/X/check", {"code": "1234"}),
        ("GET", "/api/desk/read-back", None),
        ("GET", "/api/desk/orders", None),
        ("GET", "/api/desk/unsettled", None),
        ("POST", "/api/desk/unsettled/X", {"outcome": "never_made"}),
    ],
)
@pytest.mark.parametrize(("who", "status"), [("demo", 403), ("cloudpeak", 403), (None, 401)])
async def test_the_desk_is_for_support_staff_only(
    sign_in: SignIn, http: httpx.AsyncClient, who: str | None, status: int, method: str, path: str, body: Any
) -> None:
    client = await sign_in(who) if who else http
    answer = await client.request(method, path, json=body)
    assert answer.status_code == status
    assert answer.json()["error"]


async def test_a_role_that_was_taken_away_is_gone_from_open_sessions(
    agent: httpx.AsyncClient, ledger: Ledger, fake_marketplace: FakeMarketplace
) -> None:
    account = fake_marketplace.accounts["soporte"]
    await ledger.accounts.save(replace(account, role="reseller"), "demo")
    assert (await agent.get("/api/desk/orders")).status_code == 403


@pytest.mark.parametrize(
    ("reseller", "language", "last4", "total"),
    [
        ("demo", "es", "cuatro, dos, cuatro, dos", "siete mil seiscientos sesenta y un dólares"),
        ("nuvem", "pt", "quatro, dois, quatro, dois", "sete mil, seiscentos e sessenta e um dólares"),
    ],
)
async def test_the_review_is_read_back_in_the_resellers_language(
    agent: httpx.AsyncClient,
    parts: Parts,
    fake_marketplace: FakeMarketplace,
    fake_engine: FakeEngine,
    reseller: str,
    language: str,
    last4: str,
    total: str,
) -> None:
    call_id, code = await ring(agent, parts, fake_marketplace, reseller)
    token = (await agent.post(f"/api/desk/calls/{call_id}/check", json={"code": code})).json()["token"]
    agent.headers["Authorization"] = f"Bearer {token}"
    assert (await agent.get("/api/desk/read-back")).json() == {"text": None, "language": language}
    order = {
        "plan": {"mpn": "M365-BP"},
        "lines": [{"mpn": "M365-BP", "name": "Business Premium", "quantity": 21, "term": "year"}],
        "customer": {"name": "La Espiga"},
        "payment": {"brand": "Visa", "last4": "4242"},
        "total": {"amount": "7661.21", "currency": "USD"},
    }
    fake_engine.answers["todo"] = [
        {"text": "¿Lo confirmo?"},
        {"custom": {"awaiting": "confirm", "order": order}},
    ]
    await agent.post("/api/messages", json={"text": "todo"})
    said = (await agent.get("/api/desk/read-back")).json()
    assert said["language"] == language
    assert last4 in said["text"]
    assert total in said["text"]
    assert "Do you confirm" in (await agent.get("/api/desk/read-back?language=en")).json()["text"]


async def test_the_desk_lists_its_orders_with_both_names(
    agent: httpx.AsyncClient, sign_in: SignIn, ledger: Ledger
) -> None:
    await sign_in("demo")
    by_phone = await placed(ledger, IntentState.PLACED)
    (listed,) = (await agent.get("/api/desk/orders")).json()["orders"]
    assert listed["id"] == by_phone.id
    assert (listed["actor"], listed["subject"], listed["customer"]) == ("Mesa", "Nube Norte", "La Espiga")
    assert (listed["number"], listed["status"]) == ("SO-1000007", "submitted")


@pytest.mark.parametrize(
    ("login", "told_so", "total", "subject"),
    [
        ("demo", "hizo por teléfono el pedido", "USD 765.60", "hecho por teléfono en tu nombre"),
        ("nuvem", "fez por telefone o pedido", "USD 765,60", "feito por telefone em seu nome"),
    ],
)
async def test_an_order_by_phone_is_told_to_the_reseller_in_chat_and_by_mail(
    agent: httpx.AsyncClient,
    sign_in: SignIn,
    parts: Parts,
    fake_marketplace: FakeMarketplace,
    login: str,
    told_so: str,
    total: str,
    subject: str,
) -> None:
    reseller = await sign_in(login)
    await parts.gateway.open(await parts.speakers.behind(agent.headers["Authorization"][7:]), "main")
    intent = await placed(parts.ledger, IntentState.PLACED, subject=login)
    # The notice hangs on the conversation of the agent, as in life.
    conversation = (await parts.ledger.conversations.find_or_open("soporte", "demo", "main", "desk")).id
    (row,) = [each for each in await parts.ledger.outbox.due() if each.kind == "notice"]
    await parts.ledger.outbox.done(row.id)
    await parts.ledger.outbox.add("notice", conversation, row.payload)
    await deliver(parts)
    told = (await reseller.get("/api/messages")).json()["messages"]
    (mail,) = fake_marketplace.mails
    for text in (told[-1]["text"], mail[2]):
        assert "Mesa" in text
        assert "SO-1000007" in text
        assert "La Espiga" in text
        assert total in text
        assert told_so in text
    assert mail[0] == login
    assert intent.order_number is not None
    assert intent.order_number in mail[1]
    assert subject in mail[1]


async def test_what_waits_for_a_person_is_settled_as_placed_when_the_marketplace_has_it(
    agent: httpx.AsyncClient, ledger: Ledger, fake_marketplace: FakeMarketplace
) -> None:
    intent = await placed(ledger, IntentState.NEEDS_HUMAN)
    (waiting,) = (await agent.get("/api/desk/unsettled")).json()["orders"]
    assert waiting["id"] == intent.id
    path = f"/api/desk/unsettled/{intent.id}"
    assert (await agent.post(path, json={"outcome": "placed"})).status_code == 409
    fake_marketplace.orders["1000009"] = order_of(intent, "1000009")
    never = await agent.post(path, json={"outcome": "never_made"})
    assert never.status_code == 409
    assert "SO-1000009" in never.json()["error"]
    done = await agent.post(path, json={"outcome": "placed"})
    assert (done.status_code, done.json()["number"]) == (200, "SO-1000009")
    settled = await ledger.intents.get(intent.id)
    assert settled is not None
    assert (settled.state, settled.order_number) == (IntentState.PLACED, "SO-1000009")
    assert (await agent.post(path, json={"outcome": "placed"})).status_code == 404


async def test_what_was_never_made_is_settled_so(agent: httpx.AsyncClient, ledger: Ledger) -> None:
    intent = await placed(ledger, IntentState.NEEDS_HUMAN)
    path = f"/api/desk/unsettled/{intent.id}"
    assert (await agent.post(path, json={"outcome": "never_made"})).status_code == 200
    settled = await ledger.intents.get(intent.id)
    assert settled is not None
    assert settled.state is IntentState.REJECTED


async def test_an_order_with_another_reference_settles_nothing(
    agent: httpx.AsyncClient, ledger: Ledger, fake_marketplace: FakeMarketplace
) -> None:
    intent = await placed(ledger, IntentState.NEEDS_HUMAN)
    fake_marketplace.orders["1000003"] = replace(order_of(intent, "1000003"), reference="somebody else's")
    path = f"/api/desk/unsettled/{intent.id}"
    assert (await agent.post(path, json={"outcome": "placed", "order": "1000003"})).status_code == 409
    assert (await agent.post(path, json={"outcome": "placed", "order": "no-such"})).status_code == 409


async def test_orders_of_other_desks_resellers_are_not_seen(agent: httpx.AsyncClient, ledger: Ledger) -> None:
    theirs = await placed(ledger, IntentState.NEEDS_HUMAN, "other-agent", "cloudpeak")
    assert (await agent.get("/api/desk/unsettled")).json()["orders"] == []
    assert (await agent.get("/api/desk/orders")).json()["orders"] == []
    path = f"/api/desk/unsettled/{theirs.id}"
    assert (await agent.post(path, json={"outcome": "never_made"})).status_code == 404
