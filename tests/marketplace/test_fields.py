from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.marketplace.errors import ContractBroken
from bot.marketplace.fields import Fields
from bot.ordering.money import Money
from bot.ordering.order import OrderStatus


def fields(**data: object) -> Fields:
    return Fields(data, "order", "c-1")


def test_a_complaint_names_the_place_and_the_correlation_id():
    row = fields(
        details=[{"unitPrice": {"amount": "7.20", "currency": "USD"}}, {"unitPrice": {"amount": "?"}}]
    )
    with pytest.raises(ContractBroken) as caught:
        row.many("details")[1].money("unitPrice")
    assert caught.value.message == "order.details[1].unitPrice has no readable amount"
    assert caught.value.correlation_id == "c-1"


@pytest.mark.parametrize("amount", ["70.5", Decimal("70.5")])
def test_money_is_exact_whether_sent_as_text_or_number(amount):
    assert fields(total={"amount": amount, "currency": "USD"}).money("total") == Money(Decimal("70.5"), "USD")


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1,50", "", None, True, [], 0.1])
def test_an_amount_that_is_no_finite_decimal_breaks_the_contract(amount):
    with pytest.raises(ContractBroken):
        fields(total={"amount": amount, "currency": "USD"}).money("total")


def test_a_quantity_may_come_as_a_decimal_but_must_be_whole():
    assert fields(quantity=Decimal("25.0")).whole("quantity") == 25
    with pytest.raises(ContractBroken, match="not whole"):
        fields(quantity=Decimal("2.5")).whole("quantity")


@pytest.mark.parametrize("value", [None, "", True, {}, ["x"]])
def test_text_that_is_missing_breaks_the_contract_unless_a_default_is_given(value):
    with pytest.raises(ContractBroken):
        fields(id=value).text("id")
    assert fields(id=value).text_or("id", "none") == "none"


def test_an_id_may_come_as_a_number():
    assert fields(id=1000054).text("id") == "1000054"


@pytest.mark.parametrize(
    "written",
    ["2021-10-14T17:46:10Z", "2021-10-14 17:46:10+00:00", "2021-10-14T19:46:10+02:00", "2021-10-14T17:46:10"],
)
def test_a_moment_is_read_as_utc(written):
    assert fields(at=written).moment("at") == datetime(2021, 10, 14, 17, 46, 10, tzinfo=UTC)


def test_a_moment_that_cannot_be_read_breaks_the_contract():
    with pytest.raises(ContractBroken):
        fields(at="yesterday").moment("at")


def test_a_word_outside_the_contract_breaks_it():
    assert fields(status="completed").choice("status", OrderStatus) is OrderStatus.COMPLETED
    with pytest.raises(ContractBroken, match="unknown status: frozen"):
        fields(status="frozen").choice("status", OrderStatus)


@pytest.mark.parametrize("value", [None, "text", {}])
def test_a_list_that_is_none_breaks_the_contract(value):
    with pytest.raises(ContractBroken):
        fields(data=value).many("data")


def test_an_absent_list_may_count_as_empty_but_a_wrong_one_may_not():
    assert fields().many_if_any("data") == []
    assert fields().texts("actsFor") == []
    assert fields(actsFor=["demo"]).texts("actsFor") == ["demo"]
    for wrong in ("demo", [1]):
        with pytest.raises(ContractBroken):
            fields(actsFor=wrong).texts("actsFor")


def test_an_object_that_is_none_breaks_the_contract():
    with pytest.raises(ContractBroken, match=r"order\.total is not an object"):
        fields(total="70.5").one("total")
