"""An everyday word is no misspelt product; a misspelt product still is one."""

import pytest

from bot.ordering.draft import Draft, Step
from tests.ordering.shops import hear

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
