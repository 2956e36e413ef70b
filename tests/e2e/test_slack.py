"""Orders in Slack: the real processes, signed deliveries, and a Web API of our own as strict as Slack's."""

import asyncio
import itertools
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from bot.ledger import Ledger
from tests.channels.slack.deliveries import SIGNING_SECRET, message
from tests.channels.slack.fake_slack import BOT_TOKEN, FakeSlack
from tests.e2e.browser import PATIENCE, Window, serious_findings
from tests.e2e.chat import Books
from tests.e2e.house import TOP, House
from tests.e2e.orders import answer_until_review, confirm, lines, only_new_order
from tests.e2e.slack_chat import SlackChat, buttons_of, running
from tests.e2e.test_cards_and_news import save_card
from tests.npm import node_modules

pytestmark = pytest.mark.e2e

_users = itertools.count(7001)
OpenSlack = Callable[[str], SlackChat]


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with running() as fake:
        yield fake
        assert fake.refused == [], "Slack would not have taken that"


@pytest.fixture(scope="module")
def house(slack: FakeSlack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own: its gateway is killed here, and there is one conversation for each reseller."""
    assert (TOP / "models/pedido.tar.gz").exists(), "no trained model: run `make train`"
    extra = {"PEDIDO_SLACK_BOT_TOKEN": BOT_TOKEN, "PEDIDO_SLACK_BASE_URL": slack.url}
    extra["PEDIDO_SLACK_SIGNING_SECRET"] = SIGNING_SECRET
    house = House(tmp_path_factory.mktemp("slack"), extra=extra)
    try:
        house.start()
        yield house
    finally:
        house.stop()


@pytest.fixture
def in_slack(house: House, slack: FakeSlack, people: ExitStack) -> OpenSlack:
    """A member of the workspace who is linked to the account, with nothing half ordered."""

    def open_slack(login: str) -> SlackChat:
        chat = SlackChat(house.url, login, slack=slack, user=f"U{next(_users)}")
        people.enter_context(chat)
        link(house, chat)
        words = {"cloudpeak": "cancel", "demo": "cancela", "nuvem": "cancele"}
        if chat.say({"cloudpeak": "hello", "demo": "hola", "nuvem": "oi"}[login]).order is not None:
            chat.say(words[login])
        return chat

    return open_slack


def link(house: House, chat: SlackChat) -> None:
    async def offer_and_approve() -> None:
        ledger = Ledger(f"sqlite+aiosqlite:///{house.folder}/pedido.db", b"not needed for links")
        offered, code = await ledger.links.offer(chat.login, "slack")
        await asyncio.to_thread(chat.writes, code)
        await asyncio.to_thread(chat.waits_for, f"@{chat.login}")
        assert await ledger.links.approve(offered.id, chat.login)
        await ledger.close()

    with ThreadPoolExecutor(1) as aside:  # where no browser's loop is running
        aside.submit(asyncio.run, offer_and_approve()).result()
    chat.waits_for({"cloudpeak": "now linked"}.get(chat.login, "vinculado"))


def test_who_shows_the_code_speaks_for_the_account_once_its_owner_approves(
    open_window: Callable[..., Window], house: House, slack: FakeSlack, people: ExitStack
) -> None:
    node_modules()
    chat = people.enter_context(SlackChat(house.url, "demo", slack=slack, user=f"U{next(_users)}"))
    window = open_window(f"{house.url}/account")
    window.knock("demo")
    card = window.find(".chat-card").filter(has_text="Slack")
    card.get_by_role("button", name=re.compile(r"^Vincular .*Slack$")).click(timeout=PATIENCE)
    chat.writes(card.locator(".token code").inner_text())
    chat.waits_for("@demo")
    expect(card.locator(".asks")).to_contain_text("@demo", timeout=PATIENCE)
    assert serious_findings(window.view) == []
    shown, history = len(chat.shown()), chat.history()
    chat.writes("hola")
    house.wait_until(lambda: len(chat.shown()) > shown, "answered", seconds=20)
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


def test_a_guided_order_in_spanish_by_text(in_slack: OpenSlack, open_books: Callable[[str], Books]) -> None:
    chat, books = in_slack("demo"), open_books("demo")
    before = books.order_ids()
    chat.say("quiero hacer un pedido")
    answers = {
        "plan": "microsoft 365 business premium",
        "quantity": "25",
        "domain": "después",
        "extra_domains": "no",
        "term": "anual",
        "add_ons": "audio conferencing",
        "customer": "ferreteria el tornillo",
        "payment": "la visa",
    }
    answer_until_review(chat, answers)
    review = chat.last
    confirm(chat)
    order = only_new_order(books, before)
    assert lines(order) == {("M365-BP", 25, "year"), ("M365-AUD", 25, "year")}
    assert review.order is not None
    assert order["total"] == review.order["total"]
    chat.waits_for(order["orderNumber"])


def test_a_guided_order_in_english_by_buttons(
    in_slack: OpenSlack, open_books: Callable[[str], Books]
) -> None:
    chat, books = in_slack("cloudpeak"), open_books("cloudpeak")
    before = books.order_ids()
    chat.say("microsoft 365 business standard, 12 of them")
    buttons = {"domain": "Later", "extra_domains": "No", "term": "Monthly", "add_ons": "None"}
    buttons |= {"customer": "Harbor Dental", "payment": "Amex"}
    while chat.last.awaiting != "confirm":
        chat.press(buttons[str(chat.last.awaiting)])
    confirm(chat)
    order = only_new_order(books, before)
    assert lines(order) == {("M365-BS", 12, "month")}
    assert order["customerId"] == books.customer_named("Harbor Dental Group")["id"]


def test_an_order_in_portuguese_goes_on_by_itself_once_a_card_is_saved(
    in_slack: OpenSlack, open_books: Callable[[str], Books]
) -> None:
    chat, books = in_slack("nuvem"), open_books("nuvem")
    before = books.order_ids()
    chat.say("quero 10 workspace starter mensal para padaria do bairro, sem domínio, sem complementos")
    assert chat.last.awaiting == "payment"
    (url,) = chat.last.links.values()
    save_card(url)
    assert chat.hear_by_itself().awaiting == "confirm"
    confirm(chat)
    news = chat.hear_by_itself()
    assert only_new_order(books, before)["orderNumber"] in news.text


def test_confirm_pressed_twice_orders_once_and_its_buttons_are_gone(
    in_slack: OpenSlack, open_books: Callable[[str], Books]
) -> None:
    chat, books = in_slack("demo"), open_books("demo")
    before = books.order_ids()
    chat.say("quiero 3 business basic mensual para la espiga con la visa, sin dominio, sin complementos")
    assert chat.last.awaiting == "confirm"
    review = chat.shown()[-1]
    yes = next(iter(chat.last.buttons.values()))
    chat.presses_button(yes)
    chat.slack.messages[chat.channel, review["ts"]].update(blocks=review["blocks"])  # not gone yet here
    chat.presses_button(yes)
    order = only_new_order(books, before)
    assert lines(order) == {("M365-BB", 3, "month")}
    chat.waits_for(order["orderNumber"])
    assert not any(buttons_of(each) for each in chat.shown() if each["ts"] == review["ts"])


def test_a_gateway_that_dies_between_message_and_answer_answers_once(
    house: House, in_slack: OpenSlack
) -> None:
    chat = in_slack("demo")
    since, heard = len(chat.history()), len(chat.shown())
    sent = chat.writes("¿qué planes hay?")
    house.kill("gateway")
    house.wait_until(house.is_healthy, "back", seconds=90)
    chat.waits_for("Microsoft 365", seconds=30, since=heard)
    assert chat.deliver(sent) == 200  # as Slack does with what it is not sure of
    chat.say("gracias")
    new = chat.history()[since:]
    assert [each["text"] for each in new if each["author"] == "person"] == ["¿qué planes hay?", "gracias"]
    answers = [each["text"] for each in new if each["author"] == "bot"]
    assert len(chat.shown()[heard:]) == len(answers)


def test_while_the_engine_stands_still_messages_are_acknowledged_and_answered_later(
    house: House, in_slack: OpenSlack
) -> None:
    chat = in_slack("demo")
    heard, engine = len(chat.shown()), house.pid_of("engine")
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
