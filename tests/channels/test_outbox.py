import asyncio

from bot.channels.conversation import Gateway, Person
from bot.channels.hearing import Event
from bot.channels.outbox import deliver_due
from bot.ledger import Ledger
from tests.channels.fakes import FakeEngine

TOLD = '/tell_order{"id":"01X"}'


async def test_the_bot_speaks_by_itself_in_the_conversation(
    ledger: Ledger, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    fake_engine.answers[TOLD] = [
        {"text": "Pedido completado."},
        {"custom": {"awaiting": None, "order": {"status": "completed"}}},
    ]
    conversation = await gateway.open(person, "main")
    await ledger.outbox.add("say", conversation.id, {"payload": TOLD})
    with gateway.listeners.listening(conversation.id) as bell:
        await deliver_due(ledger, gateway)
        assert bell.is_set()
    (message,) = await ledger.conversations.since(conversation.id, 0)
    assert (message.author, message.text) == ("bot", "Pedido completado.")
    assert await ledger.conversations.state(conversation.id) == (None, {"status": "completed"})
    assert fake_engine.heard[0]["metadata"]["subject"] == "demo"
    assert not await ledger.outbox.due()


async def test_what_the_bot_says_waits_for_the_turn_that_is_going_on(
    ledger: Ledger, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    fake_engine.slow = {"hola": 0.1}
    conversation = await gateway.open(person, "main")
    await ledger.outbox.add("say", conversation.id, {"payload": TOLD})
    accepted = await gateway.accept(person, conversation, Event("1", "hola"))
    turn = asyncio.create_task(gateway.answer(accepted))
    await asyncio.sleep(0)
    await deliver_due(ledger, gateway)
    await turn
    assert fake_engine.texts == ["hola", TOLD]
    assert fake_engine.most_at_once == 1


async def test_a_delivery_is_kept_while_the_engine_is_down_and_order_is_kept_with_it(
    ledger: Ledger, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    conversation = await gateway.open(person, "main")
    for payload in ("/first", "/second"):
        await ledger.outbox.add("say", conversation.id, {"payload": payload})
    fake_engine.status = 500
    await deliver_due(ledger, gateway)
    assert fake_engine.texts == ["/first"]
    assert not await ledger.conversations.since(conversation.id, 0)
