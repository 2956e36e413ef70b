"""An add-on for a part of all: "for everyone except 2", "para la mitad"; and why there are so many."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.meaning import meaning
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP"),), term="year", payment="card-v")


def after(text: str, draft: Draft, step: Step | None, language: str) -> Draft:
    heard = hear(text, step, draft, "inform", language=language)
    return decide(Message(heard, meaning("inform", 0.9, heard), text, step), draft, {}, shop()).draft


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("copilot for everyone except 2", "en", 18),
        ("copilot for all but 2", "en", 18),
        ("all but 2 get copilot", "en", 18),
        ("copilot for half of them", "en", 10),
        ("copilot para todos menos 2", "es", 18),
        ("copilot para todos excepto los 2 de recepción", "es", 18),
        ("todos con copilot menos 2", "es", 18),
        ("copilot para la mitad", "es", 10),
        ("copilot pra todos menos 2", "pt", 18),
        ("copilot pra todo mundo exceto 2", "pt", 18),
        ("copilot pra metade deles", "pt", 10),
    ],
)
def test_a_part_of_all_gets_the_add_on(text: str, language: str, count: int) -> None:
    order = after(f"20 microsoft business standard, {text}", Draft(), None, language)
    assert (order.plan, order.quantity, order.add_ons) == ("BS", 20, (AddOnChoice("COP", count),))
    changed = after(text, STANDARD, Step.CONFIRM, language)
    assert (changed.quantity, changed.add_ons) == (20, (AddOnChoice("COP", count),))


def test_each_add_on_has_its_own_part() -> None:
    order = after(
        "20 microsoft business standard with archiving for all and copilot for half", Draft(), None, "en"
    )
    assert order.add_ons == (AddOnChoice("ARC"), AddOnChoice("COP", 10))


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("and 24 of them because of the two temps", "en", 24),
        ("2 more because of the temps", "en", 22),
        ("y 24 por los dos temporales", "es", 24),
        ("24 porque entran más", "es", 24),
        ("e 24 por causa dos dois temporários", "pt", 24),
        ("con 10 alcanza", "es", 10),
        ("10 is enough", "en", 10),
    ],
)
def test_why_there_are_so_many_is_said_behind_the_number(text: str, language: str, count: int) -> None:
    assert after(text, STANDARD, Step.CONFIRM, language).quantity == count


@pytest.mark.parametrize(
    "text", ["2 son temporales", "2 são temporários", "2 minutinhos", "10 se van en marzo"]
)
def test_what_some_of_them_are_is_no_number_of_all(text: str) -> None:
    assert after(text, STANDARD, Step.CONFIRM, "pt" if "ã" in text or "nh" in text else "es").quantity == 20
