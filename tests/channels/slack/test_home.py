"""The App Home: the open order, and those under way."""

import asyncio
from dataclasses import replace

import pytest

from bot.channels.conversation import Gateway, Person
from bot.channels.elsewhere import hear_of_others
from bot.channels.engine import Engine
from bot.channels.hearing import Event
from bot.ledger import Finding, Ledger
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus
from tests.channels.conftest import SECRET
from tests.channels.fakes import FakeEngine
from tests.channels.slack.deliveries import callback, message
from tests.channels.slack.fake_slack import FakeSlack
from tests.channels.slack.workspace import Workspace, until
from tests.channels.web.test_desk import order_of
from tests.ledger.examples import shown as shown_intent

TICKET = {
    "status": "quoted",
    "plan": {"mpn": "M365-BP", "name": "Business Premium"},
    "quantity": 25,
    "customer": {"id": "1", "name": "Ferretería <El Tornillo>"},
    "lines": [
        {"name": "Business Premium", "quantity": 25, "term": "year", "amount": "6600.00", "currency": "USD"}
    ],
    "total": {"amount": "7656.00", "currency": "USD"},
}

STARTED = [{"text": "Va."}, {"custom": {"awaiting": None, "order": {**TICKET, "status": "sending"}}}]


def opened(user: str = "U1", tab: str = "home") -> dict[str, object]:
    return callback({"type": "app_home_opened", "user": user, "channel": "D1", "tab": tab})


async def shown(slack: FakeSlack, user: str = "U1") -> str:
    await until(lambda: user in slack.homes)
    return str(slack.homes[user])


async def test_without_an_order_it_says_how_to_begin(
    workspace: Workspace, linked: None, slack: FakeSlack
) -> None:
    assert await workspace.deliver(opened()) == 200
    assert "ningún pedido abierto" in await shown(slack)


async def test_the_open_order_is_shown_and_shown_again_when_it_changes(
    workspace: Workspace, linked: None, slack: FakeSlack, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {
        "25 premium": [{"text": "Revisa."}, {"custom": {"awaiting": "confirm", "order": TICKET}}],
        "cancela": [{"text": "Descartado."}, {"custom": {"awaiting": None, "order": None}}],
    }
    await workspace.deliver(message("25 premium"))
    home = await shown(slack)
    for words in ("Ferretería &lt;El Tornillo&gt;", "25 × Business Premium: USD 6,600.00", "USD 7,656.00"):
        assert words in home
    assert "Por confirmar" in home
    await workspace.deliver(message("cancela"))
    await workspace.calls("views.publish", 2)
    assert "ningún pedido abierto" in str(slack.homes["U1"])
    await workspace.deliver(message("gracias"))
    await workspace.posts(3)
    await asyncio.sleep(0.1)
    assert len(slack.sent("views.publish")) == 2


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"quantity": 25, "plan": None}, "25 × …"),
        ({"domain": "tornillo.com", "quantity": None}, "tornillo.com"),
        ({"quantity": None, "plan": {"mpn": "M365-BP", "name": "Business Premium"}}, "Business Premium"),
    ],
)
async def test_an_order_of_which_little_is_known_is_shown_too(
    workspace: Workspace,
    linked: None,
    slack: FakeSlack,
    fake_engine: FakeEngine,
    known: dict[str, object],
    words: str,
) -> None:
    ticket = {"status": "draft", "customer": None, "lines": [], "total": None, **known}
    fake_engine.answers = {"25": [{"text": "¿Qué plan?"}, {"custom": {"awaiting": "plan", "order": ticket}}]}
    await workspace.deliver(message("25"))
    assert words in await shown(slack)


async def test_a_confirmed_order_is_under_way(
    workspace: Workspace, linked: None, slack: FakeSlack, ledger: Ledger
) -> None:
    intent = await shown_intent(ledger, actor="demo", subject="demo", draft=TICKET)
    await ledger.intents.confirm(intent.id, intent.version, "demo", "demo")
    await workspace.deliver(opened())
    home = await shown(slack)
    assert "En camino" in home
    assert "verificando con el marketplace" in home


async def test_it_follows_what_happens_in_other_channels(
    workspace: Workspace,
    linked: None,
    slack: FakeSlack,
    ledger: Ledger,
    gateway: Gateway,
    person: Person,
    fake_engine: FakeEngine,
) -> None:
    await workspace.deliver(opened())
    await shown(slack)
    reviewed = [{"text": "Revisa."}, {"custom": {"awaiting": "confirm", "order": TICKET}}]
    fake_engine.answers = {"25 premium": reviewed, "sí": [*STARTED], "/tell_order": [{"text": "Completo."}]}
    talk = await gateway.open(person, "main")

    async def says(text: str) -> None:
        await gateway.answer(await gateway.accept(person, talk, Event(text, text)))

    await says("25 premium")
    await until(lambda: "Por confirmar" in str(slack.homes["U1"]))
    intent = await shown_intent(ledger, actor="demo", subject="demo", draft=TICKET)
    await ledger.intents.confirm(intent.id, intent.version, "demo", "demo")
    await says("sí")
    await until(lambda: "verificando con el marketplace" in str(slack.homes["U1"]))
    leased = await ledger.work.lease(15)
    assert leased is not None
    order = replace(order_of(leased), status=OrderStatus.COMPLETED)
    await ledger.work.move(await ledger.work.send(leased), IntentState.PLACED, Finding(order=order))
    await ledger.outbox.add("say", talk.id, {"payload": "/tell_order"})
    await until(lambda: "ningún pedido abierto" in str(slack.homes["U1"]))
    assert slack.posted("D1") == []


async def test_it_follows_what_is_said_through_another_gateway(
    workspace: Workspace,
    linked: None,
    slack: FakeSlack,
    ledger: Ledger,
    gateway: Gateway,
    person: Person,
    fake_engine: FakeEngine,
) -> None:
    reviewed = [{"text": "Revisa."}, {"custom": {"awaiting": "confirm", "order": TICKET}}]
    fake_engine.answers = {"25 premium": reviewed}
    await workspace.deliver(opened())
    await shown(slack)
    looking = asyncio.create_task(hear_of_others(ledger, gateway.listeners))
    other = Gateway(ledger, Engine("http://engine", fake_engine.transport()), SECRET)
    talk = await other.open(person, "main")
    await other.answer(await other.accept(person, talk, Event("1", "25 premium")))
    await until(lambda: "Por confirmar" in str(slack.homes["U1"]))
    looking.cancel()


async def test_who_is_not_linked_or_not_a_member_sees_what_to_do(
    workspace: Workspace, slack: FakeSlack
) -> None:
    slack.join("U2", "guest", is_ultra_restricted=True, locale="en-GB")
    await workspace.deliver(opened())
    await workspace.deliver(opened("U2"))
    assert "código para Slack" in await shown(slack)
    assert "only help members" in await shown(slack, "U2")


async def test_the_messages_tab_is_no_home(workspace: Workspace, linked: None, slack: FakeSlack) -> None:
    assert await workspace.deliver(opened(tab="messages")) == 200
    await asyncio.sleep(0.1)
    assert slack.homes == {}
