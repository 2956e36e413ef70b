"""Somebody corrects in the same sentence what they have just said: the later one is meant."""

import pytest

from bot.ordering.draft import Draft, Step
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    "text",
    [
        "15 business premium, no, business standard",
        "15 business premium... no, mejor standard",
        "15 business premium, digo standard",
        "15 business premium, perdón, standard",
        "15 business premium, bueno no, premium no, business standard",
        "15 business premium, olvídalo, business standard",
        "15 business premium, borra eso, business standard",
        "15 business premium, en realidad standard",
        "15 business premium, o sea standard",
        "15 business premium, actually not premium, business standard",
        "15 business premium, scratch that, standard",
        "15 business premium, i mean standard",
        "15 business premium... wait no, standard",
        "15 business premium no wait standard",
        "15 business premium, correction, standard",
        "15 business premium, or rather standard",
        "15 do business premium... aliás premium não, business standard",
        "15 business premium, aliás, standard",
        "15 business premium, premium não, standard",
        "15 business premium não, standard",
        "15 business premium, minto, standard",
        "15 business premium, na verdade standard",
        "15 business premium, quer dizer, standard",
        "15 business premium opa errei é o standard",
    ],
)
def test_of_two_plans_the_one_behind_the_second_thought(text: str) -> None:
    found = hear(f"{text} da microsoft" if "não" in text else text, language="pt" if "não" in text else "")
    assert (found.plans[:1], found.quantity) == (("BS",), "15")
    assert "BP" not in found.plans


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("15 business premium, no domain, microsoft", ("BP",)),
        ("15 business premium, dominio no, archivado", ("BP",)),
        ("15 business premium, no business standard", ("BP",)),
        ("business basic no, business premium", ("BP",)),
        ("15 business premium anual, tarjeta no, visa", ("BP",)),
    ],
)
def test_a_no_to_something_else_takes_no_plan_back(text: str, plans: tuple[str, ...]) -> None:
    assert hear(text).plans == plans


def test_who_asks_takes_nothing_back() -> None:
    assert hear("is it business premium, na verdade standard?").plans != ("BS",)


@pytest.mark.parametrize(
    "text",
    ["para la espiga, en realidad san rafael", "for la espiga, scratch that, san rafael"]
    + ["para la espiga, aliás, san rafael", "para la espiga, la espiga no, san rafael"]
    + ["para la espiga, actually not la espiga, san rafael"],
)
def test_so_it_is_with_customers(text: str) -> None:
    assert hear(f"15 business premium {text}").customers == ("raf",)


@pytest.mark.parametrize(
    "text",
    ["mastercard, en realidad visa", "mastercard, scratch that, visa", "mastercard, aliás visa"]
    + ["mastercard... mastercard no, visa", "mastercard, digo visa"],
)
def test_so_it_is_with_cards(text: str) -> None:
    assert hear(f"15 business premium {text}").cards == ("card-v",)


@pytest.mark.parametrize(
    "text",
    ["15 business premium anual, visa. ay no, son 18", "15, scratch that, 18 business premium"]
    + ["15 business premium, aliás 18", "15 business premium, no, it's 18"],
)
def test_so_it_is_with_numbers(text: str) -> None:
    assert hear(text).quantity == "18"


@pytest.mark.parametrize(
    "text",
    [
        "sin complementos visa",
        "no archiving, visa",
        "sin archivado visa",
        "without copilot visa",
        "sem extras visa",
    ],
)
def test_what_there_is_to_be_none_of_is_not_the_card(text: str) -> None:
    assert hear(f"15 business premium mensual la espiga {text}").cards == ("card-v",)


@pytest.mark.parametrize("text", ["no con la visa", "not the visa", "visa no"])
def test_a_card_that_is_refused_stays_refused(text: str) -> None:
    assert hear(text, Step.PAYMENT, Draft(plan="BS", quantity=20)).cards == ("card-m",)
