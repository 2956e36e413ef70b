"""What does not fit is answered with what would, and nothing already said is lost."""

import pytest

from tests.e2e.chat import Chat

pytestmark = pytest.mark.e2e

LONG = "a" * 296 + ".com"


@pytest.mark.parametrize(
    ("text", "help_with"), [("0", "300"), ("-3", "300"), ("1.5", "300"), ("10000", "300"), ("muchas", "25")]
)
def test_a_quantity_that_cannot_be_is_answered_with_one_that_can(
    chat: Chat, text: str, help_with: str
) -> None:
    chat.say("quiero business premium")
    assert chat.last.awaiting == "quantity"
    chat.say(text)
    assert chat.last.awaiting == "quantity"
    assert help_with in chat.last.text
    assert chat.last.order is not None
    assert chat.last.order["plan"]["mpn"] == "M365-BP"
    chat.say("25")
    assert chat.last.order["plan"]["mpn"] == "M365-BP"
    assert chat.last.awaiting != "quantity"


@pytest.mark.parametrize(
    ("text", "help_with"),
    [("foo", "foo.com"), ("-x.com", "miempresa.com"), (LONG, "253")],
    ids=["no-dot", "hyphen", "300-characters"],
)
def test_a_domain_that_cannot_be_is_answered_with_what_can(chat: Chat, text: str, help_with: str) -> None:
    chat.say("quiero 10 google workspace business starter")
    assert chat.last.awaiting == "domain"
    chat.say(text)
    assert chat.last.awaiting == "domain"
    assert help_with in chat.last.text.replace(text, "") + " ".join(chat.last.buttons)
    assert chat.last.order is not None
    assert chat.last.order["quantity"] == 10


def test_an_unknown_plan_is_answered_with_plans_that_exist(chat: Chat) -> None:
    chat.say("hola")
    chat.say("quiero photoshop creative cloud")
    assert chat.last.awaiting == "plan"
    assert chat.last.buttons or "Microsoft 365" in chat.last.text


def test_an_add_on_of_another_plan_is_answered_with_the_plans_own(chat: Chat) -> None:
    chat.say("quiero 10 business premium mensual para ferreteria el tornillo, el dominio después")
    chat.say("agrega exchange online archiving")
    assert chat.last.order is not None
    assert chat.last.order["add_ons"] == []
    assert chat.last.order["plan"]["mpn"] == "M365-BP"
    assert chat.last.order["quantity"] == 10


@pytest.mark.parametrize("text", ["semanal", "weekly"])
def test_a_term_that_is_not_sold_is_answered_with_both_that_are(chat: Chat, text: str) -> None:
    chat.say("quiero 10 acronis backup standard")
    assert chat.last.awaiting == "term"
    chat.say(text)
    assert chat.last.awaiting == "term"
    said = (chat.last.text + " ".join(chat.last.buttons)).casefold()
    assert "mensual" in said or "month" in said
    assert "anual" in said or "year" in said
    assert chat.last.order is not None
    assert chat.last.order["quantity"] == 10
