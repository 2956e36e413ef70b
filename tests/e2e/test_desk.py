"""A phone order by keyboard alone, a card that the desk never sees, and a session that is ended elsewhere."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATIENCE, Window, serious_findings
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.orders import only_new_order, save_card

pytestmark = pytest.mark.e2e

CODE = r"\d{4}|\d \d \d \d|\d\d \d\d"
LINK = r"https?://\S+"


def mailed(books: Books, seen: set[str], what: str) -> str:
    """What the reseller finds in a new mail that is about no order, and the desk does not."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for mail in books.get("/ext/mail")["data"]:
            if mail["id"] in seen or mail["orderId"] is not None:
                continue
            if found := re.search(what, f"{mail['subject']}\n{mail['text']}"):
                return found[0]
        time.sleep(0.2)
    raise AssertionError(f"no {what} was mailed")


def mails_of(books: Books) -> set[str]:
    return {mail["id"] for mail in books.get("/ext/mail")["data"]}


def take_call(window: Window, books: Books, reseller: str) -> None:
    """From the door to the reseller's conversation, by keyboard."""
    keys, seen = window.page.keyboard, mails_of(books)
    window.knock("soporte")
    expect(window.find(".lobby .list button").first).to_be_visible(timeout=PATIENCE)
    keys.type(reseller)
    keys.press("Enter")
    expect(window.find("input.code")).to_be_focused(timeout=PATIENCE)
    keys.type(mailed(books, seen, CODE))
    keys.press("Enter")
    expect(window.field).to_be_focused(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("reseller", "customer", "said", "read"),
    [
        (
            "demo",
            "La Espiga",
            ["4 business basic", "mensual", "para la espiga", "con la visa, sin complementos, sin dominio"],
            "cuatro, dos, cuatro, dos",
        ),
        (
            "cloudpeak",
            "Harbor Dental",
            [
                "12 microsoft 365 business standard",
                "monthly",
                "for harbor dental",
                "the amex, no add-ons, no domain",
            ],
            "Do you confirm it?",
        ),
        (
            "nuvem",
            "Padaria do Bairro",
            [
                "4 business basic",
                "mensal",
                "para padaria do bairro",
                "no mastercard, sem complementos, sem domínio",
            ],
            "quatro, quatro, quatro, quatro",
        ),
    ],
)
def test_a_phone_order_by_keyboard(
    open_window: Callable[..., Window],
    open_books: Callable[[str], Books],
    house: House,
    reseller: str,
    customer: str,
    said: list[str],
    read: str,
) -> None:
    books = open_books(reseller)
    before = books.order_ids()
    if not books.get("/ext/payment-methods")["data"]:
        save_card(books.new_card_page())
    window = open_window(f"{house.url}/desk")
    keys = window.page.keyboard
    take_call(window, books, reseller)
    for fragment in said:
        before_it = window.answers.count()
        keys.type(fragment)
        keys.press("Enter")
        expect(window.answers.nth(before_it)).to_be_visible(timeout=PATIENCE)
    expect(window.find("#aloud p")).to_contain_text(read, timeout=PATIENCE)
    assert serious_findings(window.view) == []
    keys.press("ArrowUp")
    keys.press("Enter")  # the first choice under the review is the yes
    order = only_new_order(books, before, patience=30)
    assert order["attributes"]["placedBy"] == "soporte"
    keys.press("F9")
    row = window.find("#orders tr").filter(has_text=order["orderNumber"])
    expect(row).to_contain_text("Mesa de Ayuda", timeout=PATIENCE)
    expect(row).to_contain_text(customer)
    subjects = " ".join(mail["subject"] for mail in books.get("/ext/mail")["data"])
    assert order["orderNumber"] in subjects
    assert not window.complaints


def test_the_link_for_a_card_goes_to_the_reseller_alone(
    open_window: Callable[..., Window], open_books: Callable[[str], Books], house: House
) -> None:
    books = open_books("cloudpeak")
    window = open_window(f"{house.url}/")  # leads support staff to the desk
    received: list[str] = []
    window.page.on("response", lambda answer: received.append(answer.url))
    window.page.on(
        "websocket", lambda line: line.on("framereceived", lambda frame: received.append(str(frame)))
    )
    take_call(window, books, "cloudpeak")
    window.say("4 microsoft 365 business standard monthly for harbor dental, no add-ons, no domain")
    expect(window.find(".composer")).to_have_attribute("data-awaiting", "payment", timeout=PATIENCE)
    seen, answers = mails_of(books), window.answers.count()
    window.page.keyboard.press("F8")
    expect(window.answers.nth(answers)).to_contain_text("@", timeout=PATIENCE)
    url = mailed(books, seen, LINK)
    save_card(url)
    expect(window.find(".composer")).to_have_attribute("data-awaiting", "confirm", timeout=PATIENCE)
    expect(window.find(".ticket .facts")).to_contain_text("4444")
    secret = url.rstrip("/").rsplit("/", 1)[-1]
    assert any("4444" in frame for frame in received), "what the desk receives was not seen"
    assert not [each for each in received if secret in each]
    window.page.reload()
    expect(window.answers.last).to_be_visible(timeout=PATIENCE)
    assert secret not in window.page.content()
    assert not window.complaints


def test_a_session_that_is_ended_elsewhere_is_signed_out(
    open_window: Callable[..., Window], sit_down: Callable[[str], Chat], house: House
) -> None:
    lost = sit_down("nuvem")
    window = open_window(f"{house.url}/account")
    window.knock("nuvem")
    expect(window.find("#sessions li").first).to_be_visible(timeout=PATIENCE)
    assert serious_findings(window.view) == []
    window.find("#revoke-others").click()
    expect(window.find("#sessions li")).to_have_count(1, timeout=PATIENCE)
    with pytest.raises(Exception, match="401"):
        lost.say("hola")
