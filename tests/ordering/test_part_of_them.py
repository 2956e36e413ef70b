"""An add-on for some of those who get the plan."""

from dataclasses import replace

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Relation
from tests.ordering.shops import hear, shop

NINE = Draft(plan="GST", quantity=9)


@pytest.mark.parametrize(
    "text",
    [
        "starter for 9 people, and 2 of them get voice",
        "9 starter. 2 of those need google voice",
        "starter para 9, y 2 de ellos van con voice",
        "starter para 9, de los cuales 2 llevan voice",
        "google starter para 9, google voice solo para 2 de ellos",
        "9 starter, solo 2 con voice",
        "starter pra 9 pessoas, e 2 delas vão ter o google voice",
        "starter pra 9, só 2 deles com voice",
    ],
)
def test_the_number_of_some_is_the_add_ons(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    assert (heard.plans, heard.quantity) == (("GST",), "9")
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("VOI", "2")]


@pytest.mark.parametrize(
    "text",
    ["2 of them get voice", "only 2 need voice", "voice para 2 de ellos", "2 delas com o google voice"],
)
def test_the_same_beside_an_order(text: str) -> None:
    heard = hear(text, Step.CONFIRM, NINE)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("VOI", "2")])


@pytest.mark.parametrize("text", ["remove voice for 3 of them", "quita voice a 3 de ellos"])
def test_some_may_lose_it(text: str) -> None:
    heard = hear(text, Step.CONFIRM, NINE, "remove")
    (voice,) = heard.add_ons
    assert (heard.quantity, voice.quantity, voice.relation) == (None, "3", Relation.FEWER)


def test_all_of_a_plan_with_an_add_on_are_the_plans() -> None:
    heard = hear("9 starter con voice", Step.PLAN, intent="order")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("9", [None])


@pytest.mark.parametrize(
    "text",
    [
        "agrégale vault para los 9 y 3 de voice",
        "add vault for all 9 and 3 of google voice",
        "adiciona o vault pros 9 e 3 de google voice",
        "vault y 3 voice",
    ],
)
def test_a_later_add_on_has_the_number_before_its_name(text: str) -> None:
    heard = hear(text, Step.CONFIRM, NINE, language="pt" if "pros" in text else "")
    counts = {each.mpn: each.quantity for each in heard.add_ons}
    assert (counts["VOI"], counts["VLT"] in (None, "9"), heard.quantity in (None, "9")) == ("3", True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Google Voice, but only 1, for the receptionist",
        "google voice pero solo 1, para la recepcionista",
        "google voice mas só 1, pra recepcionista",
    ],
)
def test_whom_an_add_on_is_for_is_no_customer(text: str) -> None:
    heard = hear(text, Step.ADD_ONS, replace(NINE, customer=shop().customers[0]))
    assert [(each.mpn, each.quantity) for each in heard.add_ons] == [("VOI", "1")]
    assert (heard.unknown_customer, heard.quantity) == (None, None)


@pytest.mark.parametrize(
    "text", ["y copilot pero nada más para 6 que son de recepción", "copilot nada más para 6"]
)
def test_nothing_more_is_just(text: str) -> None:
    heard = hear(text, Step.TERM, Draft(plan="BP", quantity=24))
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("COP", "6")])
