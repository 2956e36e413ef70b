"""Which of several numbers is the plan's, and what is no slip of the finger."""

import pytest

from bot.ordering.draft import Draft, Step
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "somos 35 funcionarios na san gabriel, so 14 usam, entao sao 14 licencas do business basic",
            "14",
        ),
        ("traigo 3 iguales. primero el tornillo: 5 business basic", "5"),
        ("protocolo 88213, pede 60 business basic", "60"),
        ("20 personas, y necesitan 15 business basic", "15"),
    ],
)
def test_the_number_before_the_plans_name_counts_it(text: str, count: str) -> None:
    assert hear(text).quantity == count


@pytest.mark.parametrize(
    "text", ["espera, q sean 25", "sry i meant 25 not 20", "opa, errei, são 25 e não 20"]
)
def test_a_correction_is_meant_however_it_is_written(text: str) -> None:
    assert hear(text, Step.CONFIRM, Draft(plan="BS", quantity=20)).quantity == "25"


def test_a_known_word_is_no_misspelt_product() -> None:
    heard = hear("correto, confirmo", Step.CONFIRM, Draft(plan="HEX", quantity=20))
    assert not heard.add_ons


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("na vdd 22", Step.DOMAIN),
        ("tbh 22", Step.ADD_ONS),
        ("ups 22", Step.TERM),
        ("scratch that 22", Step.ADD_ONS),
        ("actualy 22", Step.DOMAIN),
        ("22 vdd", Step.TERM),
        ("actualy 22 ppl not 20", Step.CUSTOMER),
        ("22 ppl not 20, archiving too", Step.CUSTOMER),
        ("acutally 22", Step.CUSTOMER),
        ("sory 22 users", Step.CUSTOMER),
        ("en realdad son 22 personas", Step.CUSTOMER),
        ("there's 22 of them now", Step.CUSTOMER),
    ],
)
def test_a_correction_in_haste_is_no_name_and_no_label(text: str, step: Step) -> None:
    heard = hear(text, step, Draft(plan="BS", quantity=20))
    assert (heard.quantity, heard.unknown_customer, heard.newcomer) == ("22", None, None)


def test_a_while_is_no_correction() -> None:
    assert hear("brb 5", Step.ADD_ONS, Draft(plan="BS", quantity=20), "wait").quantity is None


@pytest.mark.parametrize("text", ["quick 1 from my phone, 16 business basic", "tel 5512, 16 business basic"])
def test_a_number_behind_a_comma_is_named_by_nothing_before_it(text: str) -> None:
    assert hear(text).quantity == "16"


@pytest.mark.parametrize(
    "text",
    [
        "business basic para 8 personas bueno no 9",
        "business basic para 8 personas ay no 9 porque también su hija",
        "8 business basic, no perdón 9",
        "8 business basic oh no 9",
        "8 business basic well no 9",
        "8 business basic bom não 9",
        "business basic para 4 compus y 5 laptops, o sea 9",
        "business basic, são 4 computadores e 5 notebooks, ou seja, 9 licenças",
        "business basic for 4 PCs and 5 servers, so 9",
        "business basic: 4 and 5, 9 in total",
    ],
)
def test_the_last_word_is_what_counts(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity, heard.other) == (("BB",), "9", None)
    assert heard.unknown_customer is None


@pytest.mark.parametrize("text", ["9 no 8", "son 9, no 8"])
def test_a_plain_not_denies_what_follows(text: str) -> None:
    assert hear(text, Step.QUANTITY).quantity == "9"
