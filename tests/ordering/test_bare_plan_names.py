"""A plan that is chosen by one word of its name, while something else is asked for."""

import pytest

from bot.ordering.catalog import Catalog, Term
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard, Relation
from bot.ordering.reading import Sentence, listen
from bot.ordering.shop import Shop
from tests.ordering import shops

PLANS = {"GST": "Google Workspace Business Starter", "GSD": "Google Workspace Business Standard"}
GOOGLE = shops.solution("Google Workspace", PLANS | {"GPL": "Google Workspace Business Plus"}, {})
USUAL = shops.shop()
SHOP = Shop(USUAL.account, Catalog((GOOGLE,), USUAL.catalog.tlds), USUAL.customers, USUAL.cards)
STANDARD = Draft(plan="GSD", quantity=5, term=Term.MONTH, customer=USUAL.customers[0])


def hear(text: str) -> Heard:
    return listen(Sentence(text, shops.entities(text), SHOP, STANDARD, Step.DOMAIN, "inform"))


@pytest.mark.parametrize(
    "text",
    ["ok starter. and 6 users not 5", "starter then, 6 users", "sí, el starter, y que sean 6"],
)
def test_a_name_alone_in_its_clause_changes_the_plan(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity) == (("GST",), "6")


@pytest.mark.parametrize("text", ["ok then starter", "dale, starter", "va, el starter", "pode ser o starter"])
def test_small_words_may_stand_beside_it(text: str) -> None:
    assert hear(text).plans == ("GST",)


@pytest.mark.parametrize("text", ["starter-kit.com", "Starter Motors Ltd, that's the name", "starter kit"])
def test_a_word_of_another_name_changes_none(text: str) -> None:
    assert hear(text).plans == ()


@pytest.mark.parametrize("text", ["Business Plus, 6 users, final", "go with the plus, 6 people"])
def test_a_plan_called_plus_adds_nothing(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity, heard.relation) == (("GPL",), "6", Relation.EXACT)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("they have basic and want standard. 5 of microsoft", "BS"),
        ("the customer is on microsoft business basic and wants premium, 5 seats", "BP"),
        ("tiene basic y quiere standard, 5 de microsoft", "BS"),
        ("usan microsoft basic pero quieren pasar a premium, 5", "BP"),
        ("tem o basic e quer o standard da microsoft, 5", "BS"),
    ],
)
def test_of_what_they_have_and_what_they_want_the_latter(text: str, plan: str) -> None:
    heard = shops.hear(text, Step.PLAN, intent="order")
    assert (heard.plans, heard.quantity) == ((plan,), "5")


@pytest.mark.parametrize(
    "text", ["tengo un cliente que quiere microsoft premium, 5", "do you have premium? we want 5"]
)
def test_what_is_had_may_be_no_plan(text: str) -> None:
    assert shops.hear(text, Step.PLAN, intent="order").plans == ("BP",)


@pytest.mark.parametrize("text", ["365", "the 365 one", "el 365", "o 365"])
def test_a_number_in_the_name_of_a_plan_that_was_offered_chooses_it(text: str) -> None:
    known = shops.shop()
    named = {plan.mpn for plan in known.catalog.all_plans() if "365" in plan.name}
    offered = (min(named), next(plan.mpn for plan in known.catalog.all_plans() if plan.mpn not in named))
    found = shops.entities(text)
    heard = listen(Sentence(text, found, known, Draft(quantity=10), Step.PLAN, "inform", offered, Step.PLAN))
    assert (heard.plans, heard.quantity) == (offered[:1], None)
