"""A phone order by keyboard alone, and a session that is ended from the account page."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATIENCE, Window, serious_findings
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.orders import only_new_order

pytestmark = pytest.mark.e2e


def code_sent_to(books: Books, seen: set[str]) -> str:
    """What the reseller finds in the mail, and the desk does not."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for mail in books.get("/ext/mail")["data"]:
            if mail["id"] not in seen and mail["orderId"] is None:
                return "".join(each for each in mail["subject"] if each.isdigit())
        time.sleep(0.2)
    raise AssertionError("no code was mailed")


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
    ],
)
def test_a_phone_order_by_keyboard(
    open_window: Callable[..., Window],
    open_books: Callable[[str], Books],
    sit_down: Callable[[str], Chat],
    house: House,
    reseller: str,
    customer: str,
    said: list[str],
    read: str,
) -> None:
    books = open_books(reseller)
    before, seen = books.order_ids(), {mail["id"] for mail in books.get("/ext/mail")["data"]}
    window = open_window(f"{house.url}/desk")
    keys = window.page.keyboard
    window.find("[name=login]").fill("soporte")
    window.find("[name=password]").fill("demo")
    keys.press("Enter")
    expect(window.find(".lobby .list button").first).to_be_visible(timeout=PATIENCE)
    keys.type(reseller)
    keys.press("Enter")
    expect(window.find("input.code")).to_be_focused(timeout=PATIENCE)
    keys.type(code_sent_to(books, seen))
    keys.press("Enter")
    expect(window.field).to_be_focused(timeout=PATIENCE)
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


def test_a_session_that_is_ended_elsewhere_is_signed_out(
    open_window: Callable[..., Window], sit_down: Callable[[str], Chat], house: House
) -> None:
    lost = sit_down("nuvem")
    window = open_window(f"{house.url}/account")
    window.find("[name=login]").fill("nuvem")
    window.find("[name=password]").fill("demo")
    window.page.keyboard.press("Enter")
    expect(window.find("#sessions li").first).to_be_visible(timeout=PATIENCE)
    assert serious_findings(window.view) == []
    window.find("#revoke-others").click()
    expect(window.find("#sessions li")).to_have_count(1, timeout=PATIENCE)
    with pytest.raises(Exception, match="401"):
        lost.say("hola")
