"""What the page keeps, hides and survives, in a real browser with the real processes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PATIENCE, PHONE, Window
from tests.e2e.chat import Chat
from tests.e2e.house import House

pytestmark = pytest.mark.e2e

ORDER = (
    "25 business premium por un año para ferreteria el tornillo con la visa, sin dominio, sin complementos"
)
TRANSFER = "5 google workspace starter mensual para la espiga con la visa"
CODE = "EPP-3p!Lopez"


WHAT_WAS_SAID = "all => all.map(each => [...each.childNodes].slice(1).map(part => part.textContent).join(''))"


def shown(window: Window) -> list[str]:
    """The messages without who said them, which only screen readers hear; however they are laid out yet."""
    texts: list[str] = window.find(".log .bubble").evaluate_all(WHAT_WAS_SAID)
    return [text.strip() for text in texts]


def test_the_history_the_choices_and_the_ticket_are_there_after_a_reload(
    sign_in: Callable[..., Window],
) -> None:
    window = sign_in("demo")
    window.say(ORDER)
    before, ticket = words(window), window.find(".ticket .paper").inner_text()
    window.page.reload()
    expect(window.find(".composer")).to_have_attribute("data-awaiting", "confirm", timeout=PATIENCE)
    assert words(window) == before
    assert window.find(".ticket .paper").inner_text() == ticket
    assert window.press("Cancelar")


def words(window: Window) -> list[list[str]]:
    """What stands in each message; where its lines break is the layout's business."""
    return [message.split() for message in window.messages]


def test_a_line_that_breaks_loses_and_doubles_nothing(sign_in: Callable[..., Window], house: House) -> None:
    window = sign_in("demo")
    window.say("hola")
    house.kill("gateway")
    expect(window.find("#link")).to_be_visible(timeout=PATIENCE)
    said = ["quiero business premium", "para 25 personas"]
    for text in said:  # written into a dead line
        window.field.fill(text)
        window.field.press("Enter")
    expect(window.find("#link")).to_be_hidden(timeout=60_000)
    expect(window.find(".typing")).to_have_count(0, timeout=PATIENCE)
    with Chat(house.url, "demo") as elsewhere:
        history = [message["text"] for message in elsewhere.history()]
    assert [text for text in history if text in said] == said
    assert shown(window) == history
    assert "25" in window.find(".ticket .facts").inner_text()


def test_what_is_said_in_another_window_appears_by_itself(
    sign_in: Callable[..., Window], house: House
) -> None:
    window = sign_in("demo")
    with Chat(house.url, "demo") as elsewhere:
        reply = elsewhere.say("¿qué planes tienes?")
        expect(window.answers.filter(has_text=reply.text[:25]).last).to_be_visible(timeout=PATIENCE)
        expect(window.find(".choices button").first).to_be_visible(timeout=PATIENCE)
        assert shown(window) == [message["text"] for message in elsewhere.history()]


def test_an_auth_code_is_masked_while_it_is_written_and_afterwards(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo")
    window.say(TRANSFER)
    window.say("tiendalopez.mx")  # another test orders ejemplo.com, and then it is not theirs to transfer
    window.say("es de mi cliente")
    # News of an earlier order may have come first: what counts is what is asked in the end.
    expect(window.find(".composer")).to_have_attribute("data-awaiting", "auth_code", timeout=PATIENCE)
    assert window.field.get_attribute("type") == "password"
    window.find(".reveal").click()
    assert window.field.get_attribute("type") == "text"
    window.say("¿qué es eso?")  # a question is no secret
    assert window.field.get_attribute("type") == "password"
    assert "¿qué es eso?" in shown(window)
    window.say(CODE)
    window.page.reload()
    expect(window.find(".message.person").filter(has_text="••••••")).to_be_visible(timeout=PATIENCE)
    assert CODE not in window.page.content()
    assert "••••••" in shown(window)


def test_a_secret_in_a_sentence_is_shown_as_it_is_kept(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo")
    window.say(TRANSFER)
    window.say("transfiere tiendalopez.mx, el código es EPP-7k!Ejemplo")
    assert "7k!" not in window.page.content()


def test_the_keyboard_fits_what_is_awaited(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo")
    window.say("quiero microsoft 365 business premium")
    assert (window.awaiting, window.field.get_attribute("inputmode")) == ("quantity", "numeric")
    window.say("25")
    assert (window.awaiting, window.field.get_attribute("inputmode")) == ("domain", "url")


def test_what_a_person_writes_never_becomes_markup(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo")
    window.say("<img src=x onerror=document.title='owned'><b>hola</b>")
    assert window.find(".log :is(img, b)").count() == 0
    assert window.page.title() == "Pedido"
    assert window.elsewhere == []


def test_on_a_phone_the_ticket_folds_into_a_line_with_the_total(sign_in: Callable[..., Window]) -> None:
    window = sign_in("demo", viewport=PHONE, has_touch=True, is_mobile=True)
    window.say(ORDER)
    paper, toggle = window.find(".ticket .paper"), window.find(".ticket-toggle")
    expect(paper).to_be_hidden()
    expect(toggle).to_contain_text("USD")
    toggle.tap()
    expect(paper).to_be_visible()
    toggle.tap()
    expect(paper).to_be_hidden()
    width = window.page.evaluate("document.documentElement.scrollWidth")
    assert width == PHONE["width"]
    lines_of_amounts = "all => all.map(amount => amount.getClientRects().length)"
    amounts = window.find(".bubble .whole").evaluate_all(lines_of_amounts)
    assert set(amounts) == {1}
    first = window.find(".choices button").first
    expect(first).to_be_in_viewport()
    box = first.bounding_box()
    assert box
    assert box["height"] >= 36


def test_a_session_that_ended_elsewhere_leads_back_to_the_door(
    sign_in: Callable[..., Window], house: House
) -> None:
    window = sign_in("demo")
    window.page.evaluate("sessionStorage.setItem('pedido-token', 'gone')")
    window.page.reload()
    expect(window.find("[name=login]")).to_be_visible(timeout=PATIENCE)
    expect(window.find("[role=alert]")).not_to_be_empty()
