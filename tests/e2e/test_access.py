"""Everybody can use it: with a screen reader, with the keyboard alone, in the dark, on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATIENCE, PHONE, Window, serious_findings
from tests.e2e.site import Site
from tests.npm import node_modules

pytestmark = pytest.mark.e2e

ORDER = (
    "25 business premium por un año para ferreteria el tornillo con la visa, sin dominio, sin complementos"
)
SCREENS = {"wide": {"width": 1200, "height": 760}, "phone": PHONE}


@pytest.fixture(autouse=True)
def axe() -> None:
    node_modules()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious_at_the_door(
    colours: str, screen: str, open_window: Callable[..., Window]
) -> None:
    window = open_window(color_scheme=colours, viewport=SCREENS[screen])
    expect(window.find("[name=login]")).to_be_visible()
    assert serious_findings(window.view) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_chat_and_its_ticket(
    colours: str, screen: str, sign_in: Callable[..., Window]
) -> None:
    window = sign_in("demo", color_scheme=colours, viewport=SCREENS[screen], reduced_motion="reduce")
    window.say(ORDER)
    assert serious_findings(window.view) == []
    if screen == "phone":
        window.find(".ticket-toggle").click()
        assert serious_findings(window.view) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_widget_nor_in_the_page_around_it(
    theme: str, site: Site, open_window: Callable[..., Window]
) -> None:
    site.theme = theme
    window = open_window(site.origin)
    window.page.get_by_role("button", name="Abrir el chat").click()
    assert serious_findings(window.page) == []
    window.frame = window.page.frames[1]
    window.sign_in("demo")
    assert window.find("html").evaluate("root => root.style.colorScheme") == theme
    assert serious_findings(window.view) == []


def test_a_whole_order_with_the_keyboard_alone(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo")
    keys = window.page.keyboard
    assert window.field.evaluate("field => field === document.activeElement")
    keys.type("quiero 5 business basic mensual para la espiga con la visa, sin dominio, sin complementos")
    keys.press("Enter")
    expect(window.find(".composer")).to_have_attribute("data-awaiting", "confirm", timeout=PATIENCE)
    for _ in range(3):  # back over what can be pressed under the review: cancel, change, confirm
        keys.press("Shift+Tab")
    focused = window.page.evaluate("document.activeElement.textContent")
    assert focused == window.find(".choices button").first.inner_text()
    keys.press("Enter")
    expect(window.find(".composer")).not_to_have_attribute("data-awaiting", "confirm", timeout=PATIENCE)
    assert window.field.evaluate("field => field === document.activeElement")


def test_a_screen_reader_is_told_what_is_new_and_who_said_it(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo")
    log = window.page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    window.say("hola")
    assert "Tú:\nhola" in window.messages
    assert window.messages[-1].startswith("Pedido:")
    expect(window.page.get_by_role("textbox", name="Escribe un mensaje…")).to_be_focused()
