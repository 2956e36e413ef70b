"""The price of what is named, asked before there is an order to reckon with or in one."""

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.priced import taken_over
from bot.ordering.draft import Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

PLANNED = Draft(plan="BP")
REVIEWED = Draft(
    plan="BB", quantity=10, term=Term.MONTH, add_ons=(), customer=shop().customers[0], payment="card-v"
)


def said(text: str, draft: Draft, step: Step | None, after_price: bool = False) -> Outcome:
    heard = hear(text, step, draft)
    return decide(Message(heard, "inform", text, step, None, after_price), draft, {}, shop())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("aja y el copilot cuanto x año", "Microsoft 365 Copilot"),
        ("and copilot, how much?", "Microsoft 365 Copilot"),
        ("e o copilot sai por qto", "Microsoft 365 Copilot"),
        ("cuanto cuesta el vault", "Google Vault"),
    ],
)
def test_an_add_on_has_a_price_of_its_own_before_the_number_is_known(text: str, named: str) -> None:
    outcome = said(text, PLANNED, Step.QUANTITY)
    assert outcome.draft == PLANNED
    assert [(note.reason, note.data["name"]) for note in outcome.notes] == [("price_each", named)]
    assert outcome.is_priced


@pytest.mark.parametrize(
    "text",
    ["cuanto cuesta un dominio .mx", "and a .mx domain?", "y uno .mx?", "e um dominio .mx sai por qto"],
)
@pytest.mark.parametrize("draft", [Draft(), PLANNED, Draft(plan="BP", quantity=25)])
def test_an_ending_has_a_price(text: str, draft: Draft) -> None:
    outcome = said(text, draft, Step.DOMAIN if draft.quantity else Step.PLAN, after_price=True)
    assert outcome.draft == draft
    assert [(note.reason, note.data["ending"]) for note in outcome.notes] == [("price_domain", ".mx")]


@pytest.mark.parametrize(
    "text",
    [
        "how much wld 5 business premium be",
        "cuanto saldrian 5 business premium",
        "quanto sai 5 business premium",
    ],
)
def test_so_many_have_a_price_and_are_taken_over_where_nothing_is_chosen(text: str) -> None:
    outcome = said(text, Draft(), None)
    assert [(note.reason, note.data["count"]) for note in outcome.notes] == [("price_for", 5)]
    assert (outcome.draft.plan, outcome.draft.quantity) == ("BP", 5)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("5 usuarios, ¿cuánto sale?", 5),
        ("how much for 5 users?", 5),
        ("5 usuários, quanto fica?", 5),
        ("¿cuánto cuesta 1 usuario?", None),
        ("how much for 5 or 6?", None),
    ],
)
def test_how_many_is_taken_over_where_it_is_asked(text: str, quantity: int | None) -> None:
    heard = hear(text, Step.QUANTITY, PLANNED)
    assert taken_over(heard, PLANNED, shop()).quantity == quantity


@pytest.mark.parametrize(
    "text", ["quiero 5 business premium, cuanto sale?", "I need 5 business premium, price?"]
)
def test_who_wants_it_and_asks_for_the_price_orders(text: str) -> None:
    outcome = said(text, Draft(), None)
    assert outcome.notes == []
    assert (outcome.draft.plan, outcome.draft.quantity) == ("BP", 5)


@pytest.mark.parametrize("text", ["y el copilot", "n copilot", "ok and the copilot"])
def test_and_the_other_right_after_a_price_asks_for_its_price(text: str) -> None:
    assert said(text, PLANNED, Step.QUANTITY, after_price=True).notes[0].reason == "price_each"
    assert said(text, PLANNED, Step.QUANTITY).draft.add_ons


@pytest.mark.parametrize("text", ["y ponle copilot", "and add copilot", "e quero copilot"])
def test_a_wish_right_after_a_price_is_a_wish(text: str) -> None:
    assert said(text, PLANNED, Step.QUANTITY, after_price=True).draft.add_ons


@pytest.mark.parametrize(
    "text",
    [
        "how much would it be w/ copilot for everyone?",
        "cuanto sería con copilot para todos?",
        "quanto fica com copilot",
    ],
)
def test_with_an_add_on_for_everybody_the_order_is_priced_and_stays(text: str) -> None:
    outcome = said(text, REVIEWED, Step.CONFIRM)
    assert outcome.draft == REVIEWED
    assert [note.reason for note in outcome.notes] == ["supposed_month"]
    assert "Copilot" in str(outcome.notes[0].data["names"])


@pytest.mark.parametrize(
    "text", ["nah keep it as it was", "no, déjalo como estaba", "nao, deixa como tava", "no", "no gracias"]
)
def test_no_right_after_a_price_keeps_the_order(text: str) -> None:
    for intent in ("deny", "no_more"):
        message = Message(hear(text, Step.CONFIRM, REVIEWED, intent), intent, text, Step.CONFIRM, None, True)
        outcome = decide(message, REVIEWED, {}, shop())
        assert [note.reason for note in outcome.notes] == ["order_as_it_was"]
        assert not outcome.questions
        assert not outcome.confirmed


def test_as_it_was_after_a_change_is_asked_about() -> None:
    text = "no, déjalo como estaba"
    message = Message(hear(text, Step.CONFIRM, REVIEWED, "deny"), "deny", text, Step.CONFIRM)
    assert decide(message, REVIEWED, {}, shop()).questions[Step.CONFIRM].reason == "what_to_change"


@pytest.mark.parametrize("text", ["y en anual?", "and yearly?", "e no anual?"])
def test_the_other_term_is_priced_before_the_number_is_known(text: str) -> None:
    outcome = said(text, PLANNED, Step.QUANTITY, after_price=True)
    assert outcome.draft == PLANNED
    assert [note.data["name"] for note in outcome.notes] == ["Microsoft 365 Business Premium"]


@pytest.mark.parametrize("text", ["y el google starter", "e o google starter?", "how much is google starter"])
def test_a_plan_that_needs_another_number_is_priced_all_the_same(text: str) -> None:
    hosting = Draft(plan="LNX", quantity=1)
    outcome = said(text, hosting, Step.DOMAIN, after_price=True)
    assert outcome.draft == hosting
    assert outcome.notes


def test_an_add_on_where_add_ons_are_asked_for_is_an_answer_unless_prices_were_spoken_of() -> None:
    asked = Draft(plan="BP", quantity=5, term=Term.YEAR)
    assert said("y el copilot", asked, Step.ADD_ONS).draft.add_ons
    assert said("e o copilot", asked, Step.ADD_ONS).draft.add_ons
    assert said("y el copilot", asked, Step.ADD_ONS, after_price=True).draft == asked


@pytest.mark.parametrize(
    "text", ["whats that per mailbox yearly btw", "what's that a month", "whats it per user yearly"]
)
def test_what_it_comes_to_per_month_chooses_no_term(text: str) -> None:
    assert said(text, Draft(plan="HEX", quantity=26), Step.DOMAIN).draft.term is None
