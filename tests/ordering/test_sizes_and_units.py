"""One number more, one number's unit, and sizes: how many of the plan or of an add-on they say."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Catalog
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Entity, Relation
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import entities, hear, shop, solution

STANDARD = Draft(plan="BS", quantity=12, term="year")
BACKUP = solution(
    "Acronis Cyber Protect", {"AST": "Acronis Backup Standard"}, {"STO": "Cloud Storage 100 GB"}
)
BACKUPS = replace(shop(), catalog=Catalog((*shop().catalog.solutions, BACKUP)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4 acronis standard with 500 GB of storage", "5"),
        ("4 acronis standard, 300gb cloud storage", "3"),
        ("4 acronis standard con 1 tera de storage", "10"),
        ("4 acronis standard con 100 gb de storage", None),
        ("4 acronis standard com 150 gb de storage", None),
    ],
)
def test_what_is_sold_by_its_size_is_counted_by_it(text: str, number: str | None) -> None:
    heard = listen(Sentence(text, entities(text)[:1], BACKUPS, Draft(), Step.PLAN, "order"))
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("4", [number])


@pytest.mark.parametrize("text", ["4 standard + 2 of the 100gb storage", "4 standard + 2 100gb storage"])
def test_a_size_written_in_one_word_is_of_the_name(text: str) -> None:
    tagged = [each for each in entities(f"{text} acronis") if each.value in "42"]
    heard = listen(Sentence(f"{text} acronis", tagged, BACKUPS, Draft(), Step.PLAN, "order"))
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("4", ["2"])


@pytest.mark.parametrize(
    "text",
    [
        "business standard 5 users copilot too",
        "business standard 5 usuarios copilot",
        "google starter 5 seats voice",
    ],
)
def test_the_only_number_with_its_unit_behind_the_plan_is_the_plans(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("5", [None])


@pytest.mark.parametrize(
    "text", ["y otro business standard", "another standard", "e mais um standard", "outro standard"]
)
def test_another_of_the_plan_is_one_more_and_no_card(text: str) -> None:
    heard = hear(text, Step.PAYMENT, STANDARD, language="pt" if "mais" in text or "outro" in text else "")
    assert (heard.quantity, heard.relation, heard.new_card) == ("1", Relation.MORE, False)


@pytest.mark.parametrize(
    ("text", "language"),
    [("one more copilot", "en"), ("uno mas de copilot", "es")],
)
def test_one_more_is_no_higher_level(text: str, language: str) -> None:
    one = [Entity("number", "1", 0, 3)]
    draft = replace(STANDARD, add_ons=(AddOnChoice("COP", 5),))
    (copilot,) = listen(Sentence(text, one, shop(), draft, Step.PAYMENT, "inform", language=language)).add_ons
    assert (copilot.quantity, copilot.relation) == ("1", Relation.MORE)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("amex I guess, it's the only one", None),
        ("visa, that's the one", None),
        ("the visa, it is the only one that works", None),
        ("just one", "1"),
        ("just the one please", "1"),
        ("make it only one", "1"),
    ],
)
def test_the_one_that_is_spoken_of_is_no_number(text: str, quantity: str | None) -> None:
    one = [Entity("number", "1", text.index("one"), text.index("one") + 3)]
    heard = listen(Sentence(text, one, shop(), STANDARD, Step.PAYMENT, "inform", language="en"))
    assert heard.quantity == quantity
