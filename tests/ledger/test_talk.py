from __future__ import annotations

import asyncio

from bot.ledger import Conversation, Incoming, Ledger, Said, Saying, new_button


async def opened(ledger: Ledger, name: str = "main") -> Conversation:
    return await ledger.conversations.find_or_open("ana", "ana", name, "web")


async def test_a_conversation_is_opened_once(ledger: Ledger) -> None:
    found = await asyncio.gather(*(opened(ledger) for _ in range(10)))
    assert len({conversation.id for conversation in found}) == 1
    assert await ledger.conversations.get(found[0].id) == found[0]


async def test_each_person_and_reseller_has_conversations_of_its_own(ledger: Ledger) -> None:
    known = ledger.conversations
    ids = {
        (await known.find_or_open(actor, subject, "main", "web")).id
        for actor, subject in [("eve", "ana"), ("ana", "eve")]
    }
    assert len(ids | {(await opened(ledger)).id, (await opened(ledger, "other")).id}) == 4


async def test_a_conversation_goes_on_in_another_channel(ledger: Ledger) -> None:
    known, web = ledger.conversations, await opened(ledger)
    chat = await known.find_or_open("ana", "ana", "main", "telegram")
    assert chat.id == web.id
    await known.receive(chat.id, Incoming("telegram", "7", "hola", place={"chat": 5}))
    await known.append(web.id, Saying((Said("Completado."),)))
    (delivery,) = await ledger.outbox.due()
    assert delivery.kind == "deliver"
    assert delivery.payload == {"channel": "telegram", "place": {"chat": 5}, "first": 2, "last": 2}
    await known.receive(chat.id, Incoming("web", "1", "y en la web"))
    await known.append(web.id, Saying((Said("Aquí."),)))
    assert await ledger.outbox.due() == []


async def test_an_answer_goes_where_its_event_came_from(ledger: Ledger) -> None:
    known, talk = ledger.conversations, await opened(ledger)
    asked = await known.receive(talk.id, Incoming("slack", "E1", "hola", place={"channel": "D1"}))
    await known.receive(talk.id, Incoming("web", "1", "hola desde la web"))
    await known.answer(asked.id, Saying((Said("¿Qué plan?"),), "plan"))
    (delivery,) = await ledger.outbox.due()
    assert delivery.payload["place"] == {"channel": "D1"}


async def test_what_a_platform_was_promised_and_never_got_is_found_again(ledger: Ledger) -> None:
    known, talk = ledger.conversations, await opened(ledger)
    owed = Incoming("telegram", "7", "hola", payload="/affirm", auth_code="ref", place={"chat": 5})
    receipt = await known.receive(talk.id, owed)
    await known.receive(talk.id, Incoming("web", "1", "la web espera ella misma"))
    (found,) = await known.unanswered("telegram")
    assert (found.receipt, found.incoming, found.conversation.id) == (receipt.id, owed, talk.id)
    assert await known.unanswered("slack") == []
    await known.answer(receipt.id, Saying((Said("¿Qué plan?"),)))
    assert await known.unanswered("telegram") == []


async def test_an_event_delivered_ten_times_is_received_once(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipts = await asyncio.gather(
        *(ledger.conversations.receive(talk.id, Incoming("web", "event-1", "hola")) for _ in range(10))
    )
    assert [receipt.is_new for receipt in receipts].count(True) == 1
    assert len({receipt.id for receipt in receipts}) == 1
    assert [message.text for message in await ledger.conversations.since(talk.id, 0)] == ["hola"]


async def test_the_same_event_id_in_another_conversation_is_another_event(ledger: Ledger) -> None:
    one, two = await opened(ledger), await opened(ledger, "other")
    assert (await ledger.conversations.receive(one.id, Incoming("web", "1", "hola"))).is_new
    assert (await ledger.conversations.receive(two.id, Incoming("web", "1", "hola"))).is_new


async def test_a_repeated_event_gets_the_first_answer(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipt = await ledger.conversations.receive(talk.id, Incoming("web", "event-1", "hola"))
    assert await ledger.conversations.answer_to(receipt.id) is None
    said = Said("¿Qué plan?", ({"title": "Basic", "button": "b1"},))
    written = await ledger.conversations.answer(receipt.id, Saying((said,), "plan", {"lines": []}))
    repeat = await ledger.conversations.receive(talk.id, Incoming("web", "event-1", "hola"))
    answer = await ledger.conversations.answer_to(repeat.id)
    assert answer is not None
    assert list(answer.messages) == written
    assert (answer.awaiting, answer.order) == ("plan", {"lines": []})
    assert written[0].buttons == ({"title": "Basic", "button": "b1"},)


async def test_an_empty_answer_counts_as_answered(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipt = await ledger.conversations.receive(talk.id, Incoming("web", "event-1", "hola"))
    await ledger.conversations.answer(receipt.id, Saying(()))
    answer = await ledger.conversations.answer_to(receipt.id)
    assert answer is not None
    assert answer.messages == ()


async def test_everything_said_comes_back_in_order(ledger: Ledger) -> None:
    talk = await opened(ledger)
    receipt = await ledger.conversations.receive(talk.id, Incoming("web", "1", "uno"))
    await ledger.conversations.answer(receipt.id, Saying((Said("dos"), Said("tres")), "quantity"))
    await ledger.conversations.append(talk.id, Saying((Said("cuatro"),), "term", {"total": "1.00"}))
    told = [
        (message.seq, message.author, message.text)
        for message in await ledger.conversations.since(talk.id, 1)
    ]
    assert told == [(2, "bot", "dos"), (3, "bot", "tres"), (4, "bot", "cuatro")]
    assert await ledger.conversations.state(talk.id) == ("term", {"total": "1.00"})


async def test_many_events_at_once_are_numbered_without_gaps(ledger: Ledger) -> None:
    talk = await opened(ledger)
    await asyncio.gather(
        *(ledger.conversations.receive(talk.id, Incoming("web", str(n), f"mensaje {n}")) for n in range(20))
    )
    assert [message.seq for message in await ledger.conversations.since(talk.id, 0)] == list(range(1, 21))


async def test_a_button_means_something_only_where_it_was_made(ledger: Ledger) -> None:
    one, two = await opened(ledger), await opened(ledger, "other")
    yes, no = new_button(), new_button()
    await ledger.conversations.append(one.id, Saying((Said("¿Sí?"),), payloads={yes: "/affirm", no: "/deny"}))
    assert await ledger.conversations.payload_of(one.id, yes) == "/affirm"
    assert await ledger.conversations.payload_of(one.id, no) == "/deny"
    assert await ledger.conversations.payload_of(two.id, yes) is None
    assert await ledger.conversations.payload_of(one.id, "/affirm") is None
