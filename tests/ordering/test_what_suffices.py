"""Who says that another plan is enough wants that one; and what else is chosen without being named."""

import pytest

from bot.ordering.draft import AddOnChoice, Draft, Step
from tests.ordering.shops import hear

PREMIUM = Draft(plan="BP", quantity=10)


@pytest.mark.parametrize(
    "text",
    [
        "o standard resolve",
        "pensando bem o standard atende",
        "standard já basta",
        "el standard les alcanza",
        "con standard les basta",
        "standard will do",
        "standard is enough",
        "they only need standard",
    ],
)
@pytest.mark.parametrize("step", [Step.TERM, Step.ADD_ONS, Step.PAYMENT])
def test_a_plan_that_is_enough(text: str, step: Step) -> None:
    heard = hear(text, step, PREMIUM)
    assert (heard.plans, heard.corrects) == (("BS",), True)


@pytest.mark.parametrize(
    "text",
    [
        "o standard não resolve",
        "el standard no les alcanza",
        "standard isn't enough",
        "is standard enough?",
        "o standard resolve?",
    ],
)
def test_what_is_not_enough_or_asked_about_changes_nothing(text: str) -> None:
    assert not hear(text, Step.TERM, PREMIUM).plans


@pytest.mark.parametrize(
    "text",
    [
        "quero dizer 10 do standard",
        "10 do standard",
        "ops, 10 standard",
        "me enganei, era o standard",
        "era pra ser standard",
        "quiero decir 10 standard",
        "debía ser standard",
        "i meant standard",
        "it should be standard",
    ],
)
@pytest.mark.parametrize("step", [Step.TERM, Step.ADD_ONS, Step.PAYMENT])
def test_a_plan_that_is_put_right(text: str, step: Step) -> None:
    assert hear(text, step, PREMIUM).plans == ("BS",)


@pytest.mark.parametrize(
    "text", ["copilot pra geral", "copilot pra galera toda", "copilot for the whole team"]
)
def test_an_add_on_for_everybody(text: str) -> None:
    draft = Draft(plan="BP", quantity=10, add_ons=(AddOnChoice("COP", 2),))
    assert [(one.mpn, one.quantity, one.for_all) for one in hear(text, Step.CONFIRM, draft).add_ons] == [
        ("COP", None, True)
    ]


@pytest.mark.parametrize(
    "text",
    ["a única que eu tenho", "é a única", "só tenho essa", "la única que tengo", "the only one I've got"],
)
def test_the_only_one_that_was_offered(text: str) -> None:
    offered = {"offered": ("esp",), "offered_step": Step.CUSTOMER}
    assert hear(text, Step.CUSTOMER, PREMIUM, **offered).customers == ("esp",)  # type: ignore[arg-type]


def test_of_several_none_is_the_only_one() -> None:
    offered = {"offered": ("esp", "tor"), "offered_step": Step.CUSTOMER}
    assert not hear("a única que eu tenho", Step.CUSTOMER, PREMIUM, **offered).customers  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "já tem domínio em outro lugar",
        "ya tiene dominio en otro lado",
        "they have a domain with another provider",
    ],
)
def test_a_domain_in_another_place_is_no_other_domain(text: str) -> None:
    said = hear(text, Step.DOMAIN, PREMIUM).domains
    assert (said.theirs, said.more) == (True, False)


def test_another_domain_is_one() -> None:
    assert hear("outro domínio", Step.DOMAIN, PREMIUM).domains.more
