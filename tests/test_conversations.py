"""The conversation set can be played: its files are read, and it expects only what the sandbox sells."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from bot.sandbox.catalog import load_catalog
from tests.conversations.play import Conversation, conversations

ITEMS = ("say", "answer", "press")


@pytest.fixture(scope="module")
def known() -> Sequence[Conversation]:
    return list(conversations())


def test_every_conversation_has_a_name_of_its_own(known: Sequence[Conversation]) -> None:
    names = Counter(each.path for each in known)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_item_is_something_that_a_person_does(known: Sequence[Conversation]) -> None:
    items = [(each.path, item) for each in known for item in each.say if isinstance(item, dict)]
    assert [found for found in items if not any(kind in found[1] for kind in ITEMS)] == []


def test_what_is_expected_is_sold(known: Sequence[Conversation]) -> None:
    assert [each.path for each in known if not all(map(is_sold, each.orders))] == []


def is_sold(order: Mapping[str, Any]) -> bool:
    products = load_catalog().products
    plan = products[order["plan"]]
    sizes = range(plan.minimum, plan.maximum + 1)
    add_ons = [products[mpn] for mpn in order.get("add_ons", {})]
    return (
        order["term"] in plan.amounts
        and order["quantity"] in sizes
        and all(plan.mpn in each.fits for each in add_ons)
    )
