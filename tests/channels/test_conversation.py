import asyncio

import pytest

from bot.channels.conversation import Gateway, Person, Reply
from bot.channels.hearing import Event
from bot.ledger import Ledger
from bot.turn import TurnRefused, verify
from tests.channels.conftest import SECRET
from tests.channels.fakes import FakeEngine

CARD = "4242 4242 4242 4242"
ASK_PLAN = [
    {
        "text": "¿Qué plan?",
        "buttons": [{"title": "Basic", "payload": '/choose{"slot":"plan","value":"M365-BB"}'}],
    },
    {"custom": {"awaiting": "plan", "order": {"status": "draft"}}},
]


class Talk:
    """One person's conversation, told in short."""

    def __init__(self, gateway: Gateway, person: Person, name: str = "main") -> None:
        self._gateway = gateway
        self._person = person
        self._name = name
        self._count = 0

    async def say(self, text: str = "", button: str | None = None, event_id: str = "") -> Reply:
        self._count += 1
        conversation = await self._gateway.open(self._person, self._name)
        event = Event(event_id or f"{self._name}-{self._count}", text, button)
        return await self._gateway.answer(await self._gateway.accept(self._person, conversation, event))


@pytest.fixture
def talk(gateway: Gateway, person: Person) -> Talk:
    return Talk(gateway, person)


def texts(reply: Reply) -> list[str]:
    return [message.text for message in reply.messages]


async def test_the_reply_holds_what_the_engine_said_and_the_state(
    talk: Talk, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    reply = await talk.say("hola")
    assert texts(reply) == ["¿Qué plan?"]
    assert (reply.awaiting, reply.order) == ("plan", {"status": "draft"})


async def test_a_button_leaves_as_an_opaque_id_and_comes_back_as_its_payload(
    talk: Talk, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    (button,) = (await talk.say("hola")).messages[0].buttons
    assert button["title"] == "Basic"
    assert "M365" not in button["button"]
    await talk.say(button=button["button"])
    assert fake_engine.texts[-1] == '/choose{"slot":"plan","value":"M365-BB"}'


async def test_history_shows_the_title_of_a_pressed_button(
    talk: Talk, gateway: Gateway, person: Person, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    (button,) = (await talk.say("hola")).messages[0].buttons
    await talk.say(button=button["button"])
    conversation = await gateway.open(person, "main")
    said = await ledger.conversations.since(conversation.id, 0)
    assert [message.text for message in said if message.author == "person"] == ["hola", "Basic"]


async def test_a_button_of_another_conversation_is_refused(
    talk: Talk, gateway: Gateway, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    (button,) = (await talk.say("hola")).messages[0].buttons
    stranger = Talk(gateway, Person("cloudpeak", "cloudpeak", "reseller", "web", "en"))
    reply = await stranger.say(button=button["button"])
    assert fake_engine.texts == ["hola"]
    assert "not valid" in texts(reply)[0]


async def test_the_turn_is_signed_and_says_who_speaks(talk: Talk, fake_engine: FakeEngine) -> None:
    await talk.say("hola")
    metadata = fake_engine.heard[0]["metadata"]
    turn = verify(metadata, SECRET)
    assert (turn.actor, turn.subject, turn.role, turn.channel) == ("demo", "demo", "reseller", "web")
    assert turn.conversation == fake_engine.heard[0]["sender"]
    with pytest.raises(TurnRefused):
        verify({**metadata, "subject": "cloudpeak"}, SECRET)


async def test_the_same_event_again_gets_the_same_answer_and_no_second_turn(
    talk: Talk, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    first = await talk.say("hola", event_id="once")
    again = await talk.say("hola", event_id="once")
    assert again == first
    assert fake_engine.texts == ["hola"]


async def test_the_same_event_many_times_at_once_is_one_turn(talk: Talk, fake_engine: FakeEngine) -> None:
    replies = await asyncio.gather(*(talk.say("hola", event_id="once") for _ in range(8)))
    assert fake_engine.texts == ["hola"]
    assert all(reply == replies[0] for reply in replies)


async def test_an_event_that_was_received_but_never_answered_gets_its_turn_when_it_comes_again(
    talk: Talk, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    conversation = await gateway.open(person, "main")
    await gateway.accept(person, conversation, Event("lost", "hola"))
    assert texts(await talk.say("hola", event_id="lost")) == ["heard hola"]


async def test_a_conversation_has_one_turn_at_a_time_in_the_order_of_acceptance(
    gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    conversation = await gateway.open(person, "main")
    fake_engine.slow = {"0": 0.05}
    accepted = [await gateway.accept(person, conversation, Event(str(n), str(n))) for n in range(5)]
    await asyncio.gather(*(gateway.answer(each) for each in accepted))
    assert fake_engine.texts == ["0", "1", "2", "3", "4"]
    assert fake_engine.most_at_once == 1


async def test_conversations_do_not_wait_for_each_other(
    gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    fake_engine.slow = {"hola": 0.1}
    talks = [Talk(gateway, person, name) for name in ("a", "b", "c")]
    await asyncio.gather(*(talk.say("hola") for talk in talks))
    assert fake_engine.most_at_once == 3


@pytest.mark.parametrize("text", ["/confirm", "\uff0fconfirm", "\u200b/confirm", " / /confirm"])
async def test_a_written_command_commands_nothing_and_never_reaches_the_engine(
    talk: Talk, fake_engine: FakeEngine, text: str
) -> None:
    assert "no hay comandos" in texts(await talk.say(text))[0]
    assert not fake_engine.heard


@pytest.mark.parametrize("text", ["/confirm the order", "/25", '/confirm{"id": 1}', "/ /quiero 25 basic"])
async def test_words_behind_a_slash_are_only_words(talk: Talk, fake_engine: FakeEngine, text: str) -> None:
    await talk.say(text)
    assert fake_engine.texts == [text.lstrip("/ ")]


@pytest.mark.parametrize("text", ["/restart", "/help", "/session_start"])
async def test_a_written_command_is_answered_in_the_language_that_is_spoken(
    talk: Talk, fake_engine: FakeEngine, text: str
) -> None:
    fake_engine.answers = {"oi": [{"text": "oi"}, {"custom": {"awaiting": "plan", "language": "pt"}}]}
    await talk.say("oi")
    assert "não há comandos" in texts(await talk.say(text))[0]


@pytest.mark.parametrize("text", ["", "   ", "///", "\u200b"])
async def test_nothing_to_read_is_answered_kindly_without_the_engine(
    talk: Talk, fake_engine: FakeEngine, text: str
) -> None:
    assert "No alcancé a leer" in texts(await talk.say(text))[0]
    assert not fake_engine.heard


async def test_a_thousand_characters_are_read_and_one_more_is_too_long(
    talk: Talk, fake_engine: FakeEngine
) -> None:
    await talk.say("x" * 1000)
    assert "1000 caracteres" in texts(await talk.say("x" * 1001))[0]
    assert fake_engine.texts == ["x" * 1000]


async def test_a_card_number_reaches_neither_engine_nor_ledger(
    talk: Talk, gateway: Gateway, person: Person, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    await talk.say(f"paga con {CARD} 12/30 cvv 737")
    conversation = await gateway.open(person, "main")
    said = await ledger.conversations.since(conversation.id, 0)
    assert fake_engine.texts == ["/card_number"]
    assert said[0].text == "paga con •••• •••• •••• •••• ••/•• cvv •••"


async def test_an_engine_that_is_down_is_admitted_and_the_state_stays(
    talk: Talk, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    await talk.say("hola")
    fake_engine.status = 503
    reply = await talk.say("basic")
    assert "no puedo contestarte" in texts(reply)[0]
    assert (reply.awaiting, reply.order) == ("plan", {"status": "draft"})


async def test_silence_of_the_engine_is_admitted_in_the_persons_language(
    gateway: Gateway, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["olá"] = []
    talk = Talk(gateway, Person("nuvem", "nuvem", "reseller", "web", "pt"))
    assert "fiquei sem resposta" in texts(await talk.say("olá"))[0]


async def test_an_apology_is_in_the_language_of_the_conversation(talk: Talk, fake_engine: FakeEngine) -> None:
    fake_engine.answers["hello"] = [
        {"text": "Hi!"},
        {"custom": {"awaiting": "plan", "order": None, "language": "en"}},
    ]
    await talk.say("hello")
    fake_engine.status = 500
    assert "can't answer" in texts(await talk.say("basic"))[0]


async def test_the_last_state_holds_when_the_engine_does_not_tell_it(
    talk: Talk, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    await talk.say("hola")
    assert (await talk.say("¿cómo estás?")).awaiting == "plan"


async def test_a_button_pressed_while_the_engine_is_down_is_offered_again_with_those_beside_it(
    gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    asked = {
        "text": "¿Qué plan?",
        "buttons": [{"title": "Uno", "payload": "/1"}, {"title": "Dos", "payload": "/2"}],
    }
    asked["buttons"] += [{"title": "Ver", "url": "https://a.example"}]
    fake_engine.answers = {"hola": [asked], "/1": []}
    talk = await gateway.open(person, "main")

    async def does(event: Event) -> dict[str, str]:
        reply = await gateway.answer(await gateway.accept(person, talk, event))
        return {each["title"]: each.get("button") or each["url"] for each in reply.messages[-1].buttons}

    first = await does(Event("1", "hola"))
    nothing = await does(Event("2", button=first["Uno"]))
    fake_engine.status = 500
    down = await does(Event("3", button=nothing["Dos"]))
    assert set(first) == set(nothing) == set(down) == {"Uno", "Dos", "Ver"}
    assert await does(Event("4", "qué más")) == {}
    assert await does(Event("5", button="forged")) == {}
    fake_engine.status = 200
    await does(Event("6", button=down["Dos"]))
    assert fake_engine.texts == ["hola", "/1", "/2", "qué más", "/2"]
