"""An everyday word is no misspelt product; a misspelt product still is one."""

from dataclasses import replace

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.order import AccountType, Customer
from bot.ordering.text import words
from tests.ordering.shops import hear, shop

PREMIUM = Draft(plan="BP", quantity=5)


@pytest.mark.parametrize(
    "text",
    [
        "Dear team, kindly process this",
        "for the sake of my boss",
        "entra el lunes gente nueva",
        "he comes by bike",
        "eso lo he dicho ya siete veces",
        "it's my second day here",
        "la corte no lo permite",
    ],
)
def test_an_everyday_word_names_nothing(text: str) -> None:
    heard = hear(text, Step.ADD_ONS, PREMIUM)
    assert heard.add_ons == ()
    assert heard.plans == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [("con copilots", "COP"), ("con el archivados", "ARC"), ("with teams phones", "TEL"), ("copilto", "COP")],
)
def test_a_slip_of_the_finger_and_a_plural_still_name_one(text: str, key: str) -> None:
    assert [named.mpn for named in hear(text, Step.ADD_ONS, PREMIUM).add_ons] == [key]


@pytest.mark.parametrize("text", ["micrsoft 365 premuim", "bussiness premiun", "busines premium"])
def test_a_misspelt_plan_is_found(text: str) -> None:
    assert hear(text, Step.PLAN, Draft()).plans == ("BP",)


@pytest.mark.parametrize(("text", "key"), [("no vale, 7", None), ("para vale", None), ("san rafel", "raf")])
def test_a_word_of_every_talk_is_no_customer(text: str, key: str | None) -> None:
    valley = Customer("val", "Huellitas del Valle", AccountType.COMMERCIAL)
    names = replace(shop(), customers=(*shop().customers, valley)).customer_names
    assert [match.key for match in names.best(words(text))] == ([key] if key else [])


@pytest.mark.parametrize("text", ["two more starters, make it 27", "make it 27, they have new starters"])
def test_who_begins_there_is_no_starter_plan(text: str) -> None:
    heard = hear(text, Step.CONFIRM, PREMIUM)
    assert (heard.plans, heard.quantity) == ((), "27")
    assert hear("27 google starter", Step.PLAN).plans == ("GST",)


@pytest.mark.parametrize(
    "text",
    [
        "Ouch. No Copilot then, leave it as it is.",
        "no copilot, leave it",
        "sem copilot então, deixa como está",
    ],
)
def test_the_order_is_left_as_it_is_and_the_add_on_out(text: str) -> None:
    (copilot,) = hear(text, Step.CONFIRM, replace(PREMIUM, plan="BS")).add_ons
    assert copilot.removed
    (kept,) = hear("don't touch copilot, leave it", Step.CONFIRM, replace(PREMIUM, plan="BS")).add_ons
    assert not kept.removed
