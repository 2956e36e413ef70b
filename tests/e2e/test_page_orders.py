"""A whole order on the page, typed and clicked in each language, as it must then stand in the books."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATIENCE, Window
from tests.e2e.chat import Books
from tests.e2e.orders import lines, only_new_order

pytestmark = pytest.mark.e2e

SPANISH = {
    "plan": "microsoft 365 business premium",
    "quantity": "25",
    "domain": "después",
    "extra_domains": "no",
    "term": "anual",
    "add_ons": "ninguno",
    "customer": "ferreteria el tornillo",
    "payment": "la visa",
}


def test_in_spanish_step_by_step(sign_in: Callable[..., Window], open_books: Callable[[str], Books]) -> None:
    window, books = sign_in("demo"), open_books("demo")
    before = books.order_ids()
    window.say("quiero hacer un pedido")
    window.order_by(SPANISH)
    total = window.find(".ticket .total td").inner_text().replace("\u00a0", " ")
    assert total in window.messages[-1]
    expect(window.find(".ticket .facts")).to_contain_text("Ferretería El Tornillo")
    window.confirm()
    order = only_new_order(books, before)
    assert ("M365-BP", 25, "year") in lines(order)
    expect(window.answers.filter(has_text=order["orderNumber"]).first).to_be_visible(timeout=PATIENCE)
    assert_nothing_went_wrong(window)


def test_in_english_in_one_sentence_and_a_click(
    sign_in: Callable[..., Window], open_books: Callable[[str], Books]
) -> None:
    window, books = sign_in("cloudpeak", locale="en"), open_books("cloudpeak")
    before = books.order_ids()
    window.say(
        "12 microsoft 365 business standard, monthly, for harbor dental with the amex, no add-ons, no domain"
    )
    expect(window.find(".ticket h2")).to_have_text("Your order")
    window.confirm()
    assert ("M365-BS", 12, "month") in lines(only_new_order(books, before))
    assert_nothing_went_wrong(window)


def test_in_portuguese_with_a_new_card_saved_on_the_page_of_the_marketplace(
    sign_in: Callable[..., Window], open_books: Callable[[str], Books]
) -> None:
    window, books = sign_in("nuvem", locale="pt-BR"), open_books("nuvem")
    before = books.order_ids()
    window.say("quero 10 workspace starter mensal para padaria do bairro, sem domínio, sem complementos")
    assert window.awaiting == "payment"
    if books.get("/ext/payment-methods")["data"]:  # saved by another test
        window.say("um novo cartão")
    with window.page.context.expect_page() as opened:
        window.find(".choices a").last.click()
    card = opened.value
    for name, value in CARD.items():
        card.locator(f"[autocomplete={name}]").fill(value)
    card.locator("[type=submit], button").first.click()
    expect(window.find(".composer")).to_have_attribute("data-awaiting", "confirm", timeout=PATIENCE)
    expect(window.find(".ticket .facts")).to_contain_text("Visa •••• 1111")
    window.confirm()
    order = only_new_order(books, before)
    assert order["attributes"]["paymentMethod"] == books.card_ending("1111")
    assert_nothing_went_wrong(window)


CARD = {"cc-name": "Ana Lima", "cc-number": "4111 1111 1111 1111", "cc-exp": "11/31", "cc-csc": "321"}


def assert_nothing_went_wrong(window: Window) -> None:
    assert window.elsewhere == []
    assert window.complaints == []
