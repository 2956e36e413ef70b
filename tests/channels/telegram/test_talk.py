"""The whole channel: the real library over HTTP, the real ledger and gateway, an engine that repeats."""

import asyncio
import json

import pytest

from bot.channels.chat_platform import Door
from bot.ledger import Ledger
from tests.channels.fakes import FakeEngine
from tests.channels.telegram.conftest import Open, link
from tests.channels.telegram.fake_bot_api import FakeBotApi, Fault
from tests.channels.telegram.phone import Phone, buttons_of
from tests.channels.telegram.updates import group, message, person, pressed, said

TERM = [
    {"title": "Mensual", "payload": '/choose{"slot":"term","value":"month"}'},
    {"title": "Anual", "payload": '/choose{"slot":"term","value":"year"}'},
]
CARD = "4111 1111 1111 1111"


@pytest.fixture(autouse=True)
def _asks_for_the_term(fake_engine: FakeEngine) -> None:
    fake_engine.answers["25 licencias"] = [{"text": "¿Mensual o anual?", "buttons": TERM}]


async def test_a_message_is_answered_in_its_chat(door: Door, linked: Phone, fake_engine: FakeEngine) -> None:
    linked.says("hola")
    await linked.hears("heard hola")
    (turn,) = fake_engine.heard
    signed = turn["metadata"]
    assert (signed["actor"], signed["subject"], signed["channel"]) == ("demo", "demo", "telegram")


async def test_a_press_is_the_choice_and_the_buttons_die(
    door: Door, linked: Phone, telegram: FakeBotApi, fake_engine: FakeEngine
) -> None:
    linked.says("25 licencias")
    asked = await linked.hears("¿Mensual")
    linked.presses("Anual")
    await linked.hears("heard /choose")
    assert fake_engine.texts[-1] == TERM[1]["payload"]
    assert buttons_of(asked) == []
    (answered,) = telegram.named("answerCallbackQuery")
    assert answered["text"] == "Anual"


async def test_a_button_pressed_twice_is_two_events_and_both_are_answered(
    door: Door, linked: Phone, telegram: FakeBotApi, fake_engine: FakeEngine
) -> None:
    linked.says("25 licencias")
    await linked.hears("¿Mensual")
    linked.presses("Anual", times=2)
    await asyncio.to_thread(telegram.wait_until, lambda: len(telegram.named("answerCallbackQuery")) == 2)
    await asyncio.to_thread(telegram.wait_until, lambda: len(fake_engine.heard) == 3)
    assert fake_engine.most_at_once == 1


async def test_a_button_of_somebody_else_means_nothing(
    door: Door, linked: Phone, telegram: FakeBotApi, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    linked.says("25 licencias")
    asked = await linked.hears("¿Mensual")
    other = Phone(telegram, person(888, "Eve", "eve"))
    await link(ledger, "cloudpeak", other)
    other.says("hola")
    await other.hears("heard hola")
    data = buttons_of(asked)[0]["callback_data"]
    telegram.deliver(pressed(telegram.next_id(), other.user, data, other.heard()[0]))
    await other.hears("Ese botón ya no es válido")
    assert len(fake_engine.heard) == 2


async def test_a_command_is_a_command_and_what_was_typed_is_never_one(
    door: Door, linked: Phone, fake_engine: FakeEngine
) -> None:
    linked.says("/cancel")
    await linked.hears("heard /cancel")
    linked.says('/confirm{"id":"x"}')
    await linked.hears("heard confirm")
    assert fake_engine.texts == ["/cancel", 'confirm{"id":"x"}']


async def test_the_person_sees_that_the_bot_is_at_it(
    door: Door, linked: Phone, telegram: FakeBotApi, fake_engine: FakeEngine
) -> None:
    fake_engine.slow["hola"] = 0.5
    linked.says("hola")
    await asyncio.to_thread(telegram.wait_until, lambda: telegram.named("sendChatAction"))
    assert linked.heard() == []
    await linked.hears("heard hola")


async def test_a_long_list_is_paged_under_one_message(
    door: Door, linked: Phone, telegram: FakeBotApi, fake_engine: FakeEngine
) -> None:
    customers = [
        {"title": f"Customer number {n}", "payload": f'/choose{{"value":{n}}}'} for n in range(1, 24)
    ]
    fake_engine.answers["clientes"] = [{"text": "¿Cuál?", "buttons": customers}]
    linked.says("clientes")
    asked = await linked.hears("¿Cuál?")
    assert len(buttons_of(asked)) == 10 + 2
    linked.presses("▶")
    await asyncio.to_thread(telegram.wait_until, lambda: "number 11" in linked.shown())
    linked.presses("Customer number 12")
    await linked.hears("heard /choose")
    assert json.loads(fake_engine.texts[-1].removeprefix("/choose")) == {"value": 12}
    assert len(linked.heard()) == 2


async def test_a_card_number_is_deleted_and_never_kept(
    door: Door, linked: Phone, telegram: FakeBotApi, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    linked.says(f"paga con {CARD}")
    await linked.hears("heard /card_number")
    await asyncio.to_thread(telegram.wait_until, lambda: telegram.named("deleteMessage"))
    assert CARD not in linked.shown()
    assert "4111" not in json.dumps(fake_engine.heard)


async def test_a_stranger_is_told_how_to_link_and_nothing_is_kept(
    door: Door, phone: Phone, fake_engine: FakeEngine, telegram: FakeBotApi
) -> None:
    update = phone.says("25 licencias")
    await phone.hears("https://pedido.example")
    telegram.deliver(update, update)
    phone.says("¿hola?")
    await asyncio.to_thread(telegram.wait_until, lambda: len(phone.heard()) == 2)
    assert fake_engine.heard == []


async def test_a_strangers_card_number_is_deleted_too(door: Door, phone: Phone, telegram: FakeBotApi) -> None:
    phone.says(CARD)
    await asyncio.to_thread(telegram.wait_until, lambda: telegram.named("deleteMessage"))


async def test_the_link_of_the_account_page_is_claimed_and_speaks_once_approved(
    door: Door, phone: Phone, ledger: Ledger
) -> None:
    offered, token = await ledger.links.offer("demo", "telegram")
    phone.says(f"/start {token}")
    await phone.hears("aprueba a @ana")
    phone.says("hola")
    await phone.hears("abre tu cuenta y conecta Telegram")
    (pending,) = await ledger.links.of("demo")
    assert (pending.user_id, pending.handle, pending.approved_at) == ("777", "@ana", None)
    for _ in range(2):
        assert await ledger.links.approve(offered.id, "demo")
    await phone.hears("este chat quedó vinculado")
    phone.says("hola de nuevo")
    await phone.hears("heard hola de nuevo")
    phone.says(f"/start {token}")
    await phone.hears("heard /greet")
    assert sum("quedó vinculado" in each["text"] for each in phone.heard()) == 1


async def test_a_chat_that_was_unlinked_hears_so_and_then_only_how_to_link_again(
    door: Door, phone: Phone, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    offered, token = await ledger.links.offer("demo", "telegram")
    phone.says(f"/start {token}")
    await phone.hears("aprueba a @ana")
    await ledger.links.approve(offered.id, "demo")
    await phone.hears("quedó vinculado")
    phone.says("25 licencias")
    asked = await phone.hears("¿Mensual")

    await ledger.links.remove(offered.id, "demo")
    door.forget_people()  # as the account page does
    await phone.hears("ya no está vinculado")
    talk = await ledger.conversations.find_or_open("demo", "demo", "main", "telegram")
    await ledger.outbox.add("say", talk.id, {"payload": "/tell_order"})
    await asyncio.to_thread(phone.telegram.wait_until, lambda: "/tell_order" in fake_engine.texts)
    since = len(phone.heard())
    phone.says("mis pedidos")
    await phone.hears("abre tu cuenta y conecta Telegram", since=since)
    phone.presses_button(buttons_of(asked)[0]["callback_data"])
    await asyncio.to_thread(phone.telegram.wait_until, lambda: not buttons_of(asked))
    await asyncio.sleep(0.7)
    assert fake_engine.texts == ["25 licencias", "/tell_order"]
    assert all("conecta Telegram" in each["text"] for each in phone.heard()[since:])


async def test_a_token_that_nobody_offered_is_of_no_use(door: Door, phone: Phone) -> None:
    phone.says("/start aB3_-xyzAb3_-xyz1234")
    await phone.hears("Ese enlace ya no sirve")


async def test_a_group_is_pointed_to_the_private_chat_once_and_orders_nothing(
    door: Door, linked: Phone, telegram: FakeBotApi, fake_engine: FakeEngine
) -> None:
    ventas = telegram.screens[group()["id"]]
    for _ in range(3):
        telegram.deliver(said(telegram.next_id(), linked.user, "25 licencias", group()))
    telegram.deliver(
        pressed(telegram.next_id(), linked.user, "x", message(telegram.me, 1, group(), text="?"))
    )
    linked.says("hola")
    await linked.hears("heard hola")
    await asyncio.to_thread(telegram.wait_until, lambda: telegram.named("answerCallbackQuery"))
    assert [each["text"] for each in ventas] == [
        "Los pedidos los tomo solo en privado: escríbeme a @PedidoBot."
    ]
    assert fake_engine.texts == ["hola"]


async def test_strangers_read_their_own_language(door: Door, telegram: FakeBotApi) -> None:
    phone = Phone(telegram, person(5, "Bia", None, "pt-br"))
    phone.says("oi")
    await phone.hears("abra sua conta")


async def test_the_menu_is_set_in_three_languages(door: Door, telegram: FakeBotApi) -> None:
    await asyncio.to_thread(telegram.wait_until, lambda: len(telegram.named("setMyCommands")) == 4)
    menus = {
        each.get("language_code"): json.loads(each["commands"]) for each in telegram.named("setMyCommands")
    }
    assert set(menus) == {None, "es", "en", "pt"}
    assert all(
        [each["command"] for each in menu] == ["start", "order", "status", "language", "help", "cancel"]
        for menu in menus.values()
    )
    assert len({menu[1]["description"] for menu in menus.values()}) == 3


async def test_what_was_acknowledged_is_answered_after_a_restart(
    open_door: Open, linked: Phone, telegram: FakeBotApi, fake_engine: FakeEngine
) -> None:
    fake_engine.slow["hola"] = 3.0
    async with open_door():
        linked.says("hola")
        await asyncio.to_thread(telegram.wait_until, lambda: fake_engine.heard)
    assert linked.heard() == []
    fake_engine.slow.clear()
    async with open_door():
        await linked.hears("heard hola")
        await asyncio.sleep(0.5)
    assert len(linked.heard()) == 1


async def test_telegram_out_of_reach_at_the_start_is_waited_for(
    open_door: Open, linked: Phone, telegram: FakeBotApi
) -> None:
    telegram.faults += [Fault("getMe", 0), Fault("setMyCommands", 500, times=2), Fault("getUpdates", 502)]
    async with open_door():
        linked.says("hola")
        await linked.hears("heard hola")


async def test_different_people_do_not_wait_for_each_other(
    door: Door, linked: Phone, telegram: FakeBotApi, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    other = Phone(telegram, person(888, "Eve", "eve"))
    await link(ledger, "cloudpeak", other)
    fake_engine.slow["despacio"] = 5.0
    linked.says("despacio")
    other.says("hola")
    await other.hears("heard hola", seconds=4)
