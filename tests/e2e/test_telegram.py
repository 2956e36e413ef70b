"""Orders in Telegram: the real processes ask a Bot API of our own for updates, with the real library."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.channels.telegram.phone import Phone, buttons_of
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.orders import goes_on_once_a_card_is_saved, lines, only_new_order
from tests.e2e.telegram_chat import TelegramChat, settings

pytestmark = pytest.mark.e2e

NEWS = "correo de confirmación"  # what the bot says by itself when an order of demo is complete
OpenPhone = Callable[[str], TelegramChat]


@pytest.fixture(scope="module")
def house(telegram: FakeBotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own: its gateway is killed here, and there is one conversation for each reseller."""
    with House(tmp_path_factory.mktemp("telegram"), extra=settings(telegram)).running() as house:
        yield house


def test_an_order_in_portuguese_goes_on_by_itself_once_a_card_is_saved(
    on_the_phone: OpenPhone, open_books: Callable[[str], Books]
) -> None:
    goes_on_once_a_card_is_saved(on_the_phone("nuvem"), open_books("nuvem"))


def test_confirm_pressed_twice_orders_once(
    on_the_phone: OpenPhone, open_books: Callable[[str], Books]
) -> None:
    chat, books = on_the_phone("demo"), open_books("demo")
    before = books.order_ids()
    chat.say("quiero 3 business basic mensual para la espiga con la visa, sin dominio, sin complementos")
    assert chat.last.awaiting == "confirm"
    yes = next(iter(chat.last.buttons.values()))
    chat.phone.presses_button(yes, times=2)
    assert lines(only_new_order(books, before)) == {("M365-BB", 3, "month")}
    chat.phone.waits_for(NEWS, seconds=20)
    assert not buttons_of(chat.phone.heard()[chat._seen - 1])


def test_a_gateway_that_dies_between_message_and_answer_answers_once(
    house: House, on_the_phone: OpenPhone, telegram: FakeBotApi
) -> None:
    chat = on_the_phone("demo")
    chat.catch_up()
    since, heard = len(chat.history()), len(chat.phone.heard())
    typed = len(telegram.named("sendChatAction"))
    said = chat.phone.says("¿qué planes hay?")
    telegram.wait_until(lambda: len(telegram.named("sendChatAction")) > typed)  # it is in the inbox
    house.kill("gateway")
    house.wait_until(house.is_healthy, "back", seconds=90)
    telegram.deliver(said)
    chat.phone.says("gracias")
    # What was being sent when it died is in its hand for some seconds, and what comes after it waits.
    chat.phone.waits_for("¡Con gusto!", seconds=40, since=heard)
    new = chat.history()[since:]
    assert [each["text"] for each in new if each["author"] == "person"] == ["¿qué planes hay?", "gracias"]
    answers = [each["text"] for each in new if each["author"] == "bot"]
    arrived = [each["text"] for each in chat.phone.heard()[heard:]]
    assert set(arrived) == set(answers)
    assert len(arrived) <= len(answers) + 1  # sent, but not yet noted: once more


def test_an_order_begun_in_telegram_is_confirmed_on_the_page(
    house: House, on_the_phone: OpenPhone, open_books: Callable[[str], Books], people: ExitStack
) -> None:
    chat, books = on_the_phone("demo"), open_books("demo")
    before = books.order_ids()
    chat.say("quiero 4 business basic mensual para la espiga con la visa, sin dominio, sin complementos")
    assert chat.last.awaiting == "confirm"
    page = people.enter_context(Chat(house.url, "demo"))
    page.say("sí, confirmo")
    assert lines(only_new_order(books, before)) == {("M365-BB", 4, "month")}
    assert NEWS in page.hear_by_itself().text
    assert NEWS not in chat.phone.shown()


def test_the_language_is_chosen_by_a_button(on_the_phone: OpenPhone) -> None:
    chat = on_the_phone("demo")
    chat.say("/language")
    chat.press("Português")
    assert "português" in chat.last.text
    chat.say("/language")
    chat.press("Español")
    assert "español" in chat.last.text


def test_a_card_number_goes_from_the_chat_and_is_answered_with_the_secure_page(
    on_the_phone: OpenPhone,
) -> None:
    chat = on_the_phone("demo")
    chat.say("quiero 3 business basic mensual para la espiga, sin dominio, sin complementos")
    assert chat.last.awaiting == "payment"
    chat.say("4111 1111 1111 1111")
    assert "4111 1111" not in chat.phone.shown()
    assert chat.last.links


def test_a_stranger_is_told_where_to_link(house: House, telegram: FakeBotApi) -> None:
    stranger = Phone(telegram)
    stranger.says("quiero 25 business premium")
    assert house.url.replace("127.0.0.1", "localhost") in stranger.waits_for("Telegram")["text"]
