"""The total said again is the order's; any other number is not."""

from decimal import Decimal

import pytest

from bot.ordering.money import Money
from bot.ordering.shown_total import without_total

TOTAL = Money(Decimal("1218.00"), "USD")


@pytest.mark.parametrize(
    "text",
    ["yes, 1,218.00, go", "sí, usd 1218, dale", "sí $1,218 dale", "sim, 1.218,00, pode", "yes 1218 dollars"]
    + ["sí, 1218 dólares", "total 1218.00 ok"],
)
def test_the_total_that_is_shown_is_no_number_of_seats(text: str) -> None:
    left = without_total(text, TOTAL)
    assert len(left) == len(text)
    assert "218" not in left


@pytest.mark.parametrize(
    "text",
    [
        "sí, 1218",
        "yes 1,217.00",
        "yes 12180.00",
        "yes 1,218.005",
        "11218.00",
        "sí, 218 dólares",
        "1218 pesos",
    ],
)
def test_any_other_number_is_what_it_is(text: str) -> None:
    assert without_total(text, TOTAL) == text
