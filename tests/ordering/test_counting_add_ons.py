"""Numbers that count add-ons: for each of them, one more, "5 of them", and places in a list."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.meaning import meaning
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=20, add_ons=(), term="year", payment="card-v")


def after(text: str, draft: Draft, step: Step = Step.CONFIRM, **listening: object) -> Draft:
    heard = hear(text, step, draft, "inform", **listening)
    return decide(Message(heard, meaning("inform", 0.9, heard), text, step), draft, {}, shop()).draft


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("copilot and archiving for 4 each", "en"),
        ("copilot y archivado para 4 cada uno", "es"),
        ("copilot e archiving pra 4 cada", "pt"),
    ],
)
def test_so_many_of_each(text: str, language: str) -> None:
    both = (AddOnChoice("COP", 4), AddOnChoice("ARC", 4))
    assert after(text, STANDARD, language=language).add_ons == both


def test_some_of_what_was_just_named() -> None:
    changed = after("I'd like copilot please, 5 of them", STANDARD, language="en")
    assert (changed.quantity, changed.add_ons) == (20, (AddOnChoice("COP", 5),))
    assert after("with copilot, 25 of them", STANDARD, language="en").quantity == 25  # more than there are


@pytest.mark.parametrize("text", ["add another one of copilot", "another copilot", "agrega otro de copilot"])
def test_another_one_is_one_more(text: str) -> None:
    order = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP", 3),), payment="card-v")
    assert after(text, order).add_ons == (AddOnChoice("COP", 4),)


@pytest.mark.parametrize("text", ["1 and 2", "1, 2", "1 y 2", "1 e 2 por favor"])
def test_places_of_a_list_are_no_numbers_of_the_plan(text: str) -> None:
    draft = Draft(plan="BS", quantity=20, term="year")
    chosen = after(text, draft, Step.ADD_ONS, offered=("COP", "ARC"), offered_step=Step.ADD_ONS)
    assert (chosen.quantity, {each.mpn for each in chosen.add_ons or ()}) == (20, {"COP", "ARC"})


TWO = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP", 4), AddOnChoice("ARC")), payment="card-v")


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("¿copilot pueden ser 6?", "es", 6),
        ("copilot pode ser 6?", "pt", 6),
        ("can copilot be 6?", "en", 6),
        ("un copilot menos", "es", 3),
        ("um copilot a menos", "pt", 3),
        ("soma 2 no copilot", "pt", 6),
        ("double the copilot", "en", 8),
        ("el doble de copilot", "es", 8),
    ],
)
@pytest.mark.parametrize("intent", ["inform", "remove"])
def test_a_number_beside_an_add_on_is_its_own(text: str, language: str, count: int, intent: str) -> None:
    heard = hear(text, Step.CONFIRM, TWO, intent, language=language)
    changed = decide(Message(heard, meaning(intent, 0.9, heard), text, Step.CONFIRM), TWO, {}, shop()).draft
    assert changed.quantity == 20
    assert AddOnChoice("COP", count) in (changed.add_ons or ())


@pytest.mark.parametrize(
    "text", ["que todos tengan copilot", "quita el segundo", "drop the last one", "tira o último"]
)
def test_what_only_sounds_like_removing_removes_no_others(text: str) -> None:
    heard = hear(text, Step.CONFIRM, TWO, "remove", language="es")
    changed = decide(Message(heard, meaning("remove", 0.9, heard), text, Step.CONFIRM), TWO, {}, shop()).draft
    assert {each.mpn for each in changed.add_ons or ()} == {"COP", "ARC"}


@pytest.mark.parametrize("text", ["make both 5", "que ambos sean 5", "ambos 5", "que sejam ambos 5"])
def test_a_number_of_both_add_ons_is_not_the_plans(text: str) -> None:
    assert after(text, TWO).quantity == 20
