"""From a signed delivery to what stands in Slack, with the real libraries in between."""

import asyncio

import pytest

from bot.ledger import Ledger
from tests.channels.fakes import FakeEngine
from tests.channels.slack.deliveries import callback, message
from tests.channels.slack.fake_slack import BOT, TEAM, FakeSlack
from tests.channels.slack.workspace import Workspace

QUESTION = [
    {"text": "¿Qué plan?", "buttons": [{"title": "Premium", "payload": "/plan"}]},
    {"custom": {"awaiting": "plan", "order": {"status": "draft", "plan": None}, "language": "es"}},
]
PLACED = [
    {"text": "¡Listo! Pedido 7."},
    {"custom": {"awaiting": None, "order": {"status": "placed"}, "language": "es"}},
]


async def test_an_answer_stands_in_the_thread_of_what_was_written(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    asked = message("25 de <http://tornillo.com|tornillo.com> &amp; más")
    assert await workspace.deliver(asked) == 200
    (answer,) = await workspace.posts(1)
    assert fake_engine.texts == ["25 de tornillo.com & más"]
    assert answer["thread_ts"] == asked["event"]["ts"]
    assert answer["blocks"][0]["text"]["text"] == "heard 25 de tornillo.com &amp; más"
    assert not answer["broadcast"]


async def test_an_order_has_one_thread_and_the_next_order_another(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"hola": QUESTION, "premium": QUESTION, "en el hilo": PLACED, "otro": QUESTION}
    first = message("hola")
    await workspace.deliver(first)
    await workspace.posts(1)
    await workspace.deliver(message("premium"))
    await workspace.posts(2)
    root = first["event"]["ts"]
    await workspace.deliver(message("en el hilo", thread_ts=root))
    await workspace.posts(3)
    second = message("otro")
    await workspace.deliver(second)
    threads = [(post["thread_ts"], post["broadcast"]) for post in await workspace.posts(4)]
    assert threads == [(root, False), (root, True), (root, False), (second["event"]["ts"], False)]


async def test_what_is_written_before_the_answer_came_belongs_to_the_same_thread(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    fake_engine.slow = {"25 premium": 0.3}
    first = message("25 premium")
    await workspace.deliver(first)
    await workspace.deliver(message("para el tornillo"))
    assert {post["thread_ts"] for post in await workspace.posts(2)} == {first["event"]["ts"]}


async def test_a_pressed_button_is_taken_away_and_answered_in_the_thread(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"hola": QUESTION}
    await workspace.deliver(message("hola"))
    (asked,) = await workspace.posts(1)
    button = asked["blocks"][1]["elements"][0]
    shown = dict(asked)
    assert await workspace.press(shown, button) == 200
    answer = (await workspace.posts(2))[1]
    await workspace.calls("chat.update")
    assert fake_engine.texts == ["hola", "/plan"]
    assert answer["thread_ts"] == asked["thread_ts"]
    assert [block["type"] for block in asked["blocks"]] == ["section", "context"]
    assert asked["blocks"][1]["elements"][0]["text"] == "✓ Premium"


async def test_a_button_pressed_twice_is_heard_once(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"hola": QUESTION}
    await workspace.deliver(message("hola"))
    (asked,) = await workspace.posts(1)
    shown, button = dict(asked), asked["blocks"][1]["elements"][0]
    pressed = await asyncio.gather(*(workspace.press(shown, button) for _ in range(5)))
    await workspace.calls("chat.update", 5)
    await workspace.deliver(message("adiós"))
    assert pressed == [200] * 5
    assert len(await workspace.posts(3)) == 3
    assert fake_engine.texts == ["hola", "/plan", "adiós"]


async def test_buttons_that_were_pressed_while_the_engine_is_down_come_back_and_count(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    two = [*QUESTION[0]["buttons"], {"title": "Basic", "payload": "/basic"}]
    fake_engine.answers = {"hola": [{"text": "¿Qué plan?", "buttons": two}]}
    await workspace.deliver(message("hola"))
    (asked,) = await workspace.posts(1)
    fake_engine.status = 500
    await workspace.press(dict(asked), asked["blocks"][1]["elements"][0])
    again = (await workspace.posts(2))[1]
    assert "una parte de mí no responde" in again["text"]
    assert [each["text"]["text"] for each in again["blocks"][1]["elements"]] == ["Premium", "Basic"]
    await workspace.press(dict(again), again["blocks"][1]["elements"][0])
    third = (await workspace.posts(3))[2]
    fake_engine.status = 200
    await workspace.press(dict(third), third["blocks"][1]["elements"][1])
    assert (await workspace.posts(4))[3]["text"] == "heard /basic"


async def test_a_button_of_another_person_says_nothing_of_theirs(
    workspace: Workspace, linked: None, slack: FakeSlack, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"hola": QUESTION}
    await workspace.deliver(message("hola"))
    (asked,) = await workspace.posts(1)
    slack.join("U2", "eve")
    await workspace.press(dict(asked), asked["blocks"][1]["elements"][0], user="U2", channel="D2")
    await workspace.press(dict(asked), {"type": "button", "value": "forged", "action_id": "press:0"})
    await workspace.posts(2)
    assert fake_engine.texts == ["hola"]
    assert slack.posted("D2") == []


@pytest.mark.parametrize("retries", [1, 5])
async def test_a_delivery_that_slack_repeats_changes_nothing(
    workspace: Workspace, linked: None, fake_engine: FakeEngine, retries: int
) -> None:
    asked = message("hola")
    for _ in range(1 + retries):
        assert await workspace.deliver(asked) == 200
    again = {**asked, "event_id": "Ev-another"}  # the same message under another event
    assert await workspace.deliver(again) == 200
    await workspace.deliver(message("adiós"))
    assert len(await workspace.posts(2)) == 2
    assert fake_engine.texts == ["hola", "adiós"]


@pytest.mark.parametrize(
    "facts",
    [
        {"subtype": "message_deleted", "deleted_ts": "1", "previous_message": {"user": "U1", "text": "25"}},
        {"subtype": "bot_message", "bot_id": "B2", "user": None},
        {"bot_id": "B2"},
        {"user": BOT},
        {"user": "USLACKBOT"},
        {"subtype": "channel_join"},
        {
            "subtype": "message_changed",
            "message": {"user": "U1", "text": "a.mx", "ts": "1.2", "attachments": [{}]},
            "previous_message": {"user": "U1", "text": "a.mx", "ts": "1.2"},
        },
    ],
)
async def test_what_nobody_says_is_not_heard(
    workspace: Workspace, linked: None, slack: FakeSlack, facts: dict[str, object]
) -> None:
    slack.join("USLACKBOT", "slackbot")
    assert await workspace.deliver(message("hola", **facts)) == 200
    await asyncio.sleep(0.1)
    assert await workspace.heard() == []
    assert slack.posted("D1") == []


async def test_an_edit_changes_no_order_and_the_person_is_told_so(
    workspace: Workspace, linked: None, slack: FakeSlack
) -> None:
    edit = message(
        "",
        subtype="message_changed",
        message={"user": "U1", "text": "250", "ts": "1.2", "edited": {"user": "U1", "ts": "2.0"}},
        previous_message={"user": "U1", "text": "25", "ts": "1.2"},
    )
    for _ in range(3):
        assert await workspace.deliver(edit) == 200
    (told,) = await workspace.posts(1)
    assert "solo cuento los mensajes nuevos" in told["text"]
    assert await workspace.heard() == []


async def test_in_a_channel_the_person_is_asked_to_write_in_private(
    workspace: Workspace, linked: None, slack: FakeSlack
) -> None:
    mention = message(f"<@{BOT}> 25 premium", channel="C1", type="app_mention")
    for _ in range(2):
        assert await workspace.deliver(mention) == 200
    (whisper,) = await workspace.calls("chat.postEphemeral")
    assert (whisper["channel"], whisper["user"]) == ("C1", "U1")
    assert "en privado" in whisper["text"]
    assert await workspace.heard() == []


async def test_a_group_of_people_is_no_private_place(workspace: Workspace, linked: None) -> None:
    assert await workspace.deliver(message("25 premium", channel="G1")) == 200
    (whisper,) = await workspace.calls("chat.postEphemeral")
    assert "@pedido" in whisper["text"]
    assert await workspace.heard() == []


@pytest.mark.parametrize(
    "facts",
    [
        {"is_restricted": True},
        {"is_ultra_restricted": True},
        {"is_stranger": True},
        {"team_id": "T2"},
    ],
)
async def test_guests_and_strangers_are_refused_even_if_they_were_linked_once(
    workspace: Workspace, linked: None, slack: FakeSlack, facts: dict[str, object], fake_engine: FakeEngine
) -> None:
    slack.join("U1", "ana", **facts)
    assert await workspace.deliver(message("25 premium")) == 200
    (told,) = await workspace.posts(1)
    assert "miembros de este espacio" in told["text"]
    assert fake_engine.texts == await workspace.heard() == []


async def test_a_stranger_is_known_by_the_event_itself_too(workspace: Workspace, linked: None) -> None:
    assert await workspace.deliver(message("25 premium", user_team="T9")) == 200
    assert "miembros" in (await workspace.posts(1))[0]["text"]
    assert await workspace.heard() == []


async def test_a_card_number_is_not_kept_and_the_person_is_asked_to_delete_it(
    workspace: Workspace, linked: None, fake_engine: FakeEngine
) -> None:
    fake_engine.answers = {"/card_number": [{"text": "Aquí guardas tu tarjeta."}]}
    await workspace.deliver(message("mi visa <tel:4111111111111111|4111 1111 1111 1111>"))
    texts = {post["text"] for post in await workspace.posts(2)}
    assert any("¿lo eliminas tú?" in text for text in texts)
    assert not any("1111" in text for text in await workspace.heard())


async def test_what_happens_elsewhere_in_slack_is_acknowledged(workspace: Workspace) -> None:
    assert await workspace.deliver(callback({"type": "team_join", "user": {"id": "U3"}})) == 200
    assert await workspace.deliver({"type": "url_verification", "challenge": "c"}) == 200


async def test_a_file_without_words_gets_a_kind_sentence(workspace: Workspace, linked: None) -> None:
    await workspace.deliver(message("", subtype="file_share", files=[{"id": "F1"}]))
    (told,) = await workspace.posts(1)
    assert "solo leo texto" in told["text"]


async def test_the_same_ticket_goes_on_in_slack_that_was_begun_elsewhere(
    workspace: Workspace, linked: None, ledger: Ledger
) -> None:
    web = await ledger.conversations.find_or_open("demo", "demo", "main", "web")
    await workspace.deliver(message("sigo aquí"))
    await workspace.posts(1)
    said = await ledger.conversations.since(web.id, 0)
    assert [each.author for each in said] == ["person", "bot"]
    assert TEAM
