"""Orders in Slack: the real processes, signed deliveries, and a Web API of our own as strict as Slack's."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from tests.channels.slack.deliveries import message
from tests.channels.slack.fake_slack import FakeSlack
from tests.e2e.browser import PATIENCE, Window, serious_findings
from tests.e2e.chat import Books
from tests.e2e.house import House
from tests.e2e.orders import goes_on_once_a_card_is_saved, lines, only_new_order
from tests.e2e.slack_chat import SlackChat, elements_of, settings
from tests.npm import node_modules

pytestmark = pytest.mark.e2e

OpenSlack = Callable[[str], SlackChat]


@pytest.fixture(scope="module")
def house(slack: FakeSlack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own: its gateway is killed here, and there is one conversation for each reseller."""
    with House(tmp_path_factory.mktemp("slack"), extra=settings(slack)).running() as house:
        yield house


def test_who_shows_the_code_speaks_for_the_account_once_its_owner_approves(
    open_window: Callable[..., Window], house: House, slack: FakeSlack, people: ExitStack
) -> None:
    node_modules()
    chat = people.enter_context(SlackChat(house.url, "demo", slack=slack, user="U7000"))
    window = open_window(f"{house.url}/account")
    window.knock("demo")
    card = window.find(".chat-card").filter(has_text="Slack")
    card.get_by_role("button", name=re.compile(r"^Vincular .*Slack$")).click(timeout=PATIENCE)
    chat.writes(card.locator(".token code").inner_text())
    chat.waits_for("@demo")
    expect(card.locator(".asks")).to_contain_text("@demo", timeout=PATIENCE)
    assert serious_findings(window.view) == []
    shown, history = len(chat.heard()), chat.history()
    chat.writes("hola")
    house.wait_until(lambda: len(chat.heard()) > shown, "answered", seconds=20)
    assert chat.history() == history, "nobody speaks for an account before its owner has approved"
    card.get_by_role("button", name="Sí, aprobar").click()
    expect(card.locator(".linked")).to_contain_text("@demo", timeout=PATIENCE)
    chat.waits_for("quedó vinculado")
    expect(card.locator(".asks")).to_have_count(0)
    assert chat.say("hola").text
    card.get_by_role("button", name="Desvincular: @demo").click()
    expect(card.locator(".linked")).to_have_count(0, timeout=PATIENCE)
    chat.waits_for("ya no está vinculado")
    assert not window.complaints


def test_an_order_in_portuguese_goes_on_by_itself_once_a_card_is_saved(
    in_slack: OpenSlack, open_books: Callable[[str], Books]
) -> None:
    goes_on_once_a_card_is_saved(in_slack("nuvem"), open_books("nuvem"))


def test_confirm_pressed_twice_orders_once_and_its_buttons_are_gone(
    in_slack: OpenSlack, open_books: Callable[[str], Books]
) -> None:
    chat, books = in_slack("demo"), open_books("demo")
    before = books.order_ids()
    chat.say("quiero 3 business basic mensual para la espiga con la visa, sin dominio, sin complementos")
    assert chat.last.awaiting == "confirm"
    review = chat.heard()[-1]
    yes = next(iter(chat.last.buttons.values()))
    chat.presses_button(yes)
    chat.slack.messages[chat.channel, review["ts"]].update(blocks=review["blocks"])  # not gone yet here
    chat.presses_button(yes)
    order = only_new_order(books, before)
    assert lines(order) == {("M365-BB", 3, "month")}
    chat.waits_for(order["orderNumber"])
    assert not any(elements_of(each) for each in chat.heard() if each["ts"] == review["ts"])


def test_a_gateway_that_dies_between_message_and_answer_answers_once(
    house: House, in_slack: OpenSlack
) -> None:
    chat = in_slack("demo")
    since, heard = len(chat.history()), len(chat.heard())
    sent = chat.writes("¿qué planes hay?")
    house.kill("gateway")
    house.wait_until(house.is_healthy, "back", seconds=90)
    chat.waits_for("Microsoft 365", seconds=30, since=heard)
    assert chat.deliver(sent) == 200  # as Slack does with what it is not sure of
    chat.say("gracias")
    new = chat.history()[since:]
    assert [each["text"] for each in new if each["author"] == "person"] == ["¿qué planes hay?", "gracias"]
    answers = [each["text"] for each in new if each["author"] == "bot"]
    assert len(chat.heard()[heard:]) == len(answers)


def test_while_the_engine_stands_still_messages_are_acknowledged_and_answered_later(
    house: House, in_slack: OpenSlack
) -> None:
    chat = in_slack("demo")
    heard, engine = len(chat.heard()), house.pid_of("engine")
    assert engine is not None
    os.kill(engine, signal.SIGSTOP)
    try:
        said = ["¿qué planes hay?", "office365", "100 licencias"]
        for text in said:
            sent = message(text, user=chat.user, channel=chat.channel)
            assert chat.deliver(sent) == 200
        time.sleep(1)
        assert [each["text"] for each in chat.history()[-3:]] == said
    finally:
        os.kill(engine, signal.SIGCONT)
    chat.waits_for("Microsoft 365", seconds=30, since=heard)


@pytest.mark.parametrize("forgery", [{"secret": "forged"}, {"at": time.time() - 3600}])
def test_what_slack_did_not_sign_lately_is_not_heard(in_slack: OpenSlack, forgery: dict[str, object]) -> None:
    chat = in_slack("demo")
    before = chat.history()
    sent = message("quiero 25 business premium", user=chat.user, channel=chat.channel)
    assert chat.deliver(sent, **forgery) == 401
    assert chat.history() == before
