"""Actor x action x channel: who gets at what belongs to the reseller demo. One table; each line is a test.

A cell names the reseller whose data, or whose order, it comes to; ``yes`` where it can be but demo's; ``-``
where nothing comes of it. What the engine is asked carries a signed turn: who speaks for whom is read there.
"""

import itertools
import re
from collections.abc import Awaitable, Callable

import pytest
from fastapi import FastAPI

from bot.channels.conversation import Person
from bot.channels.hearing import Event
from bot.channels.web.parts import Parts
from bot.ledger import Outcome
from bot.turn import Turn, verify
from tests.channels.conftest import SECRET
from tests.channels.fakes import FakeEngine, FakeMarketplace
from tests.channels.people_at_doors import ACTORS, DOORS, Door, World
from tests.ledger.examples import shown

TABLE = """
channel   action               owner  other      support  call  stranger  guest

web       hear demo's news     yes    -          -        -     -         -
web       ask for data         demo   cloudpeak  -        -     -         -
web       place their quote    demo   cloudpeak  -        -     -         -
web       place demo's quote   yes    -          -        -     -         -
web       press demo's button  yes    -          -        -     -         -
web       approve demo's link  yes    -          -        -     -         -
web       end demo's session   yes    -          -        -     -         -

telegram  hear demo's news     yes    -          -        -     -         -
telegram  ask for data         demo   cloudpeak  -        -     -         -
telegram  place their quote    demo   cloudpeak  -        -     -         -
telegram  place demo's quote   yes    -          -        -     -         -
telegram  press demo's button  yes    -          -        -     -         -
telegram  approve demo's link  -      -          -        -     -         -
telegram  end demo's session   -      -          -        -     -         -

slack     hear demo's news     yes    -          -        -     -         -
slack     ask for data         demo   cloudpeak  -        -     -         -
slack     place their quote    demo   cloudpeak  -        -     -         -
slack     place demo's quote   yes    -          -        -     -         -
slack     press demo's button  yes    -          -        -     -         -
slack     approve demo's link  -      -          -        -     -         -
slack     end demo's session   -      -          -        -     -         -

desk      hear demo's news     -      -          -        -     -         -
desk      ask for data         -      -          -        demo  -         -
desk      place their quote    -      -          -        demo  -         -
desk      place demo's quote   -      -          -        -     -         -
desk      press demo's button  -      -          -        -     -         -
desk      approve demo's link  -      -          -        -     -         -
desk      end demo's session   -      -          -        -     -         -
"""

HEADER, *ROWS = [re.split(r"  +", line.strip()) for line in TABLE.splitlines() if line.strip()]
CONFIRM, SECRET_NEWS = "/confirm", "Pedido SO-77 completo"
Attempt = Callable[[World, Door, str], Awaitable[str]]


@pytest.fixture
async def world(
    parts: Parts, app: FastAPI, fake_marketplace: FakeMarketplace, fake_engine: FakeEngine
) -> World:
    """The owner has a conversation in which a question with a button stands."""
    fake_engine.answers["hola"] = [{"text": "¿Sí?", "buttons": [{"title": "Sí", "payload": CONFIRM}]}]
    fake_engine.answers["/news"] = [{"text": SECRET_NEWS}]
    return World(parts, app, fake_marketplace, fake_engine)


async def turn_of(world: World, what: Awaitable[None]) -> Turn | None:
    """The turn that came of it, as the actions read it; None if it never reached the engine."""
    before = len(world.engine.heard)
    await what
    new = world.engine.heard[before:]
    return verify(new[-1]["metadata"], SECRET) if new else None


async def hear_news(world: World, door: Door, actor: str) -> str:
    talk = await world.parts.ledger.conversations.find_or_open("demo", "demo", "main", "web")
    person = Person("demo", "demo", "reseller", "web", "es")
    await world.parts.gateway.tell(person, talk, "/news")
    return "yes" if SECRET_NEWS in await door.sees(actor) else "-"


async def ask(world: World, door: Door, actor: str) -> str:
    turn = await turn_of(world, door.says(actor, "mis clientes"))
    return turn.subject if turn else "-"


async def place_theirs(world: World, door: Door, actor: str) -> str:
    turn = await turn_of(world, door.says(actor, "sí, confirmo"))
    return await confirmed(world, turn, turn.actor, turn.subject) if turn else "-"


async def place_demos(world: World, door: Door, actor: str) -> str:
    turn = await turn_of(world, door.says(actor, "sí, confirmo"))
    return "yes" if await confirmed(world, turn, "demo", "demo") != "-" else "-"


async def confirmed(world: World, turn: Turn | None, actor: str, subject: str) -> str:
    """For whom an order is placed when this turn says yes to a quote that ``actor`` was shown."""
    if turn is None:
        return "-"
    intents = world.parts.ledger.intents
    intent = await shown(world.parts.ledger, actor=actor, subject=subject)
    answer = await intents.confirm(intent.id, intent.version, turn.actor, turn.subject)
    return subject if answer.outcome is Outcome.CONFIRMED else "-"


async def press(world: World, door: Door, actor: str) -> str:
    talks = world.parts.ledger.conversations
    talk = await talks.find_or_open("demo", "demo", "main", "web")
    asked = [each for each in await talks.since(talk.id, 0) if each.buttons]
    before = world.engine.texts.count(CONFIRM)
    await door.presses(actor, asked[-1].buttons[0]["button"])
    return "yes" if world.engine.texts.count(CONFIRM) > before else "-"


async def approve(world: World, door: Door, actor: str) -> str:
    links = world.parts.ledger.links
    link, token = await links.offer("demo", "telegram")
    await links.claim("telegram", token, "somebody", "@somebody")
    await door.wants(actor, "POST", f"/api/links/{link.id}/approve")
    linked = await links.linked("telegram", "somebody")
    return "yes" if linked and linked.id == link.id else "-"


async def end_session(world: World, door: Door, actor: str) -> str:
    sessions = world.parts.ledger.sessions
    token, _ = await sessions.open("demo", "demo", "reseller")
    session = await sessions.read(token)
    assert session is not None
    await door.wants(actor, "DELETE", f"/api/sessions/{session.id}")
    return "yes" if await sessions.read(token) is None else "-"


DO: dict[str, Attempt] = {
    "hear demo's news": hear_news,
    "ask for data": ask,
    "place their quote": place_theirs,
    "place demo's quote": place_demos,
    "press demo's button": press,
    "approve demo's link": approve,
    "end demo's session": end_session,
}


def test_the_table_is_whole() -> None:
    assert ["channel", "action", *ACTORS] == HEADER
    assert [(channel, action) for channel, action, *_ in ROWS] == list(itertools.product(DOORS, DO))
    assert {len(row) for row in ROWS} == {len(HEADER)}


@pytest.mark.parametrize(
    ("channel", "action", "cells"), [(row[0], row[1], row[2:]) for row in ROWS], ids=lambda part: str(part)
)
async def test_who_may(world: World, channel: str, action: str, cells: list[str]) -> None:
    async with DOORS[channel](world) as door:
        await begin(world, door, channel)
        found = {actor: await DO[action](world, door, actor) for actor in ACTORS}
    assert found == dict(zip(ACTORS, cells, strict=True))


async def begin(world: World, door: Door, channel: str) -> None:
    """The owner is asked something, where they are; beside the desk that is on the page."""
    gateway, person = world.parts.gateway, Person("demo", "demo", "reseller", "web", "es")
    talk = await gateway.open(person, "main")
    if channel == "desk":
        await gateway.answer(await gateway.accept(person, talk, Event("hola", "hola")))
    else:
        await door.says("owner", "hola")
