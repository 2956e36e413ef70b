"""An add-on that stays when the plan changes: its own number is checked again, and the person is told."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop
from tests.ordering.shops import hear, shop

OWN = Draft(plan="BP", quantity=40, add_ons=(AddOnChoice("COP", 30),))


def small_standard() -> Shop:
    """The same shop, where Business Standard is sold to twenty at most."""
    known = shop()
    office, *others = known.catalog.solutions
    plans = tuple(replace(plan, maximum=20) if plan.mpn == "BS" else plan for plan in office.plans)
    return replace(known, catalog=Catalog((replace(office, plans=plans), *others), known.catalog.tlds))


def after(text: str, draft: Draft, at: Shop | None = None) -> Outcome:
    heard = hear(text, Step.CONFIRM, draft)
    return decide(Message(heard, "inform", text, Step.CONFIRM), draft, {}, at or shop())


def told(outcome: Outcome) -> list[tuple[str, object]]:
    return [(note.reason, note.data.get("count")) for note in outcome.notes]


@pytest.mark.parametrize(
    "text", ["mejor business standard de microsoft", "change it to business basic", "muda pra business basic"]
)
def test_a_number_that_fits_the_new_plan_stays_and_is_told(text: str) -> None:
    outcome = after(text, OWN)
    assert outcome.draft.add_ons == (AddOnChoice("COP", 30),)
    assert told(outcome) == [("add_on_keeps_number", 30)]


def test_a_number_beyond_the_new_plans_limit_follows_the_plan_and_is_told() -> None:
    outcome = after("mejor 15 business standard de microsoft", OWN, small_standard())
    assert (outcome.draft.quantity, outcome.draft.add_ons) == (15, (AddOnChoice("COP"),))
    assert told(outcome) == [("add_on_number_reset", 15)]


@pytest.mark.parametrize("text", ["mejor 10", "make it 10", "melhor 10"])
def test_a_number_above_fewer_licenses_is_told_with_a_button(text: str) -> None:
    outcome = after(text, OWN)
    assert outcome.draft.add_ons == (AddOnChoice("COP", 30),)
    assert told(outcome) == [("add_on_keeps_number", 30)]
    assert outcome.notes[0].choice == ("quantity", "COP=10")


def test_what_follows_the_plan_and_what_still_fits_is_no_news() -> None:
    assert not after(
        "mejor business standard de microsoft", replace(OWN, add_ons=(AddOnChoice("COP"),))
    ).notes
    assert not after("mejor 35", OWN).notes


def test_a_number_said_with_the_new_plan_counts() -> None:
    outcome = after("mejor business standard de microsoft con 5 copilot", OWN, small_standard())
    assert outcome.draft.add_ons == (AddOnChoice("COP", 5),)
    assert "add_on_number_reset" not in [note.reason for note in outcome.notes]
