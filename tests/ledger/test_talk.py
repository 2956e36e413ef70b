from __future__ import annotations

import asyncio

from bot.ledger import Conversation, Ledger, Said


async def opened(ledger: Ledger, name: str = "main") -> Conversation:
    return await ledger.conversations.find_or_open("ana", "ana", name, "web")


async def test_a_conversation_is_opened_once(ledger: Ledger) -> None:
    found = await asyncio.gather(*(opened(ledger) for _ in range(10)))
    assert len({conversation.id for conversation in found}) == 1
    assert await ledger.conversations.get(found[0].id) == found[0]


async def test_each_person_reseller_and_channel_has_conversations_of_its_own(ledger: Ledger) -> None:
    known = ledger.conversations
    others = [("eve", "ana", "web"), ("ana", "eve", "web"), ("ana", "ana", "telegram")]
    ids = {
        (await known.find_or_open(actor, subject, "main", channel)).id for actor, subject, channel in others
    }
    assert len(ids | {(await opened(ledger)).id, (await opened(ledger, "other")).id}) == 5


async def test_an_event_delivered_ten_times_is_received_once(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipts = await asyncio.gather(
        *(ledger.conversations.receive(talk.id, "web", "event-1", "hola") for _ in range(10))
    )
    assert [receipt.is_new for receipt in receipts].count(True) == 1
    assert len({receipt.id for receipt in receipts}) == 1
    assert [message.text for message in await ledger.conversations.since(talk.id, 0)] == ["hola"]


async def test_the_same_event_id_in_another_conversation_is_another_event(ledger: Ledger) -> None:
    one, two = await opened(ledger), await opened(ledger, "other")
    assert (await ledger.conversations.receive(one.id, "web", "1", "hola")).is_new
    assert (await ledger.conversations.receive(two.id, "web", "1", "hola")).is_new


async def test_a_repeated_event_gets_the_first_answer(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipt = await ledger.conversations.receive(talk.id, "web", "event-1", "hola")
    assert await ledger.conversations.answer_to(receipt.id) is None
    said = Said("¿Qué plan?", ({"title": "Basic", "button": "b1"},))
    written = await ledger.conversations.answer(receipt.id, [said], "plan", {"lines": []})
    repeat = await ledger.conversations.receive(talk.id, "web", "event-1", "hola")
    answer = await ledger.conversations.answer_to(repeat.id)
    assert answer is not None
    assert list(answer.messages) == written
    assert (answer.awaiting, answer.order) == ("plan", {"lines": []})
    assert written[0].buttons == ({"title": "Basic", "button": "b1"},)


async def test_an_empty_answer_counts_as_answered(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipt = await ledger.conversations.receive(talk.id, "web", "event-1", "hola")
    await ledger.conversations.answer(receipt.id, [], None, None)
    answer = await ledger.conversations.answer_to(receipt.id)
    assert answer is not None
    assert answer.messages == ()


async def test_everything_said_comes_back_in_order(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipt = await ledger.conversations.receive(talk.id, "web", "1", "uno")
    await ledger.conversations.answer(receipt.id, [Said("dos"), Said("tres")], "quantity", None)
    await ledger.conversations.append(talk.id, [Said("cuatro")], "term", {"total": "1.00"})
    told = [
        (message.seq, message.author, message.text)
        for message in await ledger.conversations.since(talk.id, 1)
    ]
    assert told == [(2, "bot", "dos"), (3, "bot", "tres"), (4, "bot", "cuatro")]
    assert await ledger.conversations.state(talk.id) == ("term", {"total": "1.00"})


async def test_many_events_at_once_are_numbered_without_gaps(ledger: Ledger) -> None:
    talk = await opened(ledger)
    await asyncio.gather(
        *(ledger.conversations.receive(talk.id, "web", str(n), f"mensaje {n}") for n in range(20))
    )
    assert [message.seq for message in await ledger.conversations.since(talk.id, 0)] == list(range(1, 21))


async def test_a_button_means_something_only_where_it_was_made(ledger: Ledger) -> None:
    one, two = await opened(ledger), await opened(ledger, "other")
    yes, no = await ledger.conversations.remember_buttons(one.id, ["/affirm", "/deny"])
    assert await ledger.conversations.payload_of(one.id, yes) == "/affirm"
    assert await ledger.conversations.payload_of(one.id, no) == "/deny"
    assert await ledger.conversations.payload_of(two.id, yes) is None
    assert await ledger.conversations.payload_of(one.id, "/affirm") is None
    assert await ledger.conversations.remember_buttons(one.id, []) == []
