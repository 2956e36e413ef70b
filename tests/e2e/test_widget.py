"""The chat on somebody else's site: one tag, a frame of ours, and nothing for who is not on the list."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATIENCE, PHONE, Window
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House
from tests.e2e.orders import lines, only_new_order
from tests.e2e.site import Site

pytestmark = pytest.mark.e2e

OPEN = {"es": "Abrir el chat de pedidos", "en": "Open the ordering chat", "pt": "Abrir o chat de pedidos"}


@pytest.fixture
def open_widget(site: Site, house: House, open_window: Callable[..., Window]) -> Callable[..., Window]:
    def open_it(language: str = "es", **options: object) -> Window:
        site.language, site.theme = language, "light"
        window = open_window(site.origin, **options)
        window.page.get_by_role("button", name=OPEN[language]).click()
        expect(window.page.locator("iframe")).to_be_visible()
        window.frame = window.page.frames[1]
        return window

    return open_it


def test_an_order_from_another_site_under_the_strictest_policy(
    open_widget: Callable[..., Window], open_books: Callable[[str], Books]
) -> None:
    window, books = open_widget("en"), open_books("cloudpeak")
    before = books.order_ids()
    window.sign_in("cloudpeak")
    window.say(
        "3 microsoft 365 business basic, monthly, for harbor dental with the amex, no add-ons, no domain"
    )
    window.confirm()
    assert ("M365-BB", 3, "month") in lines(only_new_order(books, before))
    assert window.elsewhere == []
    assert window.complaints == []


@pytest.mark.parametrize("language", OPEN)
def test_it_speaks_the_language_that_the_tag_names(language: str, open_widget: Callable[..., Window]) -> None:
    window = open_widget(language)
    expect(window.find("html")).to_have_attribute("lang", language)


def test_it_opens_and_closes_with_the_keyboard_and_keeps_the_session(
    open_widget: Callable[..., Window],
) -> None:
    window = open_widget()
    window.sign_in("demo")
    window.page.keyboard.press("Escape")
    expect(window.page.locator("iframe")).to_be_hidden()
    button = window.page.get_by_role("button", name=OPEN["es"])
    expect(button).to_be_focused()
    window.page.keyboard.press("Enter")
    expect(window.field).to_be_visible()
    window.find("#close").click()
    expect(window.page.locator("iframe")).to_be_hidden()


def test_news_that_come_while_it_is_closed_are_announced_on_the_button(
    open_widget: Callable[..., Window], house: House
) -> None:
    window = open_widget()
    window.sign_in("demo")
    window.page.keyboard.press("Escape")
    with Chat(house.url, "demo") as elsewhere:
        elsewhere.say("hola")
    news = window.page.get_by_role("button", name="hay mensajes nuevos")
    expect(news).to_be_visible(timeout=PATIENCE)
    news.click()
    expect(window.page.get_by_role("button", name="Cerrar el chat")).to_be_visible()


def test_on_a_phone_it_takes_the_whole_screen_and_gives_it_back(open_widget: Callable[..., Window]) -> None:
    window = open_widget(viewport=PHONE, has_touch=True, is_mobile=True)
    box = window.page.locator("iframe").bounding_box()
    assert box == {"x": 0, "y": 0, **PHONE}
    window.find("#close").tap()
    expect(window.page.get_by_role("button", name=OPEN["es"])).to_be_visible()


def test_the_site_cannot_look_into_the_frame(open_widget: Callable[..., Window]) -> None:
    window = open_widget()
    window.sign_in("demo")
    look = """frame => {
        try { return frame.contentWindow.sessionStorage.length } catch (refusal) { return refusal.name }
    }"""
    assert window.page.locator("iframe").evaluate(look) == "SecurityError"


def test_a_site_that_is_not_on_the_list_gets_no_frame(
    site: Site, house: House, open_window: Callable[..., Window]
) -> None:
    window = open_window(site.stranger)
    window.page.get_by_role("button", name=OPEN[site.language]).click()
    window.page.wait_for_timeout(1000)
    assert "frame-ancestors" in " ".join(window.complaints)
    assert window.page.frames[1].locator("[name=login]").count() == 0


def test_nobody_may_frame_the_page_itself(
    house: House, open_window: Callable[..., Window], site: Site
) -> None:
    window = open_window(site.origin)
    window.page.evaluate(
        "address => { document.body.appendChild(document.createElement('iframe')).src = address }",
        f"{house.url}/",
    )
    window.page.wait_for_timeout(1000)
    assert "frame-ancestors" in " ".join(window.complaints)
