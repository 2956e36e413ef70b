"""An auth code that is typed into the chat: nobody but the ledger's safe ever sees it."""

import asyncio
import json
import re
import sqlite3
from pathlib import Path

import pytest
from structlog.typing import EventDict

from bot.channels.conversation import Gateway, Person
from bot.channels.hearing import Event
from bot.ledger import Ledger
from tests.channels.fakes import FakeEngine
from tests.channels.test_conversation import Talk, texts

CODE = "EPP-9x!Ejemplo"
ASK_CODE = [{"text": "¿Cuál es el código?"}, {"custom": {"awaiting": "auth_code", "order": None}}]


@pytest.fixture
def talk(gateway: Gateway, person: Person, fake_engine: FakeEngine) -> Talk:
    fake_engine.answers["transferirlo"] = ASK_CODE
    return Talk(gateway, person)


async def conversation_id(gateway: Gateway, person: Person) -> str:
    return (await gateway.open(person, "main")).id


def everything_in(database: str) -> str:
    """All that lies in the database, readable as it is, but for moments: their digits are like a code's."""
    connection = sqlite3.connect(database.removeprefix("sqlite+aiosqlite:///"))
    dump = "\n".join(connection.iterdump())
    connection.close()
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+", "", dump)


async def test_the_engine_gets_a_reference_that_the_ledger_can_reveal(
    talk: Talk, gateway: Gateway, person: Person, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    await talk.say("transferirlo")
    await talk.say(CODE)
    command, _, entities = fake_engine.texts[-1].partition("{")
    assert command == "/auth_code"
    ref = json.loads("{" + entities)["ref"]
    assert await ledger.secrets.reveal(ref, await conversation_id(gateway, person)) == CODE


@pytest.mark.parametrize(
    "written", [CODE, f"el código es {CODE}", f"transfiere acme.com, el auth code es {CODE}"]
)
async def test_the_code_is_in_no_table_no_log_and_no_call(
    written: str, talk: Talk, fake_engine: FakeEngine, database: str, logs: list[EventDict]
) -> None:
    await talk.say("transferirlo")
    await talk.say(written)
    for place in (everything_in(database), repr(logs), json.dumps(fake_engine.heard)):
        assert "9x!Ejemplo" not in place
    files = Path(database.removeprefix("sqlite+aiosqlite:///")).parent.iterdir()
    assert not any(b"9x!Ejemplo" in file.read_bytes() for file in files if file.is_file())


async def test_history_shows_a_mask(talk: Talk, gateway: Gateway, person: Person, ledger: Ledger) -> None:
    await talk.say("transferirlo")
    await talk.say(CODE)
    said = await ledger.conversations.since(await conversation_id(gateway, person), 0)
    assert [one.text for one in said if one.author == "person"] == ["transferirlo", "••••••"]


async def test_a_code_in_a_sentence_is_masked_and_its_reference_goes_along(
    talk: Talk, gateway: Gateway, person: Person, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    await talk.say(f"transfiere acme.com, el código es {CODE}")
    assert fake_engine.texts == ["transfiere acme.com, el código es ••••••"]
    ref = fake_engine.heard[0]["metadata"]["auth_code"]
    assert await ledger.secrets.reveal(ref, await conversation_id(gateway, person)) == CODE


@pytest.mark.parametrize("text", ["no lo tengo", "cancelar", "atrás", "después", "¿qué es eso?", "acme.net"])
async def test_words_where_a_code_is_awaited_reach_the_engine_as_they_are(
    text: str, talk: Talk, fake_engine: FakeEngine, database: str
) -> None:
    await talk.say("transferirlo")
    await talk.say(text)
    assert fake_engine.texts[-1] == text
    assert 'INSERT INTO "secrets"' not in everything_in(database)


async def test_a_button_where_a_code_is_awaited_is_a_button(talk: Talk, fake_engine: FakeEngine) -> None:
    later = [{"text": "?", "buttons": [{"title": "Después", "payload": "/skip"}]}, ASK_CODE[1]]
    fake_engine.answers["transferirlo"] = later
    (button,) = (await talk.say("transferirlo")).messages[0].buttons
    await talk.say(button=button["button"])
    assert fake_engine.texts[-1] == "/skip"


async def test_a_code_sent_before_the_question_for_it_is_answered_waits_for_it(
    talk: Talk, gateway: Gateway, person: Person, fake_engine: FakeEngine, database: str
) -> None:
    fake_engine.slow["transferirlo"] = 0.2
    accepted = await gateway.accept(
        person, await gateway.open(person, "main"), Event("first", "transferirlo")
    )
    first = asyncio.create_task(gateway.answer(accepted))
    await asyncio.sleep(0)  # it stands in the queue now
    reply = await talk.say("Zx81!kk0", event_id="second")
    await first
    assert texts(reply)[0].startswith('heard /auth_code{"ref"')
    assert "Zx81" not in everything_in(database)


async def test_the_same_code_delivered_again_is_one_turn(
    talk: Talk, fake_engine: FakeEngine, database: str
) -> None:
    await talk.say("transferirlo")
    first = await talk.say("Zx81!kk0", event_id="once")
    fake_engine.answers.clear()
    assert await talk.say("Zx81!kk0", event_id="once") == first
    assert len(fake_engine.texts) == 2
    assert "Zx81" not in everything_in(database)


async def test_a_message_that_is_too_long_keeps_no_code_either(
    talk: Talk, gateway: Gateway, person: Person, database: str
) -> None:
    await talk.say(f"el auth code de acme.com es {CODE} " + "x " * 600)
    assert "9x!Ejemplo" not in everything_in(database)


async def test_a_reference_reveals_nothing_in_another_conversation(
    talk: Talk, gateway: Gateway, person: Person, ledger: Ledger
) -> None:
    ref = await ledger.secrets.keep(await conversation_id(gateway, person), CODE)
    other = await gateway.open(person, "other")
    assert await ledger.secrets.reveal(ref, other.id) is None
    await gateway.accept(person, other, Event("e", f"/auth_code{{{ref}}}"))
